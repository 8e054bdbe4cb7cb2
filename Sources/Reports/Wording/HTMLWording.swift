internal import Prose
internal import Wording

/// One of two wordings in HTML: what differs is in `del` or `ins` elements, with a title that names
/// the class, followed by the difference's number.
struct HTMLWording {
  private let label: String
  private let element: String
  private let rendering: Rendering
  private let spans: [TextSpan]
  private let differences: [Difference]
  private let shared: TextSpan?

  /// - Parameters:
  ///   - label: The heading, `A` or an outlet's name.
  ///   - element: `del` for the first wording, `ins` for the second.
  ///   - spans: The places of the differences on this side.
  ///   - shared: What the other wording covers too; the rest is set back.
  init(
    _ label: String, element: String, _ rendering: Rendering, spans: [TextSpan],
    differences: [Difference], shared: TextSpan?
  ) {
    self.label = label
    self.element = element
    self.rendering = rendering
    self.spans = spans
    self.differences = differences
    self.shared = shared
  }

  func write(to buffer: inout ByteBuffer) {
    buffer.append("<div>\n<p class=\"label\">\(HTML.escaped(label))</p>\n")
    buffer.append("<p class=\"wording\" dir=\"auto\">")
    let start = rendering.pieces.first?.start ?? 0
    let end = max(start, rendering.pieces.last?.end ?? rendering.text.bytes.count)
    let text = MarkedText(spans: spans, in: TextSpan(start, end))
    for segment in text.segments { write(segment, &buffer) }
    buffer.append("</p>\n</div>\n")
  }

  private func write(_ segment: MarkedText.Segment, _ buffer: inout ByteBuffer) {
    if segment.differences.isEmpty {
      plain(segment.span, &buffer)
    } else if !segment.span.isEmpty {
      let severity = segment.differences.map { differences[$0].severity }.max() ?? .style
      let title = segment.differences.map { index in
        let differenceClass = differences[index].differenceClass
        return "\(index + 1): \(WordingWords.named(differenceClass))"
      }
      buffer.append("<\(element) class=\"\(severity.name)\" title=\"")
      buffer.append(HTML.escaped(title.joined(separator: "; ")))
      buffer.append("\">\(HTML.escaped(rendering.text.text(of: segment.span)))</\(element)>")
    }
    if !segment.ending.isEmpty {
      let numbers = segment.ending.map { String($0 + 1) }.joined(separator: ",")
      buffer.append("<sup>\(numbers)</sup>")
    }
  }

  /// Words without a difference; those that only this side has are set back.
  private func plain(_ span: TextSpan, _ buffer: inout ByteBuffer) {
    guard let shared else {
      buffer.append(HTML.escaped(rendering.text.text(of: span)))
      return
    }
    let start = min(max(span.start, shared.start), span.end)
    let end = max(start, min(span.end, shared.end))
    outside(TextSpan(span.start, start), &buffer)
    buffer.append(HTML.escaped(rendering.text.text(of: TextSpan(start, end))))
    outside(TextSpan(end, span.end), &buffer)
  }

  private func outside(_ span: TextSpan, _ buffer: inout ByteBuffer) {
    guard !span.isEmpty else { return }
    let text = rendering.text.text(of: span)
    // A shared stretch ends with its last word: the mark behind it is nobody's surplus.
    let hasWords = text.unicodeScalars.contains {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    let escaped = HTML.escaped(text)
    buffer.append(hasWords ? "<span class=\"outside\">\(escaped)</span>" : escaped)
  }
}
