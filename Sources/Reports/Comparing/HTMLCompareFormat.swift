internal import Prose
internal import Wording

/// One page of HTML that needs nothing else: no script, no other file, and fit for paper.
struct HTMLCompareFormat: CompareFormat {
  private let profile: String?

  init(profile: String?) { self.profile = profile }

  mutating func begin(_ buffer: inout ByteBuffer) {
    buffer.append(HTML.pageStart(title: "Utterances and their renderings", style: Self.style))
    var note =
      "No rendering is presumed right: the base is only what the others are told from. Letters "
      + "stand for renderings, ∅ for no words."
    if let profile { note += " Verdicts by the profile “\(profile)”." }
    buffer.append("<p class=\"facts\">\(HTML.escaped(note))</p>\n")
  }

  mutating func write(_ group: UtteranceGroup, to buffer: inout ByteBuffer) {
    let heading = VisibleText.oneLine(CompareWords.heading(of: group))
    buffer.append("<section id=\"\(HTML.escaped(group.id))\">\n<h2>\(group.verdict.rawValue)")
    buffer.append(" · \(HTML.escaped(heading))</h2>\n")
    buffer.append("<p class=\"facts\">\(WordingWords.plain(group.verdict))</p>\n")
    if let conflict = CompareWords.conflict(of: group) {
      let text = HTML.escaped(VisibleText.oneLine(conflict))
      buffer.append("<p class=\"label\"><strong class=\"meaning\">\(text)</strong></p>\n")
    }
    for index in group.renderings.indices { rendering(index, in: group, &buffer) }
    table(of: group, &buffer)
    buffer.append("</section>\n")
  }

  mutating func end(_ summary: CompareSummary, _ buffer: inout ByteBuffer) {
    for line in CompareWords.summary(summary) {
      buffer.append("<p class=\"facts\">\(HTML.escaped(line))</p>\n")
    }
    if !summary.failures.isEmpty {
      buffer.append("<section>\n<h2>Not read</h2>\n<ul>\n")
      for failure in summary.failures {
        buffer.append("<li>\(HTML.escaped(ListWords.failure(failure)))</li>\n")
      }
      buffer.append("</ul>\n</section>\n")
    }
    buffer.append(HTML.pageEnd)
  }

  // MARK: Renderings

  private func rendering(_ index: Int, in group: UtteranceGroup, _ buffer: inout ByteBuffer) {
    let rendering = group.renderings[index]
    let element = index == group.base ? "del" : "ins"
    buffer.append("<div class=\"rendering\"><b>\(CompareWords.siglum(index))</b>\n<div>\n")
    buffer.append("<p dir=\"auto\">")
    let marks = Self.marks(of: index, in: group)
    for (number, piece) in rendering.pieces.enumerated() {
      if number > 0 {
        let isInterrupted =
          rendering.isInterrupted.indices.contains(number - 1)
          && rendering.isInterrupted[number - 1]
        buffer.append(isInterrupted ? " <span class=\"outside\">…</span> " : "<br>\n")
      }
      self.piece(piece, marks, element, group, &buffer)
    }
    let source = CompareWords.source(of: index, in: group).map(VisibleText.oneLine)
    buffer.append("</p>\n<p class=\"facts\">\(HTML.escaped(source.joined(separator: " · ")))</p>\n")
    buffer.append("</div></div>\n")
  }

  /// The stretches of an article at which a rendering differs from the one that it is told from, or
  /// others from it, each with the index of the difference.
  private static func marks(
    of index: Int, in group: UtteranceGroup
  ) -> [(difference: Int, span: TextSpan)] {
    group.differences.enumerated().flatMap { number, place in
      place.readings.flatMap(\.witnesses).compactMap { witness in
        guard witness.rendering == index, let range = witness.place?.utf8 else { return nil }
        return (number, TextSpan(range.lowerBound, range.upperBound))
      }
    }
  }

  private func piece(
    _ piece: LocatedText, _ marks: [(difference: Int, span: TextSpan)], _ element: String,
    _ group: UtteranceGroup, _ buffer: inout ByteBuffer
  ) {
    let range = TextSpan(piece.utf8.lowerBound, piece.utf8.upperBound)
    let own = marks.filter { range.start <= $0.span.start && $0.span.end <= range.end }
    let bytes = Array(piece.text.utf8)
    for segment in MarkedText(spans: own.map(\.span), in: range).segments {
      let part = bytes[segment.span.start - range.start..<segment.span.end - range.start]
      let text = HTML.escaped(String(decoding: part, as: UTF8.self))
      let places = segment.differences.map { group.differences[own[$0].difference] }
      if let severity = places.map(\.severity).max(), !text.isEmpty {
        let names = places.map { WordingWords.plain($0.differenceClass) }.joined(separator: "; ")
        buffer.append("<\(element) class=\"\(severity.name)\" title=\"\(HTML.escaped(names))\">")
        buffer.append("\(text)</\(element)>")
      } else {
        buffer.append(text)
      }
      if !segment.ending.isEmpty {
        let numbers = segment.ending.map { String(own[$0].difference + 1) }
        buffer.append("<sup>\(numbers.joined(separator: ","))</sup>")
      }
    }
  }

  // MARK: The table of readings

  private func table(of group: UtteranceGroup, _ buffer: inout ByteBuffer) {
    guard !group.differences.isEmpty else { return }
    buffer.append(
      """
      <table>
      <thead><tr><th scope="col">#</th><th scope="col">severity</th><th scope="col">class</th>\
      <th scope="col">readings</th><th scope="col">what it is</th></tr></thead>
      <tbody>

      """)
    for (number, place) in group.differences.enumerated() {
      let severity = place.severity.name
      let readings = place.readings.map { reading in
        let words = HTML.escaped(CompareWords.reading(reading.text))
        return "<span dir=\"auto\">\(words)</span> <b>\(CompareWords.witnesses(reading))</b>"
      }
      buffer.append(
        "<tr><td>\(number + 1)</td><td><span class=\"\(severity)\">\(severity)</span></td>"
          + "<td>\(CompareWords.kind(of: place))</td><td>\(readings.joined(separator: "<br>"))</td>"
          + "<td>\(HTML.escaped(WordingWords.plain(place.differenceClass)))</td></tr>\n")
    }
    buffer.append("</tbody>\n</table>\n")
  }

  private static let style = """
    .rendering { display: grid; grid-template-columns: 2rem 1fr; margin: .5rem 0; }
    .rendering p { margin: 0; overflow-wrap: anywhere; }
    b { font: bold .875rem system-ui, sans-serif; padding-top: .15rem; }

    """
}
