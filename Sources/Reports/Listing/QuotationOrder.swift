internal import Speakers

/// Sorts and groups quotations. Every sort is stable: what is equal stays in the order of the input.
enum QuotationOrder {
  static func sorted(
    _ quotations: [ListedQuotation], by order: ListOptions.Order
  ) -> [ListedQuotation] {
    switch order {
    case .position, .count:
      quotations
    case .person:
      sorted(quotations, byName: { $0.speaker?.name })
    case .outlet:
      sorted(quotations, byName: { $0.article.outlet })
    case .date:
      quotations.stablySorted { a, b in isBefore(a.article.date, b.article.date) }
    case .length:
      quotations.stablySorted { $0.wordCount > $1.wordCount }
    case .confidence:
      quotations.stablySorted { $0.confidence < $1.confidence }
    }
  }

  /// Groups quotations, keeping their order inside the groups.
  static func groups(
    of quotations: [ListedQuotation], by grouping: ListOptions.Grouping,
    order: ListOptions.Order, people: PeopleOfRun.Resolved
  ) -> [QuotationGroup] {
    let groups: [QuotationGroup] =
      switch grouping {
      case .person: groupsByPerson(quotations, people)
      case .outlet:
        sorted(
          collect(quotations, by: \.article.outlet) { .outlet($0.article.outlet) },
          byName: { $0.quotations[0].article.outlet })
      case .article:
        collect(quotations, by: \.article) { .article($0.article) }
      }
    guard order == .count else { return groups }
    return groups.stablySorted { $0.quotations.count > $1.quotations.count }
  }

  /// People and bodies by name, then those whom the text does not name, then what nobody is known
  /// to have said, then what is not speech.
  private static func groupsByPerson(
    _ quotations: [ListedQuotation], _ resolved: PeopleOfRun.Resolved
  ) -> [QuotationGroup] {
    enum Key: Hashable {
      case person(Int)
      case unknown, notSpeech
    }
    let keys = quotations.map { quotation -> Key in
      if let person = resolved.index(of: quotation) { return .person(person) }
      return quotation.isSpeech ? .unknown : .notSpeech
    }
    var members: [Key: [ListedQuotation]] = [:]
    for (key, quotation) in zip(keys, quotations) { members[key, default: []].append(quotation) }

    let people = resolved.people.enumerated().compactMap { index, person in
      members[.person(index)].map { QuotationGroup(heading: .person(person), quotations: $0) }
    }
    let name = { (group: QuotationGroup) -> String? in
      if case .person(let speaker) = group.heading { speaker.name } else { nil }
    }
    let isUnnamed = { (group: QuotationGroup) in
      if case .person(let speaker) = group.heading { speaker.kind == .unnamed } else { false }
    }
    var groups = sorted(people.filter { !isUnnamed($0) }, byName: name)
    groups += sorted(people.filter(isUnnamed), byName: name)
    if let unknown = members[.unknown] {
      groups.append(QuotationGroup(heading: .unknownSpeaker, quotations: unknown))
    }
    if let notSpeech = members[.notSpeech] {
      groups.append(QuotationGroup(heading: .notSpeech, quotations: notSpeech))
    }
    return groups
  }

  private static func collect<Key: Hashable>(
    _ quotations: [ListedQuotation], by key: (ListedQuotation) -> Key,
    heading: (ListedQuotation) -> QuotationGroup.Heading
  ) -> [QuotationGroup] {
    var indices: [Key: Int] = [:]
    var groups: [QuotationGroup] = []
    for quotation in quotations {
      let key = key(quotation)
      if let index = indices[key] {
        groups[index].quotations.append(quotation)
      } else {
        indices[key] = groups.count
        groups.append(QuotationGroup(heading: heading(quotation), quotations: [quotation]))
      }
    }
    return groups
  }

  /// Sorts by names; what has none comes last.
  private static func sorted<Element>(
    _ elements: [Element], byName name: (Element) -> String?
  ) -> [Element] {
    var keys: [String: [UInt8]] = [:]
    let keyed = elements.map { element -> (key: [UInt8]?, element: Element) in
      guard let name = name(element) else { return (nil, element) }
      if keys[name] == nil { keys[name] = NameForms.sortKey(name) }
      return (keys[name], element)
    }
    return keyed.stablySorted { a, b in
      guard let first = a.key, let second = b.key else { return a.key != nil && b.key == nil }
      return first.lexicographicallyPrecedes(second)
    }.map(\.element)
  }

  private static func isBefore(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return a != nil && b == nil }
    return a < b
  }
}

extension Array {
  /// Sorts so that elements of which neither precedes the other stay in order, which the standard
  /// library does today but does not promise.
  func stablySorted(by precedes: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { a, b in
      if precedes(a.element, b.element) { return true }
      if precedes(b.element, a.element) { return false }
      return a.offset < b.offset
    }.map(\.element)
  }
}
