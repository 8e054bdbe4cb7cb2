// Embeds the data files, so that the binary is one file that runs from anywhere. `#embed` costs
// nothing at compile time, where a Swift array literal of this size would take minutes.

#include "CLanguageData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char en_closed_classes[] = {
#embed "en/closed-classes.txt"
};

static const unsigned char en_endings[] = {
#embed "en/endings.txt"
};

static const unsigned char model_attribution[] = {
#embed "model/attribution.txt"
};

static const LanguageDataFile files[] = {
    {"en/closed-classes.txt", en_closed_classes, sizeof en_closed_classes},
    {"en/endings.txt", en_endings, sizeof en_endings},
    {"model/attribution.txt", model_attribution, sizeof model_attribution},
};

const LanguageDataFile *const language_data_files = files;
const size_t language_data_file_count = sizeof files / sizeof files[0];
