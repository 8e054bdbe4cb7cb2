import Foundation
import Prose
import TestSupport
import Testing

@testable import Corpus

@Suite struct JSONLinesTests {
  /// Reads the text as `f.jsonl`, in chunks of every small size: all must give the same.
  private func check(
    _ text: String, _ expected: [String], options: ArticleSource.Options = .init(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try check(Array(text.utf8), expected, options: options, sourceLocation: sourceLocation)
  }

  private func check(
    _ bytes: [UInt8], _ expected: [String], options: ArticleSource.Options = .init(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("f.jsonl", bytes)
    for chunkSize in [1, 2, 3, 5, 8, 13, 64, 1 << 16] {
      var options = options
      options.chunkSize = chunkSize
      #expect(
        items([path], in: folder, options: options) == expected, "chunks of \(chunkSize)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func anArticleALine() throws {
    try check(
      """
      {"id":"one","text":"Ä “quoted” text"}

      {"text":"no id"}\r
      \t\r
        {"id":17,"text":"a number"}
      {"id":"","text":"an empty id"}
      {"id":null,"text":"the last, without a line feed"}
      """,
      [
        "one = Ä “quoted” text", "f.jsonl:3 = no id", "17 = a number",
        "f.jsonl:6 = an empty id", "f.jsonl:7 = the last, without a line feed",
      ])
  }

  @Test func escapesAreDecoded() throws {
    try check(
      #"{"\u0069d":"a\/b","text":"\u201cNo,\u201d he said.\n\"\\\ud83d\ude00"}"#,
      ["a/b = “No,” he said.\n\"\\😀"])
  }

  @Test func aByteOrderMarkAtTheStartIsSkipped() throws {
    try check("\u{FEFF}{\"text\":\"A\"}\n", ["f.jsonl:1 = A"])
    try check(
      "\u{FEFF}{\"text\":1}\n{\"text\":\"B\"}",
      [
        "! f.jsonl:1:12: “text” is a number, not a string; "
          + "write it in quotation marks, or leave the key out",
        "f.jsonl:2 = B",
      ])
  }

  @Test func knownKeysAreRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "f.jsonl",
      #"{"url":"https://a.example/1","language":"en-GB","date":"2024-05-01","author":null,"#
        + #""outlet":"","title":"“T”","text":"Text","id":"i"}"#)
    let options = ArticleSource.Options(outlet: "The Post", date: "2000-01-01")
    let article = try #require(onlyArticle(path, options: options)).article
    #expect(
      article.metadata
        == Article.Metadata(
          title: "“T”", outlet: "The Post", author: nil, date: "2024-05-01", language: "en-GB",
          url: "https://a.example/1"))
    #expect(article.path == path)
    #expect(article.bodyStart == 0)
  }

  @Test func unknownKeysAreHandedThroughAsWritten() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "f.jsonl",
      #"{"quotes":[ {"a" : 1.50},[]],"text":"T","z":null,"a":"x\u00e9\ud800","n":-0.0e+7,"t":true}"#
    )
    let article = try #require(onlyArticle(path)).article
    #expect(
      article.metadata.extra == [
        Article.ExtraField(key: "quotes", json: #"[ {"a" : 1.50},[]]"#),
        Article.ExtraField(key: "z", json: "null"),
        Article.ExtraField(key: "a", json: #""x\u00e9\ud800""#),
        Article.ExtraField(key: "n", json: "-0.0e+7"),
        Article.ExtraField(key: "t", json: "true"),
      ])
  }

