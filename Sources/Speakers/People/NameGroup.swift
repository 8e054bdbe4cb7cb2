import LanguageData
import Prose

/// The mentions of one article that print one name in one way.
struct NameGroup {
  var name: PersonName
  var gender: Gender
  var kind: Speaker.Kind
  /// The title of respect before the name, as printed; empty when most mentions have none.
  var honorific: String
  /// How many of the mentions have a title of respect.
  private(set) var honorifics = 0
  /// What the titles before the name say of the person.
  var titles: TitleUse = []
  /// Indices of mentions, in the order of the text; never empty.
  var mentions: [Int]
  /// Every mention stands at the head of a sentence.
  var startsSentences: Bool
  /// Every mention stands in a line that gives every word a capital: where the name ends there, print
  /// does not show.
  private(set) var isInHeadings = true
  /// How many of the first printed words are no part of the name: `Saw` in `Saw Jock`.
  var trimmedWords = 0
  /// Whether only the name shows the gender, and no title: `Penny`. A surname shows none.
  private(set) var isGenderOfGivenName = false
  /// False for a common word that only its place made a capital.
  var isName = true

  private init(
    name: PersonName, gender: Gender, kind: Speaker.Kind, mention: Int, startsSentences: Bool
  ) {
    self.name = name
    self.gender = gender
    self.kind = kind
    honorific = ""
    mentions = [mention]
    self.startsSentences = startsSentences
  }

  /// What tells groups of one name apart.
  private struct Key: Equatable {
    var gender: Gender
    var kind: Speaker.Kind
    /// Of a lone surname in fiction, where `Mr.`, `Miss` and `General` are three people of a family.
    var titles: TitleUse
  }

  /// Gathers the names of a scene.
  ///
  /// - Returns: The groups, the longest names first, of one length those that tell father from son,
  ///   and then in the order of the text; in stories those of headings after all others.
  static func groups(of scene: Scene, _ lexicon: Lexicon) -> [NameGroup] {
    var groups: [NameGroup] = []
    /// For each name its first group, for each group the next one of the name; -1 for none.
    var firstOfName: [Int] = []
    var links: [(key: Key, next: Int)] = []
    var names = NameTable()
    for (index, mention) in scene.mentions.enumerated() where !mention.name.isEmpty {
      let number = names.number(of: mention, scene, lexicon)
      guard !names.names[number].words.isEmpty else { continue }
      let kind: Speaker.Kind = mention.kind == .organization ? .organization : .person
      let gender = kind == .person ? mention.gender : .unknown
      let titles = TitleUse(of: mention, scene)
      let isLone = scene.isDialogue && names.names[number].words.count == 1
      let key = Key(gender: gender, kind: kind, titles: isLone ? titles : [])
      while firstOfName.count <= number { firstOfName.append(-1) }
      var group = firstOfName[number]
      while group >= 0, links[group].key != key { group = links[group].next }
      if group >= 0 {
        groups[group].mentions.append(index)
        groups[group].startsSentences = groups[group].startsSentences && mention.startsSentence
        groups[group].isInHeadings = groups[group].isInHeadings && mention.isInHeading
        groups[group].note(honorific(of: mention, scene))
        groups[group].titles.formUnion(titles)
        if hasGenderedTitle(mention, scene) { groups[group].isGenderOfGivenName = false }
      } else {
        links.append((key, firstOfName[number]))
        firstOfName[number] = groups.count
        groups.append(
          NameGroup(
            name: names.names[number], gender: gender, kind: kind, mention: index,
            startsSentences: mention.startsSentence))
        groups[groups.count - 1].isInHeadings = mention.isInHeading
        groups[groups.count - 1].note(honorific(of: mention, scene))
        groups[groups.count - 1].titles = titles
        groups[groups.count - 1].isGenderOfGivenName =
          names.names[number].words.count == 1 && !hasGenderedTitle(mention, scene)
      }
    }
    for index in groups.indices where groups[index].honorifics * 2 <= groups[index].mentions.count {
      groups[index].honorific = ""
    }
    reviewSentenceHeads(&groups, scene)
    return groups.sorted { a, b in
      if scene.isDialogue, a.isInHeadings != b.isInHeadings { return b.isInHeadings }
      if a.name.words.count != b.name.words.count {
        return a.name.words.count > b.name.words.count
      }
      if scene.isDialogue, a.name.words.count == 1, a.titles.order != b.titles.order {
        return a.titles.order < b.titles.order
      }
      return a.name.generation.isEmpty != b.name.generation.isEmpty
        ? b.name.generation.isEmpty : a.mentions[0] < b.mentions[0]
    }
  }

  private static func hasGenderedTitle(_ mention: MentionRecord, _ scene: Scene) -> Bool {
    (mention.tokens.lowerBound..<mention.name.lowerBound).contains {
      scene.entry($0).gender != .unknown
    }
  }

  /// The gender that the print shows if the group means an entity: where it has the entity's
  /// surname, that this is somebody's given name elsewhere says nothing.
  ///
  /// In fiction a bare word is a given name as a rule.
  func gender(as entity: Entity, isFiction: Bool) -> Gender {
    let isSurname =
      isGenderOfGivenName && !isFiction && entity.name.words.count > 1
      && name.words == [entity.name.surname]
    return isSurname ? .unknown : gender
  }

  private mutating func note(_ printed: String) {
    guard !printed.isEmpty else { return }
    honorifics += 1
    if honorific.isEmpty { honorific = printed }
  }

