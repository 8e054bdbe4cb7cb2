extension DifferenceFinder {
  /// Finds words that both sides have at different places, and takes their zones out.
  mutating func findMoves(among zones: inout [Zone]) {
    zones.removeAll { zone in
      guard zone.a.count > 1, zone.a.count == zone.b.count,
        sortedKeys(a, zone.a) == sortedKeys(b, zone.b)
      else { return false }
      addMove(zone.a, zone.b)
      return true
    }
    // Two words that changed places: `companies and miners`.
    takePairs(from: &zones) { finder, x, y in
      guard finder.areCrossing(x, y) else { return false }
      finder.addMove(x.a.lowerBound..<y.a.upperBound, x.b.lowerBound..<y.b.upperBound)
      return true
    }
    // A run that only one side has here, and only the other a little further on.
    takePairs(from: &zones) { finder, x, y in
      guard finder.arePartners(x, y) else { return false }
      let (aWords, bWords) = (x.a.isEmpty ? y.a : x.a, x.b.isEmpty ? y.b : x.b)
      finder.add(finder.runMoveClass(aWords), aWords, bWords, edit: .reorder)
      return true
    }
  }

  /// Takes out zones that belong together, each with the first of the few behind it that `join` takes
  /// it together with.
  ///
  /// - Complexity: O(*n*): of the zones that are taken, only a few lie ahead at any time.
  private mutating func takePairs(
    from zones: inout [Zone], _ join: (inout DifferenceFinder, Zone, Zone) -> Bool
  ) {
    guard zones.count > 1 else { return }
    var isTaken = [Bool](repeating: false, count: zones.count)
    for index in zones.indices where !isTaken[index] {
      var ahead = 0
      for other in (index + 1)..<zones.count where !isTaken[other] {
        if ahead == Self.reach { break }
        ahead += 1
        guard join(&self, zones[index], zones[other]) else { continue }
        isTaken[index] = true
        isTaken[other] = true
        break
      }
    }
    zones = zones.indices.filter { !isTaken[$0] }.map { zones[$0] }
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

  /// Whether only one side has a run at a zone, and only the other at a zone behind it.
  private func arePartners(_ zone: Zone, _ other: Zone) -> Bool {
    guard zone.a.isEmpty != zone.b.isEmpty else { return false }
    if zone.a.isEmpty {
      return other.b.isEmpty && sameWords(other.a, zone.b)
        && isNear(other.a, other.a.lowerBound - zone.a.lowerBound)
    }
    return other.a.isEmpty && sameWords(zone.a, other.b)
      && isNear(zone.a, other.a.lowerBound - zone.a.upperBound)
  }

  /// Whether words have moved, rather than stand elsewhere by chance as single function words do.
  private func isNear(_ words: Range<Int>, _ distance: Int) -> Bool {
    words.count > 1 || !a.words[words.lowerBound].traits.contains(.function) || distance <= 4
  }

  private func areCrossing(_ zone: Zone, _ other: Zone) -> Bool {
    !zone.a.isEmpty && !zone.b.isEmpty && sameWords(zone.a, other.b) && sameWords(other.a, zone.b)
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
