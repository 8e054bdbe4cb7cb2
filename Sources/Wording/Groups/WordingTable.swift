/// The different wordings of a corpus.
///
/// Renderings whose words are the same word for word are collapsed, so that a text which a hundred
/// outlets took over from an agency costs as much as one. Where the words are too few or too common
/// to tell, only renderings by one speaker at one time are.
struct WordingTable: Sendable {
  /// One wording with all its witnesses.
  struct Entry: Sendable {
    var words: [WordDigest.Word]
    /// What the words tell together, in bits.
    var bits: Int32
    /// The indices of the renderings, ascending.
    var witnesses: [Int]
    /// Whether the words alone tell that two renderings with them are of one utterance.
    var isTelling: Bool
    /// The articles that print it below the headline, each once, in ascending order.
    var articles: [Int]
    /// The speakers who are known, each once, in ascending order.
    var speakers: [Int]
    /// Whether all of them are certain.
    var areSpeakersCertain: Bool
    /// The days of the first and of the last rendering that has a date.
    var days: ClosedRange<Int>?
  }

  /// The wordings, in an order that depends on their words only where these differ.
  private(set) var entries: [Entry] = []
  /// How common the words are: among these wordings, or in the corpus that they are a part of.
  let corpus: WordingCorpus

  /// - Parameters:
  ///   - corpus: The corpus that the renderings are a part of; nil if they are all of it.
  ///   - isNew: Whether a rendering is not counted in the corpus.
  init(
    _ witnesses: [Witness], corpus: WordingCorpus? = nil, isNew: (Int) -> Bool = { _ in false },
    options: RenderingGrouper.Options, jobs: Int
  ) {
    let hashes = witnesses.map { Self.hash(of: $0.words) }
    let order = witnesses.indices.filter { !witnesses[$0].words.words.isEmpty }.sorted { a, b in
      if hashes[a] != hashes[b] { return hashes[a] < hashes[b] }
      return Self.precedes(witnesses[a], a, witnesses[b], b)
    }
    var runs: [Range<Int>] = []
    for (place, index) in order.enumerated() {
      if let last = runs.indices.last, hashes[order[runs[last].lowerBound]] == hashes[index] {
        runs[last] = runs[last].lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    let made = Parallel.map(runs, jobs: jobs) { run in
      Self.entries(of: Array(order[run]), witnesses, options: options)
    }
    let entries = made.flatMap(\.self)
    if var corpus {
      for entry in entries where entry.witnesses.allSatisfy(isNew) { corpus.add(entry) }
      self.corpus = corpus
    } else {
      self.corpus = WordingCorpus(entries)
    }
    self.entries = entries
    weighWords()
  }

  /// Notes of each word how much it tells among these wordings.
  private mutating func weighWords() {
    for entry in entries.indices {
      for word in entries[entry].words.indices {
        guard let bits = corpus.bits(of: entries[entry].words[word].key),
          bits < entries[entry].words[word].bits
        else { continue }
        entries[entry].words[word].bitsInCorpus = bits
      }
    }
  }

  /// The entries that renderings with the same words make.
  private static func entries(
    of members: [Int], _ witnesses: [Witness], options: RenderingGrouper.Options
  ) -> [Entry] {
    let words = witnesses[members[0]].words
    // Equal words have nothing that speaks against them.
    var evidence = Evidence()
    evidence.matched = Double(words.bits)
    let isTelling =
      evidence.score(isFull: true, daysApart: manyDays) > 0
      && !isSlogan(members.compactMap { witnesses[$0].speaker }, wordCount: words.words.count)
    if isTelling { return [Entry(members, witnesses, isTelling: true)] }
    // Sorted by speaker and day already.
    var entries: [[Int]] = []
    for index in members {
      if let first = entries.last?.first, let speaker = witnesses[index].speaker,
        witnesses[first].speaker == speaker,
        areNear(witnesses[first].day, witnesses[index].day, within: options.daysOfOneRemark)
      {
        entries[entries.count - 1].append(index)
      } else {
        entries.append([index])
      }
    }
    return entries.map { Entry($0, witnesses, isTelling: false) }
  }

  /// So many days that nothing but the words speaks for one utterance.
  private static let manyDays = 365

  /// Whether so many people said the words, none of them much more often than the others, that
  /// they are nobody's.
  private static func isSlogan(_ speakers: [Int], wordCount: Int) -> Bool {
    guard wordCount <= 8, speakers.count >= 3 else { return false }
    var counts: [Int: Int] = [:]
    for speaker in speakers { counts[speaker, default: 0] += 1 }
    return counts.count >= 3 && (counts.values.max() ?? 0) * 5 < speakers.count * 3
  }

  static func areNear(_ a: Int?, _ b: Int?, within days: Int) -> Bool {
    guard let a, let b else { return true }
    return abs(a - b) <= days
  }

  private static func hash(of digest: WordDigest) -> UInt64 {
    digest.words.reduce(UInt64(digest.words.count)) { FeatureHash.mix($0, UInt64($1.key)) }
  }

  /// The order of renderings with the same words.
  private static func precedes(_ a: Witness, _ i: Int, _ b: Witness, _ j: Int) -> Bool {
    if a.speaker != b.speaker { return (a.speaker ?? .max) < (b.speaker ?? .max) }
    if a.day != b.day { return (a.day ?? .max) < (b.day ?? .max) }
    return i < j
  }
}

extension WordingTable {
  /// The pairs of wordings that stand right before or right behind linked ones, in both articles, in
  /// ascending order. Wordings that many articles print are left out.
  func neighbours(
    of decisions: [PairJudge.Decision], _ witnesses: [Witness]
  ) -> [CandidateSearch.Pair] {
    var entryOfWitness = [Int](repeating: -1, count: witnesses.count)
    for (number, entry) in entries.enumerated() {
      for witness in entry.witnesses { entryOfWitness[witness] = number }
    }
    func neighbour(of witness: Int, _ step: Int) -> Int? {
      let other = witness + step
      guard witnesses.indices.contains(other),
        witnesses[other].article == witnesses[witness].article, witnesses[other].speaker != nil,
        entryOfWitness[other] >= 0
      else { return nil }
      return other
    }
    var pairs: Set<CandidateSearch.Pair> = []
    for case .link(let link) in decisions {
      let (first, second) = (entries[Int(link.a)], entries[Int(link.b)])
      guard first.witnesses.count * second.witnesses.count <= 16 else { continue }
      for a in first.witnesses {
        for b in second.witnesses {
          for step in [-1, 1] {
            guard let x = neighbour(of: a, step), let y = neighbour(of: b, step),
              witnesses[x].speaker == witnesses[y].speaker, entryOfWitness[x] != entryOfWitness[y]
            else { continue }
            pairs.insert(CandidateSearch.Pair(entryOfWitness[x], entryOfWitness[y]))
          }
        }
      }
    }
    return pairs.sorted()
  }
}

extension WordingTable.Entry {
  fileprivate init(_ members: [Int], _ witnesses: [Witness], isTelling: Bool) {
    self.init(
      words: witnesses[members[0]].words.words, bits: witnesses[members[0]].words.bits,
      witnesses: members.sorted(), isTelling: isTelling,
      articles: Set(
        members.filter { !witnesses[$0].isHeadline }.map { witnesses[$0].article }
      ).sorted(),
      speakers: Set(members.compactMap { witnesses[$0].speaker }).sorted(),
      areSpeakersCertain: members.allSatisfy { witnesses[$0].isSpeakerCertain }, days: nil)
    let known = members.compactMap { witnesses[$0].day }
    if let first = known.min(), let last = known.max() { days = first...last }
  }
}
