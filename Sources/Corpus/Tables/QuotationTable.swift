/// Reads a table of quotations: CSV with a header row, or JSON Lines, a quotation a line.
///
/// The quotation stands in the column `quotation`, `quote` or `text`; `speaker` and `id` are read
/// where they are there. In JSON a quotation in pieces is an array of strings, or stands in `pieces`
/// as `verbatim list --format jsonl` writes it; `speaker` may be an object with a `name`.
///
/// Memory is bounded by the longest line of JSON Lines; CSV is read whole. A row that cannot be used
/// is a failure in its place, and the rest goes on.
public struct QuotationTable: ~Copyable, Sendable {
  /// What comes next.
  public enum Item: Sendable {
    case quotation(GivenQuotation)
    /// A row that could not be used.
    case failure(InputFailure)
  }

  /// The names of the columns; nil for JSON Lines.
  public let columns: [String]?

  private enum Source: Sendable {
    case csv(rows: [CSVTable.Row], text: Int, speaker: Int?, id: Int?)
    case json(JSONLineReader)
  }

  private var source: Source
  private var nextRow = 0
  private let path: String

  private static let maximumCSVBytes = 256 << 20
  private static let maximumLineBytes = 16 << 20

  /// Opens a table; `-` is standard input.
  ///
  /// The table is JSON Lines if its name ends in `.jsonl` or `.ndjson`, or if it begins with a brace.
  ///
  /// - Throws: a failure if the table as a whole cannot be read, or has no column with quotations.
  public init(path: String) throws(InputFailure) {
    self.path = path
    let reader: ByteReader
    do throws(SystemError) {
      let file: OpenFile
      if path == "-" {
        file = .standardInput
      } else {
        if try FileStatus(path: path).kind == .folder { throw .isFolder }
        file = try OpenFile(path: path)
      }
      var opened = ByteReader(file: file, chunkSize: 64 * 1024)
      // A whole line tells the form, and whoever asks by and by sends no more until it is answered.
      while opened.pending.count < 64, !opened.buffer[opened.pending].contains(0x0A),
        try opened.fill()
      {}
      let start = opened.buffer[opened.pending].drop {
        $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
      }
      let isJSON =
        FileForm(name: path) == .jsonLines || start.first == UInt8(ascii: "{")
      if !isJSON {
        while opened.pending.count <= Self.maximumCSVBytes, try opened.fill() {}
      }
      reader = opened
      if isJSON {
        source = .json(
          JSONLineReader(
            reader: reader, path: path, maximumLineBytes: Self.maximumLineBytes,
            words: .init(noun: "quotation", remedyForLongLine: "shorten the line")))
        columns = nil
        return
      }
    } catch {
      let (what, remedy) = error.explanation
      throw InputFailure(path: path, what: what, remedy: remedy)
    }
    let bytes = try Self.text(of: Array(reader.buffer[reader.pending]), path: path)
    let table = try CSVTable(bytes, path: path)
    guard let text = table.column("quotation", "quote", "text") else {
      let found = table.header.map { "“\(trimmingBlanks($0))”" }.joined(separator: ", ")
      throw InputFailure(
        path: path, line: 1,
        what: "the header row has no column “quotation”, “quote” or “text”; it has \(found)",
        remedy: "rename the column with the quotations")
    }
    columns = table.header
    source = .csv(
      rows: table.rows, text: text, speaker: table.column("speaker"), id: table.column("id"))
  }

  /// The next quotation or failure; nil at the end.
  public mutating func next() -> Item? {
    switch source {
    case .csv(let rows, let text, let speaker, let id):
      guard nextRow < rows.count else { return nil }
      let row = rows[nextRow]
      nextRow += 1
      let quotation = row.cell(text)
      guard holdsText(Array(quotation.utf8)[...]) else {
        return .failure(
          InputFailure(
            path: path, line: row.line, what: "the row has no quotation",
            remedy: "fill in the column, or remove the row"))
      }
      var cells = row.cells
      let missing = (columns?.count ?? 0) - cells.count
      if missing > 0 { cells += [String](repeating: "", count: missing) }
      return .quotation(
        GivenQuotation(
          id: Self.nonEmpty(row.cell(id)), pieces: [quotation],
          speaker: Self.nonEmpty(row.cell(speaker)), row: .cells(cells)))
    case .json(var lines):
      defer { source = .json(lines) }
      switch lines.next() {
      case nil: return nil
      case .failure(let failure): return .failure(failure)
      case .value(let range):
        do throws(JSONQuotation.Fault) {
          return .quotation(try JSONQuotation.read(Array(lines.bytes[range])))
        } catch {
          return .failure(lines.failure(error.what, error.remedy))
        }
      }
    }
  }

  static func nonEmpty(_ text: String?) -> String? {
    guard let text else { return nil }
    let trimmed = trimmingBlanks(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The text without its byte order mark; a word with a character replaced could not be compared.
  private static func text(of bytes: [UInt8], path: String) throws(InputFailure) -> [UInt8] {
    guard bytes.count <= maximumCSVBytes else {
      throw InputFailure(
        path: path, what: "is larger than the limit of \(sizeText(maximumCSVBytes))",
        remedy: "split it")
    }
    if let format = ForeignFormat(start: bytes[...]) {
      let (what, remedy) = format.explanation
      throw InputFailure(path: path, what: what, remedy: remedy)
    }
    guard holdsText(bytes[...]) else {
      throw InputFailure(
        path: path, what: "holds no quotations",
        remedy: "write a header row and one row a quotation")
    }
    if FileText.beginsAsUTF16(bytes), let text = try? FileText(bytes) { return text.bytes }
    if let invalid = firstInvalidUTF8(in: bytes.span) {
      throw InputFailure(
        path: path, line: 1 + bytes[..<invalid].count { $0 == 0x0A },
        what: "the text is not valid UTF-8", remedy: "save it as UTF-8")
    }
    return bytes.starts(with: FileText.mark) ? Array(bytes.dropFirst(3)) : bytes
  }
}
