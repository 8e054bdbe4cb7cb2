import Foundation
import Verbatim

/// A store's damaged file: the bytes tell the damage, as in ``Damage``.
///
/// Whatever is damaged, the store is refused with a reason, or gives articles whose places lie in
/// their texts.
enum StoreInvariants {
  static func check(_ bytes: [UInt8]) throws {
    let damaged = Damage.apply(bytes, to: try SampleStore.bytes())
    try ScratchFolder.with(damaged, suffix: ".db") { path in
      defer {
        for suffix in ["-wal", "-shm", "-journal"] {
          try? FileManager.default.removeItem(atPath: path + suffix)
        }
      }
      try attempt { try ask(try StoreReader(path: path)) }
    }
  }

  /// Each question by itself: one that is refused says nothing of the others.
  private static func ask(_ reader: StoreReader) throws {
    try attempt {
      var articles = reader.articles()
      while let article = try articles.next() { try SpeakerInvariants.check(article.attributed) }
    }
    try attempt { _ = try StoreSearcher(reader).search("open the bridge in spring") }
    try attempt { _ = try StorePeople(reader).entries() }
    try attempt { _ = try reader.statistics() }
    try attempt { _ = try reader.problems() }
  }

  private static func attempt(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as StoreFailure {
      try require(
        !failure.path.isEmpty && !failure.what.isEmpty && !failure.remedy.isEmpty,
        "a failure says nothing: \(failure)")
    }
  }
}
