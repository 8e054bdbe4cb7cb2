#ifndef CICU_H
#define CICU_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

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

/// Whether a code point has the property `Alphabetic`.
int32_t cicu_is_alphabetic(int32_t scalar);

/// The value of `Word_Break` of a code point, numbered as in ICU's `UWordBreakValues`.
int32_t cicu_word_break(int32_t scalar);

/// Whether a code point is drawn as a picture by itself or with a selector:
/// `Extended_Pictographic`.
int32_t cicu_is_pictographic(int32_t scalar);

/// The short name of a code point's script, such as "Latn"; NULL when ICU knows none.
const char *cicu_script(int32_t scalar);

// MARK: Normal forms

/// A normalised text with the places that normalisation changed.
typedef struct {
  uint8_t *bytes;
  int64_t length;
  /// Four numbers for each changed place, in order: the start and the length in the original, the
  /// start and the length in the normalised text, in bytes.
  uint32_t *edits;
  int64_t edit_count;
} cicu_normalized;

/// Normalises a text. `form` is 0 for NFC, 1 for NFKC_Casefold. Release the result with
/// `cicu_normalized_free`, also after an error.
cicu_normalized cicu_normalize(
    int32_t form, const uint8_t *bytes, int64_t length, int32_t *status);

void cicu_normalized_free(cicu_normalized text);

// MARK: Locale data

/// Writes one of CLDR's quotation marks of a locale to `units` as UTF-16 and returns its length.
/// `which` is 0 and 1 for the outer opening and closing mark, 2 and 3 for the inner ones.
int32_t cicu_quotation_mark(
    const char *locale, int32_t which, uint16_t *units, int32_t capacity, int32_t *status);

// MARK: Transliteration and collation

typedef struct cicu_transliterator cicu_transliterator;

/// Opens a transliterator by its identifier, such as "Any-Latin; Latin-ASCII".
cicu_transliterator *cicu_transliterator_open(const char *identifier, int32_t *status);

void cicu_transliterator_close(cicu_transliterator *transliterator);

/// Transliterates UTF-8 into `output` and returns the length that the result has, which is more
/// than `capacity` when it did not fit.
int32_t cicu_transliterate(
    cicu_transliterator *transliterator, const uint8_t *bytes, int32_t length, uint8_t *output,
    int32_t capacity);

typedef struct cicu_collator cicu_collator;

/// Opens the collator of a locale.
cicu_collator *cicu_collator_open(const char *locale, int32_t *status);

void cicu_collator_close(cicu_collator *collator);

/// Writes the sort key of a text, without a terminating zero, to `key` and returns the length that
/// the key has, which is more than `capacity` when it did not fit; -1 when memory is short.
int32_t cicu_sort_key(
    cicu_collator *collator, const uint8_t *bytes, int32_t length, uint8_t *key,
    int32_t capacity);

#ifdef __cplusplus
}
#endif

#endif
