#include "CICU.h"
#include <unicode/ulocdata.h>

int32_t cicu_quotation_mark(
    const char *locale, int32_t which, uint16_t *units, int32_t capacity, int32_t *status) {
  static const ULocaleDataDelimiterType types[] = {
      ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END, ULOCDATA_ALT_QUOTATION_START,
      ULOCDATA_ALT_QUOTATION_END};
  UErrorCode code = U_ZERO_ERROR;
  int32_t length = 0;
  if (which < 0 || which > 3) {
    code = U_ILLEGAL_ARGUMENT_ERROR;
  } else {
    ULocaleData *data = ulocdata_open(locale, &code);
    if (U_SUCCESS(code)) {
      length = ulocdata_getDelimiter(data, types[which], (UChar *)units, capacity, &code);
    }
    ulocdata_close(data);
  }
  *status = code;
  return length;
}
