import Foundation
import Testing

private let samples = Verbatim.package.appendingPathComponent("golden/articles")

/// The program on the sample articles of the package.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: samples.path), "there are no samples"))
struct SampleTests {

  @Test func offsetsOfEveryKindGiveTheText() throws {
    let outcome = try Verbatim().run("list", "--all", "--format", "jsonl", samples.path)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    var texts: [String: Data] = [:]
    var count = 0
    for line in try outcome.lines() {
      let article = try #require(line["article"] as? [String: Any])
      let path = try #require(article["path"] as? String)
      let data = try texts[path] ?? Data(contentsOf: URL(fileURLWithPath: path))
      texts[path] = data
      let pieces = try #require(line["pieces"] as? [[String: Any]])
      let places = pieces + ["mention", "cue"].compactMap { line[$0] as? [String: Any] }
      for place in places {
        try check(place, in: data)
        count += 1
      }
    }
    #expect(count > 50)
  }

  private func check(_ place: [String: Any], in data: Data) throws {
    let expected = try #require(place["text"] as? String)
    let text = String(decoding: data, as: UTF8.self)
    func range(_ key: String) throws -> Range<Int> {
      let bounds = try #require(place[key] as? [Int])
      return try #require(bounds.first)..<(try #require(bounds.last))
    }
    #expect(String(decoding: data[try range("utf8")], as: UTF8.self) == expected)
    let scalars = Array(text.unicodeScalars)[try range("scalar")]
    var slice = String.UnicodeScalarView()
    slice.append(contentsOf: scalars)
    #expect(String(slice) == expected)
    #expect(
      String(decoding: Array(text.utf16)[try range("utf16")], as: UTF16.self) == expected)

    let line = try #require(place["line"] as? Int)
    let column = try #require(place["column"] as? Int)
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let start = Array(lines[line - 1])[(column - 1)...]
    #expect(start.first == expected.unicodeScalars.first)
  }
}
