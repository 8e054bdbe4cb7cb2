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
      pieces += scene.text.text(of: span).split(whereSeparator: \.isNewline).map(String.init)
      start = -1
    }
    return pieces.joined(separator: " ")
  }
}
