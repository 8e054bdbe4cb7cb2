import Prose
import Quotations

/// Says why marked words are not speech, from what stands around them.
struct NonSpeechReader {
  let scene: Scene

  func reason(_ index: Int, style: MarkStyle) -> Quotation.Speech.Reason {
    let span = scene.spans[index]
    if isNickname(span) { return .nickname }
    let paragraph = scene.text.paragraphs[span.paragraph].tokens
    var before = span.tokens.lowerBound - 1
    let limit = max(paragraph.lowerBound, before - 3)
    while before >= limit, scene.isNarration(before) {
      let traits = scene.entry(before).traits
      if traits.contains(.workNoun) { return .title }
      if traits.contains(.termNoun) || scene.entry(before).cueClass == .call { return .term }
      before -= 1
    }
    if isTitleCase(span) { return .title }
    if span.paragraph == 0, style == .curlySingle || style == .straightSingle { return .headline }
    return .irony
  }

  /// `Robert “Bob” Dole`: one or two capitalised words between the words of a name.
  private func isNickname(_ span: Scene.MarkedSpan) -> Bool {
    let before = span.tokens.lowerBound - 1
    let after = span.tokens.upperBound
    guard span.tokens.count <= 5, before >= 0, after < scene.text.tokens.count,
      scene.isNarration(before), scene.isNarration(after)
    else { return false }
    let first = scene.text.tokens[before]
    let last = scene.text.tokens[after]
    return first.kind == .word && last.kind == .word && first.traits.contains(.capitalized)
      && last.traits.contains(.capitalized)
      && !scene.entry(before).traits.contains(.function)
      && !scene.entry(after).traits.contains(.function)
  }

  private func isTitleCase(_ span: Scene.MarkedSpan) -> Bool {
    var capitals = 0
    for index in span.tokens where scene.text.tokens[index].kind == .word {
      if scene.text.tokens[index].traits.contains(.capitalized) {
        capitals += 1
      } else if !scene.entry(index).traits.contains(.function) {
        return false
      }
    }
    return capitals >= 2
  }
}
