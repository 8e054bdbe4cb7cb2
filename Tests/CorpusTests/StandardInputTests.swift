import Foundation
import Prose
import TestSupport
import Testing

@testable import Corpus

/// Standard input belongs to the whole process, so that these run one after the other.
@Suite(.serialized) struct StandardInputTests {
  /// What is read when standard input is a pipe with these bytes.
  private func check(
    _ bytes: [UInt8], _ expected: [String], paths: [String] = ["-"],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try TemporaryFolder()
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: bytes)
    try pipe.fileHandleForWriting.close()
    let saved = dup(STDIN_FILENO)
    dup2(pipe.fileHandleForReading.fileDescriptor, STDIN_FILENO)
    defer {
      if saved >= 0 {
        dup2(saved, STDIN_FILENO)
        close(saved)
      }
    }
    var options = ArticleSource.Options()
    options.chunkSize = 3
    #expect(
      items(paths, in: folder, options: options) == expected, sourceLocation: sourceLocation)
  }

  @Test func theFirstByteSaysWhatItIs() throws {
    try check(Array("Some text {".utf8), ["- = Some text {"])
    try check(Array("\n  [text]".utf8), ["- = \n  [text]"])
    try check(
      Array(" \r\n\n {\"text\":\"A\"}\n{\"id\":\"b\",\"text\":\"B\"}\n".utf8), ["-:3 = A", "b = B"])
    try check([0xEF, 0xBB, 0xBF] + Array(#"{"text":"A"}"#.utf8), ["-:1 = A"])
    try check(
      [0xFF, 0xFE, 0x7B, 0, 0x7D, 0],
      ["! -:1: is UTF-16 or UTF-32; save the JSON Lines as UTF-8"])
    try check(
      Array(String(repeating: "\n", count: 30_000).utf8) + Array(#"{"text":"A"}"#.utf8),
      ["-:30001 = A"])
  }

  @Test func nothingOnItIsAFailure() throws {
    try check([], ["! -: holds no text; remove it, or put the article's text into it"])
  }

  @Test func itIsReadOnce() throws {
    try check(
      Array("Text".utf8), ["- = Text", "! -: standard input was already read; give “-” only once"],
      paths: ["-", "-"])
  }

  @Test func anArticleOfItHasNoPath() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Array("Text".utf8))
    try pipe.fileHandleForWriting.close()
    let saved = dup(STDIN_FILENO)
    dup2(pipe.fileHandleForReading.fileDescriptor, STDIN_FILENO)
    defer {
      dup2(saved, STDIN_FILENO)
      close(saved)
    }
    let read = try #require(onlyArticle("-"))
    #expect(read.article.path == nil)
  }

  /// A pipe that a shell makes for `<(…)` has a name that tells nothing.
  @Test(arguments: [
    (#"{"id":"a","text":"A"}"#, "a = A"), ("Words", "Words"),
  ])
  func aPipeIsLookedInto(_ text: String, _ expected: String) throws {
    let folder = try TemporaryFolder()
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Array(text.utf8))
    try pipe.fileHandleForWriting.close()
    let number = pipe.fileHandleForReading.fileDescriptor
    let found = items(["/dev/fd/\(number)"], in: folder)
    #expect(found == [expected == "Words" ? "\(number) = Words" : expected])
  }
}