  /// The tokens of a mention's name without a nickname in marks between them.
  static func nameTokens(of mention: MentionRecord, _ scene: Scene) -> [Int] {
    var tokens: [Int] = []
    forEachNameToken(of: mention, scene) { tokens.append($0) }
    return tokens
  }

  /// Calls `body` with each of ``nameTokens(of:_:)``.
  @inline(__always)
  static func forEachNameToken(of mention: MentionRecord, _ scene: Scene, _ body: (Int) -> Void) {
    let range = mention.name.isEmpty ? mention.tokens : mention.name
    let span = scene.spanOfToken[range.upperBound - 1]
    for token in range where scene.spanOfToken[token] == span { body(token) }
  }

  /// Whether a mention's name has no nickname in marks.
  static func isWhole(_ mention: MentionRecord, _ scene: Scene) -> Bool {
    let range = mention.name.isEmpty ? mention.tokens : mention.name
    let span = scene.spanOfToken[range.upperBound - 1]
    return range.allSatisfy { scene.spanOfToken[$0] == span }
  }

  /// Looks again at names whose first word stands at the head of sentences only, where every word
  /// has a capital. One that the text has in small letters too, or that is a common word, is no
  /// name; it is taken off when the rest is a name of the text: `Saw Jock`, `Dearest Rose`.
  private static func reviewSentenceHeads(_ groups: inout [NameGroup], _ scene: Scene) {
    var names: HashIndex?
    let doubtful = groups.indices.filter { index in
      guard groups[index].startsSentences, groups[index].kind == .person,
        groups[index].honorific.isEmpty,
        scene.lexicon.entry(groups[index].name.words[0])?.traits.contains(.givenName) != true
      else { return false }
      let rest = groups[index].name.words.dropFirst()
      if rest.isEmpty { return true }
      let known = names ?? namesInsideSentences(groups)
      names = known
      return known.first(
        PersonName.wordsHash(rest), where: { groups[$0].name.words.elementsEqual(rest) }) != nil
    }
    guard !doubtful.isEmpty else { return }
    lazy var surnames = Set(groups.lazy.filter { $0.name.words.count > 1 }.map(\.name.surname))
    var small = SmallWords(doubtful.map { groups[$0].name.words[0] })
    small.look(in: scene.text)
    for index in doubtful {
      let word = groups[index].name.words[0]
      let traits = scene.lexicon.entry(word)?.traits ?? []
      if groups[index].name.words.count > 1 {
        guard
          small.contains(word) || !traits.isDisjoint(with: commonWords)
            || CommonWords.contains(word)
            || scene.ending(scene.mentions[groups[index].mentions[0]].name.lowerBound) == .adverb
        else { continue }
        groups[index].name.words.removeFirst()
        groups[index].trimmedWords = 1
      } else if small.contains(word)
        || (CommonWords.contains(word) && !surnames.contains(word)
          && !groups[index].mentions.contains { precedesCue(scene.mentions[$0], scene) })
      {
        groups[index].isName = false
      }
    }
  }

  /// The groups with a mention that stands inside a sentence, by the hashes of their names.
  private static func namesInsideSentences(_ groups: [NameGroup]) -> HashIndex {
    var names = HashIndex(capacity: groups.count)
    for (index, group) in groups.enumerated() where !group.startsSentences {
      names.add(index, hash: group.name.wordsHash)
    }
    return names
  }

  /// Whether a verb of speech follows a mention: whoever says something is somebody.
  private static func precedesCue(_ mention: MentionRecord, _ scene: Scene) -> Bool {
    let next = mention.tokens.upperBound
    return next < scene.text.tokens.count && scene.entry(next).traits.contains(.cue)
  }

  /// Words that stand in small letters inside sentences.
  private static let commonWords: LexicalTraits = [
    .function, .cue, .adverb, .roleNoun, .speechNoun, .workNoun, .termNoun,
  ]

  /// Which of some words a text has in small letters.
  private struct SmallWords {
    private var table: ByteStringTable
    private var isFound: [Bool]
    /// Bits of the first letters and lengths of the words: most words of a text are none of them,
    /// and one look tells so.
    private var shapes: SIMD16<UInt64> = .zero

    init(_ words: [String]) {
      var table = ByteStringTable(capacity: words.count)
      for word in words {
        _ = table.insert(word)
        guard let first = word.utf8.first else { continue }
        shapes[word.utf8.count & 15] |= 1 << UInt64(first & 63)
      }
      self.table = table
      isFound = [Bool](repeating: false, count: table.count)
    }

    mutating func look(in text: TokenizedText) {
      text.bytes.withUnsafeBufferPointer { bytes in
        for token in text.tokens where token.kind == .word && !token.traits.contains(.capitalized) {
          guard shapes[(token.end - token.start) & 15] >> UInt64(bytes[token.start] & 63) & 1 != 0
          else { continue }
          let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
          if let index = table.index(of: word) { isFound[index] = true }
        }
      }
    }

    func contains(_ word: String) -> Bool {
      var word = word
      return word.withUTF8 { table.index(of: $0) }.map { isFound[$0] } ?? false
    }
  }

  private static func honorific(of mention: MentionRecord, _ scene: Scene) -> String {
    let token = mention.name.lowerBound - 1
    // Stories call officers and the clergy by rank and surname as others by "Mr."
    let titles: LexicalTraits = scene.isDialogue ? [.honorific, .title] : .honorific
    guard token >= mention.tokens.lowerBound, !scene.entry(token).traits.isDisjoint(with: titles),
      scene.text.tokens[token].traits.contains(.capitalized)
    else { return "" }
    return scene.text.text(ofToken: token)
  }
}
