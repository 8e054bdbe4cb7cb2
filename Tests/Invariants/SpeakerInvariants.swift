public import Verbatim

/// Who said what: the bytes are a text file, and their number tells the options.
///
/// Every quotation has an attribution, whose places lie in the text and whose speaker is listed.
/// The same text has the same answer.
public enum SpeakerInvariants {
  private static let analyzers = (0..<3).map { number in
    var options = QuotationAnalyzer.Options()
    options.speakers.keepsCandidates = number != 1
    if number == 2 {
      options.speakers.knownPeople = [
        KnownPerson(name: "Ana Ruiz", aliases: ["Ruiz"], gender: .female),
        KnownPerson(name: "Port Authority"),
      ]
    }
    return QuotationAnalyzer(options: options)
  }

  static func check(_ bytes: [UInt8]) throws {
    let article = Article(id: "a", text: String(decoding: DecodedText(bytes).bytes, as: UTF8.self))
    let analyzer = analyzers[bytes.count % analyzers.count]
    let result = analyzer.analyze(article)
    try check(result)
    if bytes.count % 8 == 0 {
      let again = analyzer.analyze(article)
      try requireEqual(again.quotations, result.quotations, "the same text's quotations")
      try requireEqual(again.attributions, result.attributions, "the same text's attributions")
      try requireEqual(again.speakers, result.speakers, "the same text's speakers")
    }
  }

  /// Checks an analysed article.
  public static func check(_ result: AttributedArticle) throws(BrokenInvariant) {
    let places = TextInvariants(result.article.bytes)
    try places.check(result.diagnostics)
    try QuotationInvariants.checkNesting(result.quotations, places)
    try requireEqual(result.attributions.count, result.quotations.count, "attributions")
    for (quotation, attribution) in zip(result.quotations, result.attributions) {
      for piece in quotation.pieces { try places.checkSlices(of: piece.span) }
      try check(attribution, of: result, places)
    }
    for speaker in result.speakers {
      try require(!speaker.name.isEmpty, "a speaker has no name")
      try require(!speaker.aliases.contains(""), "\(speaker.name) has an empty alias")
    }
    for candidate in result.candidates.joined() {
      try check(candidate.mention.span, places)
      try require((0...1).contains(candidate.probability), "a chance of \(candidate.probability)")
    }
    try require(
      result.candidates.isEmpty || result.candidates.count == result.quotations.count,
      "candidates of \(result.candidates.count) quotations, not \(result.quotations.count)")
  }

  private static func check(
    _ attribution: Attribution, of result: AttributedArticle, _ places: TextInvariants
  ) throws(BrokenInvariant) {
    if let speaker = attribution.speaker {
      try require(result.speakers.indices.contains(speaker), "speaker \(speaker) is not listed")
    }
    try require(
      (0...1).contains(attribution.confidence), "a confidence of \(attribution.confidence)")
    for span in [attribution.mention?.span, attribution.cue?.span].compactMap(\.self) {
      try check(span, places)
    }
  }

  private static func check(
    _ span: TextSpan, _ places: TextInvariants
  ) throws(BrokenInvariant) {
    try places.check(span, "a mention or a cue")
    try require(!span.isEmpty, "an empty mention or cue at \(span.start)")
    try places.checkSlices(of: span)
  }
}
