internal import Prose

extension RenderingGrouper {
  /// Aligns the renderings of one utterance with one of them and collects their readings by place.
  ///
  /// What the base does not cover is told from another rendering that does, so that no difference
  /// between two renderings is lost because a third one is shorter than both.
  ///
  /// - Parameters:
  ///   - renderings: The words of the renderings of one group; at least one.
  ///   - days: For each the day of publication, counted from any day; without it those that come first
  ///     count as the earlier ones.
  /// - Complexity: O(*n*) comparisons in the number of different renderings.
  public func apparatus(of renderings: [WordSequence], days: [Int?] = []) -> Apparatus {
    precondition(!renderings.isEmpty, "an apparatus is of at least one rendering")
    var builder = ApparatusBuilder(renderings, days: days, comparer: comparer)
    return builder.build()
  }
}

/// Makes the apparatus of one group.
private struct ApparatusBuilder {
  private let witnesses: [WordSequence]
  private let days: [Int?]
  private let comparer: WordingComparer
  private var alignments: [Apparatus.Collation?]
  /// For each rendering the words that no alignment has covered yet.
  private var uncovered: [[Bool]]
  private var places: [Place] = []
  private var placeNumbers: [PlaceKey: Int] = [:]
  private var comparisons: [ComparisonKey: Comparison] = [:]

  private struct ComparisonKey: Hashable {
    var reference: Int
    var bytes: [UInt8]
    var pieces: [TextSpan]
  }

  private struct PlaceKey: Hashable {
    var reference: Int
    var span: TextSpan
  }

  /// The readings at one place of a reference, under construction.
  private struct Place {
    var reference: Int
    var span: TextSpan
    /// For each rendering that differs: its place, and how.
    var variants: [Int: (span: TextSpan, variants: [Apparatus.Variant])] = [:]
  }

  init(_ witnesses: [WordSequence], days: [Int?], comparer: WordingComparer) {
    self.witnesses = witnesses
    self.days = days
    self.comparer = comparer
    alignments = Array(repeating: nil, count: witnesses.count)
    uncovered = witnesses.map { Array(repeating: true, count: $0.words.count) }
  }

  mutating func build() -> Apparatus {
    let (base, choice) = base()
    var references: [Int] = []
    var next: Int? = base
    while let reference = next, references.count < Self.mostReferences {
      references.append(reference)
      collate(with: reference)
      next = fullestUncovered(besides: references)
    }
    let order = Dictionary(uniqueKeysWithValues: references.enumerated().map { ($1, $0) })
    places.sort { a, b in
      a.reference != b.reference
        ? order[a.reference, default: 0] < order[b.reference, default: 0] : a.span < b.span
    }
    return Apparatus(
      base: base, choice: choice, alignments: alignments, places: places.map(finished))
  }

  // MARK: The base

  /// The wording of more than half of the renderings if there is one, otherwise the fullest in words
  /// that others have too, so that what was translated twice is no base for all; of several renderings
  /// with one wording the earliest.
  private func base() -> (index: Int, choice: Apparatus.Choice) {
    var members: [[UInt64]: [Int]] = [:]
    for (index, witness) in witnesses.enumerated() {
      members[witness.words.map(\.key), default: []].append(index)
    }
    if let majority = members.values.first(where: { $0.count * 2 > witnesses.count }),
      witnesses.count > 1
    {
      return (majority.min(by: isEarlier) ?? majority[0], .majority)
    }
    let attested = attestedBits()
    let fullest = witnesses.indices.min { a, b in
      if attested[a] != attested[b] { return attested[a] > attested[b] }
      let (first, second) = (witnesses[a].words.count, witnesses[b].words.count)
      if first != second { return first > second }
      let (more, fewer) = (count(of: a, in: members), count(of: b, in: members))
      return more != fewer ? more > fewer : isEarlier(a, b)
    }
    return (fullest ?? 0, .fullest)
  }

  /// For each rendering what its words tell, each counted for every other rendering that has it.
  private func attestedBits() -> [Int] {
    let keys = witnesses.map { Set($0.words.map(\.key)) }
    var renderings: [UInt64: Int] = [:]
    for key in keys.joined() { renderings[key, default: 0] += 1 }
    return witnesses.map { witness in
      var seen: Set<UInt64> = []
      return witness.words.reduce(0) { sum, word in
        guard seen.insert(word.key).inserted else { return sum }
        return sum + Int(word.bits) * (renderings[word.key, default: 1] - 1)
      }
    }
  }

  private func count(of index: Int, in members: [[UInt64]: [Int]]) -> Int {
    members[witnesses[index].words.map(\.key)]?.count ?? 0
  }

  private func isEarlier(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (day(of: a), day(of: b))
    return first != second ? first < second : a < b
  }

  private func day(of index: Int) -> Int {
    days.indices.contains(index) ? days[index] ?? .max : .max
  }

  // MARK: Alignment

