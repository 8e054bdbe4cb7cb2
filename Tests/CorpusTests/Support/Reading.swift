import Prose
import TestSupport

@testable import Corpus

/// Everything that a source yields, a line an item: `id = text` with the diagnostics' codes in
/// brackets, or `! failure`. The folder's path is left out of failures.
func items(
  _ paths: [String], in folder: TemporaryFolder, options: ArticleSource.Options = .init()
) -> [String] {
  var source = ArticleSource(paths: paths.map { $0.isEmpty ? folder.path : $0 }, options: options)
  var result: [String] = []
  while let item = source.next() {
    switch item {
    case .article(let article, let diagnostics):
      let text = String(decoding: article.bytes[article.bodyStart...], as: UTF8.self)
      let codes =
        diagnostics.isEmpty ? "" : " [" + diagnostics.map(\.code).joined(separator: " ") + "]"
      result.append("\(article.id) = \(text)\(codes)")
    case .failure(let failure):
      result.append("! " + failure.description.replacing(folder.path + "/", with: ""))
    }
  }
  return result
}

/// The one article that a file holds, with its diagnostics; nil if there is none or more.
func onlyArticle(
  _ path: String, options: ArticleSource.Options = .init()
) -> (article: Article, diagnostics: [Diagnostic])? {
  var source = ArticleSource(paths: [path], options: options)
  guard case .article(let article, let diagnostics) = source.next(), source.next() == nil else {
    return nil
  }
  return (article, diagnostics)
}

/// A small generator whose numbers repeat with its seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
