extension PassageSearch {
  /// Looks at stretches until none that is left can be among the found.
  mutating func visit(_ stretches: [PlaceBounds.Stretch]) throws {
    let promising = stretches.sorted {
      if $0.bound != $1.bound { return $0.bound > $1.bound }
      if $0.segment != $1.segment { return $0.segment < $1.segment }
      return $0.words.lowerBound < $1.words.lowerBound
    }
    for (number, stretch) in promising.enumerated() {
      if stretch.bound < least { return }
      if number == Self.mostStretches {
        isExact = false
        return
      }
      if stretch.bound == found.last?.evidence, found.count == options.limit,
        try isLater(stretch, than: found[found.count - 1])
      {
        continue
      }
      try visit(stretch)
    }
  }

  /// Whether all of a stretch lies behind a place.
  private func isLater(_ stretch: PlaceBounds.Stretch, than place: Found) throws -> Bool {
    if stretch.segment != place.segment { return stretch.segment > place.segment }
    let document = try segments[place.segment].document(at: place.document)
    return stretch.words.lowerBound > document.words.lowerBound + place.words.lowerBound
  }

  mutating func visit(_ stretch: PlaceBounds.Stretch) throws {
    guard !stretch.words.isEmpty else { return }
    let segment = segments[stretch.segment]
    let terms = try self.terms(stretch.words, in: stretch.segment)
    var index = try segment.indexOfDocument(atWord: stretch.words.lowerBound)
    while index < segment.documentCount {
      let document = try segment.document(at: index)
      if document.words.lowerBound >= stretch.words.upperBound { break }
      let words = document.words.clamped(to: stretch.words)
      if !words.isEmpty, !deleted.contains(document.id) {
        let base = stretch.words.lowerBound
        let slice = terms[words.lowerBound - base..<words.upperBound - base]
        for chain in chains.chains(slice, least: least) {
          let start = chain.words.lowerBound + base - document.words.lowerBound
          add(
            Found(
              evidence: chain.evidence, segment: stretch.segment, document: index,
              words: start..<start + chain.words.count))
        }
      }
      index += 1
    }
  }

  /// For each word of a stretch the number of the query's word that it equals, or -1.
  private func terms(_ words: Range<Int>, in segment: Int) throws -> [Int32] {
    var terms = [Int32](repeating: -1, count: words.count)
    var positions: [UInt32] = []
    let range = UInt32(words.lowerBound)..<UInt32(words.upperBound)
    for (number, lists) in query.lists.enumerated() {
      guard let list = lists[segment] else { continue }
      positions.removeAll(keepingCapacity: true)
      try segments[segment].append(list, near: range, to: &positions)
      for position in positions where range.contains(position) {
        terms[Int(position) - words.lowerBound] = Int32(number)
      }
    }
    return terms
  }

  private mutating func add(_ place: Found) {
    let index = found.firstIndex { place.precedes($0) } ?? found.count
    found.insert(place, at: index)
    if found.count > options.limit { found.removeLast() }
    if found.count == options.limit { least = max(least, found[found.count - 1].evidence) }
    let share = options.minimumShareOfBest * Double(found[0].evidence)
    least = max(least, Int(share.rounded(.up)))
    while let last = found.last, last.evidence < least { found.removeLast() }
  }
}
