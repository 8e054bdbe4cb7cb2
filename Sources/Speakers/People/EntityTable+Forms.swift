import Prose

/// The printed forms of names.
extension EntityTable {
  /// The place of a printed name, by whose bytes alone ``printedName(_:_:without:)`` goes; nil when
  /// something stands between its words.
  static func printedSpan(_ mention: MentionRecord, _ scene: Scene) -> TextSpan? {
    let range = mention.name.isEmpty ? mention.tokens : mention.name
    let span = scene.spanOfToken[range.upperBound - 1]
    guard range.allSatisfy({ scene.spanOfToken[$0] == span }) else { return nil }
    // A possessive ending is in it: equal bytes to its very end have equal names.
    let end = max(scene.text.tokens[range.upperBound - 1].end, scene.end(of: mention))
    guard !mention.isPossessive, mention.documentLength == 0 else { return nil }
    return TextSpan(scene.text.tokens[range.lowerBound].start, end)
  }

  /// The printed name without titles, without a nickname in marks and without a possessive ending.
  ///
  /// - Parameter trimmedWords: How many words at the start are no part of the name.
  static func printedName(
    _ mention: MentionRecord, _ scene: Scene, without trimmedWords: Int = 0
  ) -> String {
    let range = mention.name.isEmpty ? mention.tokens : mention.name
    if trimmedWords < range.count, NameGroup.isWhole(mention, scene) {
      let start = scene.text.tokens[range.lowerBound + trimmedWords].start
      let text = scene.text.text(of: TextSpan(start, scene.end(of: mention)))
      if !mayHoldNewline(text) { return text }
    }
    let tokens = NameGroup.nameTokens(of: mention, scene)
    var pieces: [String] = []
    var start = -1
    for (position, token) in tokens.enumerated() where position >= trimmedWords {
      if start < 0 { start = token }
      let next = position + 1 < tokens.count ? tokens[position + 1] : -1
      guard next != token + 1 else { continue }
      let span = TextSpan(
        scene.text.tokens[start].start,
        next < 0 ? scene.end(of: mention) : scene.text.tokens[token].end)
      let text = scene.text.text(of: span)
      if mayHoldNewline(text) {
        pieces += text.split(whereSeparator: \.isNewline).map(String.init)
      } else if !text.isEmpty {
        pieces.append(text)
      }
      start = -1
    }
    return pieces.count == 1 ? pieces[0] : pieces.joined(separator: " ")
  }

  /// Whether a text holds a byte that can be of a line break: LF to CR, U+0085, U+2028, U+2029.
  private static func mayHoldNewline(_ text: String) -> Bool {
    text.utf8.contains { 0x0A...0x0D ~= $0 || $0 == 0x85 || $0 & 0xFE == 0xA8 }
  }
}
