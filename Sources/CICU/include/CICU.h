#ifndef CICU_H
#define CICU_H
#include <stddef.h>
#include <stdint.h>

// This header includes no header of ICU, on purpose: the importer would make ICU's declarations
// visible to Swift, where they clash with those of the ICU inside Foundation.
//
// Every `status` is an ICU error code: positive for an error, zero or negative for success. Texts
// are UTF-8 and shorter than 2 GiB, because ICU counts native positions of a text in 32 bits.

/// The version of the system's ICU, such as "72.1".
const char *cicu_version(void);

/// The version of Unicode that the system's ICU implements, such as "15.0".
const char *cicu_unicode_version(void);

/// The name of an error code, such as "U_ILLEGAL_ARGUMENT_ERROR".
const char *cicu_error_name(int32_t status);

// MARK: Boundaries

/// An iterator over the boundaries of a text.
typedef struct cicu_breaks cicu_breaks;

/// Opens an iterator. `kind` is 0 for grapheme clusters, 1 for words, 2 for sentences.
cicu_breaks *cicu_breaks_open(int32_t kind, const char *locale, int32_t *status);

/// Opens an iterator for the rules given as UTF-16.
cicu_breaks *cicu_breaks_open_rules(const uint16_t *rules, int32_t length, int32_t *status);

/// Copies an iterator. Several threads may copy one iterator at the same time, as long as none of
/// them uses it for anything else.
cicu_breaks *cicu_breaks_clone(const cicu_breaks *breaks, int32_t *status);

void cicu_breaks_close(cicu_breaks *breaks);

/// Points the iterator at a text, which must stay alive and unchanged while it is in use, and moves
/// it to the text's start.
void cicu_breaks_set_text(
    cicu_breaks *breaks, const uint8_t *bytes, int64_t length, int32_t *status);

/// Writes the next boundaries to `offsets` and returns their number; zero at the end of the text.
int32_t cicu_breaks_fill(cicu_breaks *breaks, uint32_t *offsets, int32_t capacity);

/// The first boundary after `offset`, or -1.
int32_t cicu_breaks_following(cicu_breaks *breaks, int32_t offset);

// MARK: Properties

/// The general category of a code point, numbered as in ICU's `UCharCategory`.
int32_t cicu_general_category(int32_t scalar);

/// Whether a code point has the property `Uppercase`, or the general category Lt.
int32_t cicu_is_upper(int32_t scalar);

/// Whether a code point has the property `Lowercase`.
int32_t cicu_is_lower(int32_t scalar);

/// Whether a code point has the property `White_Space`.
int32_t cicu_is_white_space(int32_t scalar);

/// Whether a code point has the property `Quotation_Mark`.
int32_t cicu_is_quotation_mark(int32_t scalar);

#endif
