internal import Prose
internal import Wording

extension GoldenFile {
  /// The file with some differences accepted: it says there what the program says.
  ///
  /// What people wrote in comments stays with its entry. Once nothing else differs, hashes and
  /// places follow the inputs.
  ///
  /// - Parameters:
  ///   - accepted: Which differences, of those that a check of this file found.
  ///   - differences: All differences that it found.
  ///   - answer: The answer that it found.
  ///   - version: The program's version.
  func accepting(
    _ accepted: Set<String>, of differences: [GoldenDifference], answer: [GoldenEntry],
    digests: InputDigests, version: String, comparer: GoldenComparer
  ) -> GoldenFile {
    var file = self
    let taken = Self.settled(by: accepted, of: differences)
    switch body {
    case .missing: return self
    case .answer(let golden):
      file.body = .answer(
        Self.entries(golden, accepting: taken, from: answer, comparer: comparer))
    case .expectations(var expectations):
      for difference in taken where difference.kind == .expectationPassed {
        guard let index = difference.goldenEntry else { continue }
        expectations[index].expectedFailure = nil
      }
      file.body = .expectations(expectations)
    }
    if taken.contains(where: { $0.kind == .expectationPassed && $0.goldenEntry == nil }) {
      file.header.expectedFailure = nil
    }
    if taken.contains(where: { $0.kind == .inputChanged }) {
      file.header = digests.updating(file.header)
    }
    if taken.count == differences.count, header.tool != nil { file.header.tool = version }
    return file
  }

  /// The differences that are accepted, with those that follow once nothing else is left.
  static func settled(
    by accepted: Set<String>, of differences: [GoldenDifference]
  ) -> [GoldenDifference] {
    func follows(_ difference: GoldenDifference) -> Bool {
      difference.kind == .inputChanged || difference.kind == .moved
    }
    let isAll = differences.allSatisfy { accepted.contains($0.id) || follows($0) }
    return differences.filter { accepted.contains($0.id) || (isAll && follows($0)) }
  }

  private static func entries(
    _ golden: [GoldenEntry], accepting differences: [GoldenDifference], from answer: [GoldenEntry],
    comparer: GoldenComparer
  ) -> [GoldenEntry] {
    var entries: [GoldenEntry?] = golden
    var added: Set<Int> = []
    for difference in differences {
      switch (difference.goldenEntry, difference.answerEntry) {
      case (let g?, let a?): entries[g]?.accept(difference, from: answer[a])
      case (let g?, nil): entries[g] = nil
      case (nil, let a?): added.insert(a)
      case (nil, nil): break
      }
    }
    guard !added.isEmpty else { return entries.compactMap { $0 } }
    // A new entry goes behind the one that precedes it in the answer.
    let matcher = EntryMatcher(
      golden, answer, comparer: comparer.comparer, tokenizer: comparer.tokenizer)
    var followers: [Int: [GoldenEntry]] = [:]
    var predecessor = -1
    for (a, entry) in answer.enumerated() {
      if let g = matcher.goldenOfAnswer[a] {
        predecessor = g
      } else if added.contains(a) {
        followers[predecessor, default: []].append(entry)
      }
    }
    var result = followers[-1] ?? []
    for (g, entry) in entries.enumerated() {
      if let entry { result.append(entry) }
      result += followers[g] ?? []
    }
    return result
  }
}

extension GoldenEntry {
  /// Takes over what a difference is about.
  fileprivate mutating func accept(_ difference: GoldenDifference, from answer: GoldenEntry) {
    if difference.kind == .wordingChanged {
      content = answer.content
      take([.place], from: answer)
    } else if let name = difference.fact {
      take(name.withConsequences, from: answer)
    }
  }

  /// Takes over facts of some names; the others keep their order.
  private mutating func take(_ names: Set<GoldenFact.Name>, from answer: GoldenEntry) {
    facts.removeAll { names.contains($0.name) }
    let order = GoldenFact.Name.allCases
    for fact in answer.facts where names.contains(fact.name) {
      let rank = order.firstIndex(of: fact.name)!
      let place = facts.firstIndex { order.firstIndex(of: $0.name)! > rank } ?? facts.count
      facts.insert(fact, at: place)
    }
  }
}
