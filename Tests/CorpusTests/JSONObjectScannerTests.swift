import Foundation
import TestSupport
import Testing

@testable import Corpus

@Suite struct JSONObjectScannerTests {
  typealias Fault = JSONObjectScanner.Fault

  /// The members as `key=value` with the key's quotation marks, in their order.
  private func members(_ json: String) throws(Fault) -> [String] {
    let bytes = Array(json.utf8)
    return try JSONObjectScanner.members(of: bytes.span).map {
      String(decoding: bytes[$0.key], as: UTF8.self) + "="
        + String(decoding: bytes[$0.value], as: UTF8.self)
    }
  }

  @Test(arguments: [
    (#"{}"#, []),
    ("  { \t}\r\n", []),
    (#"{"a":1}"#, [#""a"=1"#]),
    (#"{"b" : "x" , "a": null}"#, [#""b"="x""#, #""a"=null"#]),
    (
      #"{"a":[1,[2,{"b":[]}],{}],"c":{"d":{"e":true}}}"#,
      [#""a"=[1,[2,{"b":[]}],{}]"#, #""c"={"d":{"e":true}}"#]
    ),
    (#"{"a":"]}\"\\","b":false}"#, [#""a"="]}\"\\""#, #""b"=false"#]),
    (#"{"a":-0.5e+10,"b":0,"c":1E-2}"#, [#""a"=-0.5e+10"#, #""b"=0"#, #""c"=1E-2"#]),
    (#"{"ключ":"“значение”","":""}"#, [#""ключ"="“значение”""#, #"""="""#]),
  ])
  func membersAreSlicedAsWritten(_ json: String, _ expected: [String]) throws {
    #expect(try members(json) == expected)
  }

  /// `|` marks the place of the fault.
  @Test(arguments: [
    "|", "|[]", "{|", "{|a:1}", #"{"a"|}"#, #"{"a":|}"#, #"{"a":1|"#, #"{"a":1,|}"#,
    #"{"a":1} |x"#, #"{"a":1}|{}"#, #"{"a":|01}"#, #"{"a":|1.}"#, #"{"a":|-}"#, #"{"a":|1e}"#,
    #"{"a":1.2|.3}"#,
    #"{"a":|+1}"#, #"{"a":|.5}"#, #"{"a":|NaN}"#, #"{"a":|nul}"#, #"{"a":|truth}"#,
    #"{"a":|trUe}"#,
    #"{"a":[1|}}"#, #"{"a":{"b":1|]}"#, #"{"a":[1,|]}"#, #"{"a":{"b":1,|}}"#, #"{"a":[|,]}"#,
    #"{"a":|"x}"#, #"{|"a}"#, #"{"a":"|\q"}"#, #"{"a":"|\u12x4"}"#, #"{"a":"|\u12"#,
    #"{"a":|"x\"#,
    "{\"a\":\"x|\ny\"}", "{\"a\":\"1234567|\u{1}\"}", #"{"a":1|;"b":2}"#, #"{"a" |1}"#,
  ])
  func faultsHaveAPlace(_ marked: String) {
    let offset = marked.utf8.firstIndex(of: UInt8(ascii: "|")).map {
      marked.utf8.distance(from: marked.startIndex, to: $0)
    }
    let error = #expect(throws: Fault.self) {
      try members(marked.replacing("|", with: ""))
    }
    #expect(error?.offset == offset, "\(marked): \(error?.what ?? "")")
  }

  @Test func depthIsLimitedWithoutRecursion() {
    func nested(_ depth: Int) -> String {
      #"{"a":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    }
    #expect(throws: Never.self) { try members(nested(JSONObjectScanner.maximumDepth)) }
    #expect(throws: Fault.self) { try members(nested(JSONObjectScanner.maximumDepth + 1)) }
    #expect(throws: Fault.self) {
      try members(#"{"a":"# + String(repeating: "[", count: 1_000_000))
    }
  }

  /// What ends a run of ordinary bytes is seen wherever it stands in a word of eight.
  @Test func everyStopIsSeenAtEveryPlace() throws {
    for length in 0..<40 {
      for place in 0...length {
        let before = String(repeating: "é", count: place / 2) + (place % 2 == 0 ? "" : "x")
        let after = String(repeating: "y", count: length - place)
        #expect(try members("{\"k\":\"\(before)\\\"\(after)\"}").count == 1)
        #expect(throws: Fault(offset: 6 + before.utf8.count, what: Self.controlMessage)) {
          try members("{\"k\":\"\(before)\u{1F}\(after)\"}")
        }
      }
    }
  }

  private static let controlMessage = "a control character stands in a string unescaped"

  @Test(
    arguments: [
      (#"{"a":"\ud83d\ude00"}"#, nil), (#"{"a":"\ud83d"}"#, 6), (#"{"a":"x\ude00"}"#, 7),
      (#"{"a":"\ud83dx"}"#, 6), (#"{"a":"\ud83d\n"}"#, 6), (#"{"a":"\ud83d\ud83d\ude00"}"#, 6),
      (#"{"a":"\uD83D\u0041"}"#, 6),
    ] as [(String, Int?)])
  func unpairedSurrogatesAreFound(_ json: String, _ offset: Int?) throws {
    let members = try JSONObjectScanner.members(of: Array(json.utf8).span)
    #expect(members.map(\.facts.unpairedSurrogate) == [offset])
  }

  /// Random objects: each slice is what was put in, and the native decoder agrees that it is JSON;
  /// with one byte changed there is a fault or an object, and never a trap.
  @Test func randomObjectsComeApartAsTheyWereMade() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let values = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
        randomJSON(depth: 4, using: &random)
      }
      let pairs = values.enumerated().map {
        "\"k\($0)\"" + blank(&random) + ":" + blank(&random) + $1
      }
      let json =
        "{" + pairs.map { blank(&random) + $0 + blank(&random) }.joined(separator: ",") + "}"
      #expect(try members(json) == values.enumerated().map { "\"k\($0)\"=\($1)" })
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(json.utf8))
      }
      var bytes = Array(json.utf8)
      bytes[Int.random(in: 0..<bytes.count, using: &random)] =
        Array("{}[]\",:\\u0e-t ".utf8).randomElement(using: &random) ?? 0
      let isAccepted = (try? JSONObjectScanner.members(of: bytes.span)) != nil
      // Valid UTF-8 is what the scanner is promised.
      if isAccepted, firstInvalidUTF8(in: bytes.span) == nil {
        #expect(
          throws: Never.self, "\(String(decoding: bytes, as: UTF8.self))"
        ) { try JSONSerialization.jsonObject(with: Data(bytes)) }
      }
    }
  }

  private func blank(_ random: inout SeededGenerator) -> String {
    ["", "", " ", "\t", "\n "].randomElement(using: &random) ?? ""
  }

  private func randomJSON(depth: Int, using random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: return ["0", "-1", "12.50", "3e8", "-0.1E-3"].randomElement(using: &random) ?? "0"
    case 1: return ["true", "false", "null"].randomElement(using: &random) ?? "null"
    case 2, 3, 4:
      let pieces = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        ["a", "“", "é", "😀", "\\\"", "\\\\", "\\u00e9", "{", "]", ",", ":"]
          .randomElement(using: &random) ?? ""
      }
      return "\"" + pieces.joined() + "\""
    case 5:
      let inner = (0..<Int.random(in: 0..<4, using: &random)).map { _ in
        blank(&random) + randomJSON(depth: depth - 1, using: &random) + blank(&random)
      }
      return "[" + inner.joined(separator: ",") + "]"
    default:
      let inner = (0..<Int.random(in: 0..<4, using: &random)).map {
        "\"\($0)\":" + blank(&random) + randomJSON(depth: depth - 1, using: &random)
      }
      return "{" + inner.joined(separator: ",") + "}"
    }
  }
}
