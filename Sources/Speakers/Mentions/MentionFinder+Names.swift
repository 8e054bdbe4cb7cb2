import Prose

extension MentionFinder {
  /// The name that starts at a token, with the titles and roles before it.
  func name(at index: Int) -> MentionRecord? {
    if tokens[index].kind == .reference { return handle(at: index) }
    guard canStartName(index) else { return nil }
    let sequence = capitalizedSequence(from: index)
    guard !sequence.isEmpty, !isHeading(sequence) else { return nil }
    return nameRecord(sequence)
  }

  /// A handle such as `@name` speaks as a person.
  private func handle(at index: Int) -> MentionRecord? {
    guard scene.text.bytes[tokens[index].start] == UInt8(ascii: "@") else { return nil }
    return MentionRecord(
      tokens: index..<index + 1, name: index..<index + 1, kind: .name, gender: .unknown)
  }

  private func canStartName(_ index: Int) -> Bool {
    let token = tokens[index]
    let entry = scene.entry(index)
    if isRole(index), !token.traits.contains(.capitalized) { return startsRoleBeforeName(index) }
    guard token.traits.contains(.capitalized) else {
      return entry.traits.contains(.particle) && nextIsName(index)
    }
    if !entry.traits.isDisjoint(with: [.calendar, .pronoun]) { return false }
    if isHeadlineVerb(index) || isAffiliation(index) { return false }
    let isAtHead = isSentenceStart(index)
    if entry.traits.contains(.function), !entry.traits.contains(.givenName),
      isAtHead || isClosedClass(index)
    {
      return scene.lexemes.phraseLengths[index] > 1
        && !entry.traits.isDisjoint(with: [.body, .place])
    }
    // A word that only its place at the sentence's head made a capital.
    let commonWords: LexicalTraits = [
      .cue, .adverb, .roleNoun, .preposition, .conjunction, .speechNoun, .workNoun,
    ]
    if isAtHead, entry.traits.isDisjoint(with: [.givenName, .title]),
      !entry.traits.isDisjoint(with: commonWords),
      !(index + 1 < tokens.count && isContinuous(index, index + 1) && isNameWord(index + 1))
    {
      return false
    }
    return (isNameWord(index) && !(isAtHead && opensSentence(index))) || modifiesName(index)
  }

  /// The most tokens of a name with its titles; what is longer is a headline.
  private static let longestName = 20

  /// The capitalised words, particles and initials that form one sequence from a token on.
  private func capitalizedSequence(from start: Int) -> Range<Int> {
    var end = start
    var next = start
    while next < tokens.count, next - start < Self.longestName {
      if next > start, !isContinuous(next - 1, next) {
        guard let after = endOfNickname(from: next) else { break }
        next = after
      }
      let length = Int(scene.lexemes.phraseLengths[next])
      let traits = scene.entry(next).traits
      if length > 1, !traits.isDisjoint(with: [.title, .body, .place]) {
        guard next + length <= tokens.count, isContinuous(next, next + length - 1) else { break }
        // "vice president Ana Ruiz": lower-case roles inside need a name behind them.
        if !tokens[next].traits.contains(.capitalized), next != start,
          !nextIsName(next + length - 1)
        {
          break
        }
        // So does "the Republican governor", which names nobody.
        if traits.isDisjoint(with: [.body, .place]), isSmall(next + length - 1),
          !nextIsName(next + length - 1), !rolesRunToName(next + length - 1)
        {
          break
        }
        next += length
        end = next
        if isPossessive(end - 1) { break }
        continue
      }
      if next == start + 1, endsPlace(start) { break }
      if next > start, isHeadlineVerb(next) { break }
      if next == start, modifiesName(next) {
        next += 1
      } else if isNameWord(next) {
        next += 1
        end = next
        if isPossessive(end - 1) { break }
      } else if next > start, let word = nameWord(afterJoiners: next) {
        next = word
      } else if isRole(next), nextIsName(next) || (next > start && rolesRunToName(next)) {
        next += 1
        end = next
      } else if next > start, tokens[next].kind == .comma, next + 1 < tokens.count,
        isContinuous(next, next + 1), scene.entry(next + 1).traits.contains(.nameSuffix),
        !scene.entry(next + 1).traits.contains(.pronoun)
      {
        next += 2
        end = next
      } else {
        break
      }
    }
    return start..<end
  }

  private func isSmall(_ index: Int) -> Bool {
    tokens[index].kind == .word
      && tokens[index].traits.isDisjoint(with: [.capitalized, .allCapitals])
  }

