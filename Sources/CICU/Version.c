#include "CICU.h"
#include <unicode/uchar.h>
#include <unicode/utypes.h>
#include <unicode/uvernum.h>

const char *cicu_version(void) { return U_ICU_VERSION; }

const char *cicu_unicode_version(void) { return U_UNICODE_VERSION; }

const char *cicu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }
