import Corpus
import TestSupport
import Testing

@Suite struct PairSourceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func textsAndPieces() throws {
    #expect(
      try items(
        """
        {"id":"p1","a":"We go.","b":{"pieces":["We","go."]}}

        {"b":"y","id":7,"a":"x\\u00e9","more":{"a":"z"}}
        {"a":"","b":{"other":1,"pieces":[""]}}
        """) == [
          #"p1: text("We go.") pieces(["We", "go."])"#, #"7: text("xé") text("y")"#,
          #"pairs.jsonl:4: text("") pieces([""])"#,
        ])
  }

  @Test func brokenLinesAreNamedAndTheRestGoesOn() throws {
    #expect(
      try items(
        """
        {"id":"p1","a":"x"}
        {"id":"p2","a":"x","b":1}
        {"a":{"pieces":["x",2]},"b":"y"}
        {"a":{"pieces":[]},"b":"y"}
        {"a":{"texts":["x"]},"b":"y"}
        {"id":{},"a":"x","b":"y"}
        {"a":"\\ud800","b":"y"}
        nothing
        {"id":"p9","a":"x","b":"y"}
        """) == [
          "! pairs.jsonl:1: the object has no “b”",
          "! pairs.jsonl:2:24: “b” is neither a string nor an object with “pieces”",
          "! pairs.jsonl:3:16: “a” has no “pieces” that are an array of strings",
          "! pairs.jsonl:4:16: “a” has no “pieces” that are an array of strings",
          "! pairs.jsonl:5:6: “a” has no “pieces” that are an array of strings",
          "! pairs.jsonl:6:7: “id” is neither a string nor a number",
          "! pairs.jsonl:7:7: “a” holds what stands for no character",
          "! pairs.jsonl:8:1: broken JSON: expected “{”",
          #"p9: text("x") text("y")"#,
        ])
  }

  @Test(arguments: [
    ("", "! pairs.jsonl: holds no pair"), ("\n\n", "! pairs.jsonl: holds no pair"),
    ("{\n\"a\": 1}", "! pairs.jsonl:1: one JSON value runs over several lines"),
    ("PK\u{3}\u{4} zip", "! pairs.jsonl: is a ZIP archive or an office document"),
  ])
  func filesThatHoldNoPairs(_ text: String, _ expected: String) throws {
    #expect(try items(text) == [expected])
  }

  @Test func missing() {
    let failure = #expect(throws: InputFailure.self) {
      _ = try PairSource(path: "missing/pairs.jsonl")
    }
    #expect(failure?.what == "no such file or folder")
  }

  /// Every item as a line; of failures all but the remedy.
  private func items(_ text: String) throws -> [String] {
    try folder.write("pairs.jsonl", text)
    let path = folder.path + "/pairs.jsonl"
    func words(_ failure: InputFailure) -> String {
      let line = failure.description.replacing(folder.path + "/", with: "")
      return "! " + (line.split(separator: ";").first.map(String.init) ?? line)
    }
    var result: [String] = []
    do throws(InputFailure) {
      var source = try PairSource(path: path)
      while let item = source.next() {
        switch item {
        case .pair(let pair, _): result.append("\(pair.id): \(pair.a) \(pair.b)")
        case .failure(let failure): result.append(words(failure))
        }
      }
    } catch {
      result.append(words(error))
    }
    return result
  }
}

@Suite struct WordingFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func textWithoutItsMark() throws {
    try folder.write("a.txt", "\u{FEFF}We go.\n")
    #expect(try WordingPair.text(ofFile: folder.path + "/a.txt") == "We go.\n")
  }

  @Test(arguments: [
    ([0x57, 0x65, 0x0A, 0xFF] as [UInt8], "2: the text is not valid UTF-8"),
    ([0x57, 0x00, 0x01], "1: holds NUL characters"),
    ([0x1F, 0x8B, 0x08], " is compressed with gzip"),
    ([0xFF, 0xFE, 0, 0], " is UTF-32"),
  ])
  func whatIsNoText(_ bytes: [UInt8], _ expected: String) throws {
    try folder.write("a.txt", bytes)
    let failure = try #require(throws: InputFailure.self) {
      try WordingPair.text(ofFile: folder.path + "/a.txt")
    }
    #expect(failure.description.contains("a.txt:\(expected)"), "\(failure.description)")
  }
}
