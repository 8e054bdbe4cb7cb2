import Prose

/// What a sequence of capitalised words is: where its titles end, and whom or what the rest names.
extension MentionFinder {
  /// Where the name begins after a title with `of`: at the given name in `Minister of Fisheries
  /// Ana Ruiz`, at the title itself in `Duchess of Marl`, which has no other name.
  private func startOfName(afterOffice joiner: Int, in sequence: Range<Int>, title: Int) -> Int {
    var index = joiner + 2
    while index < sequence.upperBound - 1 {
      if scene.entry(index).traits.contains(.givenName) { return index }
      index += 1
    }
    var start = max(title, sequence.lowerBound)
    while start < joiner, !tokens[start].traits.contains(.capitalized) { start += 1 }
    return start
  }

  /// Whether one or two letters are initials rather than a title such as `MP`.
  private func isInitials(_ index: Int) -> Bool {
    tokens[index].span.count <= 2
      && !(tokens[index].span.count == 2 && tokens[index].traits.contains(.allCapitals)
        && scene.entry(index).traits.contains(.title))
  }

  /// Whether a word that is a given name and a noun for a person is the name: `Finn` in `said Finn`,
  /// not in `a Finn` and `the young Finn`. Titles stay titles: `Dean`.
  private func isGivenNameRatherThanNoun(_ index: Int) -> Bool {
    let traits = scene.entry(index).traits
    guard traits.contains(.givenName), traits.contains(.roleNoun), !traits.contains(.title),
      tokens[index].traits.contains(.capitalized)
    else { return false }
    var before = index - 1
    while before >= max(0, index - 2), isContinuous(before, before + 1) {
      if !scene.entry(before).traits.isDisjoint(with: [.determiner, .possessive]) { return false }
      before -= 1
    }
    return true
  }

  /// The gender that a noun for a person shows. Where a word is a given name as well, the gender is
  /// that of the name: a Finn may be a woman.
  func genderOfNoun(_ index: Int, _ entry: LexicalEntry) -> Gender {
    let isGivenName =
      entry.traits.contains(.givenName) && tokens[index].traits.contains(.capitalized)
    return isGivenName && !entry.traits.contains(.title) ? .unknown : entry.gender
  }

  /// Classifies a sequence and cuts it into roles and name.
  func nameRecord(_ sequence: Range<Int>) -> MentionRecord? {
    var nameStart = sequence.lowerBound
    var gender = Gender.unknown
    var isOrganization = false
    var lastTitle = -1
    if modifiesName(nameStart) { nameStart += 1 }
    var index = nameStart
    while index < sequence.upperBound {
      let entry = scene.entry(index)
      let length = max(1, Int(scene.lexemes.phraseLengths[index]))
      guard scene.spanOfToken[index] == scene.spanOfToken[sequence.lowerBound] else {
        index += 1
        continue
      }
      let isNamePart =
        index > sequence.lowerBound
        ? tokens[index].traits.contains(.capitalized)
          && (entry.traits.contains(.givenName) || isInitials(index))
        : isGivenNameRatherThanNoun(index) && !scene.entry(index + 1).traits.contains(.givenName)
      if isRole(index), !isNamePart, index + length < sequence.upperBound {
        nameStart = index + length
        lastTitle = index
        let own = genderOfNoun(index, entry)
        if own != .unknown { gender = own }
      }
      index += entry.traits.isDisjoint(with: [.title, .body, .place]) ? 1 : length
    }
    if nameStart < sequence.upperBound, scene.entry(nameStart).traits.contains(.nameJoiner) {
      nameStart = startOfName(afterOffice: nameStart, in: sequence, title: lastTitle)
    } else if lastTitle >= 0, scene.entry(nameStart - 1).traits.contains(.nameJoiner) {
      nameStart = startOfName(afterOffice: nameStart - 1, in: sequence, title: lastTitle)
    }
    while nameStart < sequence.upperBound - 1,
      scene.entry(nameStart).traits.contains(.nationality),
      lastTitle >= 0 || scene.entry(nameStart + 1).traits.contains(.givenName)
    {
      nameStart += 1
    }
    let name = nameStart..<sequence.upperBound
    let first = scene.entry(name.lowerBound)
    let last = scene.entry(name.upperBound - 1)
    var isPlace = false
    if lastTitle < 0 || !first.traits.contains(.givenName) {
      let hasHead = name.contains { index in
        let traits = scene.entry(index).traits
        return traits.contains(.organizationSuffix)
          || (traits.contains(.organizationHead) && (name.count > 1 || lastTitle < 0))
      }
      let isAcronym =
        name.count == 1 && tokens[name.lowerBound].traits.contains(.allCapitals)
        && tokens[name.lowerBound].span.count <= 5 && !first.traits.contains(.givenName)
      isOrganization =
        hasHead || isAcronym
        || (first.traits.contains(.body)
          && Int(scene.lexemes.phraseLengths[name.lowerBound]) >= name.count)
      // "Mr. Hastings" is no town.
      let isAddressed = lastTitle >= 0 && scene.entry(lastTitle).traits.contains(.honorific)
      // "British India" is one as "India" is.
      let place = name.dropLast().drop { scene.entry($0).traits.contains(.nationality) }.lowerBound
      let isPlaceName =
        scene.entry(place).traits.contains(.place)
        && Int(scene.lexemes.phraseLengths[place]) >= name.upperBound - place
      isPlace =
        !isOrganization && !isAddressed && !first.traits.contains(.givenName)
        && (isPlaceName || (name.count > 1 && last.traits.contains(.placeHead)))
    }
    if name.count == 1, lastTitle < 0, !isOrganization, !isPlace {
      if first.traits.contains(.notName) && !first.traits.contains(.givenName) { return nil }
      if isRole(name.lowerBound), !isGivenNameRatherThanNoun(name.lowerBound) { return nil }
    }
    // "Captain Moll" goes by a surname, "Aunt Moll" and "her friend Moll" by a given name, and so may
    // "Miss Moll" and "poor Moll".
    let isTitledSurname =
      lastTitle >= 0 && name.count == 1 && scene.entry(lastTitle).traits.contains(.title)
      && scene.entry(lastTitle).traits.isDisjoint(with: [.kin, .givenNameTitle, .honorific])
    if gender == .unknown, !isOrganization, !isPlace, !isTitledSurname,
      first.traits.contains(.givenName)
    {
      gender = first.gender
    }
    let isOutlet = isOrganization && first.traits.contains(.outlet)
    return MentionRecord(
      tokens: sequence, name: name, kind: isOrganization || isPlace ? .organization : .name,
      gender: gender, isPlural: last.traits.contains(.plural) && isOrganization,
      isPossessive: endsPossessively(sequence.upperBound - 1),
      isTitledSurname: isTitledSurname, isOutlet: isOutlet, isPlace: isPlace,
      startsSentence: isSentenceStart(name.lowerBound))
  }
}
