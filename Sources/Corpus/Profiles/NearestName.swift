internal import Speakers

/// The name that a misspelled one most likely stands for.
package enum NearestName {
  /// The first of the names that is nearest to a word, case ignored; nil if none is near.
  package static func of(_ word: String, among names: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().utf8)
    let most = letters.count >= 8 ? 3 : letters.count >= 4 ? 2 : 1
    let names = Array(names)
    for limit in 0...most {
      if let name = names.first(where: {
        EditDistance.between(letters, Array($0.utf8), isAtMost: limit)
      }) {
        return name
      }
    }
    // Somebody who writes only a part of a name means the whole.
    return letters.count >= 4
      ? names.first { $0.hasPrefix(word.lowercased()) || $0.hasSuffix(word.lowercased()) } : nil
  }
}
