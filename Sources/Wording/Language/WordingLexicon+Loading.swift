import LanguageData

extension WordingLexicon {
  private typealias Field = UnsafeBufferPointer<UInt8>

  mutating func load(_ language: String) {
    let folder = "\(language)/wording/"
    loadFrequencies(folder)
    loadPairs(folder)
    loadFunctionWords(folder)
    loadNumbers(folder)
    loadMeaning(folder)
    loadExpansions(folder)
    loadRelations(folder)
    loadPronouns(language)
    loadPlaces(language)
  }

  private mutating func loadFrequencies(_ folder: String) {
    forEachLine(folder + "word-frequencies.txt", fields: 2) { lexicon, fields in
      let bits = bits(fields[1])
      lexicon.update(WordKey.of(fields[0])) { $0.bits = bits }
    }
  }

  private mutating func loadPairs(_ folder: String) {
    forEachLine(folder + "word-pairs.txt", fields: 3) { lexicon, fields in
      let second = WordKey.of(fields[1])
      let key = WordKey.phrase(WordKey.of(fields[0]), second)
      lexicon.pairBits[key] = bits(fields[2])
      lexicon.update(second) { $0.traits.insert(.endsPair) }
    }
  }

  private mutating func loadFunctionWords(_ folder: String) {
    var classes: [String: UInt8] = [:]
    forEachLine(folder + "function-words.txt", fields: 2) { lexicon, fields in
      let name = string(fields[1])
      let number = classes[name] ?? UInt8(classes.count + 1)
      classes[name] = number
      let traits: WordTraits =
        switch name {
        case "article": .article
        case "auxiliary": .auxiliary
        case "pronoun", "possessive": .pronoun
        case "preposition": .preposition
        case "demonstrative": .demonstrative
        case "conjunction": .conjunction
        case "adverb": .adverb
        default: []
        }
      lexicon.update(WordKey.of(fields[0])) { entry in
        entry.traits.formUnion([traits, .function])
        if entry.functionClass == 0 { entry.functionClass = number }
      }
    }
  }

  private mutating func loadMeaning(_ folder: String) {
    forEachLine(folder + "polarity.txt", fields: 2) { lexicon, fields in
      let traits: WordTraits =
        switch string(fields[1]) {
        case "negation": .negation
        case "near-negation": .nearNegation
        case "item": .polarityItem
        default: .impliedNegation
        }
      // A phrase with a denial in it denies once.
      let isDenied = fields[0].contains(0x20) && traits == .negation && lexicon.denies(fields[0])
      if !isDenied { lexicon.mark(fields[0], traits) }
    }
    forEachLine(folder + "modals.txt", fields: 3) { lexicon, fields in
      lexicon.mark(fields[0], .modal)
      lexicon.modals[lexicon.phraseKey(fields[0])] = ModalReading(
        modalClass: fields[1].first ?? 0, strength: UInt8(clamping: Int(number(fields[2]) ?? 0)))
    }
    forEachLine(folder + "quantifiers.txt", fields: 2) { lexicon, fields in
      switch string(fields[1]) {
      // How strongly something is said, not of how much.
      case "degree": return
      case "approximate": lexicon.mark(fields[0], .approximator)
      default: lexicon.mark(fields[0], .quantifier)
      }
      lexicon.quantifiers[lexicon.phraseKey(fields[0])] = fields[1].first ?? 0
    }
    forEachLine(folder + "conditions.txt", fields: 2) { lexicon, fields in
      lexicon.mark(fields[0], string(fields[1]) == "contrast" ? .contrast : .condition)
    }
    forEachLine(folder + "fillers.txt", fields: 2) { lexicon, fields in
      lexicon.mark(fields[0], string(fields[1]) == "any" ? .filler : .setOffFiller)
    }
    forEachLine(folder + "dates.txt", fields: 3) { lexicon, fields in
      let traits: WordTraits =
        switch string(fields[2]) {
        case "month", "month-caps": .month
        case "weekday", "weekday-caps": .weekday
        case "relative": .relativeDate
        default: []
        }
      let needsCapital = string(fields[2]).hasSuffix("-caps")
      lexicon.mark(fields[0], needsCapital ? traits.union(.dateInCapitals) : traits)
      if fields[0].elementsEqual(fields[1]) || needsCapital { return }
      lexicon.expand(fields[0], to: fields[1], splits: false, .always)
    }
    forEachLine(folder + "masks.txt", fields: 2) { lexicon, fields in
      let traits: WordTraits =
        switch string(fields[1]) {
        case "mask": .mask
        case "sic": .sic
        default: .noise
        }
      lexicon.mark(fields[0], traits)
    }
    forEachLine(folder + "common-phrases.txt", fields: 1) { lexicon, fields in
      lexicon.mark(fields[0], .stock)
    }
  }