  /// Whether a place ends before a person’s name: `Marl` in `the envoy of Marl Ana Ruiz`.
  private func endsPlace(_ start: Int) -> Bool {
    guard start > 0, isContinuous(start - 1, start),
      scene.entry(start - 1).traits.contains(.nameJoiner),
      scene.entry(start).traits.isDisjoint(with: [.givenName, .title, .organizationHead])
    else { return false }
    return scene.entry(start + 1).traits.contains(.givenName) && nextIsName(start + 1)
  }

  /// The token after a nickname in marks between the words of a name: `Robert “Bob” Ruiz`; nil
  /// when there is none.
  private func endOfNickname(from index: Int) -> Int? {
    let number = scene.spanOfToken[index]
    guard number >= 0, index > 0, scene.isNarration(index - 1) else { return nil }
    let span = scene.spans[Int(number)].tokens
    let after = span.upperBound
    guard span.lowerBound == index, span.count <= 5, after < tokens.count,
      scene.isNarration(after), isNameWord(index - 1), isNameWord(after),
      scene.entry(index - 1).traits.isDisjoint(with: [.title, .roleNoun]),
      scene.sentenceOfToken[after] == scene.sentenceOfToken[index - 1],
      scene.paragraphOfToken[after] == scene.paragraphOfToken[index - 1]
    else { return nil }
    var hasName = false
    for token in span where tokens[token].kind != .mark {
      guard tokens[token].kind == .word else { return nil }
      let isCapitalized = tokens[token].traits.contains(.capitalized)
      guard isCapitalized || scene.entry(token).traits.contains(.determiner) else { return nil }
      hasName = hasName || isCapitalized
    }
    return hasName ? after : nil
  }

  /// Whether a sequence is part of a line in capitals, which names nobody for sure: `THE TAUNTS OF
  /// NOAH`. In front of a colon it is a transcript's speaker.
  private func isHeading(_ sequence: Range<Int>) -> Bool {
    guard sequence.allSatisfy({ tokens[$0].traits.contains(.allCapitals) }) else { return false }
    let next = sequence.upperBound
    if next < tokens.count, tokens[next].kind == .colon { return false }
    if sequence.count == 1, tokens[sequence.lowerBound].span.count > Self.longestAcronym,
      isContinuous(sequence.lowerBound, next), scene.entry(next).traits.contains(.roleNoun)
    {
      // "FURIOUS families": a shouted word before a noun.
      return true
    }
    func isShouted(_ index: Int) -> Bool {
      index >= 0 && index < tokens.count && tokens[index].kind == .word
        && tokens[index].traits.contains(.allCapitals)
        && scene.paragraphOfToken[index] == scene.paragraphOfToken[sequence.lowerBound]
    }
    return isShouted(sequence.lowerBound - 1) || isShouted(next) || sequence.count > 2
  }

  /// The word of a name after small words that join names, `de la` in `Ana de la Ruiz`; nil when
  /// the words from a token on do not.
  private func nameWord(afterJoiners first: Int) -> Int? {
    var next = first
    while next - first < 3, next + 1 < tokens.count, joinsNames(next), isContinuous(next, next + 1)
    {
      next += 1
      if isNameWord(next) { return next }
    }
    return nil
  }

  /// Lower-case words inside names: particles, `of` and `for` in the names of bodies, `&`.
  private func joinsNames(_ index: Int) -> Bool {
    let token = tokens[index]
    if scene.entry(index).traits.contains(.particle) { return true }
    if token.kind == .symbol { return scene.text.bytes[token.start] == UInt8(ascii: "&") }
    guard scene.entry(index).traits.contains(.nameJoiner) else { return false }
    // "Bank of Marl", "Duchess of Marl", "Minister of Fisheries", but not "Smith of Ohio": the word
    // before must head a body's name or be a title.
    return !scene.entry(index - 1).traits.isDisjoint(with: [.organizationHead, .title])
  }

  private func startsRoleBeforeName(_ index: Int) -> Bool {
    let length = Int(scene.lexemes.phraseLengths[index])
    let last = min(index + length, tokens.count) - 1
    return isContinuous(index, last) && (nextIsName(last) || rolesRunToName(last))
  }

  /// Whether only roles stand between a token and a name: `campaign manager` in
  /// `campaign manager Ana Ruiz`.
  private func rolesRunToName(_ index: Int) -> Bool {
    var next = index
    while next < tokens.count, next - index < 4, isRole(next) {
      if nextIsName(next) { return true }
      guard isContinuous(next, next + 1) else { return false }
      next += 1
    }
    return false
  }
}
