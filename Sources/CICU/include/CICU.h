#ifndef CICU_H
#define CICU_H
#include <stdint.h>
#include <stddef.h>

/// The version of the system's ICU, such as "72.1".
const char *cicu_version(void);

#endif
