import Prose
import Quotations

/// Collects the features of the question whether somebody said a marked span.
struct SpeechFeatures {
  let scene: Scene
  let context: QuotationContext
  let index: Int
  let span: Scene.MarkedSpan
  let rank: MarkRank

  /// How many tokens around the span are looked at: sentences without an end must not cost time.
  private static let reach = 80

  /// - Parameters:
  ///   - geometry: Where the best candidate stands; nil when there is none.
  ///   - probability: The best candidate's probability.
  ///   - neighbour: Spans of the same paragraph: 0 none, 1 before, 2 after, 3 both.
  ///   - reported: The score of the place, see ``ReportedPlace``.
  func forEach(
    best geometry: CandidateFeatures.Geometry?, probability: Double, neighbour: Int,
    reported: Float, _ add: (Feature) -> Void
  ) {
    let length = Self.lengthClass(context.wordCount)
    let before = Int(context.before.rawValue)
    let after = Int(context.after.rawValue)
    let ending = Int(context.ending.rawValue)
    let start = context.startsLowerCase ? 1 : 0
    let titleCase = titleCaseClass()
    let grip = geometry.map { Int(CandidateFeatures.grip($0).rawValue) } ?? 3
    let near = geometry.map { min(distanceClass($0.gap), 5) } ?? 7
    let register = scene.isDialogue ? Feature.dialogue : 0
    add(Feature(.bias, register + 127))
    add(Feature(.speechLength, register + length, start))
    add(Feature(.speechCase, register + start, ending, min(length, 4)))
    add(Feature(.speechBefore, register + before, min(length, 4)))
    add(Feature(.speechAfter, register + after, min(length, 4)))
    add(Feature(.speechEnding, register + ending, after))
    // What stands for itself between two sentences is as a rule said, whatever is around it.
    add(Feature(.speechStanding, register + before, after * 8 + ending, start * 8 + min(length, 6)))
    add(Feature(.speechTitleCase, register + titleCase, min(length, 4), before))
    add(Feature(.speechAttributed, register + grip, near, min(length, 4)))
    add(Feature(.speechAttributed, register + grip + 8, Int(probability * 4.99), before))
    add(
      Feature(
        .speechStyle, register + rank.rawValue, min(length, 4)))
    add(Feature(.speechNeighbour, register + neighbour, min(length, 4)))
    add(Feature(.speechPlace, register + (span.paragraph == 0 ? 1 : 0), length))
    let isSingle = rank == .inner ? 1 : 0
    add(
      Feature(
        .speechHeadline, Int(context.headline.rawValue), isSingle, span.paragraph == 0 ? 1 : 0))
    add(Feature(.speechPronoun, register + hasPronounOrVerb(), min(length, 4)))
    // The score in log-odds, cut into classes of equal width.
    let governed = Int(max(-6, min(6, reported)) + 6)
    add(Feature(.speechReported, register + governed, min(length, 4), start))
    add(Feature(.speechReported, register + 32 + governed, titleCase, before))
    add(Feature(.speechReported, register + 64 + governed))
    addBeside(length, titleCase, add)
    addWordsBefore(length, add)
    addSentence(length, grip, add)
    addCoverage(length, add)
    addWords(length, add)
    SpeechSurroundings(scene, span: index, length: length, titleCase: titleCase).forEach(add)
  }

  /// The classes of the tokens next to the span: `his “…” speech`, `for “…”, which`.
  private func addBeside(_ length: Int, _ titleCase: Int, _ add: (Feature) -> Void) {
    let register = scene.isDialogue ? Feature.dialogue : 0
    let place = ReportedPlace(scene)
    let sentence = place.sentence(around: span.tokens)
    let previous = Int(place.tokenClass(span.tokens.lowerBound - 1, in: sentence).rawValue)
    let next = Int(place.tokenClass(span.tokens.upperBound, in: sentence).rawValue)
    let shape = min(length, 4) * 4 + titleCase
    add(Feature(.speechBeside, register + previous, next, shape))
    add(Feature(.speechBeside, register + 32 + previous, 0, shape))
    add(Feature(.speechBeside, register + 32 + next, 1, shape))
  }

  static func lengthClass(_ words: Int) -> Int {
    switch words {
    case ...1: 0
    case 2: 1
    case 3: 2
    case 4...5: 3
    case 6...8: 4
    case 9...14: 5
    default: 6
    }
  }

  /// 0: not in title case; 1: every long word a capital; 2: one capitalised word only.
  private func titleCaseClass() -> Int {
    var capitals = 0
    var small = 0
    for index in span.tokens where scene.text.tokens[index].kind == .word {
      let token = scene.text.tokens[index]
      if token.traits.contains(.capitalized) {
        capitals += 1
      } else if !scene.entry(index).traits.contains(.function) {
        small += 1
      }
    }
    if small > 0 || capitals == 0 { return 0 }
    return capitals == 1 ? 2 : 1
  }

  /// 0: neither; 1: a pronoun of the first or second person; 2: an auxiliary; 3: both. Speech has
  /// them; titles and terms seldom do.
  private func hasPronounOrVerb() -> Int {
    var result = 0
    for index in span.tokens {
      let entry = scene.entry(index)
      if entry.person == 1 || entry.person == 2 { result |= 1 }
      if entry.traits.contains(.auxiliary) { result |= 2 }
    }
    return result
  }

