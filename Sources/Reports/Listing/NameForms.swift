import Prose
internal import Speakers

/// Forms of names for comparing and sorting. Where ICU has no data they fall back to small letters.
enum NameForms {
  private static let collator = try? NameCollator()

  /// The name without the differences of script, case, accents and apostrophes.
  static func folded(_ name: String) -> String { NameFolding.key(name) }

  /// A key whose bytes sort as people expect names to be sorted.
  static func sortKey(_ name: String) -> [UInt8] {
    collator?.sortKey(name) ?? Array(folded(name).utf8)
  }
}
