public import Prose
internal import Quotations

/// One error of a printer at one mark.
public enum MarkDamage: String, CaseIterable, Sendable {
  case deleted, doubled, flipped
  /// An apostrophe stands in its place.
  case swapped

  /// What is printed instead of a mark; nil where this damage leaves the mark as it is.
  public func replacement(of mark: String) -> String? {
    switch self {
    case .deleted: ""
    case .doubled: mark + mark
    case .flipped: Self.opposites[mark]
    case .swapped: ["’", "'"].contains(mark) ? nil : mark.utf8.count > 2 ? "’" : "'"
    }
  }

  private static let opposites = [
    "“": "”", "”": "“", "‘": "’", "’": "‘", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "„": "“", "``": "''",
  ]
}

/// What one damaged mark does to an article.
public struct DamageOutcome: Sendable {
  /// The place of the damage in the original.
  public var place: TextSpan
  /// Whether all pieces outside of the damaged paragraph are found as before.
  public var keepsOthers: Bool
  /// The quotations that lie outside of the damaged paragraph.
  public var others = 0
  /// Those of them that are the same in pieces, speech and speaker.
  public var sameOthers = 0
  /// Whether a new diagnostic stands in the damaged paragraph, or where its quotation begins.
  public var isDiagnosed: Bool
  /// The damaged paragraph.
  public var paragraph: TextSpan
  /// The pieces outside of the paragraph that only one of the two has.
  public var changed: [TextSpan] = []

  /// Damages a mark of an article; nil where nothing is damaged by it.
  public init?(_ original: MarkedArticle, _ mark: MarkedArticle.Mark, _ damage: MarkDamage) {
    guard let replacement = damage.replacement(of: original.text.text(of: mark.span)) else {
      return nil
    }
    let edit = EditedText(original.text.bytes, replacing: [.init(mark.span, replacement)])
    let damaged = MarkedArticle(
      Article(id: original.id, bytes: edit.bytes))
    let paragraph = original.text.paragraphs[mark.paragraph].span
    self.paragraph = paragraph
    place = mark.span
    let before = original.contents(original.unedited).filter { !$0.overlaps(paragraph) }
    let after = damaged.contents(edit).filter { !$0.overlaps(paragraph) }
    keepsOthers = before == after
    if !keepsOthers {
      changed = Array(Set(before).symmetricDifference(after)).sorted()
    }
    var records = Set<MarkedArticle.Record>()
    func isOutside(_ record: MarkedArticle.Record) -> Bool {
      record.pieces.allSatisfy { !$0.overlaps(paragraph) }
    }
    for record in damaged.records(edit) where isOutside(record) { records.insert(record) }
    for record in original.records(original.unedited) where isOutside(record) {
      others += 1
      if records.contains(record) { sameOthers += 1 }
    }
    var known: [TextSpan: Int] = [:]
    for diagnostic in original.found.diagnostics {
      if let span = diagnostic.span { known[span, default: 0] += 1 }
    }
    // The quotation may have begun paragraphs above.
    let start =
      original.found.quotations.filter { $0.span.contains(mark.span) }.map(\.span.start).min()
      ?? paragraph.start
    let region = TextSpan(min(start, paragraph.start), paragraph.end)
    isDiagnosed = damaged.found.diagnostics.contains { diagnostic in
      guard let span = diagnostic.span else { return false }
      let place = edit.original(span)
      if let count = known[place], count > 0 {
        known[place] = count - 1
        return false
      }
      return region.start <= place.start && place.start <= region.end
    }
  }
}