  /// The classes of the two words before the mark: `the film “…”`, `so-called “…”`.
  private func addWordsBefore(_ length: Int, _ add: (Feature) -> Void) {
    let first = scene.text.paragraphs[span.paragraph].tokens.lowerBound
    for distance in 1...3 {
      let index = span.tokens.lowerBound - distance
      guard index >= first, scene.isNarration(index) else { break }
      guard scene.text.tokens[index].kind == .word else { continue }
      let entry = scene.entry(index)
      var value = 0
      if entry.traits.contains(.workNoun) {
        value = 1
      } else if entry.traits.contains(.termNoun) {
        value = 2
      } else if entry.traits.contains(.speechNoun) {
        value = 3
      } else if entry.traits.contains(.cue) {
        value = 4 + Int(entry.cueClass.rawValue)
        add(
          Feature(.speechCue, lemma: entry.lemma, min(distance, 2) + (scene.isDialogue ? 4 : 0)))
      } else if entry.traits.contains(.determiner) {
        value = 30
      } else if entry.traits.contains(.possessive) {
        value = 31
      } else if entry.traits.contains(.preposition) {
        value = 32
      } else if entry.traits.contains(.auxiliary) {
        value = 33
      } else if scene.text.tokens[index].traits.contains(.capitalized) {
        value = 34
      } else {
        value = 40 + Int(scene.ending(index).rawValue)
      }
      add(
        Feature(
          .speechWordBefore, (scene.isDialogue ? Feature.dialogue : 0) + distance, value,
          min(length, 4)))
    }
  }

  /// The strongest cue of the sentence that the span stands in.
  private func addSentence(_ length: Int, _ grip: Int, _ add: (Feature) -> Void) {
    let sentence = scene.sentenceOfToken[span.tokens.lowerBound]
    let paragraph = scene.text.paragraphs[span.paragraph].tokens
    var strongest = 0
    var before = 0
    var index = span.tokens.lowerBound - 1
    while index >= max(paragraph.lowerBound, span.tokens.lowerBound - Self.reach),
      scene.sentenceOfToken[index] == sentence
    {
      if scene.isNarration(index), scene.entry(index).traits.contains(.cue) {
        let strength = Int(scene.entry(index).cueStrength.rawValue)
        if strength > strongest { (strongest, before) = (strength, 1) }
      }
      index -= 1
    }
    index = span.tokens.upperBound
    while index < min(paragraph.upperBound, span.tokens.upperBound + Self.reach),
      scene.sentenceOfToken[index] == sentence
    {
      if scene.isNarration(index), scene.entry(index).traits.contains(.cue) {
        let strength = Int(scene.entry(index).cueStrength.rawValue)
        if strength > strongest { (strongest, before) = (strength, 0) }
      }
      index += 1
    }
    add(
      Feature(
        .speechVerb, (scene.isDialogue ? Feature.dialogue : 0) + strongest * 2 + before,
        min(length, 4), grip))
  }

  /// Whether a cue of the sentence governs the span: `Smith said that … “…”` or `“…” …, Smith
  /// said`. Words in such a clause are somebody's even where they look like a term.
  private func addCoverage(_ length: Int, _ add: (Feature) -> Void) {
    let register = scene.isDialogue ? Feature.dialogue : 0
    let size = min(length, 3)
    let sentence = scene.sentenceOfToken[span.tokens.lowerBound]
    let paragraph = scene.text.paragraphs[span.paragraph].tokens
    var left = 0
    var index = span.tokens.lowerBound - 1
    var sawThat = false
    while index >= max(paragraph.lowerBound, span.tokens.lowerBound - Self.reach),
      scene.sentenceOfToken[index] == sentence
    {
      if scene.isNarration(index) {
        let entry = scene.entry(index)
        if entry.traits.contains(.cue), entry.cueStrength >= .medium, left == 0 {
          left = 1 + Int(entry.cueStrength.rawValue) * 2 + (sawThat ? 1 : 0)
        }
        sawThat = entry.traits.contains(.relative)
      }
      index -= 1
    }
    var right = 0
    index = span.tokens.upperBound
    var afterComma = false
    while index < min(paragraph.upperBound, span.tokens.upperBound + Self.reach),
      scene.sentenceOfToken[index] == sentence
    {
      if scene.isNarration(index) {
        let entry = scene.entry(index)
        if scene.text.tokens[index].kind == .comma { afterComma = true }
        if entry.traits.contains(.cue), entry.cueStrength >= .medium, right == 0 {
          right = 1 + Int(entry.cueStrength.rawValue) * 2 + (afterComma ? 1 : 0)
        }
      }
      index += 1
    }
    add(Feature(.speechCoverage, left + register, right, size))
  }

  /// The words next to the marks, the first one inside, and all those of a short span, where the
  /// lexicon has them.
  private func addWords(_ length: Int, _ add: (Feature) -> Void) {
    let size = min(length, 3) + (scene.isDialogue ? 4 : 0)
    let words = scene.lexemes.words
    let paragraph = scene.text.paragraphs[span.paragraph].tokens
    let previous = span.tokens.lowerBound - 1
    if previous >= paragraph.lowerBound, scene.isNarration(previous), words[previous] >= 0 {
      add(Feature(.speechPreviousWord, word: words[previous], size))
      add(Feature(.speechPreviousWord, word: words[previous], 8 + (scene.isDialogue ? 4 : 0)))
    }
    let next = span.tokens.upperBound
    if next < paragraph.upperBound, scene.isNarration(next), words[next] >= 0 {
      add(Feature(.speechNextWord, word: words[next], size))
    }
    for index in span.tokens where scene.text.tokens[index].kind == .word {
      if words[index] >= 0 { add(Feature(.speechFirstWord, word: words[index], size)) }
      break
    }
    guard length <= 3 else { return }
    for index in span.tokens where words[index] >= 0 {
      add(Feature(.speechInside, word: words[index], scene.isDialogue ? 4 : 0))
    }
  }
}
