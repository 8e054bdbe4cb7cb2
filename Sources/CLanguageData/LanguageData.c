// Embeds the data files, so that the binary is one file that runs from anywhere. `#embed` costs
// nothing at compile time, where a Swift array literal of this size would take minutes.

#include "CLanguageData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char en_adverbs[] = {
#embed "en/adverbs.txt"
};

static const unsigned char en_bodies[] = {
#embed "en/bodies.txt"
};

static const unsigned char en_closed_classes[] = {
#embed "en/closed-classes.txt"
};

static const unsigned char en_common_words[] = {
#embed "en/common-words.txt"
};

static const unsigned char en_cue_phrases[] = {
#embed "en/cue-phrases.txt"
};

static const unsigned char en_endings[] = {
#embed "en/endings.txt"
};

static const unsigned char en_given_names[] = {
#embed "en/given-names.txt"
};

static const unsigned char en_name_particles[] = {
#embed "en/name-particles.txt"
};

static const unsigned char en_name_spellings[] = {
#embed "en/name-spellings.txt"
};

static const unsigned char en_nicknames[] = {
#embed "en/nicknames.txt"
};

static const unsigned char en_not_names[] = {
#embed "en/not-names.txt"
};

static const unsigned char en_organization_words[] = {
#embed "en/organization-words.txt"
};

static const unsigned char en_places[] = {
#embed "en/places.txt"
};

static const unsigned char en_pronouns[] = {
#embed "en/pronouns.txt"
};

static const unsigned char en_reporting_verbs[] = {
#embed "en/reporting-verbs.txt"
};

static const unsigned char en_role_nouns[] = {
#embed "en/role-nouns.txt"
};

static const unsigned char en_self_introductions[] = {
#embed "en/self-introductions.txt"
};

static const unsigned char en_title_nouns[] = {
#embed "en/title-nouns.txt"
};

static const unsigned char en_titles[] = {
#embed "en/titles.txt"
};

static const unsigned char en_wording_abbreviations[] = {
#embed "en/wording/abbreviations.txt"
};

static const unsigned char en_wording_adjective_forms[] = {
#embed "en/wording/adjective-forms.txt"
};

static const unsigned char en_wording_antonyms[] = {
#embed "en/wording/antonyms.txt"
};

static const unsigned char en_wording_common_phrases[] = {
#embed "en/wording/common-phrases.txt"
};

static const unsigned char en_wording_conditions[] = {
#embed "en/wording/conditions.txt"
};

static const unsigned char en_wording_contractions[] = {
#embed "en/wording/contractions.txt"
};

static const unsigned char en_wording_dates[] = {
#embed "en/wording/dates.txt"
};

static const unsigned char en_wording_fillers[] = {
#embed "en/wording/fillers.txt"
};

static const unsigned char en_wording_function_words[] = {
#embed "en/wording/function-words.txt"
};

static const unsigned char en_wording_grammar_pairs[] = {
#embed "en/wording/grammar-pairs.txt"
};

static const unsigned char en_wording_irregular_forms[] = {
#embed "en/wording/irregular-forms.txt"
};

static const unsigned char en_wording_irregular_plurals[] = {
#embed "en/wording/irregular-plurals.txt"
};

static const unsigned char en_wording_masks[] = {
#embed "en/wording/masks.txt"
};

static const unsigned char en_wording_modals[] = {
#embed "en/wording/modals.txt"
};

static const unsigned char en_wording_numbers[] = {
#embed "en/wording/numbers.txt"
};

static const unsigned char en_wording_polarity[] = {
#embed "en/wording/polarity.txt"
};

static const unsigned char en_wording_quantifiers[] = {
#embed "en/wording/quantifiers.txt"
};

static const unsigned char en_wording_spelling_variants[] = {
#embed "en/wording/spelling-variants.txt"
};

static const unsigned char en_wording_synonyms[] = {
#embed "en/wording/synonyms.txt"
};

static const unsigned char en_wording_units[] = {
#embed "en/wording/units.txt"
};

static const unsigned char en_wording_word_frequencies[] = {
#embed "en/wording/word-frequencies.txt"
};

static const unsigned char en_wording_word_pairs[] = {
#embed "en/wording/word-pairs.txt"
};

static const unsigned char model_attribution[] = {
#embed "model/attribution.txt"
};

// Read as numbers of eight bytes where it lies.
_Alignas(16) static const unsigned char model_attribution_weights[] = {
#embed "model/attribution.weights"
};

// Read as numbers where it lies.
_Alignas(16) static const unsigned char model_lexicon[] = {
#embed "model/lexicon.image"
};

static const unsigned char profiles_ap[] = {
#embed "profiles/ap.json"
};

static const unsigned char profiles_bbc[] = {
#embed "profiles/bbc.json"
};

static const unsigned char profiles_chicago[] = {
#embed "profiles/chicago.json"
};

static const unsigned char profiles_guardian[] = {
#embed "profiles/guardian.json"
};

static const unsigned char profiles_nyt[] = {
#embed "profiles/nyt.json"
};

static const unsigned char profiles_reuters[] = {
#embed "profiles/reuters.json"
};

