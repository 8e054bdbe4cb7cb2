internal import Prose
internal import Quotations
public import Speakers

/// Why each quotation of an article was found and attributed as it was, for a terminal.
public struct ExplanationReport {
  private let attributed: AttributedArticle
  private let style: TerminalStyle
  private let places: Places
  private let place: TextPlace?
  private var buffer = ByteBuffer()

  /// The report on one article.
  ///
  /// - Parameter place: Where the quotations stand that are reported; nil for all of the article.
  /// - Returns: No bytes when no quotation stands at the place.
  public static func bytes(
    for attributed: AttributedArticle, at place: TextPlace? = nil,
    style: TerminalStyle = TerminalStyle()
  ) -> [UInt8] {
    var report = ExplanationReport(attributed, at: place, style: style)
    report.writeAll()
    return report.buffer.take()
  }

  private init(_ attributed: AttributedArticle, at place: TextPlace?, style: TerminalStyle) {
    self.attributed = attributed
    self.place = place
    self.style = style
    places = Places(attributed.article)
  }

  private mutating func writeAll() {
    let chosen = attributed.quotations.indices.filter(isChosen)
    guard place == nil || !chosen.isEmpty else { return }
    writeHeader()
    let identifiers = QuotationIdentifiers.identifiers(
      of: attributed.quotations, in: attributed.article)
    for index in chosen {
      buffer.newline()
      writeQuotation(index, identifiers: identifiers)
    }
    if place == nil { writeDiagnostics() }
  }

  /// Whether one of a quotation's pieces stands at the place that was asked for.
  private func isChosen(_ index: Int) -> Bool {
    guard let place else { return true }
    return attributed.quotations[index].pieces.contains { piece in
      let first = places.locate(piece.span)
      let last = places.locate(TextSpan(piece.span.end, piece.span.end))
      return place.isBetween((first.line, first.column), (last.line, last.column))
    }
  }

  private mutating func writeHeader() {
    let article = ArticleReference(attributed.article)
    let title = article.title.map { "\(article.placeName) · \($0)" } ?? article.placeName
    paragraph(title, role: .heading)
    let origin = [article.outlet, article.date].compactMap { $0 }
    if !origin.isEmpty { paragraph(origin.joined(separator: ", "), role: .place) }
    // Who asks for one place does not ask for all of the article.
    guard place == nil else { return }
    let speech = attributed.quotations.count { $0.speech == .speech }
    let other = attributed.quotations.count - speech
    let found = ListWords.counted(attributed.quotations.count, "quotation")
    paragraph(other == 0 ? "\(found)." : "\(found), of which \(other) are not speech.")
    guard !attributed.speakers.isEmpty else { return }
    paragraph("Speakers:")
    for speaker in attributed.speakers { paragraph(name(of: speaker), indent: 2) }
  }

  // MARK: One quotation

  private mutating func writeQuotation(_ index: Int, identifiers: [String]) {
    let quotation = attributed.quotations[index]
    let attribution = attributed.attributions[index]
    let place = places.locate(quotation.pieces[0].span)
    buffer.append(
      "\(style.paint("\(place.line):\(place.column)", as: .heading)) "
        + "\(identifiers[index]) \(quotation.kind.rawValue), \(speechText(quotation.speech))\n")
    for piece in quotation.pieces {
      paragraph(attributed.article.text(of: piece.span), indent: 2)
    }
    for (number, piece) in quotation.pieces.enumerated() {
      let label = quotation.pieces.count == 1 ? "marks" : "marks \(number + 1)"
      field(
        label,
        "\(quotation.style.rawValue); \(markText("opens", piece.opening)), "
          + markText("closes", piece.closing))
    }
    if let parent = quotation.parent, identifiers.indices.contains(parent) {
      field("inside", identifiers[parent])
    }
    writeAttribution(attribution)
    if attributed.candidates.indices.contains(index) {
      writeCandidates(attributed.candidates[index], known: attribution.evidence)
    }
  }

  private mutating func writeAttribution(_ attribution: Attribution) {
    if let speaker = speaker(attribution.speaker) {
      field("speaker", "\(name(of: speaker)), confidence \(decimalText(attribution.confidence))")
    } else {
      field("speaker", "unknown", role: .doubt)
    }
    if let mention = attribution.mention { field("mention", mentionText(mention)) }
    if let cue = attribution.cue { field("cue", cueText(cue)) }
    writeEvidence(attribution.evidence, label: "evidence")
  }

