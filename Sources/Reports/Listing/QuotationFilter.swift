public import Quotations
public import Speakers

/// Which quotations a list shows.
public struct QuotationFilter: Hashable, Sendable {
  /// Only what this person may have said; who it is, a ``ListReport`` decides when it has all
  /// articles.
  public var person: PersonQuery?
  /// What is known better of who is who: whoever it speaks of may be the person.
  public var corrections = PeopleCorrections()
  /// Only quotations of at least so many words.
  public var minimumWords: Int
  /// Also what is not speech, quotations inside quotations, and a transcript's turns; implies
  /// ``includesUnattributed``.
  public var includesAll: Bool
  /// Also what nobody is known to have said: a gap in data, but of little use in a list of people.
  public var includesUnattributed: Bool

  public init(
    person: PersonQuery? = nil, minimumWords: Int = 0, includesAll: Bool = false,
    includesUnattributed: Bool = false
  ) {
    self.person = person
    self.minimumWords = minimumWords
    self.includesAll = includesAll
    self.includesUnattributed = includesAll || includesUnattributed
  }

  /// Why a quotation is not listed.
  public enum Omission: String, Hashable, Sendable, CaseIterable {
    case notSpeech, nested, turn, unattributed, otherPerson, tooShort
  }

  /// Why a quotation is not listed; nil when it is.
  public func omission(
    of quotation: Quotation, by speaker: Speaker?, wordCount: Int
  ) -> Omission? {
    if !includesAll {
      if quotation.parent != nil { return .nested }
      if quotation.speech != .speech { return .notSpeech }
      if quotation.kind == .turn { return .turn }
    }
    if let person {
      guard let speaker, person.mayMean(speaker) || corrections.concern(speaker) else {
        return .otherPerson
      }
    } else if speaker == nil, !includesUnattributed {
      return .unattributed
    }
    return wordCount < minimumWords ? .tooShort : nil
  }
}