static const unsigned char profiles_strict[] = {
#embed "profiles/strict.json"
};

static const unsigned char profiles_wsj[] = {
#embed "profiles/wsj.json"
};

static const LanguageDataFile files[] = {
    {"en/adverbs.txt", en_adverbs, sizeof en_adverbs},
    {"en/bodies.txt", en_bodies, sizeof en_bodies},
    {"en/closed-classes.txt", en_closed_classes, sizeof en_closed_classes},
    {"en/common-words.txt", en_common_words, sizeof en_common_words},
    {"en/cue-phrases.txt", en_cue_phrases, sizeof en_cue_phrases},
    {"en/endings.txt", en_endings, sizeof en_endings},
    {"en/given-names.txt", en_given_names, sizeof en_given_names},
    {"en/name-particles.txt", en_name_particles, sizeof en_name_particles},
    {"en/name-spellings.txt", en_name_spellings, sizeof en_name_spellings},
    {"en/nicknames.txt", en_nicknames, sizeof en_nicknames},
    {"en/not-names.txt", en_not_names, sizeof en_not_names},
    {"en/organization-words.txt", en_organization_words, sizeof en_organization_words},
    {"en/places.txt", en_places, sizeof en_places},
    {"en/pronouns.txt", en_pronouns, sizeof en_pronouns},
    {"en/reporting-verbs.txt", en_reporting_verbs, sizeof en_reporting_verbs},
    {"en/role-nouns.txt", en_role_nouns, sizeof en_role_nouns},
    {"en/self-introductions.txt", en_self_introductions, sizeof en_self_introductions},
    {"en/title-nouns.txt", en_title_nouns, sizeof en_title_nouns},
    {"en/titles.txt", en_titles, sizeof en_titles},
    {"en/wording/abbreviations.txt", en_wording_abbreviations, sizeof en_wording_abbreviations},
    {"en/wording/adjective-forms.txt", en_wording_adjective_forms, sizeof en_wording_adjective_forms},
    {"en/wording/antonyms.txt", en_wording_antonyms, sizeof en_wording_antonyms},
    {"en/wording/common-phrases.txt", en_wording_common_phrases, sizeof en_wording_common_phrases},
    {"en/wording/conditions.txt", en_wording_conditions, sizeof en_wording_conditions},
    {"en/wording/contractions.txt", en_wording_contractions, sizeof en_wording_contractions},
    {"en/wording/dates.txt", en_wording_dates, sizeof en_wording_dates},
    {"en/wording/fillers.txt", en_wording_fillers, sizeof en_wording_fillers},
    {"en/wording/function-words.txt", en_wording_function_words, sizeof en_wording_function_words},
    {"en/wording/grammar-pairs.txt", en_wording_grammar_pairs, sizeof en_wording_grammar_pairs},
    {"en/wording/irregular-forms.txt", en_wording_irregular_forms, sizeof en_wording_irregular_forms},
    {"en/wording/irregular-plurals.txt", en_wording_irregular_plurals, sizeof en_wording_irregular_plurals},
    {"en/wording/masks.txt", en_wording_masks, sizeof en_wording_masks},
    {"en/wording/modals.txt", en_wording_modals, sizeof en_wording_modals},
    {"en/wording/numbers.txt", en_wording_numbers, sizeof en_wording_numbers},
    {"en/wording/polarity.txt", en_wording_polarity, sizeof en_wording_polarity},
    {"en/wording/quantifiers.txt", en_wording_quantifiers, sizeof en_wording_quantifiers},
    {"en/wording/spelling-variants.txt", en_wording_spelling_variants, sizeof en_wording_spelling_variants},
    {"en/wording/synonyms.txt", en_wording_synonyms, sizeof en_wording_synonyms},
    {"en/wording/units.txt", en_wording_units, sizeof en_wording_units},
    {"en/wording/word-frequencies.txt", en_wording_word_frequencies, sizeof en_wording_word_frequencies},
    {"en/wording/word-pairs.txt", en_wording_word_pairs, sizeof en_wording_word_pairs},
    {"model/attribution.txt", model_attribution, sizeof model_attribution},
    {"model/attribution.weights", model_attribution_weights, sizeof model_attribution_weights},
    {"model/lexicon.image", model_lexicon, sizeof model_lexicon},
    {"profiles/ap.json", profiles_ap, sizeof profiles_ap},
    {"profiles/bbc.json", profiles_bbc, sizeof profiles_bbc},
    {"profiles/chicago.json", profiles_chicago, sizeof profiles_chicago},
    {"profiles/guardian.json", profiles_guardian, sizeof profiles_guardian},
    {"profiles/nyt.json", profiles_nyt, sizeof profiles_nyt},
    {"profiles/reuters.json", profiles_reuters, sizeof profiles_reuters},
    {"profiles/strict.json", profiles_strict, sizeof profiles_strict},
    {"profiles/wsj.json", profiles_wsj, sizeof profiles_wsj},
};

const LanguageDataFile *const language_data_files = files;
const size_t language_data_file_count = sizeof files / sizeof files[0];
