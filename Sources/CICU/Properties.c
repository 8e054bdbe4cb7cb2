#include "CICU.h"
#include <unicode/uchar.h>

int32_t cicu_general_category(int32_t scalar) { return u_charType(scalar); }

int32_t cicu_is_upper(int32_t scalar) {
  return u_isUUppercase(scalar) || u_charType(scalar) == U_TITLECASE_LETTER;
}

int32_t cicu_is_lower(int32_t scalar) { return u_isULowercase(scalar); }

int32_t cicu_is_white_space(int32_t scalar) { return u_isUWhiteSpace(scalar); }

int32_t cicu_is_quotation_mark(int32_t scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_QUOTATION_MARK);
}
