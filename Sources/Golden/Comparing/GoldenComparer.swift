internal import Prose
internal import Wording

/// Says what an answer has otherwise than the golden file, in terms of an editor.
///
/// A comparer holds no state of the cases: one can serve all threads.
public struct GoldenComparer: Sendable {
  let comparer = WordingComparer()
  let tokenizer = Tokenizer()

  public init() {}

  /// What comparing an answer with the accepted one gives.
  public struct Result: Sendable {
    /// In the order of the answer; what was lost stands where it stood in the golden file.
    public var differences: [GoldenDifference]
    public var tally: GoldenTally
  }

  /// Compares an answer with the accepted one.
  ///
  /// - Parameters:
  ///   - header: The case; facts that it redacts are not compared.
  ///   - path: The golden file's path, which the identifiers of the differences depend on.
  /// - Complexity: O(*n* log *n*) in the number of entries and their words.
  public func compare(
    _ golden: [GoldenEntry], _ answer: [GoldenEntry], header: GoldenHeader, path: String
  ) -> Result {
    let matcher = EntryMatcher(golden, answer, comparer: comparer, tokenizer: tokenizer)
    let redactions = Set(header.redactions)
    var differences: [GoldenDifference] = []
    var tally = GoldenTally()
    for (a, entry) in answer.enumerated() {
      guard let g = matcher.goldenOfAnswer[a] else {
        var added = GoldenDifference(entry.addedKind, subject: entry.title, after: entry.summary)
        added.answerEntry = a
        added.place = entry.places.first
        differences.append(added)
        continue
      }
      differences += self.differences(golden[g], entry, redactions).map { difference in
        var difference = difference
        difference.goldenEntry = g
        difference.answerEntry = a
        difference.goldenLine = golden[g].line
        difference.place = entry.places.first
        return difference
      }
    }
    differences = Self.merged(lost(golden, matcher, answerCount: answer.count), into: differences)
    if header.job == .list { tally.count(golden, answer, matcher) }
    GoldenDifference.name(&differences, path: path)
    return Result(differences: differences, tally: tally)
  }

  /// What was lost, each with the number of the answer's entry that it stands before.
  private func lost(
    _ golden: [GoldenEntry], _ matcher: EntryMatcher, answerCount: Int
  ) -> [(next: Int, difference: GoldenDifference)] {
    var result: [(next: Int, difference: GoldenDifference)] = []
    var next = answerCount
    for (g, entry) in golden.enumerated().reversed() {
      if let a = matcher.answerOfGolden[g] {
        next = a
        continue
      }
      var lost = GoldenDifference(entry.lostKind, subject: entry.title, before: entry.summary)
      lost.goldenEntry = g
      lost.goldenLine = entry.line
      result.append((next, lost))
    }
    return result.reversed()
  }

  /// Puts what was lost before what follows it in the golden file and is still there.
  private static func merged(
    _ lost: [(next: Int, difference: GoldenDifference)], into others: [GoldenDifference]
  ) -> [GoldenDifference] {
    guard !lost.isEmpty else { return others }
    let all =
      lost.map { (rank: $0.next, isOther: 0, difference: $0.difference) }
      + others.map { (rank: $0.answerEntry ?? 0, isOther: 1, difference: $0) }
    let order = all.indices.sorted {
      (all[$0].rank, all[$0].isOther, $0) < (all[$1].rank, all[$1].isOther, $1)
    }
    return order.map { all[$0].difference }
  }

  private func differences(
    _ golden: GoldenEntry, _ answer: GoldenEntry, _ redactions: Set<GoldenFact.Name>
  ) -> [GoldenDifference] {
    var result: [GoldenDifference] = []
    let hasNewWording = golden.content != answer.content
    if hasNewWording {
      result.append(
        GoldenDifference(
          .wordingChanged, subject: golden.title, before: golden.title, after: answer.title,
          classes: classes(golden, answer)))
    }
    var consequences = Set<GoldenFact.Name>()
    if golden.value(of: .notSpeech) != answer.value(of: .notSpeech) {
      // Whether it is speech at all decides on all else that is said of it.
      result.append(
        GoldenDifference(
          .speechChanged, subject: answer.title, before: golden.summary,
          after: answer.summary, fact: .notSpeech))
      consequences = GoldenFact.Name.notSpeech.withConsequences
    } else if golden.value(of: .speaker) != answer.value(of: .speaker) {
      consequences = GoldenFact.Name.ofAttribution
    }
    for name in GoldenFact.Name.allCases
    where !redactions.contains(name) && !consequences.contains(name) {
      guard let kind = name.differenceKind else { continue }
      let before = golden.values(of: name)
      let after = answer.values(of: name)
      // That other words end at another place goes without saying.
      if before == after || (hasNewWording && name == .place) { continue }
      result.append(
        GoldenDifference(
          kind, subject: answer.title, before: Self.list(before, without: after),
          after: Self.list(after, without: before), fact: name))
    }
    return result
  }