  private mutating func loadExpansions(_ folder: String) {
    forEachLine(folder + "spelling-variants.txt", fields: 2) { lexicon, fields in
      lexicon.expand(fields[0], to: fields[1], splits: false, .always)
    }
    forEachLine(folder + "contractions.txt", fields: 2) { lexicon, fields in
      if fields[0].first == UInt8(ascii: "*") {
        lexicon.addClitic(fields)
      } else {
        lexicon.expand(fields[0], to: fields[1], .always)
      }
    }
    forEachLine(folder + "abbreviations.txt", fields: 3) { lexicon, fields in
      let condition: WordEntry.Expansion.Condition =
        switch string(fields[2]) {
        case "dot": .withFullStop
        case "dot-capital": .withFullStopAndCapital
        case "dot-digit": .beforeNumber
        case "caps": .inCapitals
        default: .always
        }
      lexicon.expand(fields[0], to: fields[1], condition, isAbbreviation: true)
    }
    clitics.sort { $0.letters.count > $1.letters.count }
  }

  private mutating func addClitic(_ fields: [Field]) {
    let letters = Array(fields[0].dropFirst())
    clitics.append(
      Clitic(letters: letters, meanings: fields.dropFirst().map { words($0).map { add($0) } }))
    if fields.count > 2 {
      cliticMeanings[WordKey.of(letters)] = fields.dropFirst().map { WordKey.of($0) }
      for word in fields.dropFirst() where !word.contains(0x20) {
        update(WordKey.of(word)) { $0.traits.insert(.cliticMeaning) }
      }
    }
  }

  private mutating func loadNumbers(_ folder: String) {
    forEachLine(folder + "numbers.txt", fields: 3) { lexicon, fields in
      let kind: WordEntry.NumberWord.Kind =
        switch string(fields[2]) {
        case "multiplier": .multiplier
        case "suffix": .suffix
        case "ordinal": .ordinal
        case "fraction": .fraction
        case "group": .group
        default: .cardinal
        }
      guard let value = number(fields[1]) else { return }
      lexicon.update(WordKey.of(fields[0])) { $0.number = .init(value: value, kind: kind) }
    }
    forEachLine(folder + "units.txt", fields: 2) { lexicon, fields in
      lexicon.mark(fields[0], .unit)
      lexicon.mark(fields[1], .unit)
      if !fields[0].elementsEqual(fields[1]) && !fields[0].contains(0x20) {
        lexicon.expand(fields[0], to: fields[1], .always)
      }
    }
  }

  private mutating func loadRelations(_ folder: String) {
    var group: UInt16 = 0
    forEachLine(folder + "synonyms.txt", fields: 2) { lexicon, fields in
      for field in fields {
        let key = lexicon.phraseKey(field)
        lexicon.synonyms.append(group, to: key)
        if !field.contains(0x20) {
          lexicon.update(key) {
            $0.traits.insert(.hasRelations)
            $0.signature |= signature(UInt64(group))
          }
        }
      }
      group += 1
    }
    forEachLine(folder + "antonyms.txt", fields: 3) { lexicon, fields in
      let isDirection = string(fields[2]) == "direction"
      let (a, b) = (lexicon.phraseKey(fields[0]), lexicon.phraseKey(fields[1]))
      for key in [a, b] {
        lexicon.update(key) {
          $0.traits.insert(.hasRelations)
          $0.signature |= signature(a ^ b)
        }
      }
      lexicon.antonyms.append(Antonym(key: b, isDirection: isDirection), to: a)
      lexicon.antonyms.append(Antonym(key: a, isDirection: isDirection), to: b)
    }
    forEachLine(folder + "grammar-pairs.txt", fields: 2) { lexicon, fields in
      let (a, b) = (lexicon.phraseKey(fields[0]), lexicon.phraseKey(fields[1]))
      lexicon.grammarPairs[a, default: []].append(b)
      lexicon.grammarPairs[b, default: []].append(a)
    }
    forEachLine(folder + "irregular-forms.txt", fields: 2) { lexicon, fields in
      let lemma = WordKey.of(fields[0])
      lexicon.add(form: lemma, of: lemma, .base)
      for (index, field) in fields.dropFirst().enumerated() {
        lexicon.add(
          form: WordKey.of(field), of: lemma,
          index == 0 ? .past : index == 1 ? .participle : .other)
      }
    }
    forEachLine(folder + "irregular-plurals.txt", fields: 2) { lexicon, fields in
      let lemma = WordKey.of(fields[0])
      lexicon.add(form: lemma, of: lemma, .base)
      lexicon.add(form: WordKey.of(fields[1]), of: lemma, .plural)
    }
    forEachLine(folder + "adjective-forms.txt", fields: 2) { lexicon, fields in
      let lemma = WordKey.of(fields[0])
      for field in fields { lexicon.add(form: WordKey.of(field), of: lemma, .degree) }
    }
  }

