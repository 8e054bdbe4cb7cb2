/// Words that print with an apostrophe at one end, by language.
///
/// The only words that decide about apostrophes; other languages are other rows.
enum Elisions {
  /// How sure an apostrophe is.
  enum Certainty: Sendable {
    /// Without the apostrophe this is no word: `'tis`.
    case certain
    /// Without the apostrophe this is a word too: `'cause`.
    case possible
  }

  /// What an apostrophe before a word means; `word` is in lower case and without the apostrophe.
  static func leading(_ word: String) -> Certainty? {
    if certainLeading.contains(word) { return .certain }
    for ending in ["'s", "’s"] where word.hasSuffix(ending) {
      return leading(String(word.dropLast(ending.count)))
    }
    return possibleLeading.contains(word) ? .possible : nil
  }

  /// What an apostrophe after a word means; `word` is in lower case and without the apostrophe.
  static func trailing(_ word: String) -> Certainty? {
    if certainTrailing.contains(word) { return .certain }
    if possibleTrailing.contains(word) { return .possible }
    // goin’, walkin’
    return word.utf8.count >= 4 && word.hasSuffix("in") && !wordsInIn.contains(word)
      ? .certain : nil
  }

  private static let certainLeading: Set<String> = [
    // English
    "tis", "tisn't", "tisn’t", "tain't", "tain’t", "taint", "twas", "twasn't", "twasn’t",
    "twere", "twill", "twould", "twouldn't", "twouldn’t", "twon't", "twon’t", "twixt", "tween",
    "em", "til", "n", "neath", "gainst", "cos", "coz", "cuz", "bout", "nother", "nuff", "spose",
    "scuse", "fraid", "tother", "midst", "mongst", "pon", "cept", "kay", "zat", "bomination",
    "shamed", "un", "uns", "ud", "ll", "ve", "re",
    // English without its h
    "ere", "ow", "ome", "ave", "aven't", "aven’t", "alf", "ouse", "orse", "im", "imself", "er",
    "e", "e's", "e’s", "ee", "ead", "eart", "eard", "ard", "ello",
    // German, Dutch and Afrikaans
    "s", "ne", "nen", "nem", "ner", "nes", "rein", "raus", "runter", "nauf", "d", "t", "k", "r",
    "m",
    // Italian
    "sto", "sta", "ndrangheta",
  ]

  private static let possibleLeading: Set<String> = [
    // English
    "cause", "till", "round", "way", "long", "low", "lowed", "most", "fore", "stead",
    "specially", "plain", "pears", "bye", "and", "is", "as", "ad", "at", "it", "ye", "sup",
    "gain", "scape", "count", "course", "deed", "quaintance", "spect", "member", "lone", "bove",
    "spise", "less", "igh", "ole", "old", "ot", "owever", "eaven", "ell", "elp", "urt", "air",
    "all", "ang", "appen", "tention", "mount",
  ]

  private static let certainTrailing: Set<String> = [
    // English
    "o", "an", "th", "t", "wi", "wid", "ol", "mo", "fo", "fu", "lil", "jus", "mus", "wha",
    "han", "n", "po", "sho", "yo", "gi", "wan", "ha", "tha", "a", "las", "nex", "bes", "fas", "jes",
    "mos", "almos", "agains", "tol", "soun", "roun", "groun", "foun", "fin", "kin", "min",
    "thousan", "frien", "lef", "didn", "somethin", "nuthin", "nothin", "mornin", "evenin",
  ]

  private static let possibleTrailing: Set<String> = [
    // English
    "in", "on", "end", "ole", "wit", "all", "of", "ma", "pa", "the", "want", "he",
  ]

  /// English words that end in “in” by themselves.
  private static let wordsInIn: Set<String> = [
    "again", "begin", "basin", "cabin", "captain", "certain", "chain", "coffin", "complain",
    "contain", "cousin", "explain", "fountain", "grain", "latin", "margin", "martin",
    "mountain", "muffin", "plain", "raisin", "remain", "robin", "ruin", "satin", "skin",
    "spain", "stain", "strain", "train", "villain", "within", "virgin", "berlin", "britain",
    "dublin", "putin", "stalin", "austin", "admin", "bitcoin", "darwin", "franklin", "justin",
    "kevin", "lenin", "merlin", "origin", "penguin", "protein", "retain", "sustain", "terrain",
    "domain", "curtain", "bargain", "obtain", "attain", "maintain", "entertain", "vitamin",
    "wisconsin", "brain", "drain", "swain", "bulletin", "griffin", "calvin", "edwin", "baldwin",
  ]
}
