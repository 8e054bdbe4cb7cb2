import Prose
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Runs the test files of the Unicode Character Database, which Debian ships in the package
/// `unicode-data`.
///
/// They hold for one version of Unicode, so they count only where ICU implements the same.
@Suite struct UnicodeConformanceTests {
  private static let folder = "/usr/share/unicode/auxiliary/"

  /// Whether the files are installed and are of ICU's version of Unicode.
  private static let areUsable: Bool = {
    guard let text = try? String(contentsOfFile: folder + "WordBreakTest.txt", encoding: .utf8)
    else { return false }
    // "# WordBreakTest-15.0.0.txt"
    return text.hasPrefix("# WordBreakTest-\(ICU.unicodeVersion).")
  }()

  @Test(.enabled(if: areUsable, "the package unicode-data of ICU's Unicode version is missing"))
  func graphemeClusters() throws {
    try check("GraphemeBreakTest.txt", .graphemeClusters)
  }

  @Test(.enabled(if: areUsable, "the package unicode-data of ICU's Unicode version is missing"))
  func words() throws {
    // CLDR takes the colon out of MidLetter, so that `said:no` is two words: UAX #29 names this
    // tailoring itself (section 4.1, on MidLetter). Finnish and Swedish write colons inside words
    // and keep the standard's rules, so their iterator is the one to pass the whole file. The
    // root's, which Verbatim uses, passes every line without a colon, and on the others it differs
    // by boundaries beside a colon only.
    try check("WordBreakTest.txt", .words, locale: "fi")
    try check("WordBreakTest.txt", .words, tailored: 0x3A)
  }

  @Test(.enabled(if: areUsable, "the package unicode-data of ICU's Unicode version is missing"))
  func sentences() throws {
    try check("SentenceBreakTest.txt", .sentences)
  }

  /// Compares the boundaries of every line of a file with the expected ones; those beside the
  /// `tailored` byte may be there or not.
  private func check(
    _ file: String, _ unit: BoundaryFinder.Unit, locale: String = "root", tailored: UInt8? = nil
  ) throws {
    let finder = try BoundaryFinder(unit, locale: locale)
    let text = try String(contentsOfFile: Self.folder + file, encoding: .utf8)
    var count = 0
    for line in text.split(whereSeparator: \.isNewline) {
      let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      if fields.isEmpty { continue }
      var bytes: [UInt8] = []
      var expected: [Int] = []
      for field in fields {
        switch field {
        case "÷": if !bytes.isEmpty { expected.append(bytes.count) }
        case "×": break
        default:
          let scalar = try #require(UInt32(field, radix: 16).flatMap(Unicode.Scalar.init))
          bytes.append(contentsOf: String(Character(scalar)).utf8)
        }
      }
      count += 1
      var found = try finder.boundaries(of: bytes)
      if let tailored {
        let isBesideTailored = { (offset: Int) in
          // What extends the colon, all of it beyond ASCII in the file, belongs to it.
          bytes.indices.contains(offset) && bytes[offset] == tailored
            || bytes[..<offset].last { $0 < 0x80 } == tailored
        }
        found.removeAll(where: isBesideTailored)
        expected.removeAll(where: isBesideTailored)
      }
      #expect(found == expected, "\(locale), \(file): \(line)")
    }
    #expect(count > 400, "\(file) holds too few lines")
  }
}