  /// - Parameter known: The reasons that are printed already, as those for the choice.
  private mutating func writeCandidates(_ candidates: [Candidate], known: [Evidence]) {
    guard !candidates.isEmpty else { return field("candidates", "none") }
    field("candidates", ListWords.counted(candidates.count, "mention"))
    let likely = candidates.prefix(Self.mostCandidates).filter {
      $0.probability >= Self.leastProbability
    }
    for candidate in likely {
      var words = "\(decimalText(candidate.probability)) \(mentionText(candidate.mention))"
      words += candidate.name.map { ", is \($0)" } ?? ", not resolved"
      if let cue = candidate.cue { words += "; cue \(cueText(cue))" }
      paragraph(words, indent: 6, hang: 5)
      // The reasons against what nobody would think of are noise.
      guard candidate.evidence != known else { continue }
      for evidence in candidate.evidence { paragraph(evidenceText(evidence), indent: 12, hang: 6) }
    }
    let rest = candidates.count - likely.count
    if rest > 0, !likely.isEmpty { paragraph("\(rest) more, unlikely", indent: 6, hang: 5) }
  }

  /// How many candidates are worth showing, and how probable they must be.
  private static let mostCandidates = 5
  private static let leastProbability = 0.005

  private mutating func writeEvidence(_ evidence: [Evidence], label: String) {
    guard let first = evidence.first else { return }
    field(label, evidenceText(first))
    for other in evidence.dropFirst() { field("", evidenceText(other)) }
  }

  private mutating func writeDiagnostics() {
    guard !attributed.diagnostics.isEmpty else { return }
    buffer.newline()
    paragraph("Doubtful places", role: .heading)
    for diagnostic in attributed.diagnostics {
      let place = diagnostic.span.map { span in
        let located = places.locate(span)
        return "\(located.line):\(located.column) "
      }
      paragraph(
        "\(place ?? "")\(diagnostic.severity.rawValue) \(diagnostic.code): \(diagnostic.message)",
        indent: 2)
    }
  }

  // MARK: Words

  private func speaker(_ index: Int?) -> Speaker? {
    index.flatMap { attributed.speakers.indices.contains($0) ? attributed.speakers[$0] : nil }
  }

  private func name(of speaker: Speaker) -> String {
    var words = "\(speaker.name) (\(speaker.kind.rawValue)"
    if speaker.gender != .unknown { words += ", \(speaker.gender.rawValue)" }
    if let identifier = speaker.identifier { words += ", listed as \(identifier)" }
    words += ")"
    let others = speaker.aliases.filter { $0 != speaker.name }
    return others.isEmpty ? words : words + " also: " + others.joined(separator: "; ")
  }

  private func speechText(_ speech: Quotation.Speech) -> String {
    switch speech {
    case .speech: "speech"
    case .notSpeech(let reason): "not speech: \(reason.rawValue)"
    }
  }

  private func markText(_ verb: String, _ mark: TextSpan?) -> String {
    guard let mark else { return "\(verb) without a mark" }
    let place = places.locate(mark)
    return "\(verb) with \(place.text) at \(place.line):\(place.column)"
  }

  private func mentionText(_ mention: Mention) -> String {
    var words = "\(placeText(mention.span)), \(mention.kind.rawValue)"
    if mention.gender != .unknown { words += ", \(mention.gender.rawValue)" }
    if mention.isPlural { words += ", plural" }
    return words
  }

  private func cueText(_ cue: Cue) -> String {
    let words = placeText(cue.span)
    return attributed.article.text(of: cue.span) == cue.lemma ? words : "\(words) (\(cue.lemma))"
  }

  private func placeText(_ span: TextSpan) -> String {
    let place = places.locate(span)
    return "\(place.text) at \(place.line):\(place.column)"
  }

  private func evidenceText(_ evidence: Evidence) -> String {
    // What no weight decided, a rule did.
    evidence.weight == 0
      ? "rule  \(evidence.name)"
      : "\(evidence.weight < 0 ? "" : "+")\(decimalText(evidence.weight)) \(evidence.name)"
  }

  // MARK: Layout

  private mutating func field(_ label: String, _ text: String, role: TerminalStyle.Role? = nil) {
    let width = 12
    buffer.append(spaces: 4)
    buffer.append(style.paint(label, as: .place))
    buffer.append(spaces: width - label.utf8.count)
    let line = VisibleText.oneLine(text)
    let lines = LineWrapper.lines(line, width: style.width - 4 - width)
    for (index, line) in lines.enumerated() {
      if index > 0 { buffer.append(spaces: 4 + width) }
      buffer.append(role.map { style.paint(line, as: $0) } ?? line)
      buffer.newline()
    }
  }

  private mutating func paragraph(
    _ text: String, role: TerminalStyle.Role? = nil, indent: Int = 0, hang: Int? = nil
  ) {
    TerminalParagraph(
      VisibleText.oneLine(text), style: style, role: role, indent: indent, hang: hang
    ).write(to: &buffer)
  }
}
