import Prose

extension Scene {
  /// The most marks at the end of a paragraph that are passed over.
  private static let mostMarksAtEnd = 16

  /// Whether a paragraph ends as a headline does, without a full stop and the like.
  func endsLikeHeadline(_ paragraph: Range<Int>) -> Bool {
    let last = paragraph.suffix(Self.mostMarksAtEnd).last { index in
      text.tokens[index].kind != .mark && text.tokens[index].kind != .closeBracket
    }
    switch last.map({ text.tokens[$0].kind }) {
    case .fullStop, .questionMark, .exclamationMark, .colon, .ellipsis, nil: return false
    default: return true
    }
  }
}
