/// What became of a golden case.
public struct CaseResult: Sendable {
  /// The path of the golden file, or of an input without one, as found under the folder that was
  /// given.
  public var path: String
  /// nil if the file could not be understood.
  public var header: GoldenHeader?
  public var outcome: Outcome
  /// In the order of the text.
  public var differences: [GoldenDifference]
  /// What is wrong with the case itself.
  public var problems: [CaseProblem]
  /// The program's answer, for reports that show it; empty unless asked for.
  public var answer: [GoldenEntry]
  /// The texts of the inputs, for reports that show them; empty unless asked for.
  public var texts: [InputText]
  public var tally: GoldenTally

  public init(
    path: String, header: GoldenHeader? = nil, outcome: Outcome,
    differences: [GoldenDifference] = [], problems: [CaseProblem] = [], answer: [GoldenEntry] = [],
    texts: [InputText] = [], tally: GoldenTally = GoldenTally()
  ) {
    self.path = path
    self.header = header
    self.outcome = outcome
    self.differences = differences
    self.problems = problems
    self.answer = answer
    self.texts = texts
    self.tally = tally
  }

  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case passed
    case failed
    /// It fails, as its header says that it does.
    case failedAsExpected = "failed as expected"
    /// The case could not be run: a file that cannot be read or understood.
    case broken
  }

  /// The text of an input with what names it.
  public struct InputText: Hashable, Sendable {
    /// The path from the golden file's folder.
    public var path: String
    public var title: String?
    public var text: String

    public init(path: String, title: String? = nil, text: String) {
      self.path = path
      self.title = title
      self.text = text
    }
  }
}

/// What is wrong with a case itself, rather than with its answer.
public struct CaseProblem: Hashable, Sendable {
  public var kind: Kind
  /// The line in the golden file; nil if the whole is meant.
  public var line: Int?
  /// What is the matter.
  public var what: String
  /// What to do.
  public var remedy: String

  public init(_ kind: Kind, line: Int? = nil, what: String, remedy: String) {
    self.kind = kind
    self.line = line
    self.what = what
    self.remedy = remedy
  }

  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// There is no accepted answer.
    case missingGolden = "missing golden"
    /// An input has no words.
    case emptyInput = "empty input"
    /// The case states nothing that could fail.
    case noAssertions = "no assertions"
    /// The input that a golden file is about is not there.
    case unreferencedGolden = "unreferenced golden"
    /// A file cannot be read or understood.
    case unreadable
  }
}

/// How many quotations were found and how many speakers were right, against what was accepted.
public struct GoldenTally: Hashable, Sendable {
  /// Quotations in the golden files.
  public var accepted = 0
  /// Quotations in the program's answers.
  public var found = 0
  /// Quotations that both have, word for word and mark for mark.
  public var matched = 0
  /// Of these, those for which a golden file says who speaks, or that nobody is known to.
  public var credited = 0
  /// Of these, those with the same speaker.
  public var creditedAlike = 0

  public init() {}

  public var precision: Double? { found > 0 ? Double(matched) / Double(found) : nil }
  public var recall: Double? { accepted > 0 ? Double(matched) / Double(accepted) : nil }
  public var f1: Double? {
    accepted + found > 0 ? 2 * Double(matched) / Double(accepted + found) : nil
  }
  /// The share of speakers that are as accepted.
  public var speakerAccuracy: Double? {
    credited > 0 ? Double(creditedAlike) / Double(credited) : nil
  }

  public static func += (a: inout GoldenTally, b: GoldenTally) {
    a.accepted += b.accepted
    a.found += b.found
    a.matched += b.matched
    a.credited += b.credited
    a.creditedAlike += b.creditedAlike
  }
}
