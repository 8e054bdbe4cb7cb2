// Embeds the data files, so that the binary is one file that runs from anywhere. `#embed` costs
// nothing at compile time, where a Swift array literal of this size would take minutes.

#include "CLanguageData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char en_readme[] = {
#embed "en/README.md"
};

static const LanguageDataFile files[] = {
    {"en/README.md", en_readme, sizeof en_readme},
};

const LanguageDataFile *const language_data_files = files;
const size_t language_data_file_count = sizeof files / sizeof files[0];
