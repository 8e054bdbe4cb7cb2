import Verbatim

/// Golden files: the bytes are one.
///
/// It is read or refused with a place; what was read is written so that it is read alike, an answer
/// does not differ from itself, and to check a case never crashes.
enum GoldenInvariants {
  private static let comparer = GoldenComparer()

  static func check(_ bytes: [UInt8]) throws {
    let file: GoldenFile
    do throws(InputFailure) {
      file = try GoldenFile(bytes: bytes, path: "a.golden")
    } catch {
      try ReadingInvariants.check(error)
      return
    }
    let written = file.text()
    let again: GoldenFile
    do throws(InputFailure) {
      again = try GoldenFile(bytes: Array(written.utf8), path: "a.golden")
    } catch {
      throw BrokenInvariant("what was written is refused: \(error)\n\(written)")
    }
    try requireEqual(again.text(), written, "what was read and written twice")
    try requireEqual(again.header, file.header, "the header that was written")
    if case .answer(let entries) = file.body {
      guard case .answer(let others) = again.body else {
        throw BrokenInvariant("an answer was read back as something else")
      }
      try requireEqual(others.map(\.content), entries.map(\.content), "contents read back")
      try requireEqual(others.map(\.facts), entries.map(\.facts), "facts read back")
      let found = comparer.compare(entries, others, header: file.header, path: "a.golden")
      try require(
        found.differences.isEmpty, "an answer differs from itself: \(found.differences)")
      let lost = comparer.compare(entries, [], header: file.header, path: "a.golden")
      try requireEqual(lost.differences.count, entries.count, "entries that are lost")
    }
    try checkCase(file, bytes)
  }

  /// Answers every case with nothing, so that no path that a golden file names is followed.
  private struct Silence: GoldenAnswerer {
    let version = "0"
    func answer(to header: GoldenHeader, in folder: String, keepsTexts: Bool) -> GoldenAnswer {
      GoldenAnswer()
    }
  }

  private static func checkCase(_ file: GoldenFile, _ bytes: [UInt8]) throws {
    let paths = file.header.inputs + file.header.sources
    // Other paths would be followed, and their files hashed.
    guard paths.allSatisfy({ !$0.path.contains("/") && !$0.path.contains("..") }) else { return }
    try ScratchFolder.with(bytes, suffix: ".golden") { path in
      guard let found = GoldenTree([path]).cases.first else {
        throw BrokenInvariant("a golden file is no case")
      }
      let result = GoldenChecker(answerer: Silence()).check(found)
      for format in GoldenReport.Format.allCases {
        var report = GoldenReport(options: .init(format: format))
        let bytes = report.add(result) + report.finish()
        try require(!bytes.isEmpty || format == .text, "an empty report as \(format)")
        if format == .json || format == .sarif {
          try ReportInvariants.checkJSON(bytes, "\(format)")
        }
      }
    }
  }
}
