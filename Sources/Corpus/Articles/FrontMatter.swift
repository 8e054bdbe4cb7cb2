internal import Prose

/// The block of `key: value` lines between two lines `---` with which a text may begin.
///
/// It is read, not cut out: every span keeps its place in the original bytes. This is the plain part
/// of the YAML that static sites put there; a list or a block under a key is kept as text.
struct FrontMatter {
  private(set) var fields = MetadataCollector()
  /// The offset after the block; where the text begins if there is none.
  private(set) var bodyStart: Int
  /// What is doubtful about the block as a whole.
  private var blockDiagnostics: [Diagnostic] = []

  var diagnostics: [Diagnostic] { blockDiagnostics + fields.diagnostics }

  /// Reads the block at the start of a text, after a byte order mark.
  init(of bytes: [UInt8]) {
    bodyStart = bytes.starts(with: FileText.mark) ? 3 : 0
    var lines = TextLines(bytes: bytes, offset: bodyStart)
    guard let opening = lines.next(), Self.isFence(bytes[opening]) else { return }
    var found: [(key: String, value: String, line: TextSpan)] = []
    while let range = lines.next() {
      let line = bytes[range]
      if Self.isFence(line) {
        bodyStart = lines.offset
        for field in found { add(field.key, Self.unquoted(field.value), field.line) }
        return
      }
      let text = String(decoding: line, as: UTF8.self)
      if let (key, value) = Self.field(text) {
        found.append((key, value, TextSpan(range.lowerBound, range.upperBound)))
      } else if Self.isContinuation(line), let last = found.indices.last {
        found[last].value += (found[last].value.isEmpty ? "" : "\n") + Self.trimmed(text)
      } else if !Self.isIgnored(line) {
        warn(opening, "a line that is no “key: value” stands in it")
        return
      }
    }
    warn(opening, "no line “---” closes it")
  }
}

extension FrontMatter {
  private mutating func warn(_ opening: Range<Int>, _ reason: String) {
    blockDiagnostics.append(
      Diagnostic(
        code: "front-matter", severity: .warning,
        message: "“---” seems to open a front matter block but \(reason); read as text",
        span: TextSpan(opening.lowerBound, opening.upperBound)))
  }

  private mutating func add(_ key: String, _ value: String, _ line: TextSpan) {
    if let known = KnownKey(rawValue: key.lowercased()) {
      fields.add(known, value, at: line)
    } else {
      fields.add(key, json: jsonText(of: value), at: line)
    }
  }

  /// Three hyphens and nothing else but blanks.
  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy(isBlank)
  }

  /// An indented line, or an item of a list, belongs to the key above it.
  private static func isContinuation(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, !line.allSatisfy(isBlank) else { return false }
    return isBlank(first) || line.starts(with: [0x2D, 0x20])
  }

  /// An empty line or a comment.
  private static func isIgnored(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "#") || line.allSatisfy(isBlank)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The key and value of a line; the key is one word that begins in the first column.
  private static func field(_ line: String) -> (key: String, value: String)? {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = line[..<colon]
    let rest = line[line.utf8.index(after: colon)...]
    guard let first = key.unicodeScalars.first, first.properties.isAlphabetic,
      key.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_-.".unicodeScalars.contains($0)
      }), rest.utf8.first.map(isBlank) ?? true
    else { return nil }
    return (String(key), trimmed(rest))
  }

  /// The value without the quotation marks around it, their escapes resolved as YAML does.
  private static func unquoted(_ value: String) -> String {
    guard value.utf8.count >= 2, let mark = value.utf8.first, mark == value.utf8.last else {
      return value
    }
    let inner = value.dropFirst().dropLast()
    switch mark {
    case UInt8(ascii: "'"): return String(inner).replacing("''", with: "'")
    case UInt8(ascii: "\""):
      var result = ""
      var isEscaped = false
      for scalar in inner.unicodeScalars {
        if !isEscaped, scalar == "\\" {
          isEscaped = true
          continue
        }
        // Other escapes stay as they are: a title has none.
        if isEscaped, scalar != "\"", scalar != "\\" { result += "\\" }
        result.unicodeScalars.append(scalar)
        isEscaped = false
      }
      return isEscaped ? result + "\\" : result
    default: return value
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: { !isBlank($0) }),
      let end = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}

/// The lines of a text, without their ends: LF, or CR LF.
private struct TextLines: IteratorProtocol {
  let bytes: [UInt8]
  /// Where the next line begins.
  var offset: Int

  mutating func next() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    let start = offset
    let lineFeed = bytes[start...].firstIndex(of: 0x0A)
    offset = lineFeed.map { $0 + 1 } ?? bytes.count
    var end = lineFeed ?? bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
