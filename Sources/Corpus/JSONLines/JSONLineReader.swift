/// Reads the lines of a file of JSON Lines, whatever they hold, and says which are none.
struct JSONLineReader {
  enum Line {
    /// The place of a JSON value in ``bytes``, blanks before it left out; valid until the next call.
    case value(Range<Int>)
    case failure(InputFailure)
  }

  /// What a file is told it should hold, in failures.
  struct Words {
    /// `article`, for a file that holds none.
    var noun: String
    /// What to do about a line that is too long.
    var remedyForLongLine: String
  }

  /// The path as failures give it.
  let path: String
  private let words: Words
  private let maximumLineBytes: Int
  private var lines: LineReader
  private var hasSeenLine = false
  private var isAtEnd = false

  init(reader: ByteReader, path: String, maximumLineBytes: Int, words: Words) {
    self.path = path
    self.words = words
    self.maximumLineBytes = maximumLineBytes
    lines = LineReader(reader: reader, maximumLineBytes: maximumLineBytes)
  }

  /// The buffer that the lines lie in.
  var bytes: [UInt8] { lines.bytes }

  /// The number of the line that was read last, counted from 1.
  var number: Int { lines.number }

  /// The next line that is not blank, or a failure; nil at the end of the file.
  mutating func next() -> Line? {
    if isAtEnd { return nil }
    do throws(SystemError) {
      while let line = try lines.next() {
        switch line {
        case .tooLong:
          hasSeenLine = true
          return .failure(
            failure(
              "the line is longer than the limit of \(sizeText(maximumLineBytes))",
              words.remedyForLongLine))
        case .line(let range):
          if let line = read(range) { return line }
        }
      }
    } catch {
      let (what, remedy) = error.explanation
      isAtEnd = true
      return .failure(InputFailure(path: path, what: what, remedy: remedy))
    }
    isAtEnd = true
    if hasSeenLine { return nil }
    return .failure(
      InputFailure(
        path: path, what: "holds no \(words.noun)", remedy: "write one JSON object a line into it"))
  }

  /// A failure at the line that was read last.
  ///
  /// - Parameters:
  ///   - offset: Where in the value, counted from its first byte.
  ///   - value: The value's place, as ``next()`` gave it.
  func failure(
    _ what: String, _ remedy: String, at offset: Int? = nil, of value: Range<Int>? = nil
  ) -> InputFailure {
    var failure = InputFailure(path: path, line: number, what: what, remedy: remedy)
    if let offset, let value { failure.column = value.lowerBound - lineStart + offset + 1 }
    return failure
  }

  /// Where the line that was read last begins in the buffer.
  private var lineStart = 0

  /// Reads a line of the buffer; nil if it is blank.
  private mutating func read(_ range: Range<Int>) -> Line? {
    lineStart = range.lowerBound
    let bytes = lines.bytes
    var start = range.lowerBound
    if lines.number == 1 {
      let line = bytes[range]
      if FileText.beginsAsUTF16(line) {
        return give(up: "is UTF-16 or UTF-32", "save the JSON Lines as UTF-8")
      }
      if line.starts(with: FileText.mark) { start += 3 }
    }
    let content = bytes[start..<range.upperBound].drop(while: isBlank)
    guard let first = content.first else { return nil }
    if !hasSeenLine {
      hasSeenLine = true
      let isAlone = content.dropFirst().allSatisfy(isBlank)
      if isAlone, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
        return give(
          up: "one JSON value runs over several lines", "write one object a line, without an array")
      }
    }
    return .value(content.startIndex..<range.upperBound)
  }

  /// Ends the file with a failure that would otherwise be one for each line.
  private mutating func give(up what: String, _ remedy: String) -> Line {
    isAtEnd = true
    return .failure(failure(what, remedy))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
