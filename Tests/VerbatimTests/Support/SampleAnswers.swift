import Prose

/// The answers beside a sample article, in the form of golden/articles/README.md.
struct SampleAnswers {
  /// One block: a quotation, or marked words that nobody said.
  struct Block {
    /// The speaker as the answers name it; nil for `?` and for what is not speech.
    var speaker: String?
    /// `direct` or `mixed`; nil for what is not speech.
    var kind: String?
    /// Why the words are not speech; nil for speech.
    var reason: String?
    /// The places of the pieces in the article.
    var pieces: [TextSpan] = []
  }

  enum Failure: Error {
    case pieceNotFound(String)
    case pieceBeforeBlock(String)
  }

  private(set) var blocks: [Block] = []

  /// Reads answers and finds their pieces in the article, in the order of the text.
  init(_ answers: String, article: Article) throws {
    var cursor = article.bodyStart
    for line in answers.split(separator: "\n") {
      guard let text = line.indented else {
        blocks.append(Block(heading: line))
        continue
      }
      guard !blocks.isEmpty else { throw Failure.pieceBeforeBlock(String(line)) }
      if let kind = text.dropping(prefix: "kind: ") {
        blocks[blocks.count - 1].kind = String(kind)
        continue
      }
      guard let place = article.place(of: text, from: cursor) else {
        throw Failure.pieceNotFound(String(text))
      }
      blocks[blocks.count - 1].pieces.append(place)
      cursor = place.end
    }
  }
}

extension SampleAnswers.Block {
  fileprivate init(heading: Substring) {
    if let reason = heading.dropping(prefix: "not speech: ") {
      self.reason = String(reason)
    } else if heading != "?" {
      speaker = String(heading)
    }
  }
}

extension Substring {
  /// The line without its indentation; nil when it has none.
  fileprivate var indented: Substring? {
    hasPrefix("  ") ? drop { $0 == " " } : nil
  }

  fileprivate func dropping(prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}

extension Article {
  /// The first place at or after an offset where a text stands.
  fileprivate func place(of text: Substring, from start: Int) -> TextSpan? {
    let sought = Array(text.utf8)
    guard bytes.count - start >= sought.count else { return nil }
    for offset in start...(bytes.count - sought.count)
    where bytes[offset] == sought[0] && bytes[offset...].starts(with: sought) {
      return TextSpan(offset, offset + sought.count)
    }
    return nil
  }
}
