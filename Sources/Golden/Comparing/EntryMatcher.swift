internal import Prose
internal import Wording

/// Finds out which entry of an answer is which of the golden file.
///
/// Entries with equal content are one and the same, wherever they stand. What is left is matched by
/// the words that both have, and last by its place: a quotation of one word that changed has
/// nothing else. What stays alone was added or lost.
struct EntryMatcher {
  private let golden: [GoldenEntry]
  private let answer: [GoldenEntry]
  private let comparer: WordingComparer
  private let tokenizer: Tokenizer
  /// For each golden entry the one of the answer that it is.
  private(set) var answerOfGolden: [Int?]
  /// For each entry of the answer the golden one.
  private(set) var goldenOfAnswer: [Int?]

  /// - Complexity: O(*n* log *n*) in the number of entries and their words.
  init(
    _ golden: [GoldenEntry], _ answer: [GoldenEntry], comparer: WordingComparer,
    tokenizer: Tokenizer
  ) {
    self.golden = golden
    self.answer = answer
    self.comparer = comparer
    self.tokenizer = tokenizer
    answerOfGolden = Array(repeating: nil, count: golden.count)
    goldenOfAnswer = Array(repeating: nil, count: answer.count)
    matchEqual { Key(entry: $0, place: $0.value(of: .place)) }
    matchEqual { Key(entry: $0, place: nil) }
    matchNames()
    if !golden.isEmpty, !answer.isEmpty {
      matchWords()
      matchPlaces()
    }
  }

  private mutating func match(_ g: Int, _ a: Int) {
    answerOfGolden[g] = a
    goldenOfAnswer[a] = g
  }

  private var openGolden: [Int] { golden.indices.filter { answerOfGolden[$0] == nil } }
  private var openAnswer: [Int] { answer.indices.filter { goldenOfAnswer[$0] == nil } }

  // MARK: Equal content

  private struct Key: Hashable {
    var article: String?
    var name: String?
    var content: [GoldenEntry.ContentLine]
    var place: String?

    init(entry: GoldenEntry, place: String?) {
      article = entry.value(of: .article)
      name = entry.value(of: .name)
      content = entry.content
      self.place = place
    }
  }

  private mutating func matchEqual(_ key: (GoldenEntry) -> Key) {
    var waiting: [Key: [Int]] = [:]
    for a in openAnswer.reversed() { waiting[key(answer[a]), default: []].append(a) }
    for g in openGolden {
      if let a = waiting[key(golden[g])]?.popLast() { match(g, a) }
    }
  }

  /// Pairs of one name are one pair whatever they say.
  private mutating func matchNames() {
    var waiting: [String: Int] = [:]
    for a in openAnswer {
      if let name = answer[a].value(of: .name) { waiting[name] = a }
    }
    for g in openGolden {
      guard let name = golden[g].value(of: .name), let a = waiting.removeValue(forKey: name) else {
        continue
      }
      match(g, a)
    }
  }

  // MARK: Common words

  /// So many entries that share a word say little by it; a bound on the work.
  private static let mostPostings = 64
  /// The share of the shorter one's words that both must have.
  private static let leastShare = 0.6

  private mutating func matchWords() {
    let open = openGolden
    guard !open.isEmpty else { return }
    var postings: [UInt64: [Int]] = [:]
    var keys: [Int: Set<UInt64>] = [:]
    for a in openAnswer {
      let set = words(answer[a])
      keys[a] = set
      for key in set { postings[key, default: []].append(a) }
    }
    var candidates: [(share: Double, likeness: Double, distance: Int, g: Int, a: Int)] = []
    for g in open {
      let own = words(golden[g])
      var shared: [Int: Int] = [:]
      for key in own {
        guard let places = postings[key], places.count <= Self.mostPostings else { continue }
        for a in places where isAlike(golden[g], answer[a]) { shared[a, default: 0] += 1 }
      }
      for (a, count) in shared {
        let other = keys[a]?.count ?? 0
        let share = Double(count) / Double(max(1, min(own.count, other)))
        let likeness = Double(count) / Double(max(own.count, other))
        guard share >= Self.leastShare || likeness >= 0.5, count > 1 || own.count <= 2 else {
          continue
        }
        candidates.append((share, likeness, abs(g - a), g, a))
      }
    }
    candidates.sort { x, y in
      if x.likeness != y.likeness { return x.likeness > y.likeness }
      if x.distance != y.distance { return x.distance < y.distance }
      return (x.g, x.a) < (y.g, y.a)
    }
    for candidate in candidates
    where answerOfGolden[candidate.g] == nil && goldenOfAnswer[candidate.a] == nil {
      match(candidate.g, candidate.a)
    }
  }

  private func words(_ entry: GoldenEntry) -> Set<UInt64> {
    Set(ContentWords(entry.pieces, comparer: comparer, tokenizer: tokenizer).keys)
  }

  private func isAlike(_ g: GoldenEntry, _ a: GoldenEntry) -> Bool {
    g.kind == a.kind && g.value(of: .article) == a.value(of: .article)
  }

  // MARK: Places

  /// Matches what begins at the same place, and what stands alone between the same neighbours.
  private mutating func matchPlaces() {
    var starts: [String: Int] = [:]
    for a in openAnswer {
      if let start = Self.start(answer[a]) { starts[start] = a }
    }
    for g in openGolden {
      guard let start = Self.start(golden[g]), let a = starts[start], goldenOfAnswer[a] == nil,
        isAlike(golden[g], answer[a])
      else { continue }
      match(g, a)
    }
    for g in openGolden {
      let before = g == 0 ? -1 : answerOfGolden[g - 1]
      let after = g + 1 == golden.count ? answer.count : answerOfGolden[g + 1]
      guard let before, let after, after == before + 2, goldenOfAnswer[before + 1] == nil,
        isAlike(golden[g], answer[before + 1]), golden[g].kind != .doubt
      else { continue }
      match(g, before + 1)
    }
  }

  /// The first place of an entry, with its article.
  private static func start(_ entry: GoldenEntry) -> String? {
    guard entry.kind != .doubt, let place = entry.value(of: .place) else { return nil }
    let start = place.utf8.prefix { $0 != UInt8(ascii: ",") && $0 < 0x80 }
    return "\(entry.value(of: .article) ?? "")\0\(String(decoding: start, as: UTF8.self))"
  }
}
