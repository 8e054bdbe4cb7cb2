internal import Wording

extension GoldenReader {
  /// Reads expectations, one a line, up to the end.
  mutating func expectations() throws(GoldenSyntaxError) -> [GoldenExpectation] {
    var expectations: [GoldenExpectation] = []
    var expectedFailure: String?
    while let line = peek() {
      if let rest = line.removing("xfail:") {
        let reason = try unescaped(rest)
        guard !reason.isEmpty else {
          throw fault("the known failure has no reason", "write why: “xfail: REASON”")
        }
        expectedFailure = reason
        take()
        continue
      }
      expectations.append(
        GoldenExpectation(
          try claim(line), expectedFailure: expectedFailure, comments: takeComments(),
          line: lineNumber))
      expectedFailure = nil
      take()
    }
    if expectedFailure != nil {
      throw fault("nothing follows the last “xfail”", "write the claim below it")
    }
    return expectations
  }

  private func claim(_ line: Substring) throws(GoldenSyntaxError) -> GoldenExpectation.Claim {
    if let rest = line.removing("says:") {
      let (name, words) = try nameAndWords(rest)
      guard let name else {
        throw fault("“says” names nobody", "write “says: NAME “words””, or the name “unknown”")
      }
      return .says(name: name, words: words)
    }
    if let rest = line.removing("must not say:") {
      let (name, words) = try nameAndWords(rest)
      return .mustNotSay(name: name, words: words)
    }
    if let rest = line.removing("verdict of") {
      let (words, value) = try wordsAndValue(rest)
      guard let verdict = Verdict(rawValue: value) else {
        throw unknown("verdict", value, among: Verdict.allCases.map(\.rawValue))
      }
      return .verdict(words: words, verdict)
    }
    if let rest = line.removing("differs in") {
      let (words, value) = try wordsAndValue(rest)
      return .differs(words: words, try differenceClass(value))
    }
    if let rest = line.removing("does not differ in") {
      let (words, value) = try wordsAndValue(rest)
      return .doesNotDiffer(words: words, try differenceClass(value))
    }
    throw fault(
      "“\(line)” is no claim",
      "there are says, must not say, verdict of, differs in, does not differ in")
  }

  private func differenceClass(_ name: String) throws(GoldenSyntaxError) -> DifferenceClass {
    guard let known = DifferenceClass(rawValue: name) else {
      throw unknown("class of difference", name, among: DifferenceClass.allCases.map(\.rawValue))
    }
    return known
  }

  /// `NAME “words”`; the name may be missing.
  private func nameAndWords(
    _ text: Substring
  ) throws(GoldenSyntaxError) -> (name: String?, words: String) {
    guard let open = text.unicodeScalars.firstIndex(where: Self.isOpening) else { throw noWords() }
    let (words, rest) = try quotedWords(text[open...])
    guard rest.isBlank else {
      throw fault("“\(rest)” stands after the words", "remove it")
    }
    let name = try unescaped(text[..<open].trimmed)
    return (name.isEmpty ? nil : name, words)
  }

  /// `“words”: value`
  private func wordsAndValue(
    _ text: Substring
  ) throws(GoldenSyntaxError) -> (words: String, value: String) {
    let (words, rest) = try quotedWords(text.trimmed)
    guard let value = rest.removing(":") else {
      throw fault("no colon stands after the words", "write it as “words”: VALUE")
    }
    return (words, String(value.trimmed))
  }

  /// The words up to the last closing mark, and what follows it.
  private func quotedWords(
    _ text: Substring
  ) throws(GoldenSyntaxError) -> (words: String, rest: Substring) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, Self.isOpening(first),
      let close = scalars.dropFirst().lastIndex(of: first == "“" ? "”" : "\"")
    else { throw noWords() }
    let words = try unescaped(text[scalars.index(after: scalars.startIndex)..<close])
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { throw noWords() }
    return (words, text[scalars.index(after: close)...])
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "“" || scalar == "\""
  }

  private func noWords() -> GoldenSyntaxError {
    fault("no words stand between marks", "write them as “words”")
  }
}
