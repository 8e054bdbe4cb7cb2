internal import Prose

/// The search for one quotation.
struct PassageSearch {
  /// A place that was found.
  struct Found: Hashable {
    var evidence: Int
    var segment: Int
    var document: Int
    /// Counted from the document's start.
    var words: Range<Int>

    /// Whether it comes before another one in the result.
    func precedes(_ other: Found) -> Bool {
      if evidence != other.evidence { return evidence > other.evidence }
      return isEarlier(than: other)
    }

    func isEarlier(than other: Found) -> Bool {
      if segment != other.segment { return segment < other.segment }
      if document != other.document { return document < other.document }
      return words.lowerBound < other.words.lowerBound
    }
  }

  private let query: PassageQuery
  private let segments: [PassageSegment]
  private let deleted: Set<Int64>
  private let options: PassageSearcher.Options
  private var chains: ChainSearch
  /// The least evidence that a place must have.
  private var least: Int
  /// The places found so far, in the order of the result.
  private(set) var found: [Found] = []
  /// Whether no place was left out that could be among the found.
  private(set) var isExact = true

  /// How many places of features are looked at before it is asked whether they suffice.
  private static let firstVotes = 4096
  /// How many stretches are looked at before the bound is made sharper by what they showed.
  private static let firstStretches = 4
  private static let mostVotes = 1 << 22
  private static let mostStretches = 4096

  init(
    query: PassageQuery, segments: [PassageSegment], deleted: Set<Int64>,
    options: PassageSearcher.Options
  ) {
    self.query = query
    self.segments = segments
    self.deleted = deleted
    self.options = options
    chains = ChainSearch(query)
    least = max(1, Int((options.minimumCoverage * Double(query.worth)).rounded(.up)))
  }

  mutating func run() throws {
    guard options.limit > 0, !query.features.isEmpty else { return }
    // The rarest features lead to a good place soon; how good it is says how many must be asked.
    var asked = 0
    var votes = 0
    while asked < query.features.count {
      votes += query.features[asked].votes
      if votes > Self.firstVotes, asked > 0 { break }
      asked += 1
    }
    var stretches = try self.stretches(asked: asked)
    let first = stretches.prefix(Self.firstStretches)
    try visit(first)
    let needed = PlaceBounds.featuresToAsk(query, least: least)
    if needed > asked {
      found = []
      stretches = try self.stretches(asked: needed)
      try visit(stretches[...])
    } else {
      try visit(stretches.dropFirst(first.count))
    }
  }

  /// The stretches that can hold a place worth finding, the most promising first.
  private mutating func stretches(asked: Int) throws -> [PlaceBounds.Stretch] {
    var asked = asked
    while asked > 1, query.features[..<asked].reduce(0, { $0 + $1.votes }) > Self.mostVotes {
      asked -= 1
      isExact = false
    }
    let bounds = PlaceBounds(query, asked: asked, least: least)
    var stretches: [PlaceBounds.Stretch] = []
    var positions: [UInt32] = []
    for (number, segment) in segments.enumerated() {
      var votes: [UInt64] = []
      for (index, feature) in query.features.prefix(asked).enumerated() where feature.count > 0 {
        guard let list = try segment.list(of: feature.key) else { continue }
        positions.removeAll(keepingCapacity: true)
        try segment.append(list, to: &positions)
        for (unit, place) in bounds.units.enumerated() where place.feature == index {
          for position in positions { votes.append(UInt64(position) << 16 | UInt64(unit)) }
        }
      }
      votes.sort()
      stretches += bounds.stretches(
        votes, least: least, segment: number, wordCount: segment.wordCount)
    }
    return stretches.sorted {
      if $0.bound != $1.bound { return $0.bound > $1.bound }
      if $0.segment != $1.segment { return $0.segment < $1.segment }
      return $0.words.lowerBound < $1.words.lowerBound
    }
  }

  /// Looks at stretches until none that is left can be among the found.
  private mutating func visit(_ stretches: ArraySlice<PlaceBounds.Stretch>) throws {
    for (number, stretch) in stretches.enumerated() {
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

  private mutating func visit(_ stretch: PlaceBounds.Stretch) throws {
    guard !stretch.words.isEmpty else { return }
    let segment = segments[stretch.segment]
    let terms = try self.terms(stretch.words, in: segment)
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
  private func terms(_ words: Range<Int>, in segment: PassageSegment) throws -> [Int32] {
    var terms = [Int32](repeating: -1, count: words.count)
    var positions: [UInt32] = []
    let range = UInt32(words.lowerBound)..<UInt32(words.upperBound)
    for (number, key) in query.terms.enumerated() {
      guard let list = try segment.list(of: key) else { continue }
      positions.removeAll(keepingCapacity: true)
      try segment.append(list, near: range, to: &positions)
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
