import Reports
import Speakers

/// What decides who is who among the speakers of a comparison.
struct ComparedPeople: Sendable {
  /// The speakers of an article that is not compared, who tell who the others are.
  struct Bystanders: Sendable {
    var id: String
    var path: String?
    var outlet: String?
    var speakers: [Speaker]
  }

  /// The user's own list of people.
  var knownPeople: [KnownPerson] = []
  /// What users have said about who is who.
  var corrections = PeopleCorrections()
  var bystanders: [Bystanders] = []

  /// The people, and the number of each article among theirs.
  func resolve(_ articles: [ComparableArticle]) -> (people: ResolvedPeople, articles: [Int]) {
    var registry = CorrectedPeopleRegistry(corrections: corrections, knownPeople: knownPeople)
    var numbers: [Int] = []
    for article in articles {
      let reference = article.article
      numbers.append(
        registry.add(
          article.speakers, article: Self.key(reference.id, reference.path),
          outlet: reference.outlet))
    }
    for other in bystanders {
      _ = registry.add(
        other.speakers, article: Self.key(other.id, other.path), outlet: other.outlet)
    }
    return (registry.people(), numbers)
  }

  private static func key(_ id: String, _ path: String?) -> String {
    [id, path ?? ""].joined(separator: "\0")
  }
}
