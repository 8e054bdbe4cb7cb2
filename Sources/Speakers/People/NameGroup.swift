import Prose

/// The mentions of one article that print one name in one way.
struct NameGroup {
  var name: PersonName
  var gender: Gender
  var kind: Speaker.Kind
  /// The title of respect before the name, as printed; empty when most mentions have none.
  var honorific: String
  private var honorifics = 0
  /// Indices of mentions, in the order of the text; never empty.
  var mentions: [Int]
  /// Every mention stands at the head of a sentence.
  var startsSentences: Bool
  /// How many of the first printed words are no part of the name; see ``trimSentenceHeads``.
  var trimmedWords = 0

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
    var words: [String]
    var gender: Gender
    var kind: Speaker.Kind
  }

  /// Gathers the names of a scene.
  ///
  /// - Returns: The groups, the longest names first, names of one length in the order of the text.
  static func groups(of scene: Scene, _ lexicon: Lexicon) -> [NameGroup] {
    var groups: [NameGroup] = []
    var indices: [Key: Int] = [:]
    for (index, mention) in scene.mentions.enumerated() where !mention.name.isEmpty {
      let printed = nameTokens(of: mention, scene).compactMap { token in
        scene.text.tokens[token].kind == .word || scene.text.tokens[token].kind == .reference
          ? scene.text.text(ofToken: token) : nil
      }
      let name = PersonName(printed: printed) {
        lexicon.entry($0)?.traits.contains(.nameSuffix) == true
      }
      guard !name.words.isEmpty else { continue }
      let kind: Speaker.Kind = mention.kind == .organization ? .organization : .person
      let gender = kind == .person ? mention.gender : .unknown
      let key = Key(words: name.words, gender: gender, kind: kind)
      if let group = indices[key] {
        groups[group].mentions.append(index)
        groups[group].startsSentences = groups[group].startsSentences && mention.startsSentence
        groups[group].note(honorific(of: mention, scene))
      } else {
        indices[key] = groups.count
        groups.append(
          NameGroup(
            name: name, gender: gender, kind: kind, mention: index,
            startsSentences: mention.startsSentence))
        groups[groups.count - 1].note(honorific(of: mention, scene))
      }
    }
    for index in groups.indices where groups[index].honorifics * 2 <= groups[index].mentions.count {
      groups[index].honorific = ""
    }
    trimSentenceHeads(&groups, scene)
    return groups.sorted { a, b in
      a.name.words.count != b.name.words.count
        ? a.name.words.count > b.name.words.count : a.mentions[0] < b.mentions[0]
    }
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

  /// Takes a word off names that have it at the head of sentences only, when the rest is a name of
  /// the text and the text has the word in small letters too: `Saw Jock`, `Dearest Rose`.
  private static func trimSentenceHeads(_ groups: inout [NameGroup], _ scene: Scene) {
    let names = Set(groups.lazy.filter { !$0.startsSentences }.map(\.name.words))
    var doubtful: [Int] = []
    for index in groups.indices where groups[index].startsSentences {
      let words = groups[index].name.words
      guard words.count > 1, names.contains(Array(words.dropFirst())),
        scene.lexicon.entry(words[0])?.traits.contains(.givenName) != true
      else { continue }
      doubtful.append(index)
    }
    guard !doubtful.isEmpty else { return }
    var table = ByteStringTable(capacity: doubtful.count)
    for index in doubtful { _ = table.insert(groups[index].name.words[0]) }
    var isCommon = [Bool](repeating: false, count: table.count)
    scene.text.bytes.withUnsafeBufferPointer { bytes in
      for token in scene.text.tokens
      where token.kind == .word && !token.traits.contains(.capitalized) {
        let word = UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
        if let index = table.index(of: word) { isCommon[index] = true }
      }
    }
    for index in doubtful {
      let word = groups[index].name.words[0]
      let isKnown = scene.lexicon.entry(word).map { !$0.traits.isDisjoint(with: commonWords) }
      guard isKnown == true || isCommon[table.insert(word)] else { continue }
      groups[index].name.words.removeFirst()
      groups[index].trimmedWords = 1
    }
  }

  /// Words that stand in small letters inside sentences.
  private static let commonWords: LexicalTraits = [
    .function, .cue, .adverb, .roleNoun, .speechNoun, .workNoun, .termNoun,
  ]

  private static func honorific(of mention: MentionRecord, _ scene: Scene) -> String {
    let token = mention.name.lowerBound - 1
    guard token >= mention.tokens.lowerBound, scene.entry(token).traits.contains(.honorific),
      scene.text.tokens[token].traits.contains(.capitalized)
    else { return "" }
    return scene.text.text(ofToken: token)
  }
}

extension ByteStringTable {
  /// The index of a string, which is added when it is new.
  fileprivate mutating func insert(_ string: String) -> Int {
    var string = string
    return string.withUTF8 { insert($0) }
  }
}
