/// The text of a file, made valid UTF-8, with what had to be repaired.
///
/// A byte order mark says that the bytes are UTF-16, and is taken off; without one they are UTF-8.
/// What is not valid becomes U+FFFD, one for each maximal part of an ill-formed sequence, as The
/// Unicode Standard recommends in section 3.9. Nothing else is changed: NUL and other control
/// characters stay.
public struct DecodedText: Sendable {
  /// The encodings that are told apart.
  public enum Encoding: Hashable, Sendable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
  }

  /// The text as valid UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// How the text was encoded.
  public let encoding: Encoding
  /// What was repaired or is doubtful, with places in ``bytes``: `invalid-utf8`, `invalid-utf16`,
  /// `nul-character`. After a hundred places of one kind the rest is counted in one diagnostic.
  public let diagnostics: [Diagnostic]

  /// Decodes the bytes of a file.
  ///
  /// - Complexity: O(*n*), at several GB/s for ASCII.
  public init(_ input: [UInt8]) {
    var collector = DiagnosticCollector()
    if input.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16LittleEndian
      bytes = Self.transcode(input, isBigEndian: false, &collector)
    } else if input.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16BigEndian
      bytes = Self.transcode(input, isBigEndian: true, &collector)
    } else {
      encoding = .utf8
      let mark = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      bytes = Self.repair(input, from: mark, &collector)
    }
    Self.reportNULs(bytes, &collector)
    diagnostics = collector.finish()
  }
}

extension DecodedText {
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func repair(
    _ input: [UInt8], from start: Int, _ collector: inout DiagnosticCollector
  ) -> [UInt8] {
    input.withUnsafeBufferPointer { buffer in
      var valid = UTF8Validation.firstInvalid(buffer, from: start)
      if valid == buffer.count { return start == 0 ? input : Array(buffer[start...]) }
      var output: [UInt8] = []
      output.reserveCapacity(buffer.count + 64)
      var copied = start
      while valid < buffer.count {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[copied..<valid]))
        // Neighbouring parts are one place for the reader.
        let place = output.count
        var next = valid
        repeat {
          next += UTF8Validation.maximalSubpart(buffer, at: next)
          output.append(contentsOf: replacement)
        } while next < buffer.count && UTF8Validation.width(buffer, at: next) == 0
        collector.add(
          "invalid-utf8",
          "bytes that are not valid UTF-8 were replaced by U+FFFD; save the file as UTF-8",
          TextSpan(place, output.count))
        copied = next
        valid = UTF8Validation.firstInvalid(buffer, from: next)
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[copied...]))
      return output
    }
  }

  private static func transcode(
    _ input: [UInt8], isBigEndian: Bool, _ collector: inout DiagnosticCollector
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(input.count)
    func unit(_ offset: Int) -> UInt32 {
      let a = UInt32(input[offset])
      let b = UInt32(input[offset + 1])
      return isBigEndian ? a << 8 | b : b << 8 | a
    }
    func reportReplacement() {
      output.append(contentsOf: replacement)
      collector.add(
        "invalid-utf16", "what is not valid UTF-16 was replaced by U+FFFD",
        TextSpan(output.count - 3, output.count))
    }
    var offset = 2
    while offset + 1 < input.count {
      var value = unit(offset)
      offset += 2
      if value & 0xF800 == 0xD800 {
        guard value < 0xDC00, offset + 1 < input.count, unit(offset) & 0xFC00 == 0xDC00 else {
          reportReplacement()
          continue
        }
        value = 0x10000 + (value & 0x3FF) << 10 + (unit(offset) & 0x3FF)
        offset += 2
      }
      UTF8Validation.append(value, to: &output)
    }
    if offset < input.count { reportReplacement() }
    return output
  }

  private static func reportNULs(_ bytes: [UInt8], _ collector: inout DiagnosticCollector) {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while let found = UTF8Validation.firstNUL(buffer, from: offset) {
        offset = found
        while offset < buffer.count && buffer[offset] == 0 { offset += 1 }
        collector.add(
          "nul-character", "the text holds NUL characters: is it a binary file, or UTF-16?",
          TextSpan(found, offset))
      }
    }
  }
}

/// Collects diagnostics with their places, and only counts them when there are very many.
private struct DiagnosticCollector {
  private static let limit = 100
  private var diagnostics: [Diagnostic] = []
  private var counts: [(code: String, count: Int)] = []

  mutating func add(_ code: String, _ message: String, _ span: TextSpan) {
    var index = counts.firstIndex { $0.code == code } ?? counts.count
    if index == counts.count {
      counts.append((code, 0))
      index = counts.count - 1
    }
    counts[index].count += 1
    if counts[index].count > Self.limit { return }
    diagnostics.append(Diagnostic(code: code, severity: .warning, message: message, span: span))
  }

  consuming func finish() -> [Diagnostic] {
    var result = diagnostics
    for (code, count) in counts where count > Self.limit {
      result.append(
        Diagnostic(
          code: code, severity: .warning,
          message: "the same at \(count - Self.limit) more places of the text"))
    }
    return result
  }
}
