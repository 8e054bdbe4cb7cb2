import LanguageData

/// Reads who says the own name: `I am Smith`, `they call me Smith`.
struct SelfIntroductionReader {
  let scene: Scene

  /// The words that stand before the name, the longest first.
  private static let introductions: [[String]] = {
    var phrases: [[String]] = []
    EmbeddedFile.forEachLine(of: "en/self-introductions.txt") { fields in
      guard let words = fields.first else { return }
      phrases.append(String(decoding: words, as: UTF8.self).split(separator: " ").map(String.init))
    }
    return phrases.sorted { $0.count > $1.count }
  }()

  /// Whether a name inside some words of one quotation is that of who says them.
  func isOwnName(_ mention: MentionRecord, in tokens: Range<Int>) -> Bool {
    let start = mention.tokens.lowerBound
    guard mention.kind == .name, !mention.isPossessive, start > tokens.lowerBound else {
      return false
    }
    return Self.introductions.contains { words in
      let first = start - words.count
      return first >= tokens.lowerBound
        && words.indices.allSatisfy {
          PersonName.fold(scene.text, token: first + $0) == words[$0]
        }
    }
  }
}
