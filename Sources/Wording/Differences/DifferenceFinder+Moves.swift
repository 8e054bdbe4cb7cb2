extension DifferenceFinder {
  /// Finds words that both sides have at different places, and takes their zones out.
  mutating func findMoves(among zones: inout [Zone]) {
    var index = 0
    while index < zones.count {
      let zone = zones[index]
      if zone.a.count > 1, zone.a.count == zone.b.count,
        sortedKeys(a, zone.a) == sortedKeys(b, zone.b)
      {
        addMove(zone.a, zone.b)
        zones.remove(at: index)
        continue
      }
      index += 1
    }
    // Two words that changed places: `companies and miners`.
    index = 0
    while index < zones.count {
      if let other = crossing(zones[index], behind: index, among: zones) {
        let (x, y) = (zones[index], zones[other])
        addMove(x.a.lowerBound..<y.a.upperBound, x.b.lowerBound..<y.b.upperBound)
        zones.remove(at: other)
        zones.remove(at: index)
      } else {
        index += 1
      }
    }
    // A run that only one side has here, and only the other a little further on.
    index = 0
    while index < zones.count {
      if let other = partner(of: zones[index], behind: index, among: zones) {
        let (x, y) = (zones[index], zones[other])
        add(
          runMoveClass(x.a.isEmpty ? y.a : x.a), x.a.isEmpty ? y.a : x.a,
          x.b.isEmpty ? y.b : x.b, edit: .reorder)
        zones.remove(at: other)
        zones.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Adds the move of the whole shared stretch, over what else both sides share.
  mutating func addMove(between a: WordSequence, _ b: WordSequence) {
    let hasPieces =
      a.words[aShared].contains { $0.traits.contains(.afterSkip) }
      || b.words[bShared].contains { $0.traits.contains(.afterSkip) } || a.pieces.count > 1
      || b.pieces.count > 1
    add(hasPieces ? .piecesReordered : .wordOrder, aShared, bShared, edit: .reorder)
  }

  /// How many zones further on a moved run is looked for.
  private static let reach = 6

  private func partner(of zone: Zone, behind index: Int, among zones: [Zone]) -> Int? {
    guard zone.a.isEmpty != zone.b.isEmpty else { return nil }
    for other in zones.indices[(index + 1)...].prefix(Self.reach) {
      let candidate = zones[other]
      if zone.a.isEmpty, candidate.b.isEmpty, sameWords(candidate.a, zone.b),
        isNear(candidate.a, candidate.a.lowerBound - zone.a.lowerBound)
      {
        return other
      }
      if zone.b.isEmpty, candidate.a.isEmpty, sameWords(zone.a, candidate.b),
        isNear(zone.a, candidate.a.lowerBound - zone.a.upperBound)
      {
        return other
      }
    }
    return nil
  }

  /// Whether words have moved, rather than stand elsewhere by chance as single function words do.
  private func isNear(_ words: Range<Int>, _ distance: Int) -> Bool {
    words.count > 1 || !a.words[words.lowerBound].traits.contains(.function) || distance <= 4
  }

  private func crossing(_ zone: Zone, behind index: Int, among zones: [Zone]) -> Int? {
    guard !zone.a.isEmpty, !zone.b.isEmpty else { return nil }
    return zones.indices[(index + 1)...].prefix(Self.reach).first {
      sameWords(zone.a, zones[$0].b) && sameWords(zones[$0].a, zone.b)
    }
  }

  func sameWords(_ x: Range<Int>, _ y: Range<Int>) -> Bool {
    x.count == y.count && zip(x, y).allSatisfy { a.words[$0].key == b.words[$1].key }
  }

  private mutating func addMove(_ x: Range<Int>, _ y: Range<Int>) {
    add(moveClass(x), x, y, edit: .reorder)
  }

  /// The class of words in another order: who did what to whom, and what is denied, can turn with it;
  /// the members of a list cannot.
  private func moveClass(_ words: Range<Int>) -> DifferenceClass {
    let run = a.words[words]
    let content = run.filter { $0.traits.isDisjoint(with: [.function, .quantifier, .negation]) }
    if content.isEmpty { return .wordOrder }
    if run.contains(where: { $0.traits.contains(.negation) }), run.count > 1 { return .negation }
    if run.contains(where: { $0.traits.contains(.quantifier) }) { return .quantifier }
    if content.count < 2 || run.contains(where: { $0.traits.contains(.conjunction) }) {
      return .wordOrder
    }
    if content.filter({ $0.traits.contains(.number) }).count > 1 { return .number }
    if content.filter(\.isNameLike).count > 1 { return .name }
    return .contentWord
  }

  /// The class of a run that stands further on.
  private func runMoveClass(_ words: Range<Int>) -> DifferenceClass {
    let run = a.words[words]
    if run.contains(where: { $0.traits.contains(.negation) }) { return .negation }
    return run.allSatisfy { $0.traits.contains(.quantifier) } ? .quantifier : .wordOrder
  }

  private func sortedKeys(_ side: WordSequence, _ words: Range<Int>) -> [UInt64] {
    side.words[words].map(\.key).sorted()
  }
}
