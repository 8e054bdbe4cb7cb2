#ifndef CBENCH_H
#define CBENCH_H
#include <stddef.h>
#include <stdint.h>

// The yardsticks in C. No header of ICU is included here: see CICU.h.

/// Walks over ICU's boundaries of a text in UTF-8, through `ubrk_next` only, and returns how many there
/// are; negative on an error. `kind` is 1 for words, 2 for sentences. The offsets are written to
/// `offsets` unless it is null, which must then have room for one for each byte.
int64_t cbench_icu_boundaries(
    int32_t kind, const char *_Nonnull locale, const uint8_t *_Nonnull bytes, size_t count,
    uint32_t *_Nullable offsets);

/// The same over UTF-16, into which the text is converted first; only counts.
int64_t cbench_icu_boundaries_utf16(
    int32_t kind, const char *_Nonnull locale, const uint8_t *_Nonnull bytes, size_t count);

/// Counts the bytes that a quotation mark can begin with: what a plain scan of the text costs.
int64_t cbench_scan(const uint8_t *_Nonnull bytes, size_t count);

#endif