  /// The classes of what differs in the words and their print, in the order of the text.
  private func classes(_ golden: GoldenEntry, _ answer: GoldenEntry) -> [DifferenceClass] {
    let a = ContentWords(golden.pieces, comparer: comparer, tokenizer: tokenizer)
    let b = ContentWords(answer.pieces, comparer: comparer, tokenizer: tokenizer)
    let comparison = comparer.compare(a.sequence, b.sequence, isPresumedSame: true)
    var classes: [DifferenceClass] = []
    for difference in comparison.differences
    where !classes.contains(difference.differenceClass) {
      classes.append(difference.differenceClass)
    }
    // Marks around the whole, and where pieces end, are no part of the wording.
    return classes.isEmpty ? [.marks] : classes
  }

  /// The values of a fact that the other side does not have; nil if there are none.
  private static func list(_ values: [String], without others: [String]) -> String? {
    guard values.count > 1 || others.count > 1 else { return values.first }
    if values.sorted() == others.sorted() { return "in another order" }
    let own = values.filter { !others.contains($0) }
    return own.isEmpty ? nil : own.joined(separator: "; ")
  }
}

extension GoldenFact.Name {
  /// What follows from who the speaker is.
  static let ofAttribution: Set<GoldenFact.Name> = [.mention, .cue, .confidence, .evidence]

  /// The facts that are accepted together with this one.
  var withConsequences: Set<GoldenFact.Name> {
    switch self {
    case .notSpeech: Self.ofAttribution.union([.notSpeech, .speaker, .kind])
    case .speaker: Self.ofAttribution.union([.speaker])
    default: [self]
    }
  }

  /// What it is called when the fact changes; nil for what an entry is known by.
  var differenceKind: GoldenDifference.Kind? {
    switch self {
    case .article, .name: nil
    case .speaker: .speakerChanged
    case .kind, .nested: .kindChanged
    case .notSpeech: .speechChanged
    case .mention, .cue: .attributionChanged
    case .confidence: .confidenceChanged
    case .evidence: .evidenceChanged
    case .verdict: .verdictChanged
    case .relation, .found, .conflict, .difference: .findingsChanged
    case .rendering, .credited: .renderingsChanged
    case .place: .moved
    }
  }
}

extension GoldenEntry {
  var addedKind: GoldenDifference.Kind {
    switch kind {
    case .quotation: .quotationAdded
    case .pair: .pairAdded
    case .doubt: .doubtAdded
    }
  }

  var lostKind: GoldenDifference.Kind {
    switch kind {
    case .quotation: .quotationLost
    case .pair: .pairLost
    case .doubt: .doubtLost
    }
  }

  /// What is said first of the entry: its speaker, or its verdict.
  var summary: String {
    if let reason = value(of: .notSpeech) { return "not speech: \(reason)" }
    return value(of: .speaker) ?? value(of: .verdict) ?? value(of: .place) ?? ""
  }
}

extension GoldenTally {
  fileprivate mutating func count(
    _ golden: [GoldenEntry], _ answer: [GoldenEntry], _ matcher: EntryMatcher
  ) {
    func isSpeech(_ entry: GoldenEntry) -> Bool {
      entry.kind == .quotation && entry.value(of: .notSpeech) == nil
    }
    accepted = golden.count(where: isSpeech)
    found = answer.count(where: isSpeech)
    for (g, entry) in golden.enumerated() where isSpeech(entry) {
      guard let a = matcher.answerOfGolden[g], isSpeech(answer[a]),
        entry.content == answer[a].content
      else { continue }
      matched += 1
      credited += 1
      if entry.value(of: .speaker) == answer[a].value(of: .speaker) { creditedAlike += 1 }
    }
  }
}

extension GoldenDifference {
  /// Gives differences their identifiers.
  static func name(_ differences: inout [GoldenDifference], path: String) {
    var occurrences: [String: Int] = [:]
    for index in differences.indices {
      let difference = differences[index]
      let fields = [
        path, difference.kind.rawValue, difference.fact?.rawValue ?? "", difference.subject,
        difference.before ?? "", difference.after ?? "",
      ].joined(separator: "\0")
      let occurrence = occurrences[fields, default: 0]
      occurrences[fields] = occurrence + 1
      let digest = SHA256.hexadecimal(of: "\(fields)\0\(occurrence)".utf8)
      differences[index].id = String(digest.prefix(8))
    }
  }
}
