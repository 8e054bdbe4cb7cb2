internal import Quotations
internal import Speakers
internal import Wording

/// Turns the places that a search found into a report, the best first.
public struct SearchReport {
  /// The output formats.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case text, json, jsonl
  }

  /// What a search looked in, and whether it found more than it gives.
  public struct Summary: Hashable, Sendable {
    public var read: VerifiedQuotation.Read
    public var hasMore: Bool

    public init(read: VerifiedQuotation.Read, hasMore: Bool) {
      self.read = read
      self.hasMore = hasMore
    }
  }

  private let format: Format
  private let style: TerminalStyle
  private var buffer = ByteBuffer()
  private var count = 0

  public init(format: Format, style: TerminalStyle = TerminalStyle()) {
    self.format = format
    self.style = style
    if format == .json { buffer.append("{\"hits\":[") }
  }

  /// Adds the next place.
  ///
  /// - Returns: The bytes that can be written already.
  public mutating func add(_ hit: SearchHit) -> [UInt8] {
    switch format {
    case .text: text(hit)
    case .json:
      if count > 0 { buffer.append(",") }
      buffer.newline()
      json(hit)
    case .jsonl:
      json(hit)
      buffer.newline()
    }
    count += 1
    return buffer.take()
  }

  /// Ends the report.
  ///
  /// - Returns: The remaining bytes.
  public mutating func finish(_ summary: Summary) -> [UInt8] {
    switch format {
    case .text:
      if count > 0 {
        separate()
        line(
          ListWords.counted(count, "place") + " in \(VerifyWords.read(summary.read))."
            + (summary.hasMore ? " There are more: see them with --limit." : ""))
      } else {
        line("Not in what was read: \(VerifyWords.read(summary.read)).")
      }
    case .json:
      buffer.append("],\"read\":")
      var writer = JSONWriter()
      writer.read(summary.read)
      buffer.append(bytes: writer.buffer.take())
      buffer.append(",\"hasMore\":\(summary.hasMore)}\n")
    case .jsonl: break
    }
    return buffer.take()
  }

  // MARK: Many quotations

  /// Writes what was found of one of many quotations: in JSON Lines a line with all of it.
  ///
  /// - Parameters:
  ///   - id: What tells the quotation from the others; nil if nothing does.
  ///   - pieces: Its words.
  public static func write(
    _ hits: [SearchHit], of pieces: [String], id: String?, _ summary: Summary, format: Format,
    style: TerminalStyle = TerminalStyle()
  ) -> [UInt8] {
    var report = SearchReport(format: .text, style: style)
    let words = pieces.joined(separator: " … ")
    guard format == .text else {
      var writer = JSONWriter()
      writer.object {
        $0.key("id")
        if let id { $0.string(id) } else { $0.null() }
        $0.key("text")
        $0.string(words)
        $0.key("hits")
        $0.array(hits) { writer, hit in
          writer.object { report.keys(of: hit, &$0) }
        }
        $0.key("hasMore")
        $0.bool(summary.hasMore)
        $0.key("read")
        $0.read(summary.read)
      }
      return writer.buffer.take() + [0x0A]
    }
    report.line([id, "“\(words)”"].compactMap(\.self).joined(separator: " · "))
    report.buffer.newline()
    var bytes = report.buffer.take()
    for hit in hits { bytes += report.add(hit) }
    return bytes + report.finish(summary) + [0x0A]
  }

  // MARK: Formats

  private mutating func json(_ hit: SearchHit) {
    var writer = JSONWriter()
    writer.object { keys(of: hit, &$0) }
    buffer.append(bytes: writer.buffer.bytes)
  }

  private func keys(of hit: SearchHit, _ writer: inout JSONWriter) {
    writer.key("article")
    writer.article(hit.found.source)
    writer.key("verdict")
    writer.string(hit.verdict.rawValue)
    writer.key("severity")
    writer.integer(hit.found.pair.severity.rawValue)
    writer.key("quotation")
    if let quotation = hit.quotation {
      writer.object { writer in
        writer.key("id")
        writer.string(quotation.id)
        writer.key("kind")
        writer.string(quotation.kind.rawValue)
      }
    } else {
      writer.null()
    }
    writer.foundKeys(hit.found)
  }

  private mutating func text(_ hit: SearchHit) {
    if count > 0 { separate() }
    let found = hit.found
    let verdict = style.paint(hit.verdict.rawValue, as: .init(hit.verdict))
    buffer.append("\(verdict), \(WordingWords.plain(hit.verdict))\n")
    let article = found.source
    var parts = VerifyWords.place(found.passage, in: article)
    parts += [article.outlet, article.date].compactMap(\.self)
    parts.append(
      found.speaker?.name ?? (hit.quotation == nil ? "not in a quotation" : "speaker unknown"))
    line(parts.joined(separator: " · "), role: .place)
    buffer.newline()
    TerminalAlignment(
      AlignedWords(found.pair.a, found.pair.b, found.pair.comparison),
      differences: found.pair.differences, style: style, labels: ("wanted", "corpus")
    ).write(to: &buffer)
    if found.pair.differences.isEmpty { return }
    buffer.newline()
    DifferenceList(found.pair, style: style).write(to: &buffer)
  }

  private mutating func separate() {
    buffer.newline()
    buffer.append(style.paint(String(repeating: "─", count: min(40, style.width)), as: .place))
    buffer.append("\n\n")
  }

  private mutating func line(_ text: String, role: TerminalStyle.Role? = nil) {
    TerminalParagraph(VisibleText.oneLine(text), style: style, role: role).write(to: &buffer)
  }
}
