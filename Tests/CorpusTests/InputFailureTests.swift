import Corpus
import Testing

@Suite struct InputFailureTests {
  private func check(_ failure: InputFailure, _ expected: String) {
    #expect(failure.description == expected)
  }

  @Test func placeStandsFirst() {
    check(InputFailure(path: "a.txt", what: "w", remedy: "r"), "a.txt: w; r")
    check(InputFailure(path: "a.jsonl", line: 3, what: "w", remedy: "r"), "a.jsonl:3: w; r")
    check(
      InputFailure(path: "a.jsonl", line: 3, column: 7, what: "w", remedy: "r"),
      "a.jsonl:3:7: w; r")
    check(InputFailure(path: "", what: "w", remedy: "r"), "(empty path): w; r")
  }

  @Test func nothingBreaksTheLine() {
    check(
      InputFailure(path: "a\nb\u{202E}\u{1B}[31m\u{2028}é", what: "x\ty", remedy: "z\r"),
      "a\\nb\\u{202E}\\u{1B}[31m\\u{2028}é: x\\ty; z\\r")
  }
}
