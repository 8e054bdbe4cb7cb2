/// Forms of verbs that report speech, by language, in lower case.
///
/// They serve only to find where an unmarked end of a quotation lies; who speaks is decided
/// elsewhere, with far more words.
enum ReportingVerbs {
  static func contains(_ word: String) -> Bool { forms.contains(word) }

  /// Pronouns that can be the subject of such a verb.
  static func isPronoun(_ word: String) -> Bool { pronouns.contains(word) }

  /// Words after a reporting verb that begin a reported clause: then the verb introduces.
  static func beginsClause(_ word: String) -> Bool { clauseStarts.contains(word) }

  /// Words that begin sentences and are no subjects: `And said …`.
  static func beginsSentence(_ word: String) -> Bool { sentenceStarts.contains(word) }

  private static let forms: Set<String> = [
    // English
    "said", "says", "told", "tells", "added", "adds", "asked", "asks", "replied", "replies",
    "answered", "answers", "wrote", "writes", "tweeted", "tweets", "stated", "states", "noted",
    "notes", "explained", "explains", "continued", "continues", "declared", "declares",
    "announced", "announces", "argued", "argues", "claimed", "claims", "insisted", "insists",
    "warned", "warns", "recalled", "recalls", "remarked", "remarks", "observed", "concluded",
    "concludes", "exclaimed", "exclaims", "cried", "cries", "shouted", "shouts", "whispered",
    "whispers", "muttered", "mutters", "murmured", "returned", "responded", "responds", "quipped",
    "joked", "posted", "testified", "commented", "comments", "emphasized", "emphasised",
    "stressed", "admitted", "admits", "suggested", "repeated", "inquired", "enquired", "demanded",
    "quoth", "quavered", "gasped", "sighed", "sobbed", "screamed", "yelled", "growled", "snapped",
    "interrupted", "interposed", "rejoined", "retorted", "ejaculated", "faltered", "stammered",
    // German
    "sagte", "sagt", "erklärte", "erklärt", "meinte", "meint", "fragte", "fragt", "antwortete",
    "betonte", "betont", "rief", "flüsterte", "schrieb", "schreibt", "fügte",
    // French
    "dit", "déclaré", "déclare", "affirme", "affirmé", "ajoute", "ajouté", "explique", "expliqué",
    "répondit", "répond", "demanda", "demande", "écrit", "s’écria",
    // Spanish, Portuguese, Italian
    "dijo", "dice", "afirmó", "añadió", "explicó", "declaró", "preguntó", "respondió", "señaló",
    "disse", "afirmou", "acrescentou", "perguntou", "respondeu", "detto", "ha", "spiegato",
    // Dutch, Swedish, Danish, Norwegian
    "zei", "zegt", "vroeg", "antwoordde", "sa", "säger", "sade", "frågade", "svarade", "sagde",
    "siger", "spurgte", "sier", "spurte",
  ]

  private static let pronouns: Set<String> = [
    "he", "she", "they", "it", "i", "we", "you", "who", "er", "sie", "il", "elle", "ils", "elles",
    "él", "ella", "ellos", "ele", "ela", "lui", "lei", "hij", "zij", "ze", "han", "hon", "hun",
  ]

  private static let clauseStarts: Set<String> = [
    "that", "he", "she", "they", "it", "we", "i", "you", "his", "her", "their", "the", "there",
    "him", "me", "us", "them", "a", "an", "this", "these", "no", "not", "nothing",
    "dass", "daß", "que", "qu’il", "che", "dat", "att", "at",
  ]

  private static let sentenceStarts: Set<String> = [
    "and", "but", "or", "so", "then", "when", "if", "as", "that", "what", "who", "how", "why",
    "because", "while", "though", "although", "since", "after", "before", "there", "not", "no",
    "und", "aber", "dann", "et", "mais", "puis", "y", "pero", "e", "ma",
  ]
}
