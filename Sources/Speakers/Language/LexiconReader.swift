import LanguageData

/// Reads the language data into what a ``LexiconImage`` is made of.
struct LexiconReader {
  private(set) var table = ByteStringTable(capacity: 16_384)
  private(set) var entries: [LexicalEntry] = []
  private(set) var lemmas = ByteStringTable(capacity: 4096)
  /// Nicknames with the given names that each stands for, in the order of the file.
  private(set) var nicknames: [(name: String, givenNames: [String])] = []
  private var nicknameIndices = ByteStringTable(capacity: 4096)
  /// See ``CommonWords``.
  private(set) var commonWords = ByteStringTable(capacity: 8192)

  init(language: String) { load(language) }

  /// Changes the entry of a key, which is added when new; a phrase marks its first word.
  private mutating func update(
    _ key: UnsafeBufferPointer<UInt8>, _ change: (inout LexicalEntry) -> Void
  ) {
    guard let space = key.firstIndex(of: 0x20) else { return updateEntry(key, change) }
    guard key.contains(0x27) else {
      updateEntry(key, change)
      return updateEntry(UnsafeBufferPointer(rebasing: key[..<space])) {
        $0.traits.insert(.startsPhrase)
      }
    }
    let folded = Self.withoutPossessives(key)
    let start = Self.withoutPossessives(UnsafeBufferPointer(rebasing: key[..<space]))
    folded.withUnsafeBufferPointer { updateEntry($0, change) }
    start.withUnsafeBufferPointer { updateEntry($0) { $0.traits.insert(.startsPhrase) } }
  }

  private mutating func updateEntry(
    _ key: UnsafeBufferPointer<UInt8>, _ change: (inout LexicalEntry) -> Void
  ) {
    let index = table.insert(key)
    if index == entries.count { entries.append(LexicalEntry()) }
    change(&entries[index])
  }

  /// A phrase as ``Lexemes`` looks it up: without the possessive ending of any of its words.
  ///
  /// A single word keeps it: `let's` is not `let`.
  private static func withoutPossessives(_ phrase: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var words: [[UInt8]] = []
    for word in phrase.split(separator: 0x20) {
      words.append(
        Array(word.count > 2 && word.suffix(2).elementsEqual("'s".utf8) ? word.dropLast(2) : word))
    }
    return Array(words.joined(separator: [0x20]))
  }

  private mutating func lemmaIndex(_ lemma: UnsafeBufferPointer<UInt8>) -> UInt16 {
    UInt16(lemmas.insert(lemma) + 1)
  }

  private mutating func load(_ language: String) {
    loadClosedClasses(language)
    loadNames(language)
    loadNouns(language)
    loadCues(language)
    loadAbbreviatedTitles(language)
    EmbeddedFile.forEachLine(of: "\(language)/common-words.txt") { fields in
      if let word = fields.first { _ = commonWords.insert(word) }
    }
  }

  private mutating func loadClosedClasses(_ language: String) {
    forEachLine("\(language)/closed-classes.txt", fields: 2) { lexicon, fields in
      let traits: LexicalTraits =
        switch string(fields[1]) {
        case "preposition": .preposition
        case "determiner": .determiner
        case "auxiliary": .auxiliary
        case "conjunction": .conjunction
        case "subordinator": .subordinator
        case "negation": .negation
        case "relative": .relative
        case "definite": [.definite, .determiner]
        case "personal-relative": [.personalRelative, .relative]
        case "passive-auxiliary": .passiveAuxiliary
        case "agent-preposition": [.agentPreposition, .preposition]
        case "clause-preposition": [.clausePreposition, .preposition]
        case "name-joiner": .nameJoiner
        case "role-prefix": .rolePrefix
        case "naming": .naming
        case "identifying": .identifying
        case "naming-preposition": .namingPreposition
        case "naming-noun": .namingNoun
        case "epithet": .epithet
        case "birth-name": .birthName
        default: .possessive
        }
      // What leads to a name is a verb, a noun or an adjective besides.
      let leads: LexicalTraits = [
        .naming, .identifying, .namingPreposition, .namingNoun, .epithet, .birthName,
        .passiveAuxiliary,
      ]
      lexicon.update(fields[0]) {
        $0.traits.formUnion(traits.isSubset(of: leads) ? traits : [traits, .function])
      }
    }
    forEachLine("\(language)/pronouns.txt", fields: 5) { lexicon, fields in
      let isOrdinal = string(fields[4]) == "ordinal"
      let role = isOrdinal ? .indefinite : PronounRole(name: string(fields[4]))
      let isPlural = string(fields[2]) == "p"
      lexicon.update(fields[0]) { entry in
        // "Second" is an adjective as a rule.
        entry.traits.formUnion(isOrdinal ? .ordinal : isPlural ? [.pronoun, .plural] : .pronoun)
        entry.gender = gender(fields[3])
        entry.person = fields[1].first.map { $0 &- 0x30 } ?? 3
        // "her" is object and possessive: the first line of the file wins.
        if entry.pronoun == .none { entry.pronoun = role }
      }
    }
    forEachLine("\(language)/adverbs.txt", fields: 1) { lexicon, fields in
      lexicon.update(fields[0]) { $0.traits.insert(.adverb) }
    }
    forEachLine("\(language)/not-names.txt", fields: 2) { lexicon, fields in
      let traits: LexicalTraits =
        switch string(fields[1]) {
        case "month", "weekday", "holiday": [.calendar, .notName]
        case "nationality", "language", "religion": [.nationality, .notName]
        case "function": [.function, .notName]
        default: .notName
        }
      lexicon.update(fields[0]) { $0.traits.formUnion(traits) }
    }
  }

