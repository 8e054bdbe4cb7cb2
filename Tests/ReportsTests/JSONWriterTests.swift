import Foundation
import Testing

@testable import Reports

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("plain", "\"plain\""),
    ("a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\""),
    ("line\nfeed\r\ttab", "\"line\\nfeed\\r\\ttab\""),
    ("\0\u{1}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u001f\\u007f\""),
    ("\u{85}\u{2028}\u{2029}", "\"\\u0085\\u2028\\u2029\""),
    ("“é” 𝒳 👍", "\"“é” 𝒳 👍\""),
    ("", "\"\""),
  ])
  func strings(_ text: String, _ expected: String) throws {
    var writer = JSONWriter()
    writer.string(text)
    #expect(String(decoding: writer.buffer.bytes, as: UTF8.self) == expected)
    let read = try JSONSerialization.jsonObject(
      with: Data(writer.buffer.bytes), options: .fragmentsAllowed)
    #expect((read as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  }

  @Test("every character of ASCII is escaped alike wherever it stands", arguments: 0..<20)
  func places(_ place: Int) {
    func written(_ text: String) -> String {
      var writer = JSONWriter()
      writer.string(text)
      return String(decoding: writer.buffer.bytes.dropFirst().dropLast(), as: UTF8.self)
    }
    for value in UInt8(0)..<0x80 {
      let character = String(Unicode.Scalar(value))
      let before = String(repeating: "a", count: place)
      let after = String(repeating: "~", count: 19 - place)
      #expect(written(before + character + after) == before + written(character) + after)
    }
  }

  @Test(arguments: [
    (0.97, "0.97"), (0.005, "0.01"), (1, "1.00"), (0, "0.00"), (-2.5, "-2.50"), (0.994, "0.99"),
    (0.996, "1.00"), (12345.678, "12345.68"), (Double.nan, "0.00"),
    (Double.infinity, "1000000000000.00"),
  ])
  func decimals(_ value: Double, _ expected: String) {
    #expect(decimalText(value) == expected)
  }

  @Test func nestingPutsCommasWhereTheyBelong() {
    var writer = JSONWriter()
    writer.object {
      $0.key("a")
      $0.array([1, 2]) { $0.integer($1) }
      $0.key("b")
      $0.object { _ in }
      $0.key("c")
      $0.raw("{\"x\":\n1}")
      $0.key("d")
      $0.null()
    }
    #expect(
      String(decoding: writer.buffer.bytes, as: UTF8.self)
        == #"{"a":[1,2],"b":{},"c":{"x": 1},"d":null}"#)
  }
}
