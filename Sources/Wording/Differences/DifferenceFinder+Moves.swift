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
        addMove(x.a.isEmpty ? y.a : x.a, x.b.isEmpty ? y.b : x.b)
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
    if isDay(a, x), isDay(b, y) {
      return number(a, x) == number(b, y)
    }
    guard x.count == y.count, zip(x, y).allSatisfy({ a.words[$0].key == b.words[$1].key }) else {
      return false
    }
    return true
  }

  /// Whether words are the day of a month, with or without what stands around it: `the 3rd of`.
  private func isDay(_ side: WordSequence, _ words: Range<Int>) -> Bool {
    words.count <= 3 && number(side, words) != nil && side.isBesideDate(words.upperBound - 1)
      && words.allSatisfy { !side.words[$0].traits.isDisjoint(with: [.number, .function]) }
  }

  private func number(_ side: WordSequence, _ words: Range<Int>) -> UInt64? {
    words.first { side.words[$0].traits.contains(.number) }.map { side.words[$0].key }
  }

  private mutating func addMove(_ x: Range<Int>, _ y: Range<Int>) {
    let isDate =
      isDay(a, x)
      || (x.allSatisfy { a.words[$0].isPartOfDate } && x.contains { a.isBesideDate($0) })
    if isDate {
      add(.numberForm, a.wholeDate(x), b.wholeDate(y))
    } else {
      add(.wordOrder, x, y, edit: .reorder)
    }
  }

  private func sortedKeys(_ side: WordSequence, _ words: Range<Int>) -> [UInt64] {
    side.words[words].map(\.key).sorted()
  }
}

extension WordSequence.Word {
  /// Whether the word is a month or a number.
  fileprivate var isPartOfDate: Bool { !traits.isDisjoint(with: [.month, .number]) }
}

extension WordSequence {
  /// A part of a date with the months and numbers beside it.
  fileprivate func wholeDate(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, words[start - 1].isPartOfDate { start -= 1 }
    while end < words.count, words[end].isPartOfDate { end += 1 }
    return start..<end
  }

  /// Whether a month stands at a word or beside it.
  fileprivate func isBesideDate(_ index: Int) -> Bool {
    (max(0, index - 2)..<min(words.count, index + 3)).contains { words[$0].traits.contains(.month) }
  }
}
