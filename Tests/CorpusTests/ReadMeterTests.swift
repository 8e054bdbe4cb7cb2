import TestSupport
import Testing

@testable import Corpus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("How much there is to read, and was read")
struct ReadMeterTests {
  @Test("The meter ends at the size that was known before, whatever the articles' own is")
  func sizes() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "Ten bytes.")
    try folder.write("b/c.jsonl", #"{"text":"\u0041", "more": [1, 2, 3]}"# + "\n\n")
    try folder.write("b/left.html", "is no article")
    let size = 10 + 38
    let known = try #require(ArticleSource.byteCount(at: [folder.path]))
    #expect(known == size)

    var source = ArticleSource(paths: [folder.path])
    let meter = source.meter
    #expect(meter.byteCount == 0)
    var count = 0
    while source.next() != nil { count += 1 }
    #expect(count == 2)
    #expect(meter.byteCount == known)
  }

  @Test("What cannot be opened counts nothing; what has no size beforehand has none")
  func unknown() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.txt", "Ten bytes.")
    #expect(ArticleSource.byteCount(at: []) == 0)
    #expect(ArticleSource.byteCount(at: [folder.path("none.txt"), file]) == 10)
    #expect(ArticleSource.byteCount(at: [file, "-"]) == nil)
    mkfifo(folder.path("pipe"), 0o600)
    #expect(ArticleSource.byteCount(at: [file, folder.path("pipe")]) == nil)
  }
}
