internal import Golden
internal import Prose
internal import Wording

/// Results of golden cases in the Static Analysis Results Interchange Format, version 2.1.0.
///
/// Each kind of difference or problem is a rule. A result is where the words stand in the input, or in
/// the golden file where the input does not have them; of an article that is one of several in a file,
/// only the file is named. Its fingerprint is the difference's identifier,
/// which stays when lines move. The results of a case that fails as expected are suppressed.
struct SARIFGoldenFormat: GoldenFormat {
  private let includesPassed: Bool
  private var hasWritten = false

  init(_ options: GoldenReport.Options) { includesPassed = options.includesPassed }

  mutating func begin(_ buffer: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.array(SARIFRule.all) { $0.rule($1) }
    buffer.append(
      """
      {"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/\
      sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"verbatim",\
      "rules":
      """)
    buffer.append(bytes: writer.buffer.bytes)
    buffer.append("}},\"columnKind\":\"unicodeCodePoints\",\"results\":[")
  }

  mutating func write(_ result: CaseResult, to buffer: inout ByteBuffer) {
    for problem in result.problems {
      separate(&buffer)
      var writer = JSONWriter()
      writer.problem(problem, of: result)
      buffer.append(bytes: writer.buffer.bytes)
    }
    for difference in includesPassed ? result.differences : result.failures {
      separate(&buffer)
      var writer = JSONWriter()
      writer.difference(difference, of: result)
      buffer.append(bytes: writer.buffer.bytes)
    }
  }

  mutating func end(_ summary: GoldenSummary, _ buffer: inout ByteBuffer) {
    buffer.append("]}]}\n")
  }

  private mutating func separate(_ buffer: inout ByteBuffer) {
    if hasWritten { buffer.append(",") }
    hasWritten = true
    buffer.newline()
  }
}

/// What can be wrong, as a rule.
private struct SARIFRule {
  let id: String
  let title: String
  let description: String
  let help: String
  let level: String

  init(_ kind: GoldenDifference.Kind) {
    title = kind.rawValue
    id = Self.id(title)
    description = GoldenWords.plain(kind)
    help = "Accept or reject it: verbatim golden review"
    level = kind.isFailure ? "error" : "note"
  }

  init(_ kind: CaseProblem.Kind) {
    title = kind.rawValue
    id = Self.id(title)
    description = GoldenWords.plain(kind)
    help = "The message says what to do."
    level = "error"
  }

  static let all = GoldenDifference.Kind.allCases.map(Self.init) + problems
  static let problems = CaseProblem.Kind.allCases.map(Self.init)

  /// The number of a rule in ``all``.
  var index: Int { Self.all.firstIndex { $0.id == id } ?? 0 }

  private static func id(_ name: String) -> String {
    name.split(separator: " ").joined(separator: "-")
  }
}

extension JSONWriter {
  fileprivate mutating func rule(_ rule: SARIFRule) {
    object {
      $0.field("id", rule.id)
      $0.text("shortDescription", rule.title)
      $0.text("fullDescription", rule.description)
      $0.text("help", rule.help)
      $0.key("defaultConfiguration")
      $0.object { $0.field("level", rule.level) }
    }
  }

  fileprivate mutating func difference(_ difference: GoldenDifference, of result: CaseResult) {
    let words = DifferenceWords(difference, of: result)
    var message = words.title
    if !words.change.isEmpty { message += ": \(words.change)" }
    if !words.rejection.isEmpty { message += " (\(words.rejection))" }
    object {
      $0.resultStart(SARIFRule(difference.kind), message: "\(message) [\(difference.id)]")
      $0.key("locations")
      $0.beginArray()
      if let file = difference.place.flatMap(result.container) {
        $0.location(result.joined(file), line: nil)
      } else if let place = difference.place {
        $0.location(result.joined(place.path), line: place.line) {
          $0.field("startColumn", place.column)
          $0.field("endLine", place.endLine)
          $0.field("endColumn", place.endColumn)
        }
      } else {
        $0.location(result.path, line: difference.goldenLine)
      }
      $0.endArray()
      if difference.place != nil, let line = difference.goldenLine {
        $0.key("relatedLocations")
        $0.array([line]) { $0.location(result.path, line: $1, message: "the accepted answer") }
      }
      $0.resultEnd(of: result, fingerprint: ("verbatimDifference/v1", difference.id))
    }
  }

  fileprivate mutating func problem(_ problem: CaseProblem, of result: CaseResult) {
    let message = VisibleText.oneLine(
      "\(problem.kind.rawValue): \(problem.what); \(problem.remedy)")
    let fields = [result.path, problem.kind.rawValue, problem.what].joined(separator: "\0")
    let fingerprint = String(SHA256.hexadecimal(of: fields.utf8).prefix(16))
    object {
      $0.resultStart(SARIFRule(problem.kind), message: message)
      $0.key("locations")
      $0.array([problem.line]) { $0.location(result.path, line: $1) }
      $0.resultEnd(of: result, fingerprint: ("verbatimProblem/v1", fingerprint))
    }
  }

  private mutating func resultStart(_ rule: SARIFRule, message: String) {
    field("ruleId", rule.id)
    field("ruleIndex", rule.index)
    field("level", rule.level)
    text("message", message)
  }

  private mutating func resultEnd(
    of result: CaseResult, fingerprint: (name: String, value: String)
  ) {
    key("partialFingerprints")
    object { $0.field(fingerprint.name, fingerprint.value) }
    guard result.outcome == .failedAsExpected else { return }
    key("suppressions")
    array([result.header?.expectedFailure ?? ""]) { writer, reason in
      writer.object {
        $0.field("kind", "external")
        $0.field("justification", VisibleText.oneLine(reason))
      }
    }
  }

  /// - Parameter region: Writes what the region has besides its first line.
  private mutating func location(
    _ path: String, line: Int?, message: String? = nil,
    region: (inout JSONWriter) -> Void = { _ in }
  ) {
    object {
      $0.key("physicalLocation")
      $0.object {
        $0.key("artifactLocation")
        $0.object { $0.field("uri", URIReference.encoded(path)) }
        if let line {
          $0.key("region")
          $0.object {
            $0.field("startLine", line)
            region(&$0)
          }
        }
      }
      if let message { $0.text("message", message) }
    }
  }

  private mutating func text(_ name: String, _ text: String) {
    key(named: name)
    object { $0.field("text", text) }
  }
}

/// Paths as references by RFC 3986.
enum URIReference {
  /// A path with everything percent-encoded that is not plain; an absolute one gets the scheme
  /// `file`.
  static func encoded(_ path: String) -> String {
    var result = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%"
        result.unicodeScalars.append(digits[Int(byte >> 4)])
        result.unicodeScalars.append(digits[Int(byte & 0xF)])
      }
    }
    return result
  }
}
