import Foundation
import MetamorphicSupport
import TestSupport
import Verbatim

/// Texts for tests that hold for any text.
enum SampleTexts {
  /// The sample articles of the project.
  static let articles: [Article] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "golden")
    return read(["articles", "marks", "attribution", "repairs"].map { folder.appending(path: $0) })
  }()

  /// Real annotated texts beside the checkout, where there are any.
  static let sharedFolder: URL? = {
    let environment = ProcessInfo.processInfo.environment["VERBATIM_SHARED"]
    let beside = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../shared").standardizedFileURL
    let folder = environment.map { URL(filePath: $0) } ?? beside
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Every `step`th article of a corpus beside the checkout, novels in parts; none where there is
  /// no such corpus.
  static func shared(_ file: String, every step: Int) -> [Article] {
    guard let sharedFolder else { return [] }
    let path = sharedFolder.appending(path: "corpora/\(file)")
    guard FileManager.default.fileExists(atPath: path.path) else { return [] }
    let parts = read([path]).flatMap { $0.parts(of: 16 << 10) }
    return stride(from: 0, to: parts.count, by: step).map { parts[$0] }
  }

  private static func read(_ paths: [URL]) -> [Article] {
    var source = ArticleSource(paths: paths.map(\.path))
    var articles: [Article] = []
    while let item = source.next() {
      if case .article(let article, _) = item {
        // What stands before the body is no prose.
        articles.append(
          Article(id: article.id, bytes: Array(article.reading[article.bodyStart...])))
      }
    }
    return articles
  }

  /// Text of words, marks in every shape, controls and blanks in any order.
  static func random(_ seed: Int, parts count: Int = 120) -> String {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 0...count, using: &random) {
      text += parts.randomElement(using: &random) ?? ""
    }
    return text
  }

  private static let parts = [
    "“", "”", "\"", "‘", "’", "'", "''", "``", "«", "»", "‹", "›", "„", "‚", "「", "」", "『", "』",
    "`", "″", "❝", "❞", "〝", "〟", "‟", "‛", "＂", "´",
    " said Ana Ruiz", " Mr. Dalby said: ", " she added", "the dogs", "he", "Näme", "e\u{301}", "6",
    "'90s", "<a b=\"c\">", "=", "(", ")", ".", ",", "?", "!", "…", "—", "--", " ", " ", " ", " ",
    "\u{A0}", "\n", "\n\n", "\r\n", "\u{2028}", "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{1B}[31m",
    "漢字", "🙂", "👩\u{200D}🚀", "\0", "word", "plan", "nobody",
  ]
}
