import Prose

/// Whom the descriptions of a told text may mean, as far as those who are named near them show it.
///
/// A story calls one person by one description time and again (`the old lighthouse-keeper`) and
/// names the person close by: before, after, in the words that others say. Who is named in the very
/// sentence of the description is as a rule somebody else.
struct DescribedPeople {
  /// What was seen of one description.
  private struct Use {
    var count = 0
    /// In how many of its places an entity is named near.
    var near: [Int: Int] = [:]
    /// In how many of them in the same sentence.
    var beside: [Int: Int] = [:]
    /// The entity that is named near more than anywhere else; -1 when none.
    var best = -1
  }

  /// How an entity and a description stand to each other.
  struct Relation {
    /// How often the description is used, in classes.
    var count = 0
    /// In how many of its places the entity is named near, in classes from 0 to 5.
    var share = 0
    /// How many times as often as near other descriptions, in classes from 0 to 5.
    var lift = 0
    /// How often in the same sentence, in classes from 0 to 3.
    var beside = 0
    /// Whether nobody is named near it more.
    var isBest = false
  }

  private var uses: [UInt64: Use] = [:]
  /// Near how many places of descriptions each entity is named, and how many places there are.
  private var named: [Int: Int] = [:]
  private var places = 0

  /// How many mentions before and after a description are near it.
  private static let reach = 30
  /// How many paragraphs.
  private static let paragraphs = 20
  /// The fewest uses from which a description tells something.
  private static let fewest = 3

  /// - Complexity: Linear in the number of mentions.
  init(_ scene: Scene) {
    guard scene.isDialogue else { return }
    // The last description near which, and in whose sentence, each entity was seen.
    let last = scene.mentions.reduce(-1) { max($0, $1.entity) }
    var seen = [(near: Int, beside: Int)](repeating: (-1, -1), count: last + 1)
    for index in scene.mentions.indices {
      guard let key = Self.key(scene.mentions[index], scene) else { continue }
      note(index, key, scene, &seen)
    }
    for (key, use) in uses where use.count >= Self.fewest {
      let best = use.near.keys.sorted().max { weight($0, use) < weight($1, use) }
      uses[key]?.best = best ?? -1
    }
  }

  private mutating func note(
    _ index: Int, _ key: UInt64, _ scene: Scene, _ seen: inout [(near: Int, beside: Int)]
  ) {
    let sentence = scene.mentions[index].sentence
    let paragraph = scene.mentions[index].paragraph
    var use = uses.removeValue(forKey: key) ?? Use()
    use.count += 1
    places += 1
    let first = max(0, index - Self.reach)
    for other in first..<min(scene.mentions.count, index + Self.reach + 1) {
      let mention = scene.mentions[other]
      let entity = mention.entity
      guard mention.kind == .name, entity >= 0,
        abs(mention.paragraph - paragraph) <= Self.paragraphs
      else { continue }
      if seen[entity].near != index {
        seen[entity].near = index
        use.near[entity, default: 0] += 1
        named[entity, default: 0] += 1
      }
      if !mention.isQuoted, mention.sentence == sentence, seen[entity].beside != index {
        seen[entity].beside = index
        use.beside[entity, default: 0] += 1
      }
    }
    uses[key] = use
  }

  private func lift(_ entity: Int, _ use: Use) -> Double {
    let share = Double(use.near[entity] ?? 0) / Double(use.count)
    return share * Double(places) / Double(max(1, named[entity] ?? 1))
  }

  private func weight(_ entity: Int, _ use: Use) -> Double {
    let near = Double(use.near[entity] ?? 0) - 2 * Double(use.beside[entity] ?? 0)
    return near / Double(use.count) * min(lift(entity, use), 8)
  }

  /// How an entity stands to the description of a mention; nil where the text tells too little.
  func relation(of entity: Int, to mention: MentionRecord, _ scene: Scene) -> Relation? {
    guard let key = Self.key(mention, scene), let use = uses[key], use.count >= Self.fewest else {
      return nil
    }
    let near = use.near[entity] ?? 0
    let share = Double(near) / Double(use.count)
    let beside = Double(use.beside[entity] ?? 0) / Double(max(1, near))
    let lift = lift(entity, use)
    return Relation(
      count: distanceClass(use.count / 2),
      share: [0.1, 0.25, 0.4, 0.6, 0.8].filter { share >= $0 }.count,
      lift: [0.7, 1.2, 1.8, 3, 6].filter { lift >= $0 }.count,
      beside: [0.05, 0.15, 0.3].filter { beside >= $0 }.count,
      isBest: use.best == entity)
  }

  /// The entity that is named near a description more than anywhere else; -1 when none stands out.
  func best(for mention: MentionRecord, _ scene: Scene) -> Int {
    guard let key = Self.key(mention, scene), let use = uses[key] else { return -1 }
    return use.best
  }

  /// The words of a description without its determiner, as a number; nil for other mentions.
  static func key(_ mention: MentionRecord, _ scene: Scene) -> UInt64? {
    guard mention.kind == .description, !mention.isPlural, !mention.isQuoted else { return nil }
    let tokens = mention.tokens.lowerBound...max(mention.tokens.lowerBound, mention.head)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for token in tokens
    where scene.entry(token).traits.isDisjoint(with: [.determiner, .possessive]) {
      for byte in scene.text.bytes[scene.text.tokens[token].start..<scene.text.tokens[token].end] {
        hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
      }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return hash
  }
}
