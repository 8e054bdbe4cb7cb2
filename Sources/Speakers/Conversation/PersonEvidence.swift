import Prose

/// How much the text treats each entity as somebody who acts, and how much as a place or a thing.
///
/// A place stands behind prepositions and never says or does anything; capitals alone do not tell
/// it from a person.
struct PersonEvidence {
  private struct Count {
    var all = 0
    var afterPreposition = 0
    var active = 0
    var isTitled = false
  }

  private var counts: [Count]

  /// - Complexity: Linear in the number of mentions.
  init(_ scene: Scene, _ links: [CueLink], entityCount: Int) {
    counts = [Count](repeating: Count(), count: entityCount)
    for (index, mention) in scene.mentions.enumerated() where mention.entity >= 0 {
      guard mention.kind == .name else { continue }
      if mention.name.lowerBound > mention.tokens.lowerBound {
        counts[mention.entity].isTitled = true
      }
      if mention.isQuoted {
        if scene.isAddress(mention) { counts[mention.entity].active += 1 }
        continue
      }
      counts[mention.entity].all += 1
      let before = mention.tokens.lowerBound - 1
      if before >= 0, scene.entry(before).traits.contains(.preposition) {
        counts[mention.entity].afterPreposition += 1
      }
      if links[index].hasCue || Self.acts(mention, scene) { counts[mention.entity].active += 1 }
    }
  }

  /// Whether a word that looks like a verb's form follows.
  private static func acts(_ mention: MentionRecord, _ scene: Scene) -> Bool {
    let next = mention.tokens.upperBound
    guard !mention.isPossessive, next < scene.text.tokens.count, scene.isNarration(next),
      scene.text.tokens[next].kind == .word
    else { return false }
    return scene.ending(next) == .past || scene.entry(next).traits.contains(.auxiliary)
  }

  /// The share of an entity's names that stand behind prepositions, in classes from 0 to 3, and that
  /// of those that act or are called, likewise; 0 for an entity without names.
  func classes(of entity: Int) -> (preposition: Int, active: Int, isTitled: Bool) {
    guard entity < counts.count else { return (0, 0, false) }
    let count = counts[entity]
    func share(_ part: Int, _ limits: [Int]) -> Int {
      limits.filter { part * 100 > count.all * $0 }.count
    }
    return (
      share(count.afterPreposition, [15, 35, 60]), share(count.active, [0, 10, 25]), count.isTitled
    )
  }
}
