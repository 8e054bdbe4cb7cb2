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
