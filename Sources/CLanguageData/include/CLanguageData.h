#ifndef CLANGUAGEDATA_H
#define CLANGUAGEDATA_H
#include <stddef.h>

/// One data file, embedded at build time.
typedef struct {
  /// The file's path below this target, such as "en/titles.txt".
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} LanguageDataFile;

/// All embedded files.
extern const LanguageDataFile *_Nonnull const language_data_files;
extern const size_t language_data_file_count;

#endif