  /// Endings that hint at a word's class. They are few, and no part of the image.
  static func endings(language: String) -> [(bytes: [UInt8], ending: Lexicon.Ending)] {
    var endings: [(bytes: [UInt8], ending: Lexicon.Ending)] = []
    EmbeddedFile.forEachLine(of: "\(language)/endings.txt") { fields in
      guard fields.count >= 2 else { return }
      let ending: Lexicon.Ending =
        switch string(fields[1]) {
        case "past": .past
        case "participle": .participle
        case "adverb": .adverb
        default: .thirdOrPlural
        }
      endings.append((Array(fields[0]), ending))
    }
    return endings
  }

  private mutating func loadNames(_ language: String) {
    forEachLine("\(language)/given-names.txt", fields: 2) { lexicon, fields in
      lexicon.update(fields[0]) { entry in
        entry.traits.insert(.givenName)
        if entry.gender == .unknown { entry.gender = gender(fields[1]) }
      }
    }
    forEachLine("\(language)/name-particles.txt", fields: 2) { lexicon, fields in
      let traits: LexicalTraits = string(fields[1]) == "suffix" ? .nameSuffix : .particle
      lexicon.update(fields[0]) { $0.traits.insert(traits) }
    }
    forEachLine("\(language)/titles.txt", fields: 3) { lexicon, fields in
      let traits: LexicalTraits =
        switch string(fields[2]) {
        case "honorific": [.title, .honorific]
        case "royal", "kin", "religious": [.title, .honorific, .givenNameTitle]
        case "maiden": [.title, .honorific, .maidenTitle]
        case "wife": [.title, .honorific, .wifeTitle]
        default: .title
        }
      lexicon.update(fields[0]) { entry in
        entry.traits.formUnion(traits)
        if entry.gender == .unknown { entry.gender = gender(fields[1]) }
      }
    }
    forEachLine("\(language)/places.txt", fields: 1) { lexicon, fields in
      lexicon.update(fields[0]) { $0.traits.insert(.place) }
    }
    forEachLine("\(language)/bodies.txt", fields: 2) { lexicon, fields in
      let isOutlet = string(fields[1]) == "outlet"
      lexicon.update(fields[0]) { $0.traits.formUnion(isOutlet ? [.body, .outlet] : .body) }
    }
    forEachLine("\(language)/organization-words.txt", fields: 2) { lexicon, fields in
      let traits: LexicalTraits =
        switch string(fields[1]) {
        case "suffix": .organizationSuffix
        case "local": .localHead
        case "place": .placeHead
        default: .organizationHead
        }
      lexicon.update(fields[0]) { $0.traits.insert(traits) }
    }
    forEachLine("\(language)/nicknames.txt", fields: 2) { lexicon, fields in
      let index = lexicon.nicknameIndices.insert(fields[0])
      if index == lexicon.nicknames.count { lexicon.nicknames.append((string(fields[0]), [])) }
      lexicon.nicknames[index].givenNames.append(string(fields[1]))
    }
  }

