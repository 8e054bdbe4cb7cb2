#include "CBench.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

// An iterator is opened once for a kind and a locale, as every program that cares for speed would.
static UBreakIterator *opened(int32_t kind, const char *locale, UErrorCode *status) {
  static UBreakIterator *iterators[3];
  static char locales[3][64];
  if (kind < 1 || kind > 2 || strlen(locale) >= sizeof locales[0]) {
    *status = U_ILLEGAL_ARGUMENT_ERROR;
    return NULL;
  }
  if (!iterators[kind] || strcmp(locales[kind], locale) != 0) {
    if (iterators[kind]) ubrk_close(iterators[kind]);
    strcpy(locales[kind], locale);
    iterators[kind] = ubrk_open(kind == 1 ? UBRK_WORD : UBRK_SENTENCE, locale, NULL, 0, status);
  }
  return iterators[kind];
}

int64_t cbench_icu_boundaries(
    int32_t kind, const char *locale, const uint8_t *bytes, size_t count, uint32_t *offsets) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = opened(kind, locale, &status);
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, (const char *)bytes, (int64_t)count, &status);
  if (U_FAILURE(status)) return -1;
  ubrk_setUText(iterator, &text, &status);
  int64_t found = 0;
  if (U_SUCCESS(status)) {
    ubrk_first(iterator);
    for (int32_t end = ubrk_next(iterator); end != UBRK_DONE; end = ubrk_next(iterator)) {
      if (offsets) offsets[found] = (uint32_t)end;
      found++;
    }
  }
  utext_close(&text);
  return U_SUCCESS(status) ? found : -1;
}

int64_t cbench_icu_boundaries_utf16(
    int32_t kind, const char *locale, const uint8_t *bytes, size_t count) {
  static UChar *units;
  static size_t capacity;
  if (capacity < count + 1) {
    capacity = count + 1;
    free(units);
    units = malloc(capacity * sizeof *units);
    if (!units) return capacity = 0, -1;
  }
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = opened(kind, locale, &status);
  int32_t length = 0;
  u_strFromUTF8(
      units, (int32_t)capacity, &length, (const char *)bytes, (int32_t)count, &status);
  if (U_FAILURE(status)) return -1;
  ubrk_setText(iterator, units, length, &status);
  if (U_FAILURE(status)) return -1;
  int64_t found = 0;
  ubrk_first(iterator);
  while (ubrk_next(iterator) != UBRK_DONE) found++;
  return found;
}

int64_t cbench_scan(const uint8_t *bytes, size_t count) {
  int64_t found = 0;
  for (size_t index = 0; index < count; index++) {
    found += (bytes[index] == '"') | (bytes[index] == '\'') | (bytes[index] == 0xE2);
  }
  return found;
}
