internal import Wording

extension GoldenFile {
  /// The version of the format; a file says it in its first line.
  static let formatVersion = 1
  static let signature = "verbatim golden"

  /// The file's text. What ``init(bytes:path:)`` reads from it is the same again.
  public func text() -> String {
    var lines = comments
    lines.append("\(Self.signature) \(Self.formatVersion)")
    lines += header.lines()
    switch body {
    case .missing: break
    case .answer(let entries):
      if entries.isEmpty { lines += ["", Self.nothing] }
      for entry in entries { lines += [""] + entry.lines() }
    case .expectations(let expectations):
      lines.append("")
      for expectation in expectations { lines += expectation.lines() }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line of an answer without entries.
  static let nothing = "nothing"
}

extension GoldenHeader {
  /// What a line of the header says; the raw value stands in the file.
  enum Key: String, CaseIterable {
    case job, input, against, people, profile, medium
    case singleQuotes = "single quotes"
    case marks, outlet, date, redact, xfail, tool
  }

  func lines() -> [String] {
    var lines: [String] = []
    func add(_ key: Key, _ value: String?) {
      if let value { lines.append("\(key.rawValue): \(EscapedText.escaping(value))") }
    }
    func add(_ key: Key, _ reference: InputReference?) {
      guard let reference else { return }
      lines.append("\(key.rawValue): \(reference.text)")
    }
    add(.job, job.rawValue)
    for input in inputs { add(.input, input) }
    for source in sources { add(.against, source) }
    add(.people, people)
    add(.profile, profile)
    add(.medium, medium?.rawValue)
    add(.singleQuotes, singleQuotes)
    add(.marks, marks)
    add(.outlet, outlet)
    add(.date, date)
    if !redactions.isEmpty { add(.redact, redactions.map(\.rawValue).joined(separator: ", ")) }
    add(.xfail, expectedFailure)
    add(.tool, tool)
    return lines
  }
}

extension GoldenHeader.InputReference {
  static let digestPrefix = "sha256:"

  /// The reference as it stands in a header.
  fileprivate var text: String {
    let path = EscapedText.escaping(path)
    if let digest { return "\(path) \(Self.digestPrefix)\(digest)" }
    // A path whose end looks like a hash is none.
    guard let blank = path.utf8.lastIndex(of: 0x20),
      path[blank...].begins(with: " " + Self.digestPrefix)
    else { return path }
    return path[..<blank] + "\\u{20}" + path[path.utf8.index(after: blank)...]
  }
}

extension GoldenEntry {
  func lines() -> [String] {
    comments + content.map { "\($0.label.rawValue) \(EscapedText.escaping($0.text))" }
      + facts.map { "\($0.name.rawValue): \(EscapedText.escaping($0.value))" }
  }
}

extension GoldenExpectation {
  func lines() -> [String] {
    comments + (expectedFailure.map { ["xfail: \(EscapedText.escaping($0))"] } ?? [])
      + [claim.text]
  }
}

extension GoldenExpectation.Claim {
  /// The claim as it stands in a golden file.
  public var text: String {
    switch self {
    case .says(let name, let words):
      "says: \(EscapedText.escaping(name)) \(Self.quoted(words))"
    case .mustNotSay(let name, let words):
      "must not say: \(name.map { EscapedText.escaping($0) + " " } ?? "")\(Self.quoted(words))"
    case .verdict(let words, let verdict):
      "verdict of \(Self.quoted(words)): \(verdict.rawValue)"
    case .differs(let words, let differenceClass):
      "differs in \(Self.quoted(words)): \(differenceClass.rawValue)"
    case .doesNotDiffer(let words, let differenceClass):
      "does not differ in \(Self.quoted(words)): \(differenceClass.rawValue)"
    }
  }

  private static func quoted(_ words: String) -> String { "“\(EscapedText.escaping(words))”" }
}
