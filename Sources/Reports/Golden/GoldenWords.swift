internal import Golden

/// The words that the formats for people have in common.
enum GoldenWords {
  /// What a kind of difference means, in a sentence.
  static func plain(_ kind: GoldenDifference.Kind) -> String {
    switch kind {
    case .quotationAdded: "The answer has a quotation that was not accepted."
    case .quotationLost: "The answer no longer has an accepted quotation."
    case .wordingChanged: "The words or marks of a quotation are no longer the accepted ones."
    case .speakerChanged: "A quotation is credited to somebody else."
    case .kindChanged: "A quotation is of another kind: direct, mixed, indirect, a turn, nested."
    case .speechChanged: "Marked words count as speech and did not before, or the reverse."
    case .verdictChanged: "The verdict on a wording is another."
    case .findingsChanged: "What was found of a wording is other: relation, place, differences."
    case .renderingsChanged: "The renderings of an utterance, or whom they credit, are others."
    case .attributionChanged: "Other words name the speaker or report the speech."
    case .evidenceChanged: "The weightiest reasons for an attribution are others."
    case .confidenceChanged: "An attribution is surer, or less sure, than was accepted."
    case .pairAdded: "The answer has a pair that was not accepted."
    case .pairLost: "The answer no longer has an accepted pair."
    case .doubtAdded: "The answer has a doubt that was not accepted."
    case .doubtLost: "The answer no longer has an accepted doubt."
    case .expectationFailed: "What the case states does not hold."
    case .expectationPassed: "What is said to fail holds by now."
    case .inputChanged: "An input is no longer the file for which the answer was accepted."
    case .moved: "The words are the accepted ones and stand elsewhere in the input."
    }
  }

  /// What a kind of problem means, in a sentence.
  static func plain(_ kind: CaseProblem.Kind) -> String {
    switch kind {
    case .missingGolden: "There is no accepted answer."
    case .emptyInput: "An input has no words."
    case .noAssertions: "The case states nothing that could fail."
    case .unreferencedGolden: "The input that a golden file is about is not there."
    case .unreadable: "A file cannot be read or understood."
    }
  }

  /// The name of the fact that differs; nil where the kind says it already.
  static func fact(of difference: GoldenDifference) -> String? {
    difference.fact.flatMap { fact in
      difference.kind.rawValue == "\(fact.rawValue) changed" ? nil : fact.rawValue
    }
  }

  /// From what to what it changed, on one line: `Ada Quill → Ben Orr`, `cue: said → told`; of a
  /// changed wording the words that differ and the classes. Empty where there is nothing to say
  /// besides the kind.
  ///
  /// - Parameter limit: The columns that one side may take; longer ones are shortened in the middle.
  static func change(_ difference: GoldenDifference, limit: Int = 60) -> String {
    if difference.kind == .wordingChanged { return wordingChange(difference, limit: limit) }
    let fact = fact(of: difference).map { "\($0): " } ?? ""
    let before = side(difference.before, limit)
    let after = side(difference.after, limit)
    switch (before, after) {
    case (nil, nil): return ""
    case (nil, let after?):
      return difference.fact == nil ? "now: \(after)" : "\(fact)nothing → \(after)"
    case (let before?, nil):
      return difference.fact == nil ? "accepted: \(before)" : "\(fact)\(before) → nothing"
    case (let before?, let after?): return "\(fact)\(before) → \(after)"
    }
  }

  private static func wordingChange(_ difference: GoldenDifference, limit: Int) -> String {
    let words = ChangedWords(difference.before ?? "", difference.after ?? "")
    var parts = words.changes.prefix(shownChanges).map { change in
      WordingWords.change(change.before, change.after, limit: limit)
    }
    let more = words.changes.count - shownChanges
    if more > 0 { parts.append("\(more) more") }
    let classes = difference.classes.map(WordingWords.named).joined(separator: ", ")
    if !classes.isEmpty { parts.append(classes) }
    return parts.joined(separator: " · ")
  }

  private static let shownChanges = 6

  private static func side(_ text: String?, _ limit: Int) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return WordingWords.isolated(WordingWords.shortened(VisibleText.oneLine(text), limit))
  }

  /// What a difference is about, shortened.
  static func subject(_ difference: GoldenDifference, limit: Int) -> String {
    WordingWords.isolated(
      WordingWords.shortened(VisibleText.oneLine(difference.subject), limit))
  }

  /// What became of the cases: `12 cases: 9 passed, 3 failed`.
  static func outcomes(_ summary: GoldenSummary) -> String {
    let parts = CaseResult.Outcome.allCases.compactMap { outcome in
      summary.outcomes[outcome].map { "\($0) \(outcome.rawValue)" }
    }
    let cases = ListWords.counted(summary.caseCount, "golden case")
    return parts.isEmpty ? cases : "\(cases): \(parts.joined(separator: ", "))"
  }

  /// The differences by kind: `2 speaker changed, 1 quotation lost`; nil if there are none.
  static func counts(_ counts: [GoldenDifference.Kind: Int]) -> String? {
    let parts = GoldenDifference.Kind.allCases.compactMap { kind in
      counts[kind].map { "\($0) \(kind.rawValue)" }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The differences of a case by kind; nil if there are none.
  static func counts(_ differences: [GoldenDifference]) -> String? {
    counts(Dictionary(differences.map { ($0.kind, 1) }, uniquingKeysWith: +))
  }

  /// How many quotations were found, and how many speakers are right.
  static func tally(_ tally: GoldenTally) -> [String] {
    var lines: [String] = []
    let parts = [
      percent(tally.matched, of: tally.found).map { "precision \($0)" },
      percent(tally.matched, of: tally.accepted).map { "recall \($0)" },
      percent(2 * tally.matched, of: tally.accepted + tally.found).map { "F1 \($0)" },
    ].compactMap { $0 }
    if !parts.isEmpty {
      lines.append(
        "Quotations: \(parts.joined(separator: ", ")) (\(tally.accepted) accepted, "
          + "\(tally.found) found, \(tally.matched) in both)")
    }
    if let share = percent(tally.creditedAlike, of: tally.credited) {
      lines.append("Speakers: \(share) right (\(tally.creditedAlike) of \(tally.credited))")
    }
    return lines
  }

  /// A share as `97.4%`, cut off and not rounded: only what is whole reads `100.0%`.
  static func percent(_ part: Int, of whole: Int) -> String? {
    guard whole > 0 else { return nil }
    let perMille = part * 1000 / whole
    return "\(perMille / 10).\(perMille % 10)%"
  }

  /// What to do about differences.
  static func nextStep(paths: [String]) -> String {
    let arguments = paths.map { " \(shellWord($0))" }.joined()
    return "Accept or reject each difference: verbatim golden review\(arguments)"
  }

  /// A path as one word of a shell.
  private static func shellWord(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: byte >= 0x80
      }
    }
    let safe = path.utf8.first == UInt8(ascii: "-") ? "./\(path)" : path
    if plain, !safe.isEmpty { return VisibleText.oneLine(safe) }
    let quoted = safe.split(separator: "'", omittingEmptySubsequences: false)
    return VisibleText.oneLine("'\(quoted.joined(separator: "'\\''"))'")
  }
}
