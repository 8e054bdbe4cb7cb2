internal import Speakers
internal import Wording

/// A table by RFC 4180: a header, one rendering a row, the renderings of a group one below the
/// other.
struct CSVCompareFormat: CompareFormat {
  private let writer: CSVWriter

  init(isSafe: Bool) { writer = CSVWriter(isSafe: isSafe) }

  static let columns = [
    "group", "group_verdict", "speaker_conflict", "base", "article", "path", "title", "outlet",
    "date", "id", "text", "speaker", "verdict", "relation", "similarity", "differences", "line",
    "column", "utf8", "scalar", "utf16",
  ]

  mutating func begin(_ buffer: inout ByteBuffer) { writer.row(Self.columns, &buffer) }

  mutating func write(_ group: UtteranceGroup, to buffer: inout ByteBuffer) {
    for (index, rendering) in group.renderings.enumerated() {
      let article = rendering.article
      let alignment = rendering.alignment
      let pieces = rendering.pieces
      writer.row(
        [
          group.id, group.verdict.rawValue, group.hasSpeakerConflict ? "true" : "false",
          index == group.base ? group.choice.rawValue : "", article.id, article.path ?? "",
          article.title ?? "", article.outlet ?? "", article.date ?? "", rendering.id,
          pieces.map(\.text).joined(separator: " … "), rendering.speaker?.name ?? "",
          alignment?.verdict.rawValue ?? "", alignment?.relation?.rawValue ?? "",
          alignment.map { decimalText($0.similarity) } ?? "", differences(of: index, in: group),
          String(pieces[0].line), String(pieces[0].column), CSVWriter.ranges(pieces.map(\.utf8)),
          CSVWriter.ranges(pieces.map(\.scalar)), CSVWriter.ranges(pieces.map(\.utf16)),
        ], &buffer)
    }
  }

  mutating func end(_ summary: CompareSummary, _ buffer: inout ByteBuffer) {}

  /// The readings that a rendering has alone or with others: `number: 16 → 60; …`.
  private func differences(of index: Int, in group: UtteranceGroup) -> String {
    let texts = group.differences.compactMap { place -> String? in
      guard
        let reading = place.readings.dropFirst().first(where: { reading in
          reading.witnesses.contains { $0.rendering == index }
        })
      else { return nil }
      let classes = reading.classes.map(\.rawValue).joined(separator: "+")
      let before = CompareWords.reading(place.readings[0].text)
      return "\(classes): \(before) → \(CompareWords.reading(reading.text))"
    }
    return texts.joined(separator: "; ")
  }
}
