import Verbatim

/// Messages to the user on standard error, each on a line of its own, whatever the words in it that
/// came from outside.
enum Message {
  /// Says what went wrong.
  static func error(_ text: String) {
    StandardError.write("verbatim: error: \(VisibleText.exact(text))\n")
  }

  /// Says which input could not be read, why, and what to do.
  static func failure(_ failure: InputFailure) { error(failure.description) }

  /// The words on what was doubtful about an article's file, each with its place.
  static func lines(for diagnostics: [Diagnostic], in article: Article) -> [String] {
    guard !diagnostics.isEmpty else { return [] }
    let name = article.path ?? article.id
    let map = OffsetMap(article)
    return diagnostics.map { diagnostic in
      let place = diagnostic.span.map { span in
        let location = map.location(of: span.start)
        return ":\(location.line):\(location.column)"
      }
      return VisibleText.oneLine("\(name)\(place ?? ""): \(diagnostic.message)")
    }
  }

  /// Says what is doubtful about a file that was read.
  static func warning(_ text: String) {
    StandardError.write("verbatim: warning: \(VisibleText.exact(text))\n")
  }
}
