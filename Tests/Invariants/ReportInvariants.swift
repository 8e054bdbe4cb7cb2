import Foundation
public import Verbatim

/// Every report: the bytes are a text file.
///
/// JSON parses, lines for a terminal hold no character that drives it, and places that are written
/// slice the words that are written.
public enum ReportInvariants {
  private static let analyzer = QuotationAnalyzer()

  static func check(_ bytes: [UInt8]) throws {
    let text = String(decoding: DecodedText(bytes).bytes, as: UTF8.self)
    var article = Article(id: String(text.prefix(20)) + "x", path: "a", text: text)
    article.metadata.outlet = text.split(separator: "\n").first.map(String.init)
    article.metadata.title = String(text.prefix(40))
    try check(analyzer.analyze(article))
  }

  /// Checks the reports on an analysed article.
  public static func check(_ attributed: AttributedArticle) throws {
    try checkLists(attributed)
    try checkText(ExplanationReport.bytes(for: attributed), "explain")
    try checkComparing(attributed)
    try checkVerifying(attributed)
    let text = String(decoding: attributed.article.bytes, as: UTF8.self)
    let pair = WordingCheck().check(text, String(text.prefix(text.count / 2)))
    for format in DiffReport.Format.allCases {
      var report = DiffReport(options: .init(format: format))
      let written = report.write(pair)
      let bytes = report.add(written) + report.finish()
      try check(bytes, format.rawValue, "diff")
    }
  }

  private static func checkLists(_ attributed: AttributedArticle) throws {
    let listing = ArticleListing(attributed, filter: QuotationFilter(includesAll: true))
    let failure = ReadFailure(path: listing.article.id, line: 3, message: listing.article.id)
    for format in ListOptions.Format.allCases {
      var report = ListReport(options: ListOptions(format: format))
      var bytes = report.add(listing)
      report.add(failure)
      bytes += report.finish()
      try check(bytes, format.rawValue, "list")
    }
  }

  private static func checkComparing(_ attributed: AttributedArticle) throws {
    var comparer = QuotationComparer()
    for outlet in ["A", "B"] {
      var other = attributed
      other.article.id = outlet
      other.article.metadata.outlet = outlet
      comparer.add(comparer.read(other))
    }
    let groups = comparer.groups()
    for format in CompareOptions.Format.allCases {
      var report = CompareReport(options: CompareOptions(format: format, includesAll: true))
      var bytes: [UInt8] = []
      for group in groups { bytes += report.add(group) }
      bytes += report.finish()
      try check(bytes, format.rawValue, "compare")
    }
  }

  private static func checkVerifying(_ attributed: AttributedArticle) throws {
    let verifier = QuotationVerifier(sources: [VerificationSource(attributed)])
    let verified = verifier.verify(attributed)
    for format in VerifyReport.Format.allCases {
      var report = VerifyReport(options: .init(format: format), read: verifier.read)
      var bytes: [UInt8] = []
      for quotation in verified { bytes += report.add(report.write(quotation)) }
      bytes += report.finish()
      try check(bytes, format.rawValue, "verify")
    }
  }

  private static func check(_ bytes: [UInt8], _ format: String, _ report: String) throws {
    try require(
      String(validating: bytes, as: UTF8.self) != nil, "\(report) as \(format) is not UTF-8")
    switch format {
    case "json": try checkJSON(bytes, report)
    case "jsonl":
      for line in bytes.split(separator: 0x0A) { try checkJSON(Array(line), report) }
    case "text": try checkText(bytes, report)
    default: break
    }
  }

  /// Checks that bytes are one JSON value.
  static func checkJSON(_ bytes: [UInt8], _ what: String) throws {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    } catch {
      throw BrokenInvariant("\(what): no valid JSON: \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// Checks that bytes can be written to a terminal: nothing in them drives it or reorders a line.
  static func checkText(_ bytes: [UInt8], _ what: String) throws(BrokenInvariant) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      // Line feeds, and the isolates that reports put around words from right to left.
      case 0x0A, 0x2068, 0x2069: continue
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069:
        throw BrokenInvariant("\(what) writes U+\(String(scalar.value, radix: 16)) as it is")
      default: continue
      }
    }
  }
}
