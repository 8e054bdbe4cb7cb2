/// Decides whether two wordings are of one utterance: by the words, and by who said them when.
///
/// Most pairs are decided by their ``CommonThread``, which costs little: either too little is shared,
/// or equal words all over both show one utterance. What lies between is aligned.
struct PairJudge: Sendable {
  /// What is known of two wordings.
  enum Decision: Sendable {
    /// They are of one utterance.
    case link(Link)
    /// They are alike, and yet two utterances.
    case rivals(Int, Int)
    /// They may be of one utterance, if others of it say so as well.
    case hint(Hint)
    case unrelated
  }

  /// Two wordings that are of one utterance.
  struct Link: Sendable {
    var a: Int32
    var b: Int32
    /// How much speaks for it, in log-odds.
    var strength: Float
    /// Whether nothing in the words speaks against it.
    var isPure: Bool
    /// Whether equal words stand all over both, so that no fragment that fits several utterances can be
    /// one of the two.
    var isSure: Bool
    /// What of each the other covers too, as indices of words.
    var aStart: Int32
    var aEnd: Int32
    var bStart: Int32
    var bEnd: Int32

    init(
      _ a: Int, _ b: Int, strength: Double, _ aShared: Range<Int>, _ bShared: Range<Int>,
      isPure: Bool, isSure: Bool = false
    ) {
      (self.a, self.b) = (Int32(a), Int32(b))
      self.strength = Float(strength)
      self.isPure = isPure
      self.isSure = isSure
      (aStart, aEnd) = (Int32(aShared.lowerBound), Int32(aShared.upperBound))
      (bStart, bEnd) = (Int32(bShared.lowerBound), Int32(bShared.upperBound))
    }
  }

  /// Two wordings that share too little to be sure.
  struct Hint: Sendable {
    var a: Int32
    var b: Int32
    /// How much more speaks for it than against it, in bits; may be negative.
    var balance: Int32
    /// How much more that is than would make one hint worth nothing; always positive.
    var bits: Int32
  }

  /// What is kept from one pair to the next, so that pairs with the same first wording cost less.
  struct Memory {
    fileprivate var finder = ThreadFinder()
    fileprivate var first: Int?
    fileprivate var words: (entry: Int, sequence: WordSequence)?
  }

  let table: WordingTable
  let comparer: WordingComparer
  /// Reads the words of a rendering.
  let words: @Sendable (Int) -> WordSequence
  /// How many bits a common thread needs beyond what speaks against it. Among *n* wordings that of the
  /// likeliest stranger is alike by the logarithm of *n*.
  let leastBalance: Int32

  /// - Parameter corpusCount: How many wordings each was looked for among.
  init(
    table: WordingTable, comparer: WordingComparer, corpusCount: Int,
    words: @escaping @Sendable (Int) -> WordSequence
  ) {
    self.table = table
    self.comparer = comparer
    self.words = words
    leastBalance = max(10, Self.doublings(corpusCount) - 6)
  }

  /// Decides on two wordings.
  func decide(_ a: Int, _ b: Int, _ memory: inout Memory) -> Decision {
    let (first, second) = (table.entries[a], table.entries[b])
    let thread = thread(a, b, &memory)
    let agreement = speakers(first, second)
    let days = daysApart(first, second)
    let balance =
      thread.balance - Self.bitsOfDoubling * Self.doublings(days ?? Self.unknownDays)
      - (agreement == .different ? Self.bitsOfOtherSpeaker : 0)
    if thread.scattered >= Self.leastScattered, balance >= leastBalance {
      // A root, because the words of one utterance are no independent evidence of each other. It makes
      // of the bits about what the alignment of the same wordings scores.
      let strength = Double(balance).squareRoot() / 3 + agreement.logOdds
      return link(
        Link(a, b, strength: strength, thread.a, thread.b, isPure: false, isSure: true), first,
        second)
    }
    if !isHopeless(thread, first, second), let link = alignedLink(a, b, days, agreement, &memory) {
      return self.link(link, first, second)
    }
    let bits = balance - leastBalance + Self.benefitOfDoubt
    if thread.bits >= Self.leastHint, bits > 0 {
      return .hint(Hint(a: Int32(a), b: Int32(b), balance: balance, bits: bits))
    }
    return .unrelated
  }

  /// Whether two wordings agree of which others say that they are of one utterance.
  func agree(_ a: Int, _ b: Int, _ memory: inout Memory) -> Bool {
    switch decide(a, b, &memory) {
    case .link: true
    case .hint(let hint): hint.balance > 0
    case .rivals, .unrelated: false
    }
  }

