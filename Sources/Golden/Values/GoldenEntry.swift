/// One block of an answer: a quotation, a pair, an utterance, or a doubt, with what is said of it.
///
/// An entry is keyed by its content, not by a number, so that one more quotation changes no other's
/// entry.
public struct GoldenEntry: Hashable, Sendable {
  /// The words that the entry is about, and how they stand in the file.
  public var content: [ContentLine]
  /// What the answer says of them, in the order of the file; a name may stand several times.
  public var facts: [GoldenFact]
  /// What people wrote above the entry, each line with its `#`.
  public var comments: [String]
  /// The line in the golden file, from 1; nil for an answer that was not read from one.
  public var line: Int?
  /// Where the words stand in the input; empty in what was read from a golden file.
  public var places: [InputPlace]

  public init(
    content: [ContentLine], facts: [GoldenFact] = [], comments: [String] = [], line: Int? = nil,
    places: [InputPlace] = []
  ) {
    self.content = content
    self.facts = facts
    self.comments = comments
    self.line = line
    self.places = places
  }

  /// A line of an entry's content.
  public struct ContentLine: Hashable, Sendable {
    public var label: Label
    public var text: String

    public init(_ label: Label, _ text: String) {
      self.label = label
      self.text = text
    }

    /// What the line begins with in the file.
    public enum Label: String, CaseIterable, Hashable, Sendable {
      /// A piece of a quotation with its marks, or the base wording of an utterance.
      case piece = ">"
      /// A piece of the first wording of a pair.
      case first = "a>"
      /// A piece of the second wording of a pair.
      case second = "b>"
      /// What is doubtful about an input.
      case doubt = "!"
    }
  }

  /// What an entry is about.
  public enum Kind: String, Hashable, Sendable {
    case quotation, pair, doubt
  }

  public var kind: Kind {
    switch content.first?.label {
    case .first, .second: .pair
    case .doubt: .doubt
    case .piece, nil: .quotation
    }
  }

  /// The content in one line, for messages.
  public var title: String {
    content.map(\.text).joined(separator: kind == .pair ? " | " : " … ")
  }

  /// The values of a fact, in their order.
  public func values(of name: GoldenFact.Name) -> [String] {
    facts.filter { $0.name == name }.map(\.value)
  }

  /// The value of a fact that stands once; nil if it does not stand.
  public func value(of name: GoldenFact.Name) -> String? {
    facts.first { $0.name == name }?.value
  }
}

/// Something that an answer says of an entry, in words.
public struct GoldenFact: Hashable, Sendable {
  public var name: Name
  public var value: String

  public init(_ name: Name, _ value: String) {
    self.name = name
    self.value = value
  }

  /// What a fact is about; the raw value stands in the file.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    /// The article, where a case has several.
    case article
    /// What names a pair in its file.
    case name
    /// Who said it: `Ada Quill`, `Basin Commission (organization)`, `a diplomat (unnamed)`, `unknown`.
    case speaker
    /// `direct`, `mixed`, `indirect`, `turn`.
    case kind
    /// Why marked words are not speech: `title`, `term`, …; absent for speech.
    case notSpeech = "not speech"
    /// `yes` for a quotation inside another.
    case nested
    /// The words that name the speaker.
    case mention
    /// The reporting words.
    case cue
    /// ``ConfidenceBand``
    case confidence
    /// The names of the weightiest reasons.
    case evidence
    case verdict
    case relation
    /// A source's place that has the words.
    case found
    /// Who else is credited.
    case conflict
    /// What a rendering prints, where, and its verdict.
    case rendering
    /// Who is credited by which renderings.
    case credited
    /// A difference: `negation (omission): “not” → “”`; of a reading with several, `name, number: …`.
    case difference
    /// Where the words stand: `4:1–4:49`.
    case place
  }
}

/// Where words stand in an input file.
public struct InputPlace: Hashable, Sendable {
  /// The path from the golden file's folder.
  public var path: String
  /// The place in UTF-8 bytes of the file's text, or of the article on one of its lines.
  public var utf8: Range<Int>
  /// The line of the first character, from 1.
  public var line: Int
  /// The place of the first character in its line, in Unicode scalars, from 1.
  public var column: Int
  public var endLine: Int
  /// The place after the last character in its line, from 1.
  public var endColumn: Int

  public init(
    path: String, utf8: Range<Int>, line: Int, column: Int, endLine: Int, endColumn: Int
  ) {
    self.path = path
    self.utf8 = utf8
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}

/// How sure an attribution is, in words that do not change with the last digit.
public enum ConfidenceBand: String, CaseIterable, Hashable, Sendable {
  /// From 0.9.
  case high
  /// From 0.6.
  case medium
  /// Below.
  case low

  /// - Parameter probability: From 0 to 1.
  public init(_ probability: Double) {
    self = probability >= 0.9 ? .high : probability >= 0.6 ? .medium : .low
  }
}
