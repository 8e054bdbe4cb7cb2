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
  }

  private struct Text {
    var input: CaseResult.InputText
    var bytes: [UInt8]
    var marks: [Mark] = []
  }

  private var texts: [Text]
  private let result: CaseResult

  /// - Complexity: O(*n*) in the texts and the entries of the answer.
  init(_ result: CaseResult) {
    self.result = result
    texts = result.texts.map { Text(input: $0, bytes: Array($0.text.utf8)) }
    var differences: [Int: GoldenDifference] = [:]
    for difference in result.failures {
      guard let entry = difference.answerEntry, differences[entry] == nil else { continue }
      differences[entry] = difference
    }
    for (index, entry) in result.answer.enumerated() {
      for place in entry.places {
        guard let text = textIndex(of: place, entry) else { continue }
        texts[text].marks.append(
          Mark(
            span: TextSpan(place.utf8.lowerBound, place.utf8.upperBound),
            difference: differences[index], speaker: entry.value(of: .speaker)))
      }
    }
  }

  /// The text that a place is in; nil if there is none whose characters it is made of. Articles of
  /// one file share its path and are told apart by the title that the entry names.
  private func textIndex(of place: InputPlace, _ entry: GoldenEntry?) -> Int? {
    let fitting = texts.indices.filter { index in
      texts[index].input.path == place.path && fits(place.utf8, texts[index].bytes)
    }
    if fitting.count > 1, let article = entry?.value(of: .article) {
      return fitting.first { texts[$0].input.title == article } ?? fitting.first
    }
    return fitting.first
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
    let entry = difference.answerEntry.flatMap { index in
      result.answer.indices.contains(index) ? result.answer[index] : nil
    }
    guard let place = difference.place, let index = textIndex(of: place, entry) else { return }
    let bytes = texts[index].bytes
    let words = TextSpan(place.utf8.lowerBound, place.utf8.upperBound)
    let passage = Self.passage(around: words, in: bytes)
    let others = texts[index].marks.filter {
      !$0.span.overlaps(words) && $0.span.overlaps(passage)
    }
    var quiet = others
    for index in quiet.indices { quiet[index].difference = nil }
    buffer.append("<p class=\"context\" dir=\"auto\">")
    if passage.start > 0 { buffer.append("… ") }
    write(
      passage, of: bytes, quiet + [Mark(span: words, difference: difference)], links: false,
      to: &buffer)
    if passage.end < bytes.count { buffer.append(" …") }
    buffer.append("</p>\n")
  }

  /// The paragraphs that words stand in, cut at white space where they are long.
  private static func passage(around words: TextSpan, in bytes: [UInt8]) -> TextSpan {
    func isSpace(_ offset: Int) -> Bool { bytes[offset] == 0x20 || bytes[offset] == 0x0A }
    func isBreak(_ offset: Int) -> Bool {
      bytes[offset] == 0x0A && (offset == 0 || bytes[offset - 1] == 0x0A)
    }
    var start = words.start
    var wordStart = start
    while start > 0, words.start - start < reach, !isBreak(start - 1) {
      start -= 1
      if start == 0 || isSpace(start - 1) { wordStart = start }
    }
    if start == 0 || isBreak(start - 1) { wordStart = start }
    var end = words.end
    var wordEnd = end
    while end < bytes.count, end - words.end < reach, !isBreak(end) {
      end += 1
      if end == bytes.count || isSpace(end) { wordEnd = end }
    }
    return TextSpan(wordStart, wordEnd)
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
