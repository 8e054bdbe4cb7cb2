/// Reads pairs of wordings from a file of JSON Lines, one at a time.
///
/// A line is an object with `id` (a string or a number; without it the pair's name is
/// `FILE:LINE`), `a` and `b`. A side is a string, or an object whose `pieces` is an array of
/// strings: the pieces of a quotation that narration interrupts; it may have a `date` too. Other
/// keys are ignored.
///
///     {"id": "p1", "a": "We may sign.", "b": {"pieces": ["We", "will sign."]}}
///
/// Memory is bounded by the longest line. A line that cannot be used is a failure in its place
/// among the pairs, and the rest goes on.
public struct PairSource: ~Copyable, Sendable {
  /// What comes next.
  public enum Item: Sendable {
    case pair(WordingPair, byteCount: Int)
    /// A line that could not be used.
    case failure(InputFailure)
  }

  private var lines: JSONLineReader
  private let name: String

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameter maximumLineBytes: The longest line that is read; 64 MiB unless given, two sides of
  ///   a million words, and their escapes. What is longer is a failure of its own.
  /// - Throws: a failure if the file cannot be opened.
  public init(path: String, maximumLineBytes: Int = 64 << 20) throws(InputFailure) {
    // It may have no end.
    if path != "-", (try? FileStatus(path: path))?.kind == .device {
      throw InputFailure(
        path: path, what: "is a device", remedy: "give a file, or “-” for standard input")
    }
    let reader: ByteReader
    do throws(SystemError) {
      reader = try Self.reader(path: path)
    } catch {
      let (what, remedy) = error.explanation
      throw InputFailure(path: path, what: what, remedy: remedy)
    }
    if let format = ForeignFormat(start: reader.buffer[reader.pending]) {
      let (what, remedy) = format.explanation
      throw InputFailure(path: path, what: what, remedy: remedy)
    }
    lines = JSONLineReader(
      reader: reader, path: path, maximumLineBytes: maximumLineBytes,
      words: .init(
        noun: "pair",
        remedyForLongLine: "shorten the texts of the pair, or raise the limit for a line"))
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A reader that has the first bytes already.
  private static func reader(path: String) throws(SystemError) -> ByteReader {
    let file: OpenFile
    if path == "-" {
      file = .standardInput
    } else {
      if try FileStatus(path: path).kind == .folder { throw .isFolder }
      file = try OpenFile(path: path)
    }
    var reader = ByteReader(file: file, chunkSize: 256 * 1024)
    while reader.pending.count < 8, try reader.fill() {}
    return reader
  }

  /// The next pair or failure; nil at the end.
  public mutating func next() -> Item? {
    switch lines.next() {
    case nil: return nil
    case .failure(let failure): return .failure(failure)
    case .value(let range):
      let line = lines.bytes.span.extracting(range)
      do throws(PairLine.Fault) {
        let pair = try PairLine.read(line, fallbackID: "\(name):\(lines.number)")
        return .pair(pair, byteCount: range.count)
      } catch {
        return .failure(lines.failure(error.what, error.remedy, at: error.offset, of: range))
      }
    }
  }
}