  private mutating func loadNouns(_ language: String) {
    forEachLine("\(language)/role-nouns.txt", fields: 4) { lexicon, fields in
      var traits: LexicalTraits = .roleNoun
      if string(fields[2]) == "p" { traits.insert(.plural) }
      switch string(fields[3]) {
      case "collective": traits.insert(.collective)
      case "firm": traits.formUnion([.collective, .firm])
      case "kin": traits.insert(.kin)
      default: break
      }
      lexicon.update(fields[0]) { entry in
        entry.traits.formUnion(traits)
        if entry.gender == .unknown { entry.gender = gender(fields[1]) }
      }
    }
    forEachLine("\(language)/title-nouns.txt", fields: 2) { lexicon, fields in
      let traits: LexicalTraits = string(fields[1]) == "work" ? .workNoun : .termNoun
      lexicon.update(fields[0]) { $0.traits.insert(traits) }
    }
  }

  private mutating func loadCues(_ language: String) {
    forEachLine("\(language)/reporting-verbs.txt", fields: 4) { lexicon, fields in
      let lemma = lexicon.lemmaIndex(fields[0])
      // The particle of "cut in" stands behind each form.
      let particle = fields[0].firstIndex(of: 0x20).map { fields[0][$0...] }
      let forms = fields[3].split(separator: 0x20)
      for (position, form) in forms.enumerated() {
        lexicon.updateForm(form, particle) { entry in
          entry.traits.formUnion(particle == nil ? .cue : [.cue, .phrasalVerb])
          if position == 0 { entry.traits.insert(.baseForm) }
          if position == 4 { entry.traits.insert(.presentParticiple) }
          guard entry.lemma == 0 else { return }
          entry.lemma = lemma
          entry.cueClass = CueClass(name: string(fields[1])) ?? .say
          entry.cueStrength = CueStrength(name: string(fields[2]))
        }
      }
    }
    forEachLine("\(language)/cue-phrases.txt", fields: 3) { lexicon, fields in
      let cueClass = CueClass(name: string(fields[1])) ?? .noun
      // "reads" is a verb that needs its own subject, and stands in the other file too.
      guard cueClass != .read else { return }
      let lemma = lexicon.lemmaIndex(fields[0])
      lexicon.update(fields[0]) { entry in
        if cueClass == .noun || cueClass == .sourceNoun { entry.traits.insert(.speechNoun) }
        guard entry.lemma == 0 else { return }
        entry.lemma = lemma
        entry.cueClass = cueClass
        entry.cueStrength = CueStrength(name: string(fields[2]))
        if cueClass == .according { entry.traits.insert(.cue) }
      }
    }
  }

  /// Notes the nouns of abbreviated titles, `governor` of `Gov.`: after the cues, whose numbers stay.
  private mutating func loadAbbreviatedTitles(_ language: String) {
    forEachLine("\(language)/titles.txt", fields: 4) { lexicon, fields in
      let isOffice = ["role", "rank", "honorific"].contains(string(fields[2]))
      guard isOffice, !fields[0].contains(0x20), let noun = fields[3].split(separator: 0x20).last
      else { return }
      let lemma = lexicon.lemmaIndex(UnsafeBufferPointer(rebasing: noun))
      lexicon.update(fields[0]) { if $0.lemma == 0 { $0.lemma = lemma } }
    }
  }

  /// Updates a form of a verb, with the particle behind it when the verb has one.
  private mutating func updateForm(
    _ form: Slice<UnsafeBufferPointer<UInt8>>, _ particle: Slice<UnsafeBufferPointer<UInt8>>?,
    _ change: (inout LexicalEntry) -> Void
  ) {
    guard let particle else { return update(UnsafeBufferPointer(rebasing: form), change) }
    (Array(form) + particle).withUnsafeBufferPointer { update($0, change) }
  }

  private mutating func forEachLine(
    _ path: String, fields minimum: Int,
    _ body: (inout LexiconReader, [UnsafeBufferPointer<UInt8>]) -> Void
  ) {
    EmbeddedFile.forEachLine(of: path) { fields in
      if fields.count >= minimum { body(&self, fields) }
    }
  }
}

private func string(_ field: UnsafeBufferPointer<UInt8>) -> String {
  String(decoding: field, as: UTF8.self)
}

private func gender(_ field: UnsafeBufferPointer<UInt8>) -> Gender {
  switch field.first {
  case UInt8(ascii: "f"): .female
  case UInt8(ascii: "m"): .male
  default: .unknown
  }
}
