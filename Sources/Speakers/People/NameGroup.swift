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

  private struct Key: Hashable {
    var name: Int
    var gender: Gender
    var kind: Speaker.Kind
    /// Of a lone surname in fiction, where `Mr.`, `Miss` and `General` are three people of a family.
    var titles: TitleUse
  }

  /// Gathers the names of a scene.
  ///
  /// - Returns: The groups, the longest names first, of one length those that tell father from son,
  ///   and then in the order of the text.
  static func groups(of scene: Scene, _ lexicon: Lexicon) -> [NameGroup] {
    var groups: [NameGroup] = []
    var indices: [Key: Int] = [:]
    var names = NameTable()
    for (index, mention) in scene.mentions.enumerated() where !mention.name.isEmpty {
      let number = names.number(of: mention, scene, lexicon)
      guard !names.names[number].words.isEmpty else { continue }
      let kind: Speaker.Kind = mention.kind == .organization ? .organization : .person
      let gender = kind == .person ? mention.gender : .unknown
      let titles = TitleUse(of: mention, scene)
      let isLone = scene.isDialogue && names.names[number].words.count == 1
      let key = Key(name: number, gender: gender, kind: kind, titles: isLone ? titles : [])
      if let group = indices[key] {
        groups[group].mentions.append(index)
        groups[group].startsSentences = groups[group].startsSentences && mention.startsSentence
        groups[group].note(honorific(of: mention, scene))
        groups[group].titles.formUnion(titles)
        if hasGenderedTitle(mention, scene) { groups[group].isGenderOfGivenName = false }
      } else {
        indices[key] = groups.count
        groups.append(
          NameGroup(
            name: names.names[number], gender: gender, kind: kind, mention: index,
            startsSentences: mention.startsSentence))
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
    let range = mention.name.isEmpty ? mention.tokens : mention.name
    let span = scene.spanOfToken[range.upperBound - 1]
    return range.filter { scene.spanOfToken[$0] == span }
  }

  /// Looks again at names whose first word stands at the head of sentences only, where every word
  /// has a capital. One that the text has in small letters too, or that is a common word, is no
  /// name; it is taken off when the rest is a name of the text: `Saw Jock`, `Dearest Rose`.
  private static func reviewSentenceHeads(_ groups: inout [NameGroup], _ scene: Scene) {
    let names = Set(groups.lazy.filter { !$0.startsSentences }.map(\.name.words))
    let doubtful = groups.indices.filter { index in
      let group = groups[index]
      let words = group.name.words
      return group.startsSentences && group.kind == .person && group.honorific.isEmpty
        && (words.count == 1 || names.contains(Array(words.dropFirst())))
        && scene.lexicon.entry(words[0])?.traits.contains(.givenName) != true
    }
    guard !doubtful.isEmpty else { return }
    let surnames = Set(groups.lazy.filter { $0.name.words.count > 1 }.map(\.name.surname))
    var small = SmallWords(doubtful.map { groups[$0].name.words[0] })
    small.look(in: scene.text)
    for index in doubtful {
      let word = groups[index].name.words[0]
      let traits = scene.lexicon.entry(word)?.traits ?? []
      if groups[index].name.words.count > 1 {
        guard
          small.contains(word) || !traits.isDisjoint(with: commonWords)
            || CommonWords.contains(word)
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

    init(_ words: [String]) {
      var table = ByteStringTable(capacity: words.count)
      for var word in words { _ = word.withUTF8 { table.insert($0) } }
      self.table = table
      isFound = [Bool](repeating: false, count: table.count)
    }

    mutating func look(in text: TokenizedText) {
      text.bytes.withUnsafeBufferPointer { bytes in
        for token in text.tokens where token.kind == .word && !token.traits.contains(.capitalized) {
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
    guard token >= mention.tokens.lowerBound, scene.entry(token).traits.contains(.honorific),
      scene.text.tokens[token].traits.contains(.capitalized)
    else { return "" }
    return scene.text.text(ofToken: token)
  }
}
