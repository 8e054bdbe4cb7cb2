internal import Speakers

/// Joins the speakers of the articles of one run into people; see ``PeopleRegistry``.
struct PeopleOfRun {
  private var registry: CorrectedPeopleRegistry
  private var places: [Key: Place] = [:]

  init(corrections: PeopleCorrections) {
    registry = CorrectedPeopleRegistry(corrections: corrections)
  }

  fileprivate struct Key: Hashable {
    var article: ArticleReference
    var speaker: Speaker
  }

  fileprivate struct Place {
    var article: Int
    var speaker: Int
  }

  /// Adds the speakers of an article.
  mutating func add(_ listing: ArticleListing) {
    let article = registry.add(
      listing.speakers,
      article: [listing.article.id, listing.article.path ?? ""].joined(separator: "\0"),
      outlet: listing.article.outlet)
    let quoted = Set(listing.quotations.compactMap(\.speaker))
    for (index, speaker) in listing.speakers.enumerated() where quoted.contains(speaker) {
      let key = Key(article: listing.article, speaker: speaker)
      if places[key] == nil { places[key] = Place(article: article, speaker: index) }
    }
  }

  /// Decides who is who.
  func resolved() -> Resolved { Resolved(people: registry.people(), places: places) }

  /// The people of the run.
  struct Resolved {
    fileprivate let resolution: ResolvedPeople
    private let places: [Key: Place]

    fileprivate init(people: ResolvedPeople, places: [Key: Place]) {
      resolution = people
      self.places = places
    }

    var people: [Speaker] { resolution.people.map(\.speaker) }

    /// The index of the person who said a quotation; nil when nobody is known to have.
    func index(of quotation: ListedQuotation) -> Int? {
      guard let speaker = quotation.speaker,
        let place = places[Key(article: quotation.article, speaker: speaker)]
      else { return nil }
      return resolution.index(ofSpeaker: place.speaker, inArticle: place.article)
    }
  }
}
