import Prose
import Wording

/// What is wrong with a line of a table.
struct PairSyntaxError: Error, Equatable, CustomStringConvertible {
  var name: String
  var reason: String

  var description: String { "\(name): \(reason)" }
}

extension PairCase {
  /// The cases of a table; blank lines and lines that start with `#` are skipped.
  static func table(_ text: String, file: String) throws(PairSyntaxError) -> [PairCase] {
    var cases: [PairCase] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.trimmed(where: { $0 == " " }).isEmpty && !line.hasPrefix("#") {
      cases.append(try PairCase(line: String(line), name: "\(file):\(index + 1)"))
    }
    return cases
  }

  /// Reads one line.
  init(line: String, name: String) throws(PairSyntaxError) {
    func failure(_ reason: String) -> PairSyntaxError { .init(name: name, reason: reason) }
    let (content, settings) = Self.settings(of: line)

    var a = ""
    var b = ""
    var expected: [ExpectedDifference] = []
    var reachesBeyond = (a: false, b: false)
    let columns = content.split(separator: "\t", omittingEmptySubsequences: false)
    let isMarked = columns.count == 1
    if isMarked {
      var rest = columns[0]
      while let open = rest.firstIndex(of: "⟦") {
        a += rest[..<open]
        b += rest[..<open]
        guard let close = rest[open...].firstIndex(of: "⟧") else { throw failure("⟦ without ⟧") }
        let sides = rest[rest.index(after: open)..<close].split(
          separator: "|", omittingEmptySubsequences: false)
        guard sides.count == 2 else {
          throw failure("a mark needs one | and has \(sides.count - 1)")
        }
        a += sides[0]
        b += sides[1]
        rest = rest[rest.index(after: close)...]
        let className = Self.takeClassName(from: &rest)
        let comparesWords = !Self.take("~", from: &rest)
        if className == "-" || className == DifferenceClass.cutCondition.rawValue {
          if className != "-" && !sides[0].isEmpty {
            throw failure("the second text is the source of what is cut")
          }
          if sides[0].contains(where: \.isLetter) { reachesBeyond.a = true }
          if sides[1].contains(where: \.isLetter) { reachesBeyond.b = true }
        }
        if className == "-" { continue }
        guard let kind = ExpectedDifference.Kind(className) else {
          throw failure("no class ‘\(className)’")
        }
        var difference = ExpectedDifference(
          kind: kind, a: Self.words(of: sides[0]), b: Self.words(of: sides[1]))
        if !comparesWords { difference.words = nil }
        expected.append(difference)
      }
      a += rest
      b += rest
      if content.contains("⟧") && !content.contains("⟦") { throw failure("⟧ without ⟦") }
    } else {
      guard columns.count == 2 else { throw failure("more than one tab") }
      (a, b) = (String(columns[0]), String(columns[1]))
    }

    var verdict: Verdict?
    var relation: Comparison.Relation?
    var comparesWords = true
    var asksForNoAlarmOnly = false
    var bIsSource = expected.contains { $0.kind == .differenceClass(.cutCondition) }
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1)
      switch (parts[0], parts.count > 1 ? String(parts[1]) : nil) {
      case ("verdict", let value?):
        guard let known = Verdict(rawValue: value) else { throw failure("no verdict ‘\(value)’") }
        verdict = known
      case ("relation", let value?):
        guard let known = Comparison.Relation(rawValue: value) else {
          throw failure("no relation ‘\(value)’")
        }
        relation = known
      case ("classes", let value?):
        comparesWords = false
        for className in value.split(separator: ",") {
          guard let kind = ExpectedDifference.Kind(String(className)) else {
            throw failure("no class ‘\(className)’")
          }
          expected.append(.init(kind: kind, words: nil))
        }
      case ("classes-only", nil):
        comparesWords = false
      case ("source", nil):
        bIsSource = true
      case ("no-alarm", nil):
        asksForNoAlarmOnly = true
      default:
        throw failure("no setting ‘\(setting)’")
      }
    }
    if !comparesWords { for index in expected.indices { expected[index].words = nil } }

    self.name = name
    self.a = Side(pieces: Self.pieces(of: a))
    self.b = Side(pieces: Self.pieces(of: b))
    self.expected = expected
    self.bIsSource = bIsSource
    self.asksForNoAlarmOnly = asksForNoAlarmOnly
    let isSame = isMarked || !expected.isEmpty || asksForNoAlarmOnly
    self.verdict = verdict ?? (isSame ? Self.verdict(of: expected.map(\.kind)) : .different)
    switch self.verdict {
    case .different, .cannotEstablish: self.relation = nil
    default:
      self.relation =
        relation
        ?? (reachesBeyond == (false, false)
          ? .full : reachesBeyond == (true, true) ? .overlap : .contained)
    }
  }

  /// What differences of some kinds amount to under the neutral profile.
  static func verdict(of kinds: [ExpectedDifference.Kind]) -> Verdict {
    switch kinds.map(\.severity).max() ?? .identical {
    case .identical: .verbatim
    case .style: kinds.contains(where: \.showsInWords) ? .styled : .verbatim
    case .marked: .markedEdit
    case .minor: .altered
    case .meaning: .meaningAltered
    }
  }

  /// The line without its settings, and the settings.
  private static func settings(of line: String) -> (content: Substring, settings: [Substring]) {
    let separator = " ## "
    guard let range = line.firstRange(of: separator) else { return (line[...], []) }
    return (line[..<range.lowerBound], line[range.upperBound...].split(separator: " "))
  }

  /// Takes `-` or words joined by hyphens from the start of a text.
  private static func takeClassName(from text: inout Substring) -> String {
    if take("-", from: &text) { return "-" }
    var name = ""
    while let character = text.first {
      let isLetter = ("a"..."z").contains(character)
      let isHyphen =
        character == "-" && !name.isEmpty
        && text.dropFirst().first.map { ("a"..."z").contains($0) } == true
      guard isLetter || isHyphen else { break }
      name.append(character)
      text.removeFirst()
    }
    _ = take("⟧", from: &text)
    return name
  }

  private static func take(_ character: Character, from text: inout Substring) -> Bool {
    guard text.first == character else { return false }
    text.removeFirst()
    return true
  }

  private static func words(of side: Substring) -> String {
    unescaped(side.replacing("⏎", with: "")[...])
  }

  private static func pieces(of side: String) -> [String] {
    side.split(separator: "⏎", omittingEmptySubsequences: false).map { piece in
      unescaped(
        piece.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")[...])
    }
  }

  /// The text with `\u{…}` read.
  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let escape = rest.firstRange(of: "\\u{"),
      let close = rest[escape.upperBound...].firstIndex(of: "}")
    {
      result += rest[..<escape.lowerBound]
      if let number = UInt32(rest[escape.upperBound..<close], radix: 16),
        let scalar = Unicode.Scalar(number)
      {
        result.unicodeScalars.append(scalar)
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension ExpectedDifference.Kind {
  fileprivate var showsInWords: Bool {
    switch self {
    case .differenceClass(let differenceClass): differenceClass.isStyleOfWords
    case .severity: true
    }
  }
}
