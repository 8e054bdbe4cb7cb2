import Prose

/// Finds mentions that stand beside each other for one person or body: `Ana Ruiz, a spokeswoman for
/// the club,`, `the chairman, Ana Ruiz,`, `a man named Ruiz`, `Ruiz (@anaruiz)`, `said one, Ana Ruiz`.
struct AppositionReader {
  let scene: Scene

  /// Calls `body` with each pair: the index of the name, and of what stands beside it.
  func forEachPair(_ body: (_ name: Int, _ other: Int) -> Void) {
    forEachIdentified(body)
    forEachBirthName(body)
    for index in scene.mentions.indices.dropLast() {
      let first = scene.mentions[index]
      let second = scene.mentions[index + 1]
      guard first.paragraph == second.paragraph, first.isQuoted == second.isQuoted else { continue }
      let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
      if isNamed(first), isHandle(second), between.count == 1,
        scene.text.tokens[between.lowerBound].kind == .openBracket
      {
        body(index, index + 1)
      }
      guard first.sentence == second.sentence else { continue }
      if isIntroduced(first, between, second) { body(index + 1, index) }
      guard isComma(between) else { continue }
      if first.pronoun == .indefinite, !first.isPlural, isNamed(second), between.count == 1,
        closesApposition(second)
      {
        body(index + 1, index)
      }
      if isNamed(first), isDescription(second), agree(first, second) {
        if endsApposition(second) {
          body(index, index + 1)
        } else if let third = coordinated(after: index + 1) {
          body(index, index + 1)
          body(index, third)
        }
      } else if isDescription(first), first.kind == .description, isNamed(second),
        !isHandle(second), agree(first, second) || isFirm(first, second), between.count == 1,
        closesApposition(second)
      {
        body(index + 1, index)
      }
    }
  }

  /// `A man named Ruiz`, `a lawyer called Ana Ruiz`: somebody new who gets a name, not somebody who called
  /// another something.
  private func isIntroduced(
    _ first: MentionRecord, _ between: Range<Int>, _ second: MentionRecord
  ) -> Bool {
    guard between.count == 1, scene.entry(between.lowerBound).traits.contains(.naming),
      isDescription(first), first.kind == .description, isNamed(second), agree(first, second)
    else { return false }
    let article = scene.entry(first.tokens.lowerBound).traits
    guard article.contains(.determiner), !article.contains(.definite) else { return false }
    guard let next = tokenAfter(second), scene.text.tokens[next].kind == .word else { return true }
    let traits = scene.entry(next).traits
    return !traits.isDisjoint(with: [.cue, .auxiliary, .preposition, .relative, .conjunction])
      || scene.ending(next) == .past
  }

  /// A comma or a dash, or an age between two commas.
  private func isComma(_ between: Range<Int>) -> Bool {
    func kind(_ offset: Int) -> Token.Kind { scene.text.tokens[between.lowerBound + offset].kind }
    switch between.count {
    case 1: return kind(0) == .comma || kind(0) == .dash
    case 3: return kind(0) == .comma && kind(1) == .number && kind(2) == .comma
    default: return false
    }
  }

  func isNamed(_ mention: MentionRecord) -> Bool {
    !mention.name.isEmpty && !mention.isPossessive
  }

  private func isHandle(_ mention: MentionRecord) -> Bool {
    scene.text.tokens[mention.head].kind == .reference
  }

  func isDescription(_ mention: MentionRecord) -> Bool {
    mention.name.isEmpty && mention.kind != .pronoun && !mention.isPlural && !mention.isPossessive
  }

  /// Whether one can be both: a body beside a word for bodies, or a person beside one for people. A
  /// name that nothing shows to be a person’s may turn out a body’s or a place’s.
  func agree(_ a: MentionRecord, _ b: MentionRecord) -> Bool {
    let name = a.name.isEmpty ? b : a
    let other = a.name.isEmpty ? a : b
    if other.kind == .organization { return name.kind == .organization || isBare(name) }
    return name.kind != .organization && a.gender.agrees(with: b.gender)
  }

  /// Whether a role that a firm can have as well as a person is followed by the firm’s name: `the
  /// builder, Larn Quays Ltd,`.
  private func isFirm(_ role: MentionRecord, _ name: MentionRecord) -> Bool {
    name.kind == .organization && !name.isPlace && role.gender == .unknown
      && scene.entry(role.tokens.lowerBound).traits.contains(.definite)
  }

  /// Whether a name has neither title nor given name.
  private func isBare(_ mention: MentionRecord) -> Bool {
    mention.gender == .unknown && mention.name == mention.tokens
      && !scene.entry(mention.name.lowerBound).traits.contains(.givenName)
  }

  /// Whether a description after a name is no subject of its own, as in `he told Ruiz, the official
  /// said`, and no further item of a list.
  func endsApposition(_ mention: MentionRecord) -> Bool {
    guard let next = tokenAfter(mention) else { return true }
    return scene.entry(next).traits.isDisjoint(with: [.cue, .auxiliary, .conjunction])
  }

  /// The mention that shares a description’s determiner: `chief executive` in `the founder and
  /// chief executive`.
  private func coordinated(after index: Int) -> Int? {
    guard index + 1 < scene.mentions.count, let next = tokenAfter(scene.mentions[index]),
      scene.entry(next).traits.contains(.conjunction)
    else { return nil }
    let other = scene.mentions[index + 1]
    guard other.tokens.lowerBound == next + 1, isDescription(other), other.kind == .description,
      scene.entry(next + 1).traits.isDisjoint(with: [.determiner, .possessive]),
      endsApposition(other)
    else { return nil }
    return index + 1
  }

  /// Whether a name after a description is set off on its other side too.
  private func closesApposition(_ mention: MentionRecord) -> Bool {
    guard let next = tokenAfter(mention) else { return true }
    switch scene.text.tokens[next].kind {
    case .comma, .dash, .fullStop, .semicolon, .openBracket, .questionMark: return true
    default: return false
    }
  }

  /// The token after a mention; nil at the end of its paragraph.
  private func tokenAfter(_ mention: MentionRecord) -> Int? {
    let next = mention.tokens.upperBound
    guard next < scene.text.tokens.count,
      scene.paragraphOfToken[next] == scene.paragraphOfToken[next - 1]
    else { return nil }
    return next
  }
}
