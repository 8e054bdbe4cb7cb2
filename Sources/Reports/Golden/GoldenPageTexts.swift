internal import Golden
internal import Prose

/// The articles of a case on the page: the passage around a difference, and each article as a whole
/// with its quotations marked, quietly where they are as accepted.
struct GoldenPageTexts {
  /// A stretch of a text that an entry of the answer is about.
  private struct Mark {
    var span: TextSpan
    /// The difference to point at; nil where all is as accepted.
    var difference: GoldenDifference?
    /// Who speaks, for what is as accepted.
    var speaker: String?
    /// The number of the entry.
    var entry: Int?
  }

  private struct Text {
    var input: CaseResult.InputText
    var bytes: [UInt8]
    /// In the order of the text.
    var marks: [Mark] = []

    /// The marks that touch a passage.
    ///
    /// - Complexity: O(log *n*), and linear in the marks inside.
    func marks(around passage: TextSpan) -> [Mark] {
      var low = 0
      var high = marks.count
      while low < high {
        let middle = (low + high) / 2
        if marks[middle].span.start < passage.start { low = middle + 1 } else { high = middle }
      }
      // Quotations inside one another begin before it, at most 32 of them.
      return marks[max(0, low - 32)...].prefix { $0.span.start < passage.end }
        .filter { $0.span.overlaps(passage) }
    }
  }

  private var texts: [Text]
  /// The text of each path.
  private let indices: [String: Int]
  private let result: CaseResult

  /// - Complexity: O(*n*) in the texts and the entries of the answer.
  init(_ result: CaseResult) {
    self.result = result
    texts = result.texts.map { Text(input: $0, bytes: Array($0.text.utf8)) }
    indices = Dictionary(
      texts.indices.map { (result.texts[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    var differences: [Int: GoldenDifference] = [:]
    for difference in result.failures {
      guard let entry = difference.answerEntry, differences[entry] == nil else { continue }
      differences[entry] = difference
    }
    for (index, entry) in result.answer.enumerated() {
      for place in entry.places {
        guard let text = textIndex(of: place) else { continue }
        texts[text].marks.append(
          Mark(
            span: TextSpan(place.utf8.lowerBound, place.utf8.upperBound),
            difference: differences[index], speaker: entry.value(of: .speaker), entry: index))
      }
    }
    for index in texts.indices { texts[index].marks.sort { $0.span < $1.span } }
  }

  /// The text that a place is in; nil if there is none whose characters it is made of.
  private func textIndex(of place: InputPlace) -> Int? {
    indices[place.path].flatMap { fits(place.utf8, texts[$0].bytes) ? $0 : nil }
  }

  private func fits(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    func isBoundary(_ offset: Int) -> Bool {
      offset == bytes.count || bytes[offset] & 0xC0 != 0x80
    }
    return !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= bytes.count
      && isBoundary(range.lowerBound) && isBoundary(range.upperBound)
  }

  // MARK: The passage around a difference

  /// The bytes before and after the words that a passage may take.
  private static let reach = 240

  func writeContext(of difference: GoldenDifference, to buffer: inout ByteBuffer) {
    guard let place = difference.place, let index = textIndex(of: place) else { return }
    let bytes = texts[index].bytes
    let words = TextSpan(place.utf8.lowerBound, place.utf8.upperBound)
    let passage = Self.passage(around: words, in: bytes)
    var marks = texts[index].marks(around: passage.span).filter { !$0.span.overlaps(words) }
    for index in marks.indices {
      // The other pieces of the quotation are meant as well.
      let isMeant =
        difference.answerEntry != nil && marks[index].entry == difference.answerEntry
      marks[index].difference = isMeant ? difference : nil
    }
    marks.append(Mark(span: words, difference: difference))
    buffer.append("<p class=\"context\" dir=\"auto\">\(passage.isCutBefore ? "… " : "")")
    write(passage.span, of: bytes, marks, links: false, to: &buffer)
    if passage.isCutAfter { buffer.append(" …") }
    buffer.append("</p>\n")
  }

  /// The paragraphs that words stand in, cut at white space where they are long.
  private static func passage(
    around words: TextSpan, in bytes: [UInt8]
  ) -> (span: TextSpan, isCutBefore: Bool, isCutAfter: Bool) {
    func isSpace(_ offset: Int) -> Bool { bytes[offset] == 0x20 || bytes[offset] == 0x0A }
    var start = words.start
    var wordStart = start
    while words.start - start < reach, !opensParagraph(start, bytes) {
      start -= 1
      if start == 0 || isSpace(start - 1) { wordStart = start }
    }
    let isCutBefore = !opensParagraph(start, bytes)
    var end = words.end
    var wordEnd = end
    while end - words.end < reach, !closesParagraph(end, bytes) {
      end += 1
      if end == bytes.count || isSpace(end) { wordEnd = end }
    }
    let isCutAfter = !closesParagraph(end, bytes)
    return (
      TextSpan(isCutBefore ? wordStart : start, isCutAfter ? wordEnd : end), isCutBefore, isCutAfter
    )
  }

  /// Whether the text or a blank line ends just before an offset.
  private static func opensParagraph(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    guard offset > 0 else { return true }
    guard bytes[offset - 1] == 0x0A else { return false }
    let before = offset > 1 && bytes[offset - 2] == 0x0D ? offset - 2 : offset - 1
    return before == 0 || bytes[before - 1] == 0x0A
  }

  /// Whether the text ends, or a line that a blank one follows.
  private static func closesParagraph(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    func next(_ offset: Int) -> Int? {
      let end = offset < bytes.count && bytes[offset] == 0x0D ? offset + 1 : offset
      return end < bytes.count && bytes[end] == 0x0A ? end + 1 : nil
    }
    guard offset < bytes.count else { return true }
    return next(offset).map { $0 == bytes.count || next($0) != nil } ?? false
  }

  // MARK: Whole articles

  func writeWhole(to buffer: inout ByteBuffer) {
    for text in texts {
      let changed = text.marks.count { $0.difference != nil }
      let name = [text.input.title, result.joined(text.input.path)].compactMap { $0 }
      buffer.append("<details class=\"article\"><summary>")
      buffer.append("\(HTML.escaped(name.joined(separator: " · "))) <span class=\"count\">")
      buffer.append("\(ListWords.counted(text.marks.count, "passage")) marked, \(changed) changed")
      buffer.append("</span></summary>\n<div class=\"text\" dir=\"auto\">")
      write(TextSpan(0, text.bytes.count), of: text.bytes, text.marks, links: true, to: &buffer)
      buffer.append("</div>\n</details>\n")
    }
  }

  private func write(
    _ range: TextSpan, of bytes: [UInt8], _ marks: [Mark], links: Bool, to buffer: inout ByteBuffer
  ) {
    for segment in MarkedText(spans: marks.map(\.span), in: range).segments {
      let text = HTML.escaped(String(decoding: bytes[segment.span.range], as: UTF8.self))
      if text.isEmpty { continue }
      let covering = segment.differences.map { marks[$0] }
      if let difference = covering.lazy.compactMap(\.difference).first {
        let mark = "<mark title=\"\(HTML.escaped(difference.kind.rawValue))\">\(text)</mark>"
        buffer.append(
          links ? "<a href=\"#d-\(HTML.escaped(difference.id))\">\(mark)</a>" : mark)
      } else if let mark = covering.last {
        let title = mark.speaker.map { " title=\"\(HTML.escaped($0))\"" } ?? ""
        buffer.append("<mark class=\"accepted\"\(title)>\(text)</mark>")
      } else {
        buffer.append(text)
      }
    }
  }
}
