import Prose

/// Forms of names for comparing and sorting. Where ICU has no data they fall back to small letters.
enum NameForms {
  private static let collator = try? NameCollator()

  /// The name without the differences of script, case, accents and apostrophes.
  static func folded(_ name: String) -> String {
    (try? NameKeys.key(for: name)) ?? name.lowercased()
  }

  /// A key whose bytes sort as people expect names to be sorted.
  static func sortKey(_ name: String) -> [UInt8] {
    collator?.sortKey(name) ?? Array(folded(name).utf8)
  }
}
