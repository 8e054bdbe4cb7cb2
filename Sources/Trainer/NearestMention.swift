import Speakers

/// What a simple rule reaches, to measure the trained model by: whoever is mentioned nearest to the
/// words says them.
struct NearestMention {
  let scene: Scene

  /// How many mentions on either side are looked at for a name.
  private static let reach = 200

  /// The nearest of some mentions; -1 when there is none.
  func mention(beside span: Scene.MarkedSpan, among mentions: [Int]) -> Int {
    mentions.min { distance($0, span) < distance($1, span) } ?? -1
  }

  /// The person of the nearest name of the narration; -1 when there is none.
  func entity(beside span: Scene.MarkedSpan) -> Int {
    let next = scene.firstMention(startingAtOrAfter: span.tokens.upperBound)
    let range = max(0, next - Self.reach)..<min(scene.mentions.count, next + Self.reach)
    let names = range.filter { index in
      let mention = scene.mentions[index]
      return mention.kind == .name && mention.entity >= 0 && !mention.isQuoted
    }
    let nearest = mention(beside: span, among: names)
    return nearest < 0 ? -1 : scene.mentions[nearest].entity
  }

  private func distance(_ mention: Int, _ span: Scene.MarkedSpan) -> Int {
    let tokens = scene.mentions[mention].tokens
    return tokens.lowerBound >= span.tokens.upperBound
      ? tokens.lowerBound - span.tokens.upperBound
      : max(0, span.tokens.lowerBound - tokens.upperBound)
  }
}