  /// A link, unless the two are the words of one article: it prints an utterance once, and repeats of
  /// it what it repeats word for word.
  private func link(
    _ link: Link, _ a: WordingTable.Entry, _ b: WordingTable.Entry
  ) -> Decision {
    !link.isPure && a.sharesArticles(with: b)
      ? .rivals(Int(link.a), Int(link.b)) : .link(link)
  }

  private func thread(_ a: Int, _ b: Int, _ memory: inout Memory) -> CommonThread {
    if memory.first != a {
      memory.finder.set(table.entries[a].words)
      memory.first = a
    }
    return memory.finder.thread(with: table.entries[b].words)
  }

  /// Whether no alignment of two wordings could show one utterance: it links few words that the common
  /// thread has not.
  private func isHopeless(
    _ thread: CommonThread, _ a: WordingTable.Entry, _ b: WordingTable.Entry
  ) -> Bool {
    let shorter = min(a.bits, b.bits)
    return thread.matched < Self.leastMatched && 5 * thread.matched < 2 * shorter
  }

  private func alignedLink(
    _ a: Int, _ b: Int, _ days: Int?, _ agreement: Agreement, _ memory: inout Memory
  ) -> Link? {
    if memory.words?.entry != a { memory.words = (a, words(table.entries[a].witnesses[0])) }
    guard let sequence = memory.words?.sequence,
      let likeness = comparer.likeness(sequence, words(table.entries[b].witnesses[0]))
    else { return nil }
    let evidence = likeness.evidence
    var score = evidence.score(isFull: likeness.isFull, daysApart: days) + agreement.logOdds
    if !likeness.isWhole, evidence.isTooLittleForOverlap { return nil }
    // A retelling or a translation leaves little in a row, but what it leaves is in order.
    if score <= 0, agreement != .different, evidence.isScattered { score = 1 / (2 - score) }
    guard score > 0 else { return nil }
    return Link(
      a, b, strength: score, likeness.a, likeness.b,
      isPure: evidence.unmatched + evidence.divergence == 0)
  }

  /// The link between two wordings by one speaker that follow, in both articles, on the same words:
  /// what was translated or retold has little in common word for word, but stands in one place.
  func linkInPlace(_ a: Int, _ b: Int) -> Link? {
    let (first, second) = (table.entries[a], table.entries[b])
    guard speakers(first, second) == .same, !first.sharesArticles(with: second) else { return nil }
    let keys = first.contentKeys
    let others = second.contentKeys
    let common = keys.intersection(others).count
    let share = Double(common) / Double(max(1, min(keys.count, others.count)))
    guard common > 1, share >= 0.3,
      let likeness = comparer.likeness(words(first.witnesses[0]), words(second.witnesses[0]))
    else { return nil }
    return Link(a, b, strength: share / 4, likeness.a, likeness.b, isPure: false)
  }

  /// How the speakers of two wordings lie to each other.
  private enum Agreement {
    case same, different, unknown

    /// What it adds in log-odds. Attributions are sometimes wrong, and a body's words are its
    /// spokesman's.
    var logOdds: Double {
      switch self {
      case .same: 1
      case .different: -1
      case .unknown: 0
      }
    }
  }

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

  /// How often one can be doubled before it is greater than a number.
  private static func doublings(_ number: Int) -> Int32 {
    Int32(Int.bitWidth - number.leadingZeroBitCount)
  }

  /// The bits that speak against one utterance for each doubling of the days between the reports.
  private static let bitsOfDoubling: Int32 = 2
  /// What is assumed of reports without a date.
  private static let unknownDays = 7
  /// The bits that speak against one utterance, because it is credited to two speakers.
  private static let bitsOfOtherSpeaker: Int32 = 10
  /// What a thread must tell besides its longest run.
  private static let leastScattered: Int32 = 30
  /// How many bits a hint may have less than a link.
  private static let benefitOfDoubt: Int32 = 20
  /// What a thread must tell to hint at anything.
  private static let leastHint: Int32 = 20
  /// Below this an alignment counts only where it covers most of the shorter wording.
  private static let leastMatched: Int32 = 32
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

  /// The keys of the words that carry content, each once.
  fileprivate var contentKeys: Set<UInt32> { Set(words.lazy.filter(\.isContent).map(\.key)) }
}

extension Evidence {
  /// Whether equal words stand all over the shorter side, in one order: a phrase that two utterances
  /// have in common is one run.
  fileprivate var isScattered: Bool { matched - longestRun > 40 && coverage > 0.45 }
}