  private mutating func collate(with reference: Int) {
    for index in uncovered[reference].indices { uncovered[reference][index] = false }
    for index in witnesses.indices
    where index != reference && uncoveredCount(of: index) >= needed(of: index) {
      var comparison = comparison(of: index, with: reference)
      guard let shared = comparison.shared else { continue }
      // That they are of one utterance is settled, by whatever evidence.
      comparison.judgement = .same
      comparison.differences = comparison.differences.filter { isNew($0.b.span, in: index) }
      cover(shared.b, of: index)
      if alignments[index] == nil {
        alignments[index] = .init(reference: reference, comparison: comparison)
      } else {
        alignments[index]?.comparison.differences += comparison.differences
      }
      for difference in comparison.differences { add(difference, of: index, reference) }
    }
  }

  private mutating func comparison(of index: Int, with reference: Int) -> Comparison {
    let words = witnesses[index]
    let key = ComparisonKey(reference: reference, bytes: words.text.bytes, pieces: words.pieces)
    if let known = comparisons[key] { return known }
    let comparison = comparer.compare(
      witnesses[reference], words, isPresumedSame: true)
    comparisons[key] = comparison
    return comparison
  }

  /// How many words must be left to make another alignment worth while; a short rendering's own
  /// number the first time.
  private func needed(of index: Int) -> Int {
    alignments[index] == nil ? 1 : Self.fewestWords
  }

  private func uncoveredCount(of index: Int) -> Int {
    uncovered[index].reduce(0) { $1 ? $0 + 1 : $0 }
  }

  /// Whether a place is among the words that no earlier alignment covered.
  private func isNew(_ span: TextSpan, in index: Int) -> Bool {
    guard alignments[index] != nil else { return true }
    let words = witnesses[index].words
    return words.indices.contains {
      uncovered[index][$0] && words[$0].span.start < max(span.end, span.start + 1)
        && span.start < words[$0].span.end
    }
  }

  private mutating func cover(_ span: TextSpan, of index: Int) {
    for (number, word) in witnesses[index].words.enumerated()
    where span.contains(word.span) { uncovered[index][number] = false }
  }

  /// The rendering with the most words that none of the references has, if another one may share
  /// them.
  private func fullestUncovered(besides references: [Int]) -> Int? {
    let left = witnesses.indices.filter {
      !references.contains($0) && uncoveredCount(of: $0) >= Self.fewestWords
    }
    guard left.count > 1 else { return nil }
    return left.min { a, b in
      let (first, second) = (uncoveredCount(of: a), uncoveredCount(of: b))
      return first != second ? first > second : isEarlier(a, b)
    }
  }

  // MARK: Places

  private mutating func add(_ difference: Difference, of index: Int, _ reference: Int) {
    let key = PlaceKey(reference: reference, span: difference.a.span)
    let number = placeNumbers[key] ?? places.endIndex
    if number == places.endIndex {
      placeNumbers[key] = number
      places.append(Place(reference: reference, span: difference.a.span))
    }
    let variant = Apparatus.Variant(difference.differenceClass, difference.edit)
    if places[number].variants[index] == nil {
      places[number].variants[index] = (difference.b.span, [])
    }
    places[number].variants[index]?.variants.append(variant)
  }

  private func finished(_ place: Place) -> Apparatus.Place {
    var readings: [Apparatus.Reading] = []
    var byText: [[UInt8]: Int] = [:]
    for (index, found) in place.variants.sorted(by: { $0.key < $1.key }) {
      let attestation = Apparatus.Attestation(rendering: index, span: found.span)
      let text = Array(witnesses[index].text.bytes[found.span.range])
      if let number = byText[text] {
        readings[number].witnesses.append(attestation)
        for variant in found.variants where !readings[number].variants.contains(variant) {
          readings[number].variants.append(variant)
        }
      } else {
        byText[text] = readings.count
        readings.append(.init(witnesses: [attestation], variants: found.variants))
      }
    }
    readings.sort { a, b in
      a.witnesses.count != b.witnesses.count
        ? a.witnesses.count > b.witnesses.count
        : a.witnesses[0].rendering < b.witnesses[0].rendering
    }
    let agreeing = witnesses.indices.filter { index in
      index == place.reference
        || place.variants[index] == nil && covers(place.span, index, place.reference)
    }
    let own = Apparatus.Reading(
      witnesses: agreeing.map {
        .init(rendering: $0, span: $0 == place.reference ? place.span : nil)
      }, variants: [])
    return Apparatus.Place(
      reference: place.reference, span: place.span, readings: [own] + readings)
  }

  /// Whether a rendering covers a place of the reference that it was aligned with.
  private func covers(_ span: TextSpan, _ index: Int, _ reference: Int) -> Bool {
    guard let alignment = alignments[index], alignment.reference == reference,
      let shared = alignment.comparison.shared
    else { return false }
    return shared.a.start <= span.start && span.end <= shared.a.end
  }

  private static let mostReferences = 4
  private static let fewestWords = 3
}
