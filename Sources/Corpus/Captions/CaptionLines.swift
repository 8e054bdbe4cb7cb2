internal import Prose

/// Tells what each line of a caption file is: a time, spoken text, or machinery.
///
/// SubRip and WebVTT are read alike, because files of both are made by hand and break in the same
/// ways: a blank line is missing or stands inside of a caption, a number is wrong, a time is garbled.
struct CaptionLines {
  /// A caption: its time and its lines of text.
  struct Cue {
    var time: CaptionTime
    /// The lines' ranges, blanks at their ends excluded.
    var lines: [Range<Int>] = []
  }

  private(set) var cues: [Cue] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let bytes: [UInt8]
  private let isWebVTT: Bool
  private let lines: [Range<Int>]
  private var state = State.between
  private var number = 0

  private enum State {
    /// Before the first caption, or after a blank line behind a block.
    case between
    /// Inside of a caption's text.
    case cue
    /// Inside of a header, a comment or a style sheet of WebVTT, up to the next blank line.
    case block
  }

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    isWebVTT = bytes[start...].starts(with: "WEBVTT".utf8)
    lines = Self.lines(of: bytes, from: start)
    read()
  }

  private mutating func read() {
    var hasWarned = false
    for index in lines.indices {
      let line = lines[index]
      if line.isEmpty {
        if state == .block { state = .between }
        continue
      }
      if let time = time(index) {
        begin(time, index)
      } else if startsBlock(index) {
        state = .block
      } else if state == .block {
        continue
      } else if isIdentifier(index) {
        number = Int(String(decoding: bytes[line], as: UTF8.self)) ?? number
      } else if !cues.isEmpty {
        cues[cues.count - 1].lines.append(line)
        state = .cue
      } else if !hasWarned {
        hasWarned = true
        warn("caption-text", line, "this stands before the first time code and is not read")
      }
    }
  }

  private mutating func begin(_ time: CaptionTime, _ index: Int) {
    if time.start == nil {
      warn(
        "time-code", lines[index],
        "the time cannot be read; the words after it have none (write 00:01:02,345 --> 00:01:04,000)"
      )
    } else if time.end == nil {
      warn("time-code", lines[index], "the end of the time cannot be read")
    }
    let first = index > 0 && isIdentifier(index - 1) ? index - 1 : index
    if state == .cue, first > 0, !lines[first - 1].isEmpty {
      warn("caption-break", lines[index], "no blank line stands before this caption")
    }
    cues.append(Cue(time: time))
    state = .cue
  }

  private func time(_ index: Int) -> CaptionTime? {
    lines.indices.contains(index) ? CaptionTime(bytes[lines[index]]) : nil
  }

  private func isAfterBlank(_ index: Int) -> Bool { index == 0 || lines[index - 1].isEmpty }

  private func startsBlock(_ index: Int) -> Bool {
    guard isWebVTT, isAfterBlank(index) else { return false }
    let line = bytes[lines[index]]
    if index == 0 { return true }
    return ["NOTE", "STYLE", "REGION"].contains { word in
      line.starts(with: word.utf8)
        && (line.count == word.utf8.count || line[line.startIndex + word.utf8.count] <= 0x20)
    }
  }

  /// Whether a line is the number or the name of the caption after it.
  private func isIdentifier(_ index: Int) -> Bool {
    guard !lines[index].isEmpty else { return false }
    let isNumber = bytes[lines[index]].allSatisfy { 0x30...0x39 ~= $0 }
    if time(index + 1) != nil { return isNumber || isWebVTT && isAfterBlank(index) }
    // A blank line between number and time: only the next number in the row is taken for one, since
    // people say numbers too.
    guard isNumber, isAfterBlank(index), lines.indices.contains(index + 1),
      lines[index + 1].isEmpty, time(index + 2) != nil
    else { return false }
    return Int(String(decoding: bytes[lines[index]], as: UTF8.self)) == number + 1
  }

  private mutating func warn(_ code: String, _ line: Range<Int>, _ message: String) {
    diagnostics.append(
      Diagnostic(
        code: code, severity: .warning, message: message,
        span: TextSpan(line.lowerBound, line.upperBound)))
  }

  /// The lines of a text, without their ends (LF, CR LF, CR) and the blanks around them.
  private static func lines(of bytes: [UInt8], from start: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var lineStart = start
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == 0x0A || bytes[offset] == 0x0D {
        lines.append(trimmed(bytes, lineStart..<offset))
        if bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A {
          offset += 1
        }
        lineStart = offset + 1
      }
      offset += 1
    }
    if lineStart < bytes.count { lines.append(trimmed(bytes, lineStart..<bytes.count)) }
    return lines
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x00
  }
}
