internal import Speakers

/// Tells whether two texts credit the same words to different speakers.
///
/// Somebody unknown conflicts with nobody. A body and a person conflict, even if the person speaks
/// for the body: an editor wants to see that.
struct SpeakerComparison {
  let knownPeople: [KnownPerson]

  /// Whether the speaker of one text cannot be that of the other.
  ///
  /// - Parameters:
  ///   - company: All who speak in the first text: who else there is tells who somebody is.
  ///   - otherCompany: All who speak in the second text.
  func isConflict(
    _ speaker: Speaker?, among company: [Speaker], _ other: Speaker?,
    among otherCompany: [Speaker]
  ) -> Bool {
    guard let speaker, let other else { return false }
    switch (speaker.kind, other.kind) {
    case (.organization, .organization):
      return !isOne(speaker, company, other, otherCompany) && !areBodiesAlike(speaker, other)
    case (.organization, _), (_, .organization):
      // A surname in capitals, as transcripts print it, can look like a body's abbreviation.
      return !arePeopleAlike(speaker, other)
    case (.unnamed, _), (_, .unnamed): return false
    case (.person, .person):
      return !isOne(speaker, company, other, otherCompany) && !arePeopleAlike(speaker, other)
    }
  }

  /// Whether all that is known of both texts makes the two one.
  private func isOne(
    _ speaker: Speaker, _ company: [Speaker], _ other: Speaker, _ otherCompany: [Speaker]
  ) -> Bool {
    var registry = PeopleRegistry(knownPeople: knownPeople)
    let first = registry.add(company + [speaker], article: "a")
    let second = registry.add(otherCompany + [other], article: "b")
    let people = registry.people()
    let index = people.index(ofSpeaker: company.count, inArticle: first)
    return index != nil && index == people.index(ofSpeaker: otherCompany.count, inArticle: second)
  }

  /// Whether a short form of one name may be the other: `Ruiz`, `Mayor Ruiz`, `A. Ruiz`.
  private func arePeopleAlike(_ a: Speaker, _ b: Speaker) -> Bool {
    guard a.gender.agrees(with: b.gender) else { return false }
    for x in [a.name] + a.aliases {
      for y in [b.name] + b.aliases {
        if arePeopleAlike(NameFolding.words(ofPerson: x), NameFolding.words(ofPerson: y)) {
          return true
        }
      }
    }
    return false
  }

  private func arePeopleAlike(_ a: [String], _ b: [String]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard let surname = short.last, let other = long.last else { return true }
    if short.count == 1 { return long.contains(surname) || areSpelledAlike(surname, other) }
    return areSpelledAlike(surname, other)
      && (areGivenNamesAlike(short[0], long[0]) || areSpelledAlike(short[0], long[0]))
  }

  /// Whether two words may be romanizations of one.
  private func areSpelledAlike(_ a: String, _ b: String) -> Bool {
    a == b || NameFolding.romanized(a) == NameFolding.romanized(b)
      || NameFolding.sounded(a) == NameFolding.sounded(b)
  }

  private func areGivenNamesAlike(_ a: String, _ b: String) -> Bool {
    if a == b || a.count == 1 && b.hasPrefix(a) || b.count == 1 && a.hasPrefix(b) { return true }
    return !Set(NameFolding.givenNames(a)).isDisjoint(with: NameFolding.givenNames(b))
  }

  private func areBodiesAlike(_ a: Speaker, _ b: Speaker) -> Bool {
    // “the agency” may be any.
    if isDescription(a) || isDescription(b) { return true }
    for (x, xName) in zip(names(a), [a.name] + a.aliases) {
      for (y, yName) in zip(names(b), [b.name] + b.aliases) {
        if Set(x).isSubset(of: y) || Set(y).isSubset(of: x) { return true }
        let initials = NameFolding.initials(ofBody: xName)
        if !initials.isEmpty, initials == NameFolding.initials(ofBody: yName) { return true }
      }
    }
    return false
  }

  private func isDescription(_ speaker: Speaker) -> Bool {
    !speaker.name.unicodeScalars.contains { $0.properties.isUppercase }
  }

  /// The folded words of each form of the name, an article before it left out.
  private func names(_ speaker: Speaker) -> [[String]] {
    ([speaker.name] + speaker.aliases).map { name in
      let words = NameFolding.key(name).split(separator: " ").map(String.init)
      return words.first == "the" ? Array(words.dropFirst()) : words
    }
  }
}
