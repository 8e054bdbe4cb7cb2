internal import Prose
internal import Wording

extension GoldenComparer {
  /// What of a partial case does not hold in an answer, and what is said to fail but holds.
  ///
  /// - Complexity: O(*n* *m*) in the words of the answer and the number of expectations.
  public func check(
    _ expectations: [GoldenExpectation], against answer: [GoldenEntry], path: String
  ) -> [GoldenDifference] {
    let checker = ExpectationChecker(answer, comparer: comparer, tokenizer: tokenizer)
    var differences: [GoldenDifference] = []
    for (index, expectation) in expectations.enumerated() {
      let failure = checker.failure(of: expectation.claim)
      var difference: GoldenDifference
      switch (failure, expectation.expectedFailure) {
      case (nil, nil), (.some, .some): continue
      case (.some(let failure), nil):
        difference = GoldenDifference(
          .expectationFailed, subject: expectation.claim.text, before: nil, after: failure.found)
        difference.place = failure.place
      case (nil, .some(let reason)):
        difference = GoldenDifference(
          .expectationPassed, subject: expectation.claim.text, before: "fails: \(reason)",
          after: "holds; remove the line “xfail”")
      }
      difference.goldenEntry = index
      difference.goldenLine = expectation.line
      differences.append(difference)
    }
    GoldenDifference.name(&differences, path: path)
    return differences
  }
}

/// Looks claims up in an answer.
struct ExpectationChecker {
  private let entries: [(entry: GoldenEntry, wordings: [ContentWords])]
  private let comparer: WordingComparer
  private let tokenizer: Tokenizer

  /// Why a claim does not hold.
  struct Failure {
    /// What the answer says instead.
    var found: String
    var place: InputPlace?
  }

  init(_ answer: [GoldenEntry], comparer: WordingComparer, tokenizer: Tokenizer) {
    self.comparer = comparer
    self.tokenizer = tokenizer
    func words(_ pieces: [String]) -> ContentWords {
      ContentWords(pieces, comparer: comparer, tokenizer: tokenizer)
    }
    entries = answer.filter { $0.kind != .doubt }.map { entry in
      let sides = [.piece, .first, .second].map { (label: GoldenEntry.ContentLine.Label) in
        entry.content.filter { $0.label == label }.map(\.text)
      }
      let renderings = entry.values(of: .rendering).map { [$0] }
      return (entry, (sides.filter { !$0.isEmpty } + renderings).map(words))
    }
  }

  /// Why a claim does not hold; nil if it holds.
  func failure(of claim: GoldenExpectation.Claim) -> Failure? {
    switch claim {
    case .says(let name, let words): saysFailure(name, words)
    case .mustNotSay(let name, let words): mustNotSayFailure(name, words)
    case .verdict(let words, let verdict):
      failure(words) {
        $0.value(of: .verdict) == verdict.rawValue
      } found: {
        $0.value(of: .verdict) ?? "no verdict"
      }
    case .differs(let words, let differenceClass):
      failure(words) {
        $0.classes.contains(differenceClass.rawValue)
      } found: {
        $0.classes.isEmpty ? "no difference" : $0.classes.joined(separator: ", ")
      }
    case .doesNotDiffer(let words, let differenceClass):
      failure(words, needsAll: true) {
        !$0.classes.contains(differenceClass.rawValue)
      } found: {
        $0.values(of: .difference).joined(separator: "; ")
      }
    }
  }

  private func entries(with words: String) -> [GoldenEntry] {
    let wanted = ContentWords([words], comparer: comparer, tokenizer: tokenizer)
    return entries.filter { $0.wordings.contains { $0.contains(wanted) } }.map(\.entry)
  }

  private func saysFailure(_ name: String, _ words: String) -> Failure? {
    let all = entries(with: words)
    let said = all.filter { $0.value(of: .notSpeech) == nil }
    if said.contains(where: { $0.isSaid(by: name) }) { return nil }
    if let first = said.first {
      return Failure(
        found: "said by \(first.value(of: .speaker) ?? "nobody")", place: first.places.first)
    }
    if let first = all.first { return Failure(found: first.summary, place: first.places.first) }
    return Failure(found: "no quotation has these words")
  }

  private func mustNotSayFailure(_ name: String?, _ words: String) -> Failure? {
    let said = entries(with: words).first { entry in
      entry.value(of: .notSpeech) == nil && name.map { entry.isSaid(by: $0) } ?? true
    }
    return said.map {
      Failure(found: "said by \($0.value(of: .speaker) ?? "nobody")", place: $0.places.first)
    }
  }

  /// - Parameter needsAll: Whether the claim must hold for all entries that have the words, rather
  ///   than for one.
  private func failure(
    _ words: String, needsAll: Bool = false, holds: (GoldenEntry) -> Bool,
    found: (GoldenEntry) -> String
  ) -> Failure? {
    let entries = entries(with: words)
    guard let first = needsAll ? entries.first(where: { !holds($0) }) : entries.first else {
      return entries.isEmpty ? Failure(found: "nothing has these words") : nil
    }
    if !needsAll, entries.contains(where: holds) { return nil }
    return Failure(found: found(first), place: first.places.first)
  }
}

extension GoldenEntry {
  /// The classes of its differences.
  fileprivate var classes: [String] {
    values(of: .difference).flatMap { value in
      // `class (edit): …` or `class, class: …`
      value.prefix { $0 != ":" && $0 != "(" }.split(separator: ",").map { part in
        String(part.trimmed)
      }
    }
  }

  /// Whether the speaker has all words of a name: `Quill` is said of *Ada Quill*.
  fileprivate func isSaid(by name: String) -> Bool {
    guard let speaker = value(of: .speaker) else { return false }
    let words = Self.nameWords(speaker)
    let wanted = Self.nameWords(name)
    return !wanted.isEmpty && wanted.isSubset(of: words)
  }

  private static func nameWords(_ name: String) -> Set<String> {
    let folded = (try? NameKeys.key(for: name)) ?? name.lowercased()
    return Set(folded.split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }
}
