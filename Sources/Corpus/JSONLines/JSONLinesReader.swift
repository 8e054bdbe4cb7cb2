internal import Prose

/// Reads a file of JSON Lines: an article a line.
struct JSONLinesReader {
  /// The path as failures give it.
  let path: String
  /// What names the file in the `id` of an article that has none.
  let name: String
  /// The path as articles give it; nil for standard input.
  let articlePath: String?
  private var lines: LineReader
  private let options: ArticleSource.Options
  private var hasSeenLine = false
  private var isAtEnd = false

  init(
    reader: ByteReader, path: String, name: String, articlePath: String?,
    options: ArticleSource.Options
  ) {
    self.path = path
    self.name = name
    self.articlePath = articlePath
    self.options = options
    lines = LineReader(reader: reader, maximumLineBytes: options.maximumLineBytes)
  }

  /// The next article or failure; nil at the end of the file.
  mutating func next() -> ArticleSource.Item? {
    if isAtEnd { return nil }
    do throws(SystemError) {
      while let line = try lines.next() {
        switch line {
        case .tooLong:
          hasSeenLine = true
          return .failure(
            failure(
              "the line is longer than the limit of \(sizeText(options.maximumLineBytes))",
              "split the article, or raise the limit for a line"))
        case .line(let range):
          if let item = read(range) { return item }
          if isAtEnd { return nil }
        }
      }
    } catch {
      let (what, remedy) = error.explanation
      isAtEnd = true
      return .failure(InputFailure(path: path, what: what, remedy: remedy))
    }
    isAtEnd = true
    if hasSeenLine { return nil }
    return .failure(
      InputFailure(
        path: path, what: "holds no article", remedy: "write one JSON object a line into it"))
  }

  /// Reads a line of the buffer; nil if it is blank.
  private mutating func read(_ range: Range<Int>) -> ArticleSource.Item? {
    let bytes = lines.bytes
    var start = range.lowerBound
    if lines.number == 1 {
      let line = bytes[range]
      if FileText.beginsAsUTF16(line) {
        return give(up: "is UTF-16 or UTF-32", "save the JSON Lines as UTF-8")
      }
      if line.starts(with: FileText.mark) { start += 3 }
    }
    let content = bytes[start..<range.upperBound].drop(while: isBlank)
    guard let first = content.first else { return nil }
    if !hasSeenLine {
      hasSeenLine = true
      let isAlone = content.dropFirst().allSatisfy(isBlank)
      if isAlone, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
        return give(
          up: "one JSON value runs over several lines", "write one object a line, without an array")
      }
    }
    let line = bytes.span.extracting(content.startIndex..<range.upperBound)
    do throws(JSONArticle.Fault) {
      let (article, diagnostics) = try JSONArticle.read(
        line, fallbackID: "\(name):\(lines.number)", path: articlePath, options: options)
      return .article(article, diagnostics)
    } catch {
      var failure = failure(error.what, error.remedy)
      failure.column = error.offset.map { content.startIndex - range.lowerBound + $0 + 1 }
      return .failure(failure)
    }
  }

  /// Ends the file with a failure that would otherwise be one for each line.
  private mutating func give(up what: String, _ remedy: String) -> ArticleSource.Item {
    isAtEnd = true
    return .failure(failure(what, remedy))
  }

  private func failure(_ what: String, _ remedy: String) -> InputFailure {
    InputFailure(path: path, line: lines.number, what: what, remedy: remedy)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
