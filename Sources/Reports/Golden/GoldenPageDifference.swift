internal import Golden
internal import Prose
internal import Wording

/// A difference on the page: what was accepted beside what the program says now, and the words in
/// their article.
struct GoldenPageDifference {
  private let difference: GoldenDifference
  private let result: CaseResult
  private let texts: GoldenPageTexts

  init(_ difference: GoldenDifference, of result: CaseResult, texts: GoldenPageTexts) {
    self.difference = difference
    self.result = result
    self.texts = texts
  }

  func write(to buffer: inout ByteBuffer) {
    let kind = difference.kind.rawValue
    let id = HTML.escaped(difference.id)
    buffer.append("<article class=\"difference k-\(HTMLGoldenFormat.slug(kind))\" id=\"d-\(id)\" ")
    buffer.append("tabindex=\"-1\" aria-labelledby=\"t-\(id)\">\n<h3 id=\"t-\(id)\">\(kind)")
    if let fact = GoldenWords.fact(of: difference) { buffer.append(": \(fact)") }
    buffer.append(" ")
    buffer.append("<a class=\"id\" href=\"#d-\(id)\">\(id)</a></h3>\n")
    if showsSubject {
      buffer.append("<p class=\"wording\" dir=\"auto\">\(HTML.escaped(difference.subject))</p>\n")
    }
    buffer.append("<div class=\"sides\">\n")
    let sides = self.sides
    side("accepted", result.goldenPlace(of: difference), sides.before, &buffer)
    side("now", result.inputPlace(of: difference), sides.after, &buffer)
    buffer.append("</div>\n")
    classes(&buffer)
    if let reason = difference.rejection {
      buffer.append("<p class=\"facts\">Rejected before: \(HTML.escaped(reason))</p>\n")
    }
    texts.writeContext(of: difference, to: &buffer)
    facts(&buffer)
    buffer.append("</article>\n")
  }

  // MARK: Sides

  /// Whether what it is about stands above the sides, rather than in them.
  private var showsSubject: Bool {
    switch difference.kind {
    case .wordingChanged, .quotationAdded, .quotationLost, .pairAdded, .pairLost, .doubtAdded,
      .doubtLost, .expectationFailed:
      false
    default: true
    }
  }

  private var sides: (before: String, after: String) {
    let subject = difference.subject
    switch difference.kind {
    case .wordingChanged:
      let before = difference.before ?? ""
      let after = difference.after ?? ""
      let words = ChangedWords(before, after)
      return (
        paragraph(marked(before, words.beforeSpans, "del")),
        paragraph(marked(after, words.afterSpans, "ins"))
      )
    case .quotationAdded, .pairAdded, .doubtAdded:
      return (nothing, whole(subject, "ins") + note(difference.after))
    case .quotationLost, .pairLost, .doubtLost:
      return (whole(subject, "del") + note(difference.before), nothing)
    case .expectationFailed:
      return (
        paragraph(HTML.escaped(subject)), difference.after.map { whole($0, "ins") } ?? nothing
      )
    default:
      return (
        difference.before.map { whole($0, "del") } ?? nothing,
        difference.after.map { whole($0, "ins") } ?? nothing
      )
    }
  }

  private func side(_ label: String, _ place: String?, _ text: String, _ buffer: inout ByteBuffer) {
    buffer.append("<div>\n<p class=\"label\">\(label)")
    if let place { buffer.append(" · \(HTML.escaped(place))") }
    buffer.append("</p>\n\(text)</div>\n")
  }

  private func paragraph(_ html: String) -> String {
    "<p class=\"wording\" dir=\"auto\">\(html)</p>\n"
  }

  private func whole(_ text: String, _ element: String) -> String {
    paragraph("<\(element) class=\"whole\">\(HTML.escaped(text))</\(element)>")
  }

  private func note(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    return "<p class=\"facts\" dir=\"auto\">\(HTML.escaped(text))</p>\n"
  }

  private var nothing: String { "<p class=\"wording outside\">nothing</p>\n" }

  private func marked(_ text: String, _ spans: [TextSpan], _ element: String) -> String {
    let bytes = Array(text.utf8)
    var html = ""
    for segment in MarkedText(spans: spans, in: TextSpan(0, bytes.count)).segments {
      let part = HTML.escaped(String(decoding: bytes[segment.span.range], as: UTF8.self))
      if part.isEmpty { continue }
      html += segment.differences.isEmpty ? part : "<\(element)>\(part)</\(element)>"
    }
    return html
  }

  // MARK: Below

  private func classes(_ buffer: inout ByteBuffer) {
    guard !difference.classes.isEmpty else { return }
    buffer.append("<p class=\"facts\">")
    for (index, name) in difference.classes.enumerated() {
      if index > 0 { buffer.append(" · ") }
      buffer.append("<span class=\"badge \(name.severity.name)\">")
      buffer.append("\(HTML.escaped(WordingWords.named(name)))</span>")
    }
    buffer.append("</p>\n")
  }

  /// All that the program says of the words.
  private func facts(_ buffer: inout ByteBuffer) {
    guard let index = difference.answerEntry, result.answer.indices.contains(index),
      !result.answer[index].facts.isEmpty
    else { return }
    buffer.append("<details class=\"entry\"><summary>All that is said of it now</summary>\n<dl>\n")
    for fact in result.answer[index].facts {
      buffer.append("<div><dt>\(fact.name.rawValue)</dt>")
      buffer.append("<dd dir=\"auto\">\(HTML.escaped(fact.value))</dd></div>\n")
    }
    buffer.append("</dl>\n</details>\n")
  }
}
