public import Wording

/// One thing that the program says otherwise than the golden file, in terms of an editor.
public struct GoldenDifference: Hashable, Sendable {
  public var kind: Kind
  /// Eight hexadecimal digits that name the difference in every run: they follow from the case, the
  /// content and what differs.
  public var id: String
  /// The content that it is about, in one line.
  public var subject: String
  /// What the golden file says; nil if it says nothing.
  public var before: String?
  /// What the program says; nil if it says nothing.
  public var after: String?
  /// How the wording changed; empty unless ``Kind/wordingChanged``.
  public var classes: [DifferenceClass]
  /// The line in the golden file; nil for what it does not have.
  public var goldenLine: Int?
  /// Where the words stand in the input; nil for what is no longer there.
  public var place: InputPlace?
  /// The fact that differs; nil for what concerns an entry as a whole.
  public var fact: GoldenFact.Name?
  /// The reason with which somebody rejected it before; nil if nobody did.
  public var rejection: String?
  /// The number of the entry, or of the expectation, in the golden file.
  public var goldenEntry: Int?
  /// The number of the entry in the program's answer.
  public var answerEntry: Int?

  public init(
    _ kind: Kind, id: String = "", subject: String, before: String? = nil, after: String? = nil,
    classes: [DifferenceClass] = [], fact: GoldenFact.Name? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.before = before
    self.after = after
    self.classes = classes
    self.fact = fact
    self.id = id
  }

  /// What kind of change it is; the raw value is what reports print.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case quotationAdded = "quotation added"
    case quotationLost = "quotation lost"
    case wordingChanged = "wording changed"
    case speakerChanged = "speaker changed"
    case kindChanged = "kind changed"
    case speechChanged = "speech changed"
    case verdictChanged = "verdict changed"
    case findingsChanged = "findings changed"
    case renderingsChanged = "renderings changed"
    case attributionChanged = "mention or cue changed"
    case evidenceChanged = "evidence changed"
    case confidenceChanged = "confidence changed"
    case pairAdded = "pair added"
    case pairLost = "pair lost"
    case doubtAdded = "doubt added"
    case doubtLost = "doubt lost"
    case expectationFailed = "expectation failed"
    case expectationPassed = "known failure passes"
    case inputChanged = "input changed"
    case moved = "moved"
  }
}

extension GoldenDifference.Kind {
  /// Whether it makes a case fail. That words only moved does not.
  public var isFailure: Bool { self != .moved }
}
