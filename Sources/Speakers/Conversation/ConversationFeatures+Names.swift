/// What the words of turns say of who speaks: the names in them, and whom they address.
extension ConversationFeatures {
  /// Who is named inside the words of this turn and of its neighbours.
  func addNames(_ index: Int, _ entity: Int, _ add: (Feature) -> Void) {
    let turn = turns[index]
    let kind = turn.anchorKind.rawValue
    func named(_ other: Int) -> Int {
      guard turns.indices.contains(other), !turns[other].named.isEmpty else { return 0 }
      return turns[other].named[entity].map { $0 ? 2 : 1 } ?? (turns[other].hasAddress ? 3 : 0)
    }
    let isNear = turn.gap < 2
    let nextIsNear = index + 1 < turns.count && turns[index + 1].gap < 2
    add(Feature(.turnNamed, kind, named(index)))
    add(Feature(.turnNamedBefore, kind, named(index - 1), isNear ? 1 : 0))
    add(Feature(.turnNamedAfter, kind, named(index + 1), nextIsNear ? 1 : 0))
    add(Feature(.turnNamedAround, named(index - 2), named(index + 2), kind))
    if !turn.ownNames.isEmpty {
      add(Feature(.turnOwnName, turn.ownNames.contains(entity) ? 1 : 2))
    }
  }

  /// Whether the nouns by which the turn and its neighbours address somebody fit the entity.
  func addAddress(_ index: Int, _ entity: Int, _ add: (Feature) -> Void) {
    let gender = entities.entities[entity].gender
    let kind = turns[index].anchorKind.rawValue
    func match(_ other: Int) -> Int {
      turns.indices.contains(other) ? turns[other].addressee.match(gender) : 0
    }
    let before = turns[index].gap < 2 ? match(index - 1) : 0
    let after = index + 1 < turns.count && turns[index + 1].gap < 2 ? match(index + 1) : 0
    let own = match(index)
    if own != 0 { add(Feature(.turnAddress, kind, 0, own)) }
    if before != 0 || after != 0 { add(Feature(.turnAddress, kind, 1 + before, after)) }
  }
}
