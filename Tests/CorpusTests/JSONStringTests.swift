import Foundation
import Testing

@testable import Corpus

/// Strings and arrays of strings against the native decoder, on what the scanner lets through.
@Suite struct JSONStringTests {
  @Test(arguments: [
    #""""#, #""plain""#, #""“é” 👍""#, #""a\"b\\c\/d""#, #""\b\f\n\r\t""#, #""\u00e9\u00E9x""#,
    #""\ud83d\udc4d!""#, #""\u0000""#, #""\ud83d""#, #""\udc4d""#, #""\ud83dx""#,
    #""\ud83d\n""#, #""\ud83d\u0041""#, #""\ud83d\ud83d\udc4d""#, #""end\\""#,
  ])
  func strings(_ json: String) {
    let bytes = Array(json.utf8)
    let isPlain = !json.contains("\\")
    let decoded = try? JSONDecoder().decode(String.self, from: Data(bytes))
    #expect(decodedJSONString(bytes.span, isPlain: isPlain) == decoded)
  }

  @Test(arguments: [
    "[]", " [ ] ", #"["a"]"#, #"[ "a" , "b\nc" ,""]"#, #"["a",1]"#, "[null]", #"[["a"]]"#,
    #"[{"a":"b"}]"#, #"["\ud800"]"#,
  ])
  func arrays(_ json: String) {
    let bytes = Array(json.utf8)
    let decoded = try? JSONDecoder().decode([String].self, from: Data(bytes))
    #expect(decodedJSONStrings(bytes.span) == decoded)
  }

  @Test(arguments: ["[", #"["a""#, #"["a",]"#, "[,]", #"["a"] x"#, "{}", ""])
  func brokenArrays(_ json: String) {
    #expect(decodedJSONStrings(Array(json.utf8).span) == nil)
  }
}
