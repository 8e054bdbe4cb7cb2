import Prose
import Quotations

/// The features of the question whether somebody said a span that look beyond its own marks: at
/// its echoes in the article, its neighbours in a list, its shape and the names beside it.
struct SpeechSurroundings {
  private let scene: Scene
  private let index: Int
  private let span: Scene.MarkedSpan
  private let paragraph: Range<Int>
  private let length: Int
  private let titleCase: Int
  private let register: Int

  /// How many tokens before the marks are looked at.
  private static let reachBefore = 4
  /// How many spans a list is followed back.
  private static let longestList = 6

  /// - Parameters:
  ///   - index: The index of the span in the scene.
  ///   - length: Its ``SpeechFeatures/lengthClass(_:)``.
  ///   - titleCase: Whether its words have capitals, see ``SpeechFeatures``.
  init(_ scene: Scene, span index: Int, length: Int, titleCase: Int) {
    self.scene = scene
    self.index = index
    self.length = length
    self.titleCase = titleCase
    span = scene.spans[index]
    paragraph = scene.text.paragraphs[span.paragraph].tokens
    register = scene.isDialogue ? Feature.dialogue : 0
  }

  func forEach(_ add: (Feature) -> Void) {
    addEcho(add)
    addList(add)
    addShape(add)
    addNames(add)
    addEarlierWords(add)
  }

  /// Where else the words stand: a title comes again between marks or in capitals, a speaker's
  /// phrase within a longer quotation.
  private func addEcho(_ add: (Feature) -> Void) {
    guard length <= 4 else { return }
    let echo = scene.echoes[index]
    let counts = [echo.capitalized, echo.small, echo.marked, echo.quoted]
    var kinds = 0
    for (kind, count) in counts.enumerated() {
      if count > 0 { kinds |= 1 << kind }
      add(
        Feature(.speechEcho, register + 32 + kind * 4 + min(count, 3), titleCase, min(length, 3)))
    }
    add(Feature(.speechEcho, register + kinds, length))
    add(Feature(.speechEcho, register + 16 + kinds, titleCase))
  }

  /// Spans with nothing but a comma or a conjunction between them are of one kind.
  private func addList(_ add: (Feature) -> Void) {
    let before = joint(before: index)
    let after = joint(before: index + 1)
    let size = min(length, 4)
    add(Feature(.speechList, register + before.rawValue * 4 + after.rawValue, size, titleCase))
    if after != .none {
      add(Feature(.speechList, register + 16 + after.rawValue, lengthClass(index + 1), size))
    }
    guard before != .none else { return }
    add(Feature(.speechList, register + 20 + before.rawValue, lengthClass(index - 1), size))
    var first = index - 1
    while index - first < Self.longestList, joint(before: first) != .none { first -= 1 }
    let head = scene.spans[first].tokens.lowerBound - 1
    add(Feature(.speechList, register + 24, wordClass(head), size))
  }

  private func lengthClass(_ index: Int) -> Int {
    SpeechFeatures.lengthClass(
      scene.spans[index].tokens.count { scene.text.tokens[$0].kind == .word })
  }

  private func wordClass(_ token: Int) -> Int {
    Int(scene.wordClass(token, in: paragraph).rawValue)
  }

  /// What joins two spans.
  private enum Joint: Int {
    case none, comma, conjunction
  }

  /// What joins a span to the one before it.
  private func joint(before index: Int) -> Joint {
    guard index > 0, index < scene.spans.count else { return .none }
    let first = scene.spans[index - 1]
    let second = scene.spans[index]
    let gap = second.tokens.lowerBound - first.tokens.upperBound
    guard first.paragraph == second.paragraph, 0...2 ~= gap else { return .none }
    var result = Joint.comma
    for token in first.tokens.upperBound..<second.tokens.lowerBound
    where scene.text.tokens[token].kind != .comma {
      guard scene.entry(token).traits.contains(.conjunction) else { return .none }
      result = .conjunction
    }
    return result
  }

  /// With what the words begin and end, and how many of them carry a sentence.
  private func addShape(_ add: (Feature) -> Void) {
    let words = span.tokens.filter {
      scene.text.tokens[$0].kind == .word || scene.text.tokens[$0].kind == .number
    }
    guard let first = words.first, let last = words.last else { return }
    let size = min(length, 4)
    add(Feature(.speechShape, register + wordClass(first), wordClass(last), size))
    add(Feature(.speechShape, register + wordClass(first), 0xFF, size))
    add(Feature(.speechShape, register + 0x7F, wordClass(last), size))
    var verbs = 0
    var functions = 0
    var unknown = 0
    for word in words {
      let traits = scene.entry(word).traits
      if traits.contains(.auxiliary) { verbs += 1 }
      if !traits.isDisjoint(with: [.function, .pronoun]) { functions += 1 }
      if scene.lexemes.words[word] < 0 { unknown += 1 }
    }
    let counts = min(verbs, 3) * 4 + min(functions, 3)
    add(Feature(.speechShape, register + 0x7E, counts, min(length, 5)))
    add(Feature(.speechShape, register + 0x7D, min(unknown, 5), min(length, 5)))
  }

  /// Whether names stand right beside the marks: `CNN’s “…”`, `“…” Ruiz`.
  private func addNames(_ add: (Feature) -> Void) {
    let next = scene.firstMention(startingAtOrAfter: span.tokens.lowerBound)
    let following = scene.firstMention(startingAtOrAfter: span.tokens.upperBound)
    var before = 0
    if next > 0 {
      let mention = scene.mentions[next - 1]
      if mention.tokens.upperBound == span.tokens.lowerBound, !mention.isQuoted {
        before = nameClass(mention)
      }
    }
    var after = 0
    if following < scene.mentions.count {
      let mention = scene.mentions[following]
      if mention.tokens.lowerBound == span.tokens.upperBound { after = nameClass(mention) }
    }
    let inside = scene.mentions[next..<following].count { $0.kind != .pronoun }
    let shape = min(length, 4) * 4 + titleCase
    add(Feature(.speechName, register + before, after, shape))
    add(Feature(.speechName, register + 0x7F, min(inside, 2), shape))
  }

  private func nameClass(_ mention: MentionRecord) -> Int {
    switch mention.kind {
    case .name: mention.isPossessive ? 2 : 1
    case .description: mention.isPossessive ? 4 : 3
    case .organization: mention.isPossessive ? 6 : mention.isOutlet ? 7 : mention.isPlace ? 8 : 5
    case .pronoun: mention.isPossessive ? 10 : 9
    }
  }

  /// The words some way before the marks: `known to her friends as “…”`.
  private func addEarlierWords(_ add: (Feature) -> Void) {
    let register = scene.isDialogue ? 16 : 0
    for distance in 2...Self.reachBefore {
      let token = span.tokens.lowerBound - distance
      guard token >= paragraph.lowerBound, scene.isNarration(token) else { break }
      let word = scene.lexemes.words[token]
      guard word >= 0 else { continue }
      add(Feature(.speechEarlierWord, word: word, distance + register))
      add(Feature(.speechEarlierWord, word: word, (length <= 3 ? 8 : 9) + register))
    }
  }
}
