#include "CICU.h"
#include <cstring>
#include <memory>
#include <new>
#include <unicode/bytestream.h>
#include <unicode/coll.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

struct cicu_transliterator {
  std::unique_ptr<icu::Transliterator> implementation;
};

struct cicu_collator {
  std::unique_ptr<icu::Collator> implementation;
};

static icu::UnicodeString string(const uint8_t *bytes, int32_t length) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(bytes ? reinterpret_cast<const char *>(bytes) : "", length));
}

extern "C" cicu_transliterator *cicu_transliterator_open(
    const char *identifier, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError place;
  std::unique_ptr<icu::Transliterator> implementation(icu::Transliterator::createInstance(
      icu::UnicodeString::fromUTF8(identifier), UTRANS_FORWARD, place, code));
  cicu_transliterator *result = nullptr;
  if (U_SUCCESS(code)) {
    result = new (std::nothrow) cicu_transliterator{std::move(implementation)};
    if (!result) code = U_MEMORY_ALLOCATION_ERROR;
  }
  *status = code;
  return result;
}

extern "C" void cicu_transliterator_close(cicu_transliterator *transliterator) {
  delete transliterator;
}

extern "C" int32_t cicu_transliterate(
    cicu_transliterator *transliterator, const uint8_t *bytes, int32_t length, uint8_t *output,
    int32_t capacity) {
  icu::UnicodeString text = string(bytes, length);
  transliterator->implementation->transliterate(text);
  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(output), capacity);
  text.toUTF8(sink);
  return sink.NumberOfBytesAppended();
}

extern "C" cicu_collator *cicu_collator_open(const char *locale, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> implementation(
      icu::Collator::createInstance(icu::Locale(locale), code));
  cicu_collator *result = nullptr;
  if (U_SUCCESS(code)) {
    result = new (std::nothrow) cicu_collator{std::move(implementation)};
    if (!result) code = U_MEMORY_ALLOCATION_ERROR;
  }
  *status = code;
  return result;
}

extern "C" void cicu_collator_close(cicu_collator *collator) { delete collator; }

extern "C" int32_t cicu_sort_key(
    cicu_collator *collator, const uint8_t *bytes, int32_t length, uint8_t *key,
    int32_t capacity) {
  // ICU ends the key with a zero, which only costs room: keys compare the same without it.
  int32_t size = collator->implementation->getSortKey(string(bytes, length), key, capacity);
  return size - 1;
}
