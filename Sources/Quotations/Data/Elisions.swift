/// Words that print with an apostrophe at one end, by language.
///
/// The only words that the finder knows; other languages are other rows.
enum Elisions {
  /// How sure an apostrophe is.
  enum Certainty: Sendable {
    /// Without the apostrophe this is no word, or not one that begins or ends a quotation.
    case certain
    /// Without the apostrophe this is a word too: `'cause`.
    case possible
  }

  /// What an apostrophe before a word means; `word` is in lower case and without the apostrophe.
  static func leading(_ word: String) -> Certainty? {
    if certainLeading.contains(word) { return .certain }
    return possibleLeading.contains(word) ? .possible : nil
  }

  /// What an apostrophe after a word means; `word` is in lower case and without the apostrophe.
  static func trailing(_ word: String) -> Certainty? {
    if certainTrailing.contains(word) { return .certain }
    if possibleTrailing.contains(word) { return .possible }
    // goin’, walkin’, nothin’
    return word.utf8.count >= 4 && word.hasSuffix("in") && !wordsInIn.contains(word)
      ? .certain : nil
  }

  /// English `'tis`, `'em`, Cockney `'ouse`; German `'s`, `'ne`; Dutch `'t`, `'n`.
  private static let certainLeading: Set<String> = [
    // English
    "tis", "tisn't", "tisn’t", "twas", "twasn't", "twasn’t", "twere", "twill", "twould",
    "twouldn't", "twouldn’t", "twixt", "tween", "tain't", "tain’t", "twon't", "twon’t", "em", "til",
    "n", "neath", "gainst", "cos", "coz", "cuz", "bout", "nother", "nuff", "spose", "scuse",
    "fraid", "tother", "midst", "mongst", "pon", "cept", "kay", "zat", "ere", "ow", "ome", "ave",
    "aven't", "aven’t", "alf", "ouse", "orse", "un", "uns", "ud", "im", "er", "e", "e's", "e’s",
    "ee", "d", "ll", "s", "ve", "re", "tude", "burbs", "hood", "fro", "ello", "imself", "ead",
    "eart", "eard", "fessor", "gator", "dustry", "lection", "ood", "ud've", "ard",
    // German, Dutch and Afrikaans
    "ne", "nen", "nem", "ner", "nes", "rein", "raus", "runter", "nauf", "t", "k", "r", "m",
    // Italian
    "sto", "sta", "ndrangheta",
  ]

  private static let possibleLeading: Set<String> = [
    "cause", "till", "round", "way", "long", "low", "lowed", "stead", "fore", "most", "less",
    "specially", "plain", "pears", "bye", "and", "is", "as", "ad", "at", "it", "ye", "sup", "gain",
    "scape", "lows", "count", "course", "deed", "tween", "tire", "quaintance", "spect", "member",
    "lone", "bove", "board", "spise", "nless", "less", "ead", "igh", "ole", "old", "ot", "owever",
    "eaven", "ell", "elp", "er’s", "er's", "ung", "urt", "air", "all", "ang", "appen",
  ]

  private static let certainTrailing: Set<String> = [
    "o", "an", "th", "t", "wi", "wid", "ol", "mo", "fo", "lil", "jus", "mus", "wha", "han", "po",
    "sho", "yo", "de", "gi", "wan", "gon", "ha", "ca", "tha", "fr", "int", "ev", "hav", "ag", "ar",
    "sto", "befo", "las", "nex", "bes", "fas", "tol", "soun", "roun", "groun", "foun", "len", "sen",
    "fin", "min", "kin", "thousan", "d", "s", "j", "m", "n", "l", "a", "i", "c", "y",
    "somethin", "nuthin", "nothin", "mornin", "evenin", "frien", "frens", "po’", "doan", "ain",
    "lookin", "up’n", "dat", "jes", "mos", "almos", "agains", "fac", "tak", "mak",
  ]

  private static let possibleTrailing: Set<String> = [
    "in", "on", "an", "end", "ole", "wit", "all", "of", "ma", "pa", "he", "the", "want",
  ]

  /// Words that end in “in” by themselves.
  private static let wordsInIn: Set<String> = [
    "again", "begin", "basin", "cabin", "captain", "certain", "chain", "coffin", "complain",
    "contain", "cousin", "explain", "fountain", "gain", "grain", "latin", "main", "margin",
    "martin", "mountain", "muffin", "pain", "plain", "raisin", "rain", "remain", "robin", "ruin",
    "satin", "skin", "spain", "stain", "strain", "swollen", "thin", "train", "twin", "vain",
    "villain", "within", "virgin", "berlin", "britain", "dublin", "putin", "stalin", "austin",
    "admin", "bitcoin", "darwin", "franklin", "justin", "kevin", "lenin", "marin", "merlin",
    "origin", "penguin", "protein", "retain", "sustain", "terrain", "domain", "curtain", "bargain",
    "obtain", "attain", "maintain", "entertain", "vitamin", "wisconsin", "join", "coin", "chin",
    "brain", "drain", "swain", "bulletin", "cronin", "griffin", "calvin", "edwin", "baldwin",
  ]
}
