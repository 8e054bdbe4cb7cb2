internal import Speakers
internal import SwiftCSV

extension PeopleList {
  mutating func readCSV(_ bytes: [UInt8], path: String) throws(InputFailure) {
    // Every quotation mark of RFC 4180 has a partner, and the parser would take an unclosed one as
    // the start of a field that reaches to the end of the file.
    guard bytes.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2) else {
      throw InputFailure(
        path: path, what: "a quotation mark in the CSV has no partner",
        remedy: "close the quoted field, and double a mark inside it")
    }
    let header: [String]
    let rows: [[String]]
    do {
      let table = try EnumeratedCSV(
        string: String(decoding: bytes, as: UTF8.self), delimiter: .comma, loadColumns: false)
      header = table.header
      rows = table.rows
    } catch {
      throw InputFailure(
        path: path, what: "broken CSV: \(Self.explanation(error))",
        remedy: "put a field with a quotation mark in quotation marks, and double the mark inside")
    }
    let columns = header.map { trimmingBlanks($0).lowercased() }
    guard let nameColumn = columns.firstIndex(of: "name") else {
      throw InputFailure(
        path: path, line: 1, what: "the header row has no column “name”",
        remedy: "begin the file with the line: name,aliases,id,gender")
    }
    let aliases = columns.firstIndex(of: "aliases")
    let identifier = columns.firstIndex(of: "id")
    let gender = columns.firstIndex(of: "gender")
    var line = 1 + Self.lineCount(of: header)
    for row in rows {
      func field(_ column: Int?) -> String {
        guard let column, column < row.count else { return "" }
        return row[column]
      }
      let place = line
      line += Self.lineCount(of: row)
      if row.allSatisfy({ trimmingBlanks($0).isEmpty }) { continue }
      add(
        Entry(
          name: field(nameColumn),
          aliases: field(aliases).split(separator: ";").map(String.init),
          identifier: field(identifier), gender: field(gender), place: .line(place)),
        path: path)
    }
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
