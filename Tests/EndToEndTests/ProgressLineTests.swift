import Testing

@testable import VerbatimCLI

@Suite("Progress on a terminal")
struct ProgressLineTests {
  private func check(
    _ line: ProgressLine, columns: Int = 200, _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(line.text(columns: columns) == expected, sourceLocation: sourceLocation)
  }

  @Test("Without an end in sight: what was done, and how fast")
  func openEnd() {
    check(ProgressLine(noun: "articles"), "0 articles")
    check(
      ProgressLine(noun: "articles", count: 12, byteCount: 4_960_000, seconds: 0.5),
      "12 articles, 5.0 MB")
    check(
      ProgressLine(noun: "articles", count: 1_234_567, byteCount: 2_345_600_000, seconds: 100),
      "1,234,567 articles, 2,346 MB, 23.5 MB/s")
    check(
      ProgressLine(
        noun: "articles", count: 1024, byteCount: 9_940_000, seconds: 2,
        remark: "1024 committed"),
      "1,024 articles, 9.9 MB, 5.0 MB/s, 1024 committed")
  }

  @Test(
    "With an end in sight: the share, and the time left",
    arguments: [
      (0, 10.0, "[....................]   0 %"),
      (1, 10.0, "[....................]   1 %"),
      (37, 10.0, "[#######.............]  37 %"),
      (999, 10.0, "[###################.]  99 %"),
      (1000, 10.0, "[####################] 100 %"),
    ])
  func bar(share: Int, seconds: Double, bar: String) {
    let done = share >= 100 ? share : share * 10
    let line = ProgressLine(
      noun: "articles", count: 5, byteCount: done * 100_000, totalByteCount: 100_000_000,
      seconds: seconds)
    #expect(line.text(columns: 200).hasPrefix(bar + " 5 articles"))
  }

  @Test(
    "The time left is that of the pace so far",
    arguments: [
      (500, 30.0, ", 30 s left"), (100, 10.0, ", 2 min left"), (10, 59.0, ", 1 h 37 min left"),
      (10, 37.0, ", 1 h 01 min left"), (10, 36.2, ", 1 h 00 min left"), (10, 36.0, ", 59 min left"),
      (9, 100.0, ""), (500, 0.9, ""), (1000, 30.0, ""), (2000, 30.0, ""),
    ])
  func timeLeft(thousandths: Int, seconds: Double, expected: String) {
    let line = ProgressLine(
      noun: "cases", count: thousandths, totalCount: 1000, seconds: seconds)
    let text = line.text(columns: 200)
    let words = text.split(separator: "of 1,000 cases", omittingEmptySubsequences: false)
    #expect(words.count == 2 && words[1] == expected, "\(text)")
  }

  @Test("What does not fit is left out, the bar before the words")
  func narrow() {
    let line = ProgressLine(
      noun: "articles", count: 40, byteCount: 50_000_000, totalByteCount: 100_000_000,
      seconds: 10, remark: "comparing")
    check(
      line, columns: 90,
      "[##########..........]  50 % 40 articles, 50 of 100 MB, 5.0 MB/s, 10 s left, comparing")
    check(line, columns: 60, "40 articles, 50 of 100 MB, 5.0 MB/s, 10 s left, comparing")
    check(line, columns: 30, "40 articles, 50 of 100 MB")
    check(line, columns: 12, "40 articles")
    check(line, columns: 4, "40 a")
    check(line, columns: 0, "")
    for columns in 0..<100 { #expect(line.text(columns: columns).count <= columns) }
  }

  @Test("Reading ahead shows no more than all")
  func readAhead() {
    let line = ProgressLine(
      noun: "articles", count: 1, byteCount: 12_000_000, totalByteCount: 11_000_000, seconds: 5)
    check(line, "[####################] 100 % 1 articles, 12 of 11 MB, 2.4 MB/s")
  }
}