  @Test(
    arguments: [
      (#"{"text":"A","id":x}"#, 18, "broken JSON: expected a value"),
      (#"{"text":"A","id":"x""#, 21, "broken JSON: expected “,” or “}”, but the line ends"),
      (#"{"text":"A"}}"#, 13, "broken JSON: something follows the end of the JSON object"),
      (#"["a"]"#, 1, "broken JSON: expected “{”"),
      (#"text"#, 1, "broken JSON: expected “{”"),
      (#"{"text":["A"]}"#, 9, "“text” is an array, not a string"),
      (#"{"text":"A","title":{}}"#, 21, "“title” is an object, not a string"),
      (#"{"text":"A","id":false}"#, 18, "“id” is true or false, not a string"),
      (
        #"{"text":"A\ud800"}"#, 11,
        "“text” holds an unpaired surrogate, which stands for no character"
      ),
      (#"{"\udc00":1}"#, 3, "a key holds an unpaired surrogate, which stands for no character"),
      (#"{"title":"A"}"#, nil, "the object has no “text”"),
      (#"{"text":null}"#, nil, "the object has no “text”"),
      (#"{"text":" \n\u00a0"}"#, nil, "“text” holds no text"),
      (
        #"{"text":"12345678901234567890x"}"#, nil,
        "the article is larger than the limit of 20 bytes"
      ),
      (
        #"{"text":"A","filler":"12345678901234567890123456789012345678901234567890"}"#, nil,
        "the line is longer than the limit of 50 bytes"
      ),
    ] as [(String, Int?, String)])
  func aBrokenLineIsAFailureAndTheRestGoesOn(
    _ line: String, _ column: Int?, _ what: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "f.jsonl", "{\"text\":\"before\"}\n\(line)\n{\"text\":\"after\"}\n")
    var source = ArticleSource(
      paths: [path],
      options: ArticleSource.Options(maximumArticleBytes: 20, maximumLineBytes: 50))
    var failures: [InputFailure] = []
    var ids: [String] = []
    while let item = source.next() {
      switch item {
      case .article(let article, _): ids.append(article.id)
      case .failure(let failure): failures.append(failure)
      }
    }
    #expect(ids == ["f.jsonl:1", "f.jsonl:3"])
    #expect(failures.map(\.path) == [path])
    #expect(failures.map(\.line) == [2])
    #expect(failures.map(\.column) == [column])
    #expect(failures.map(\.what) == [what])
    #expect(failures.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test func invalidUTF8IsAFailure() throws {
    try check(
      Array("{\"text\":\"A".utf8) + [0xC3, 0x28] + Array("\"}\n{\"text\":\"B\"}".utf8),
      ["! f.jsonl:1:11: invalid UTF-8 in JSON; save the file as UTF-8", "f.jsonl:2 = B"])
  }

  @Test func columnsCountTheBlanksBeforeTheObject() throws {
    try check(
      "  {\"text\":1}",
      [
        "! f.jsonl:1:11: “text” is a number, not a string; "
          + "write it in quotation marks, or leave the key out"
      ])
  }

  @Test(arguments: ["[\n{\"text\":\"A\"},\n{\"text\":\"B\"}\n]\n", "\n{\n  \"text\": \"A\"\n}\n"])
  func aValueOverSeveralLinesIsOneFailure(_ text: String) throws {
    let line = text.hasPrefix("\n") ? 2 : 1
    try check(
      text,
      [
        "! f.jsonl:\(line): one JSON value runs over several lines; "
          + "write one object a line, without an array"
      ])
  }

  @Test(arguments: ["", "\n", " \r\n\n"])
  func aFileWithoutLinesIsAFailure(_ text: String) throws {
    try check(text, ["! f.jsonl: holds no article; write one JSON object a line into it"])
  }

  @Test func doubtfulLinesAreReadWithAWarning() throws {
    try check(
      #"{"text":"A","text":"B\u0000","x":1,"x":2}"#,
      ["f.jsonl:1 = B\0 [repeated-key repeated-key nul-character]"])
  }

  /// Random files, cut into chunks at random: every article comes out as it was put in.
  @Test func randomFilesSurviveEveryChunkBoundary() throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      var lines = ""
      var expected: [String] = []
      for number in 1...Int.random(in: 1...12, using: &random) {
        let text =
          (0...Int.random(in: 0..<30, using: &random)).map { _ in
            ["a", "é", "“", "😀", "\"", "\\", "\n", "{", "}"].randomElement(using: &random) ?? ""
          }.joined() + "."
        let json = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        lines += "{\"x\":[\(json)],\"text\":\(json)}\n"
        expected.append("f.jsonl:\(number) = \(text)")
      }
      let path = try folder.write("f.jsonl", lines)
      var options = ArticleSource.Options()
      options.chunkSize = Int.random(in: 1...40, using: &random)
      #expect(items([path], in: folder, options: options) == expected)
    }
  }
}
