#include "CICU.h"
#include <cstdlib>
#include <cstring>
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

// C++, because the C API of ICU tells nobody which places normalisation changed.

namespace {

/// Collects the output in memory that C can hand over.
class Buffer : public icu::ByteSink {
 public:
  ~Buffer() override { std::free(bytes_); }

  void Append(const char *bytes, int32_t count) override {
    if (failed_ || count <= 0) return;
    if (length_ + count > capacity_ && !grow(length_ + count)) return;
    std::memcpy(bytes_ + length_, bytes, static_cast<size_t>(count));
    length_ += count;
  }

  bool reserve(int64_t capacity) { return grow(capacity); }
  bool failed() const { return failed_; }
  int64_t length() const { return length_; }
  uint8_t *release() {
    uint8_t *bytes = bytes_;
    bytes_ = nullptr;
    return bytes;
  }

 private:
  bool grow(int64_t needed) {
    int64_t capacity = capacity_ * 2 > needed ? capacity_ * 2 : needed;
    void *bytes = std::realloc(bytes_, static_cast<size_t>(capacity > 0 ? capacity : 1));
    if (!bytes) {
      failed_ = true;
      return false;
    }
    bytes_ = static_cast<uint8_t *>(bytes);
    capacity_ = capacity;
    return true;
  }

  uint8_t *bytes_ = nullptr;
  int64_t length_ = 0;
  int64_t capacity_ = 0;
  bool failed_ = false;
};

}  // namespace

extern "C" cicu_normalized cicu_normalize(
    int32_t form, const uint8_t *bytes, int64_t length, int32_t *status) {
  cicu_normalized result = {nullptr, 0, nullptr, 0};
  UErrorCode code = U_ZERO_ERROR;
  if (length > INT32_MAX) {
    *status = U_INDEX_OUTOFBOUNDS_ERROR;
    return result;
  }
  const icu::Normalizer2 *normalizer = form == 0
      ? icu::Normalizer2::getNFCInstance(code)
      : icu::Normalizer2::getNFKCCasefoldInstance(code);
  if (U_FAILURE(code)) {
    *status = code;
    return result;
  }
  Buffer buffer;
  icu::Edits edits;
  buffer.reserve(length + length / 8);
  icu::StringPiece source(
      bytes ? reinterpret_cast<const char *>(bytes) : "", static_cast<int32_t>(length));
  normalizer->normalizeUTF8(0, source, buffer, &edits, code);
  if (U_SUCCESS(code) && (buffer.failed() || edits.copyErrorTo(code))) {
    if (U_SUCCESS(code)) code = U_MEMORY_ALLOCATION_ERROR;
  }
  if (U_SUCCESS(code)) {
    int64_t count = edits.numberOfChanges();
    size_t size = static_cast<size_t>(count > 0 ? count : 1) * 4 * sizeof(uint32_t);
    uint32_t *places = static_cast<uint32_t *>(std::malloc(size));
    if (!places) {
      code = U_MEMORY_ALLOCATION_ERROR;
    } else {
      icu::Edits::Iterator iterator = edits.getFineChangesIterator();
      int64_t next = 0;
      while (next < count && iterator.next(code)) {
        places[next * 4] = static_cast<uint32_t>(iterator.sourceIndex());
        places[next * 4 + 1] = static_cast<uint32_t>(iterator.oldLength());
        places[next * 4 + 2] = static_cast<uint32_t>(iterator.destinationIndex());
        places[next * 4 + 3] = static_cast<uint32_t>(iterator.newLength());
        next++;
      }
      result.edits = places;
      result.edit_count = next;
      result.length = buffer.length();
      result.bytes = buffer.release();
    }
  }
  *status = code;
  return result;
}

extern "C" void cicu_normalized_free(cicu_normalized text) {
  std::free(text.bytes);
  std::free(text.edits);
}
