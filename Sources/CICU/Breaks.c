#include "CICU.h"
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct cicu_breaks {
  UBreakIterator *iterator;
  UText text;
};

static cicu_breaks *wrap(UBreakIterator *iterator, UErrorCode *status) {
  if (U_FAILURE(*status)) {
    if (iterator) ubrk_close(iterator);
    return NULL;
  }
  cicu_breaks *breaks = malloc(sizeof *breaks);
  if (!breaks) {
    ubrk_close(iterator);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaks->iterator = iterator;
  breaks->text = (UText)UTEXT_INITIALIZER;
  return breaks;
}

cicu_breaks *cicu_breaks_open(int32_t kind, const char *locale, int32_t *status) {
  static const UBreakIteratorType types[] = {UBRK_CHARACTER, UBRK_WORD, UBRK_SENTENCE};
  UErrorCode code = U_ZERO_ERROR;
  cicu_breaks *breaks = NULL;
  if (kind < 0 || kind > 2) {
    code = U_ILLEGAL_ARGUMENT_ERROR;
  } else {
    UBreakIterator *iterator = ubrk_open(types[kind], locale, NULL, 0, &code);
    breaks = wrap(iterator, &code);
  }
  *status = code;
  return breaks;
}

cicu_breaks *cicu_breaks_open_rules(const uint16_t *rules, int32_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError place;
  UBreakIterator *iterator =
      ubrk_openRules((const UChar *)rules, length, NULL, 0, &place, &code);
  cicu_breaks *breaks = wrap(iterator, &code);
  *status = code;
  return breaks;
}

cicu_breaks *cicu_breaks_clone(const cicu_breaks *breaks, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
#if U_ICU_VERSION_MAJOR_NUM >= 69
  UBreakIterator *iterator = ubrk_clone(breaks->iterator, &code);
#else
  UBreakIterator *iterator = ubrk_safeClone(breaks->iterator, NULL, NULL, &code);
  if (code == U_SAFECLONE_ALLOCATED_WARNING) code = U_ZERO_ERROR;
#endif
  cicu_breaks *copy = wrap(iterator, &code);
  *status = code;
  return copy;
}

void cicu_breaks_close(cicu_breaks *breaks) {
  if (!breaks) return;
  ubrk_close(breaks->iterator);
  utext_close(&breaks->text);
  free(breaks);
}

void cicu_breaks_set_text(
    cicu_breaks *breaks, const uint8_t *bytes, int64_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  if (length > INT32_MAX) {
    *status = U_INDEX_OUTOFBOUNDS_ERROR;
    return;
  }
  // An empty buffer may have no address.
  utext_openUTF8(&breaks->text, bytes ? (const char *)bytes : "", length, &code);
  ubrk_setUText(breaks->iterator, &breaks->text, &code);
  if (U_SUCCESS(code)) ubrk_first(breaks->iterator);
  *status = code;
}

int32_t cicu_breaks_fill(cicu_breaks *breaks, uint32_t *offsets, int32_t capacity) {
  int32_t count = 0;
  while (count < capacity) {
    int32_t offset = ubrk_next(breaks->iterator);
    if (offset == UBRK_DONE) break;
    offsets[count++] = (uint32_t)offset;
  }
  return count;
}

int32_t cicu_breaks_following(cicu_breaks *breaks, int32_t offset) {
  return ubrk_following(breaks->iterator, offset);
}
