import Prose
import Quotations

/// Says why marked words are not speech, from what stands around them.
struct NonSpeechReader {
  let scene: Scene
  let entities: EntityTable

  /// How many tokens before the marks are looked at for a word that announces them.
  private static let reachBefore = 3
  /// How many tokens after the marks may tell what they are: `“Tides,” our weekly newsletter`.
  private static let reachAfter = 5
  /// The most words of a nickname.
  private static let longestNickname = 4

  /// Whether a marked span is no speech whatever else speaks for it.
  func isSurelyNoSpeech(_ index: Int) -> Bool {
    let span = scene.spans[index]
    return isInsideName(span) || isAnnouncedTitle(span)
  }

  /// Whether the noun of a work stands right before words that all have capitals, `the film “The Last
  /// Ferry”`, or something is given them for a name: `is called “The Last Ferry”`. Such words are a
  /// title, whoever speaks of it.
  private func isAnnouncedTitle(_ span: Scene.MarkedSpan) -> Bool {
    let before = span.tokens.lowerBound - 1
    return before >= 0 && scene.isNarration(before)
      && Int(scene.paragraphOfToken[before]) == span.paragraph
      && (scene.entry(before).traits.contains(.workNoun) || isNaming(before))
      && titleCaseCount(span) > 1
  }

  private func isNaming(_ verb: Int) -> Bool {
    verb > 0 && scene.entry(verb).cueClass == .call
      && scene.entry(verb - 1).traits.contains(.passiveAuxiliary)
  }

  /// The likeliest reason why a marked span is no speech.
  func reason(_ index: Int, style: MarkStyle) -> Quotation.Speech.Reason {
    let span = scene.spans[index]
    if isNickname(span) { return .nickname }
    let capitals = titleCaseCount(span)
    switch announcement(before: span) {
    case .title: return .title
    case .term where capitals >= 3: return .title
    case .term: return .term
    default: break
    }
    if capitals >= 2 || isExplainedAsWork(span) { return .title }
    if span.paragraph == 0, style.isSingle { return .headline }
    return .irony
  }

  /// What the words before the marks announce.
  private func announcement(before span: Scene.MarkedSpan) -> Quotation.Speech.Reason? {
    let paragraph = scene.text.paragraphs[span.paragraph].tokens
    var before = span.tokens.lowerBound - 1
    let limit = max(paragraph.lowerBound, span.tokens.lowerBound - Self.reachBefore)
    while before >= limit, scene.isNarration(before) {
      let entry = scene.entry(before)
      if entry.traits.contains(.workNoun) { return .title }
      if entry.traits.contains(.termNoun) || entry.cueClass == .call { return .term }
      before -= 1
    }
    return nil
  }

  /// Whether an apposition after the marks says that they name a work.
  private func isExplainedAsWork(_ span: Scene.MarkedSpan) -> Bool {
    let paragraph = scene.text.paragraphs[span.paragraph].tokens
    let start = span.tokens.upperBound
    guard
      scene.text.tokens[start - 1].kind == .comma
        || (start - 2 >= span.tokens.lowerBound && scene.text.tokens[start - 2].kind == .comma)
        || (start < paragraph.upperBound && scene.text.tokens[start].kind == .comma)
    else { return false }
    for index in start..<max(start, min(paragraph.upperBound, start + Self.reachAfter)) {
      guard scene.isNarration(index) else { return false }
      let traits = scene.entry(index).traits
      if traits.contains(.workNoun) { return true }
      if !traits.isDisjoint(with: [.auxiliary, .relative]) { return false }
    }
    return false
  }

  /// `Robert “Bob” Ruiz`, and `Ruiz, known as “Cyril the Squirrel”`, which holds a word of the name
  /// of somebody in the sentence.
  private func isNickname(_ span: Scene.MarkedSpan) -> Bool {
    if isInsideName(span) { return true }
    let words = span.tokens.filter { scene.text.tokens[$0].kind == .word }
    guard words.count > 1, words.count <= Self.longestNickname, titleCaseCount(span) > 1 else {
      return false
    }
    let folded = Set(words.map { PersonName.fold(scene.text.text(ofToken: $0)) })
    let sentence = Int(scene.sentenceOfToken[span.tokens.lowerBound])
    return mentions(around: span).contains { mention in
      guard mention.sentence == sentence, !mention.isQuoted, mention.kind == .name,
        mention.entity >= 0
      else { return false }
      return !folded.isDisjoint(with: entities.entities[mention.entity].name.words)
    }
  }

  /// Whether the marks stand between the words of a name: never is that speech.
  private func isInsideName(_ span: Scene.MarkedSpan) -> Bool {
    let index = scene.firstMention(startingAtOrAfter: span.tokens.lowerBound) - 1
    guard index >= 0 else { return false }
    let name = scene.mentions[index].name
    return name.lowerBound < span.tokens.lowerBound && name.upperBound > span.tokens.upperBound
  }

  /// The mentions that stand nearest to a span.
  private func mentions(around span: Scene.MarkedSpan) -> ArraySlice<MentionRecord> {
    let next = scene.firstMention(startingAtOrAfter: span.tokens.upperBound)
    return scene.mentions[max(0, next - 16)..<min(scene.mentions.count, next + 8)]
  }

  /// The number of words with a capital if all words but small ones have one; 0 otherwise.
  private func titleCaseCount(_ span: Scene.MarkedSpan) -> Int {
    var capitals = 0
    for index in span.tokens where scene.text.tokens[index].kind == .word {
      if scene.text.tokens[index].traits.contains(.capitalized) {
        capitals += 1
      } else if !scene.entry(index).traits.contains(.function) {
        return 0
      }
    }
    return capitals
  }
}
