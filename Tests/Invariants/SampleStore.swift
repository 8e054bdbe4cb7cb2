import Foundation
import Verbatim

/// A small store with articles made up for it, for questions and for damage.
enum SampleStore {
  private static let made = Result { try make() }

  /// The store's file.
  static func path() throws -> String { try made.get().path }

  /// The bytes of the store's file.
  static func bytes() throws -> [UInt8] { try made.get().bytes }

  /// A reader of the store.
  static func reader() throws -> StoreReader { try made.get().reader }

  private struct Made: Sendable {
    var path: String
    var bytes: [UInt8]
    var reader: StoreReader
  }

  private static let texts = [
    "“We will open the bridge in spring,” said Ana Ruiz, the mayor. “It was cold.”",
    "According to the Port Authority, the quay “is safe for ferries of every size”.",
    "Ben Okafor told reporters: \"The bridge is not safe, and nobody asked us.\"\n\nHe left.",
    "''The harbour will open again,'' Mr. Okafor said. ''We opened the bridge in spring.''",
    "Ruiz schwieg. «Nous ouvrirons le pont au printemps», a dit la mairie. 橋を開く。",
  ]

  private static func make() throws -> Made {
    let folder = ScratchFolder.path + "/sample-store"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (number, text) in texts.enumerated() {
      try Data("title: Article \(number)\ndate: 2024-03-0\(number + 1)\n\n\(text)\n".utf8).write(
        to: URL(fileURLWithPath: "\(folder)/\(number).txt"))
    }
    let path = ScratchFolder.path + "/sample.db"
    do {
      let writer = try StoreWriter(path: path)
      var source = ArticleSource(paths: [folder])
      _ = try StoreIndexer().index(&source, paths: [folder], into: writer)
      try writer.vacuum()
    }
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    return Made(path: path, bytes: bytes, reader: try StoreReader(path: path))
  }
}
