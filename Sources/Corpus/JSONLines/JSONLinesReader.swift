internal import Prose

/// Reads a file of JSON Lines: an article a line.
struct JSONLinesReader {
  /// What names the file in the `id` of an article that has none.
  let name: String
  /// The path as articles give it; nil for standard input.
  let articlePath: String?
  private var lines: JSONLineReader
  private let options: ArticleSource.Options

  /// - Parameter path: The path as failures give it.
  init(
    reader: ByteReader, path: String, name: String, articlePath: String?,
    options: ArticleSource.Options
  ) {
    self.name = name
    self.articlePath = articlePath
    self.options = options
    lines = JSONLineReader(
      reader: reader, path: path, maximumLineBytes: options.maximumLineBytes,
      words: .init(
        noun: "article", remedyForLongLine: "split the article, or raise the limit for a line"))
  }

  /// The next article or failure; nil at the end of the file.
  mutating func next() -> ArticleSource.Item? {
    switch lines.next() {
    case nil: nil
    case .failure(let failure): .failure(failure)
    case .value(let range): read(range)
    }
  }

  private func read(_ range: Range<Int>) -> ArticleSource.Item {
    let line = lines.bytes.span.extracting(range)
    do throws(JSONArticle.Fault) {
      let (article, diagnostics) = try JSONArticle.read(
        line, fallbackID: "\(name):\(lines.number)", path: articlePath, options: options)
      return .article(article, diagnostics)
    } catch {
      return .failure(lines.failure(error.what, error.remedy, at: error.offset, of: range))
    }
  }
}