  private mutating func loadPlaces(_ language: String) {
    forEachLine("\(language)/places.txt", fields: 1) { lexicon, fields in
      guard !fields[0].contains(0x20) else { return }
      lexicon.update(WordKey.of(fields[0])) { $0.traits.insert(.place) }
    }
  }

  private mutating func loadPronouns(_ language: String) {
    forEachLine("\(language)/pronouns.txt", fields: 5) { lexicon, fields in
      let role = string(fields[4])
      guard !fields[0].contains(0x20), role != "indefinite", role != "thing" else { return }
      let reading = PronounReading(
        person: fields[1].first ?? 0, number: fields[2].first ?? 0, gender: fields[3].first ?? 0)
      let key = WordKey.of(fields[0])
      if lexicon.pronouns[key]?.contains(reading) != true {
        lexicon.pronouns[key, default: []].append(reading)
      }
      lexicon.update(key) { $0.traits.formUnion([.pronoun, .function]) }
    }
  }
}

extension WordingLexicon {
  /// Whether a word of a phrase is a denial.
  private func denies(_ phrase: Field) -> Bool {
    words(phrase).contains { entry(WordKey.of($0))?.traits.contains(.negation) == true }
  }

  /// Gives a word or a phrase traits.
  private mutating func mark(_ form: Field, _ traits: WordTraits) {
    guard let space = form.firstIndex(of: 0x20) else {
      update(WordKey.of(form)) { $0.traits.formUnion(traits) }
      return
    }
    var starts: [UInt64] = []
    starts.reserveCapacity(8)
    forEachStart(of: form) { key, wordCount in
      if wordCount > 1 { starts.append(key) }
    }
    // What starts a phrase is there as well, so that a search can stop where nothing does.
    for (index, key) in starts.enumerated() {
      let known = phrases[key] ?? []
      phrases[key] = index == starts.count - 1 ? known.union(traits) : known
    }
    update(WordKey.of(form[..<space])) { $0.traits.insert(.startsPhrase) }
  }

  /// Gives a word the words that it stands for: all of a field, or the field as one.
  private mutating func expand(
    _ form: Field, to field: Field, splits: Bool = true,
    _ condition: WordEntry.Expansion.Condition, isAbbreviation: Bool = false
  ) {
    let first = expansions.count
    if splits {
      forEachWord(of: field) { expansions.append(add($0)) }
    } else {
      expansions.append(add(field))
    }
    let places = first..<expansions.count
    update(WordKey.of(form)) {
      $0.expansion = .init(words: places, condition: condition, isAbbreviation: isAbbreviation)
    }
  }

  private mutating func add(form: UInt64, of lemma: UInt64, _ tense: WordForm.Tense) {
    forms.append(WordForm(lemma: lemma, tense: tense), to: form)
    update(form) {
      $0.traits.insert(.irregular)
      $0.signature |= signature(lemma)
    }
  }

  /// Keeps a word's letters.
  private mutating func add(_ word: Field) -> Range<Int> {
    let start = letters.count
    letters.append(contentsOf: word)
    return start..<letters.count
  }

  private mutating func forEachLine(
    _ path: String, fields count: Int, _ body: (inout WordingLexicon, [Field]) -> Void
  ) {
    EmbeddedFile.forEachLine(of: path) { fields in
      if fields.count >= count { body(&self, fields) }
    }
  }
}

private func string(_ field: UnsafeBufferPointer<UInt8>) -> String {
  String(decoding: field, as: UTF8.self)
}

private func number(_ field: UnsafeBufferPointer<UInt8>) -> Double? {
  var value = 0.0
  for byte in field {
    // Signs and fractions are rare.
    guard byte &- 0x30 < 10, field.count < 16 else { return Double(string(field)) }
    value = value * 10 + Double(byte - 0x30)
  }
  return field.isEmpty ? nil : value
}

/// A number of bits, which are whole and few; more than the largest number is the largest number.
private func bits(_ field: UnsafeBufferPointer<UInt8>) -> UInt8 {
  var value = 0
  for byte in field {
    guard byte &- 0x30 < 10 else { return UInt8(clamping: number(field).map { Int($0) } ?? 0) }
    value = min(value * 10 + Int(byte - 0x30), 1000)
  }
  return UInt8(clamping: value)
}

private func words(_ field: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
  var words: [UnsafeBufferPointer<UInt8>] = []
  forEachWord(of: field) { words.append($0) }
  return words
}

private func forEachWord(
  of field: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
) {
  var start = 0
  for index in 0...field.count where index == field.count || field[index] == 0x20 {
    if index > start { body(UnsafeBufferPointer(rebasing: field[start..<index])) }
    start = index + 1
  }
}

/// The bit of a relation in the signatures of its words.
private func signature(_ relation: UInt64) -> UInt64 {
  1 << ((relation &* 0x9E37_79B9_7F4A_7C15) >> 58)
}
