import Prose

/// Which firm an article is about.
extension EntityTable {
  /// How many times as often as any other body the leading one is named.
  private static let lead = 2

  /// Notes the body that an article names so much more often than others that `the company` means it;
  /// none when there are two such.
  mutating func noteLeadingFirm(_ scene: Scene) {
    guard !scene.isDialogue else { return }
    var best = (entity: -1, count: 0)
    var second = 0
    for (index, entity) in entities.enumerated()
    where entity.kind == .organization && !entity.name.words.isEmpty && entity.firstMention >= 0 {
      let mention = scene.mentions[entity.firstMention]
      guard !mention.isPlace, !mention.isOutlet else { continue }
      if entity.count > best.count {
        second = best.count
        best = (index, entity.count)
      } else {
        second = max(second, entity.count)
      }
    }
    leadingFirm = best.count >= Self.lead * second && best.count > 0 ? best.entity : nil
  }

  /// The leading firm, once it has been named.
  func leadingFirm(before mention: Int) -> Int? {
    leadingFirm.flatMap { lastMentions[$0] >= 0 ? $0 : nil }
  }
}
