extension Feature {
  private static let places = [
    "after", "later in the paragraph", "before", "in the sentence before",
    "earlier in the paragraph", "in the paragraph before", "two paragraphs before", "further back",
    "in the next paragraph",
  ]
  private static let links = [
    "no cue", "subject of the cue", "after the cue", "after “according to”", "addressee of the cue",
    "far from the cue",
  ]
  private static let kinds = [
    "name", "name’s", "description", "description’s", "body", "body’s", "outlet", "place", "I or we",
    "they", "it", "he or she", "object pronoun", "possessive pronoun", "who", "other pronoun",
  ]
  private static let distances = ["0", "1", "2", "3–4", "5–7", "8–12", "13–20", "over 20"]

  private static func name(_ names: [String], _ index: Int) -> String {
    index < names.count ? names[index] : String(index)
  }

  private static func placeAndLink(_ value: Int) -> String {
    value == 0xFF ? "nobody" : "\(name(places, value / 6)), \(name(links, value % 6))"
  }

  private static func contextBefore(_ value: Int) -> String {
    QuotationContext.Before(rawValue: UInt8(value)).map { "after \(words(String(describing: $0)))" }
      ?? String(value)
  }

  private static func contextAfter(_ value: Int) -> String {
    QuotationContext.After(rawValue: UInt8(value)).map { "before \(words(String(describing: $0)))" }
      ?? String(value)
  }

  /// `sentenceEnd` → `sentence end`.
  private static func words(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      if scalar.properties.isUppercase { result += " " }
      result += scalar.properties.lowercaseMapping
    }
    return result
  }

  /// The fact for a reader: what was seen of the candidate.
  func description(_ lexicon: Lexicon) -> String {
    guard let template else { return "" }
    let label = template.name
    switch template {
    case .place, .placeOfKind, .link, .presence:
      let link = template == .link ? ", " + Self.name(Self.links, second) : ""
      let kind = template == .link ? third : second
      let suffix =
        template == .place || template == .presence ? "" : ", " + Self.name(Self.kinds, kind)
      return "\(label): \(Self.name(Self.places, template == .presence ? second : first))\(link)\(suffix)"
    case .gap:
      return "\(label): \(Self.name(Self.places, first)), \(Self.name(Self.distances, second)) words"
    case .gapOfLinked:
      return "\(label): \(Self.placeAndLink(first)), \(Self.name(Self.distances, second)) words"
    case .contextBefore: return "\(label): quotation \(Self.contextBefore(second)); \(Self.placeAndLink(first))"
    case .contextAfter: return "\(label): quotation \(Self.contextAfter(second)); \(Self.placeAndLink(first))"
    case .contextBoth:
      return "\(label): quotation \(Self.contextBefore(first)), \(Self.contextAfter(second)); "
        + Self.placeAndLink(third)
    case .rank:
      return "\(label): \(second) nearer, \(Self.name(Self.places, first)), \(Self.name(Self.kinds, third))"
    case .linkedRank:
      return "\(label): \(second) nearer with a cue; \(Self.placeAndLink(first))"
    case .cueLemma:
      return "\(label): “\(lemma(lexicon))”, \(Self.placeAndLink(third))"
    case .cueLemmaAlone: return "\(label): “\(lemma(lexicon))”"
    case .lowerCaseStart, .quotationLength, .ending, .cueClass, .quotationsBetween:
      let value = template == .cueClass ? first : second
      return "\(label): \(Self.placeAndLink(value))"
    case .wordBefore, .wordAfter, .sentenceHead:
      return "\(label): \(Self.name(Self.places, second)), \(Self.name(Self.kinds, third))"
    case .previousSpeaker, .previousMention, .secondLastSpeaker, .speaksHere: return label
    default: return label
    }
  }

  private func lemma(_ lexicon: Lexicon) -> String {
    let index = first << 8 | second
    return index < lexicon.lemmas.count ? lexicon.lemmas[index] : ""
  }
}
