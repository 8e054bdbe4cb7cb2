/// Decides whether two wordings are of one utterance: by the words, and by who said them when.
struct PairJudge: Sendable {
  /// What is known of two wordings.
  enum Decision: Sendable {
    /// They are of one utterance.
    case link(Link)
    /// They are alike, and yet two utterances.
    case rivals(Int, Int)
    case unrelated
  }

  /// Two wordings that are of one utterance.
  struct Link: Sendable {
    var a: Int
    var b: Int
    /// How much speaks for it, in log-odds.
    var strength: Double
    /// What of each the other covers too, as indices of words.
    var aShared: Range<Int>
    var bShared: Range<Int>
    /// Whether nothing in the words speaks against it.
    var isPure: Bool
  }

  let table: WordingTable
  let comparer: WordingComparer

  /// Decides on two wordings.
  func decide(_ a: Int, _ b: Int) -> Decision {
    let (first, second) = (table.entries[a], table.entries[b])
    guard let likeness = comparer.likeness(first.words, second.words) else { return .unrelated }
    let evidence = likeness.evidence
    var score = evidence.score(
      isFull: likeness.isFull, daysApart: daysApart(first, second))
    let agreement = speakers(first, second)
    switch agreement {
    case .same: score += Self.sameSpeaker
    case .different: score -= Self.differentSpeakers
    case .unknown: break
    }
    if !likeness.isWhole, evidence.isTooLittleForOverlap { return .unrelated }
    // A retelling or a translation leaves little in a row, but what it leaves is in order.
    if score <= 0, agreement != .different, evidence.isScattered { score = 1 / (2 - score) }
    guard score > 0 else { return .unrelated }
    let isPure = evidence.unmatched + evidence.divergence == 0
    // An article prints an utterance once, and repeats of it what it repeats word for word.
    if !isPure, first.sharesArticles(with: second) { return .rivals(a, b) }
    return .link(
      Link(
        a: a, b: b, strength: score, aShared: likeness.a, bShared: likeness.b, isPure: isPure))
  }

  /// The link between two wordings by one speaker that follow, in both articles, on the same words:
  /// what was translated or retold has little in common word for word, but stands in one place.
  func linkInPlace(_ a: Int, _ b: Int) -> Link? {
    let (first, second) = (table.entries[a], table.entries[b])
    guard speakers(first, second) == .same, !first.sharesArticles(with: second),
      let likeness = comparer.likeness(first.words, second.words)
    else { return nil }
    let keys = first.words.contentKeys
    let others = second.words.contentKeys
    let common = keys.intersection(others).count
    let share = Double(common) / Double(max(1, min(keys.count, others.count)))
    guard common > 1, share >= 0.3 else { return nil }
    return Link(
      a: a, b: b, strength: share / 4, aShared: likeness.a, bShared: likeness.b, isPure: false)
  }

  /// How the speakers of two wordings lie to each other.
  private enum Agreement { case same, different, unknown }

  private func speakers(_ a: WordingTable.Entry, _ b: WordingTable.Entry) -> Agreement {
    if a.speakers.isEmpty || b.speakers.isEmpty { return .unknown }
    if a.speakers.contains(where: b.speakers.contains) { return .same }
    return a.areSpeakersCertain && b.areSpeakersCertain ? .different : .unknown
  }

  /// The days between the reports that are nearest to each other; nil when a date is unknown.
  private func daysApart(_ a: WordingTable.Entry, _ b: WordingTable.Entry) -> Int? {
    guard let first = a.days, let second = b.days else { return nil }
    return max(0, first.lowerBound - second.upperBound, second.lowerBound - first.upperBound)
  }

  /// What it adds in log-odds that both are credited to one speaker, and takes away that they are
  /// credited to two. Attributions are sometimes wrong, and a body's words are its spokesman's.
  private static let sameSpeaker = 1.0
  private static let differentSpeakers = 1.0
}

extension WordingTable.Entry {
  /// Whether half or more of the articles that print one of the two print both.
  fileprivate func sharesArticles(with other: Self) -> Bool {
    var (i, j, common) = (0, 0, 0)
    while i < articles.count, j < other.articles.count {
      if articles[i] == other.articles[j] { common += 1 }
      if articles[i] <= other.articles[j] { i += 1 } else { j += 1 }
    }
    return common > 0 && common * 2 >= min(articles.count, other.articles.count)
  }
}

extension Evidence {
  /// Whether equal words stand all over the shorter side, in one order: a phrase that two utterances
  /// have in common is one run.
  fileprivate var isScattered: Bool { matched - longestRun > 40 && coverage > 0.45 }
}

extension WordSequence {
  /// The keys of the words that carry content, each once, dates and numbers left out: these stand in
  /// all that is said of one event.
  fileprivate var contentKeys: Set<UInt64> {
    let common: WordTraits = [.function, .number, .month, .weekday]
    return Set(words.lazy.filter { $0.traits.isDisjoint(with: common) }.map(\.key))
  }
}
