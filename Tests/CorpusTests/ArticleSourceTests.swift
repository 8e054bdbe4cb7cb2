import Foundation
import Prose
import TestSupport
import Testing

@testable import Corpus

@Suite struct ArticleSourceTests {
  @Test func foldersAreReadInTheOrderOfTheirNames() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.txt", "B")
    try folder.write("a/z.md", "Z")
    try folder.write("a/c/1.txt", "1")
    try folder.write("a.txt", "A")
    try folder.write("É.TXT", "E")
    try folder.write("c.jsonl", #"{"text":"C"}"#)
    try folder.write("d.ndjson", #"{"id":"x","text":"D"}"#)
    for left in ["e.html", "f", ".hidden.txt", ".git/g.txt", ".txt", "txt"] {
      try folder.write(left, "not taken")
    }
    #expect(
      items([""], in: folder) == [
        "a/c/1.txt = 1", "a/z.md = Z", "a.txt = A", "b.txt = B", "c.jsonl:1 = C", "x = D",
        "É.TXT = E",
      ])
    #expect(items([folder.path + "/a/"], in: folder) == ["c/1.txt = 1", "z.md = Z"])
  }

  @Test func pathsAreReadInTheOrderGiven() throws {
    let folder = try TemporaryFolder()
    let paths = try ["b.txt", "a.html", ".c", "d"].map { try folder.write($0, "text of \($0)") }
    #expect(
      items(paths, in: folder) == [
        "b.txt = text of b.txt", "a.html = text of a.html", ".c = text of .c", "d = text of d",
      ])
    #expect(items([], in: folder).isEmpty)
  }

  @Test func pathsThatCannotBeReadDoNotStopTheRest() throws {
    let folder = try TemporaryFolder()
    try folder.link("dead.txt", to: "gone")
    try folder.link("loop.txt", to: "loop.txt")
    try folder.write("file.txt", "text")
    #expect(
      items(
        [
          folder.path("none.txt"), folder.path("dead.txt"), folder.path("loop.txt"),
          folder.path("file.txt/x"), "/dev/null", "", folder.path("a\nb"),
          folder.path("file.txt\0.md"), folder.path("file.txt"),
        ].filter { !$0.isEmpty }, in: folder) == [
          "! none.txt: no such file or folder; check the path",
          "! dead.txt: is a symbolic link to “gone”, which does not exist; "
            + "remove the link or restore its target",
          "! loop.txt: its symbolic links form a loop; give the path of the file itself",
          "! file.txt/x: a part of the path is not a folder; check the path",
          "! /dev/null: is a device; give a file, a folder, or “-” for standard input",
          "! a\\nb: no such file or folder; check the path",
          "! file.txt\\u{0}.md: no such file or folder; check the path",
          "file.txt = text",
        ])
    var source = ArticleSource(paths: [""])
    guard case .failure(let failure) = source.next() else {
      Issue.record("an empty path is a failure")
      return
    }
    #expect(failure.description == "(empty path): no such file or folder; check the path")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func permissionDeniedIsAFailure() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("secret.txt", "text")
    try folder.write("closed/a.txt", "text")
    chmod(file, 0)
    chmod(folder.path("closed"), 0)
    defer { chmod(folder.path("closed"), 0o700) }
    #expect(
      items([""], in: folder) == [
        "! closed: permission denied; make it readable",
        "! secret.txt: permission denied; make it readable",
      ])
  }

  @Test func aFolderWithoutArticlesIsAFailure() throws {
    let folder = try TemporaryFolder()
    try folder.write("empty/sub/.hidden.txt", "no")
    try folder.write("empty/page.html", "no")
    try folder.write("full/a.txt", "A")
    let remedy = "give a folder with .txt, .md, .jsonl, .ndjson, .srt or .vtt files"
    #expect(
      items([folder.path("empty"), folder.path("full")], in: folder) == [
        "! empty: the folder holds no article; \(remedy)", "a.txt = A",
      ])
  }

  @Test func linksNeitherLoopNorMultiply() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/text.txt", "A")
    try folder.link("a/up", to: "..")
    try folder.link("a/self", to: ".")
    try folder.link("b", to: "a")
    try folder.link("file.txt", to: "a/text.txt")
    try folder.link("z-dead", to: "gone")
    // Two links a level, so that a reader that followed each would visit 2^20 folders.
    for level in 0..<20 {
      try folder.makeFolder("deep\(level)")
      try folder.link("deep\(level)/x", to: "../deep\(level + 1)")
      try folder.link("deep\(level)/y", to: "../deep\(level + 1)")
    }
    try folder.write("deep20/d.txt", "D")
    let found = items([""], in: folder)
    #expect(found.count == 4)
    #expect(found.first == "a/text.txt = A")
    #expect(found.filter { $0.hasSuffix("d.txt = D") }.count == 1)
    #expect(found.contains("file.txt = A"))
    #expect(
      found.last
        == "! z-dead: is a symbolic link to “gone”, which does not exist; "
        + "remove the link or restore its target")
  }

  @Test func pipesInAFolderAreNotWaitedFor() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.path("pipe.txt"), 0o600)
    mkfifo(folder.path("other"), 0o600)
    #expect(
      items([""], in: folder) == [
        "! pipe.txt: is no regular file; "
          + "give the path of a pipe itself, or remove it from the folder"
      ])
  }

  @Test func namesThatAreNotUTF8AreFailures() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", "G")
    let name = Array(folder.path("bad").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
    let file = open(name, O_CREAT | O_WRONLY, 0o600)
    try #require(file >= 0, "the file system takes such names")
    close(file)
    #expect(
      items([""], in: folder) == [
        "! bad\u{FFFD}: the name is not valid UTF-8; rename it", "good.txt = G",
      ])
  }

  @Test(arguments: [
    (" \n\u{FEFF}", ": holds no text; remove it, or put the article's text into it"),
    ("", ": holds no text; remove it, or put the article's text into it"),
    ("\u{A0}\u{2003}\r\n", ": holds no text; remove it, or put the article's text into it"),
    ("---\ntitle: T\n---\n\n", ": holds no text; remove it, or put the article's text into it"),
    ("%PDF-1.7\n…", ": is a PDF document; save it as plain text"),
    (
      "PK\u{3}\u{4}…",
      ": is a ZIP archive or an office document; unpack it, or save it as plain text"
    ),
    (
      String(repeating: "x", count: 101),
      ": the article is larger than the limit of 100 bytes; "
        + "split it, or raise the limit for an article"
    ),
  ])
  func filesThatHoldNoArticle(_ text: String, _ expected: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", text)
    let options = ArticleSource.Options(maximumArticleBytes: 100)
    #expect(items([path], in: folder, options: options) == ["! a.txt" + expected])
  }

  @Test func compressedFilesAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.jsonl", [0x1F, 0x8B, 0x08, 0x00])
    #expect(
      items([""], in: folder) == [
        "! a.jsonl: is compressed with gzip; unpack it (zcat) and pipe it in as “-”"
      ])
  }

  @Test func anArticleOfExactlyTheLimitIsTaken() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "x", count: 100)
    let path = try folder.write("a.txt", text)
    var options = ArticleSource.Options(maximumArticleBytes: 100)
    options.chunkSize = 7
    #expect(items([path], in: folder, options: options) == ["a.txt = " + text])
  }

  @Test func defaultsFillWhatTheArticleDoesNotSay() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", "---\noutlet: Own\ndate:\n---\nText")
    let options = ArticleSource.Options(outlet: "Given", date: "2024-05-01", language: "en")
    let read = try #require(onlyArticle(path, options: options))
    #expect(
      read.article.metadata
        == Article.Metadata(outlet: "Own", date: "2024-05-01", language: "en"))
    #expect(read.article.path == path)
  }
}
