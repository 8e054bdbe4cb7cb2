#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The tables of pairs in the folder `Pairs`.
enum PairTables {
  /// The cases of all tables, by the names of the files.
  static func all() throws -> [PairCase] { try names().flatMap { try cases(in: $0) } }

  /// The cases of one table.
  static func cases(in name: String) throws -> [PairCase] {
    let text = try String(contentsOf: folder.appending(path: name + ".pairs"), encoding: .utf8)
    return try PairCase.table(text, file: name + ".pairs")
  }

  /// The names of the tables.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".pairs") }.map { String($0.dropLast(6)) }.sorted()
  }

  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Pairs")
  }
}
