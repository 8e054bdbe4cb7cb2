internal import SwiftCSV

/// A table in CSV by RFC 4180: a header row, and rows that know their lines.
struct CSVTable {
  struct Row {
    /// The line that the row begins on, counted from 1.
    var line: Int
    var cells: [String]

    /// The cell of a column; empty where the row is shorter or there is no such column.
    func cell(_ column: Int?) -> String {
      guard let column, column < cells.count else { return "" }
      return cells[column]
    }
  }

  let header: [String]
  /// The rows, blank ones left out.
  let rows: [Row]

  /// - Throws: a failure if the table as a whole cannot be read.
  init(_ bytes: [UInt8], path: String) throws(InputFailure) {
    // Every quotation mark of RFC 4180 has a partner, and the parser would take an unclosed one as
    // the start of a field that reaches to the end of the file.
    guard bytes.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
      throw InputFailure(
        path: path, what: "a quotation mark in the CSV has no partner",
        remedy: "close the quoted field, and double a mark inside it")
    }
    do {
      let table = try EnumeratedCSV(
        string: String(decoding: bytes, as: UTF8.self), delimiter: .comma, loadColumns: false)
      header = table.header
      var line = 1 + Self.lineCount(of: header)
      var rows: [Row] = []
      for cells in table.rows {
        if !cells.allSatisfy({ trimmingBlanks($0).isEmpty }) {
          rows.append(Row(line: line, cells: cells))
        }
        line += Self.lineCount(of: cells)
      }
      self.rows = rows
    } catch {
      throw InputFailure(
        path: path, what: "broken CSV: \(Self.explanation(error))",
        remedy: "put a field with a quotation mark in quotation marks, and double the mark inside")
    }
  }

  /// The index of the first column that has one of the names, case ignored, the earlier names first.
  func column(_ names: String...) -> Int? {
    let columns = header.map { trimmingBlanks($0).lowercased() }
    return names.lazy.compactMap { columns.firstIndex(of: $0) }.first
  }

  /// How many lines a row takes: a quoted field may run over several.
  ///
  /// The parser counts no lines, but hands over every row, the empty ones too.
  private static func lineCount(of row: [String]) -> Int {
    1 + row.reduce(0) { count, field in count + field.count { $0.isNewline } }
  }

  private static func explanation(_ error: any Error) -> String {
    switch error as? CSVParseError {
    case .generic(let message), .quotation(let message): message
    case nil: "\(error)"
    }
  }
}
