#include "CICU.h"
#include <unicode/uchar.h>
#include <unicode/uscript.h>

int32_t cicu_general_category(int32_t scalar) { return u_charType(scalar); }

int32_t cicu_is_upper(int32_t scalar) {
  return u_isUUppercase(scalar) || u_charType(scalar) == U_TITLECASE_LETTER;
}

int32_t cicu_is_lower(int32_t scalar) { return u_isULowercase(scalar); }

int32_t cicu_is_white_space(int32_t scalar) { return u_isUWhiteSpace(scalar); }

int32_t cicu_is_quotation_mark(int32_t scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_QUOTATION_MARK);
}

int32_t cicu_is_alphabetic(int32_t scalar) { return u_isUAlphabetic(scalar); }

int32_t cicu_word_break(int32_t scalar) {
  return u_getIntPropertyValue(scalar, UCHAR_WORD_BREAK);
}

int32_t cicu_is_pictographic(int32_t scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_EXTENDED_PICTOGRAPHIC);
}

const char *cicu_script(int32_t scalar) {
  UErrorCode code = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(scalar, &code);
  return U_SUCCESS(code) ? uscript_getShortName(script) : NULL;
}
