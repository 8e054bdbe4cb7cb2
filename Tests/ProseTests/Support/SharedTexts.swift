#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Real texts that are kept outside of the repository: in a folder `shared` beside the checkout, or
/// where the environment variable VERBATIM_SHARED says.
enum SharedTexts {
  /// The folder; nil when there is none.
  static let folder: String? = {
    var candidates: [String] = []
    if let named = ProcessInfo.processInfo.environment["VERBATIM_SHARED"] { candidates = [named] }
    var checkout = URL(filePath: #filePath)
    for _ in 0..<5 { checkout.deleteLastPathComponent() }
    candidates.append(checkout.path + "/shared")
    return candidates.first { FileManager.default.fileExists(atPath: $0 + "/corpora") }
  }()

  /// The field `text` of every line of the corpora.
  static func corpora() throws -> [[UInt8]] {
    guard let folder else { return [] }
    struct Line: Decodable { var text: String }
    let decoder = JSONDecoder()
    var texts: [[UInt8]] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/corpora").sorted()
    where name.hasSuffix(".jsonl") {
      guard let data = FileManager.default.contents(atPath: folder + "/corpora/" + name) else {
        continue
      }
      for line in data.split(separator: 0x0A) {
        texts.append(Array(try decoder.decode(Line.self, from: Data(line)).text.utf8))
      }
    }
    return texts
  }
}
