internal import Speakers
internal import Wording

/// The words that the formats for people have in common.
enum VerifyWords {
  /// `3 sources, 12345 words`
  static func read(_ read: VerifiedQuotation.Read) -> String {
    "\(ListWords.counted(read.sources, "source")), \(ListWords.counted(read.words, "word"))"
  }

  /// Where the quotation stands, and who is to have said it.
  static func origin(_ quotation: VerifiedQuotation) -> [String] {
    var parts: [String] = []
    if let article = quotation.article {
      let first = quotation.pieces[0]
      parts.append("\(article.placeName):\(first.line):\(first.column)")
    } else if quotation.row != nil {
      parts.append(quotation.id)
    }
    if let speaker = quotation.speaker { parts.append(speaker.name) }
    return parts
  }

  /// Where a passage stands: `hearing.srt:12 · 00:01:02.345`.
  static func place(_ part: FoundPassage.Part, in source: ArticleReference) -> [String] {
    ["\(source.placeName):\(part.line)"] + (part.timeText.map { [$0] } ?? [])
  }

  /// Where a passage stands, who says it there, and how alike it is.
  static func place(_ found: FoundPassage) -> [String] {
    var parts = place(found.passage, in: found.source)
    if let speaker = found.speaker { parts.append(speaker.name) }
    if found.pair.relation == .overlap { parts.append("only a part of it") }
    parts.append("similarity \(decimalText(found.pair.similarity))")
    return parts
  }

  /// What to say of speakers that conflict.
  static func conflict(_ quotation: VerifiedQuotation) -> String? {
    guard let found = quotation.found.first, found.hasSpeakerConflict,
      let speaker = quotation.speaker, let other = found.speaker
    else { return nil }
    return "Speakers differ: \(speaker.name) here, \(other.name) in the source."
  }

  /// Where else it fits, shortened.
  static func otherPlaces(_ quotation: VerifiedQuotation) -> String? {
    let others = quotation.found.dropFirst()
    guard !others.isEmpty else { return nil }
    let shown = others.prefix(5).map { place($0.passage, in: $0.source).joined(separator: " ") }
    let more = others.count > 5 ? " and \(others.count - 5) more" : ""
    return "Also at \(shown.joined(separator: ", "))\(more)."
  }

  /// What was read in vain.
  static func notFound(_ quotation: VerifiedQuotation) -> String {
    quotation.read.sources == 0
      ? "No source was read but the article itself."
      : "Not in what was read: \(read(quotation.read))."
  }
}
