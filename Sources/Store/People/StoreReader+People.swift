internal import GRDB
public import Speakers

extension StoreReader {
  /// What users have said about who is who, in the order in which they did.
  public func corrections() throws(StoreFailure) -> PeopleCorrections {
    try connection.access { try CorrectionTable.corrections($0) }
  }

  /// The speakers of an article, named or not.
  public struct ArticleSpeakers: Sendable {
    /// The article's number.
    public var article: Int64
    /// The article's `id`.
    public var id: String
    public var path: String?
    public var outlet: String?
    public var speakers: [Speaker]
  }

  /// Calls `body` with the speakers of each article that has any.
  public func forEachArticleSpeakers(
    _ body: (ArticleSpeakers) -> Void
  ) throws(StoreFailure) {
    try connection.access { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT speaker.name, kind, gender, identifier, names, article.id, article.name, path, outlet
          FROM article JOIN speaker ON speaker.article = article.id
          JOIN source ON source.id = article.source
          ORDER BY article.id, number
          """)
      var last: ArticleSpeakers?
      while let row = try rows.next() {
        let number: Int64 = try row.value(5)
        if last?.article != number {
          if let last { body(last) }
          last = try ArticleSpeakers(
            article: number, id: row.value(6), path: row.value(7), outlet: row.value(8),
            speakers: [])
        }
        last?.speakers.append(try ArticleRows.speaker(row))
      }
      if let last { body(last) }
    }
  }

  /// The people and bodies that speak in the store's articles, by name; those whom the text does not
  /// name are none of them.
  ///
  /// - Parameter corrections: What is known better of who is who.
  /// - Complexity: O(*n* log *n*) in the speakers of all articles.
  public func people(
    _ corrections: PeopleCorrections
  ) throws(StoreFailure) -> [StoredPerson] {
    try connection.access { db in
      var registry = CorrectedPeopleRegistry(corrections: corrections)
      var tally = PeopleTally()
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT speaker.name, kind, gender, identifier, names, quotation_count, article.id, outlet,
            date, day
          FROM article JOIN speaker ON speaker.article = article.id
          WHERE kind <> 'unnamed' ORDER BY article.id, number
          """)
      var article: PeopleTally.Article?
      var speakers: [Speaker] = []
      func finishArticle() {
        guard var ended = article else { return }
        ended.number = registry.add(
          speakers, article: String(ended.number), outlet: ended.outlet)
        tally.articles.append(ended)
        speakers = []
      }
      while let row = try rows.next() {
        let number: Int = try row.value(6)
        if number != article?.rowNumber {
          finishArticle()
          article = try PeopleTally.Article(
            number: number, rowNumber: number, outlet: row.value(7), date: row.value(8),
            day: row.value(9))
        }
        let speaker = try ArticleRows.speaker(row)
        article?.speakers.append((speaker.name, try row.value(5)))
        speakers.append(speaker)
      }
      finishArticle()
      return tally.people(registry.people())
    }
  }
}

/// Sums up articles by person.
private struct PeopleTally {
  struct Article {
    /// The number that the registry gave.
    var number: Int
    var rowNumber: Int
    var outlet: String?
    var date: String?
    var day: Int?
    var speakers: [(name: String, quotations: Int)] = []
  }

  var articles: [Article] = []

  func people(_ resolved: ResolvedPeople) -> [StoredPerson] {
    var people = resolved.people.map { StoredPerson($0) }
    var names = [[String: Int]](repeating: [:], count: people.count)
    var outlets = names
    var days = [ClosedRange<Int>?](repeating: nil, count: people.count)
    for article in articles {
      var present: Set<Int> = []
      for (index, speaker) in article.speakers.enumerated() {
        guard let person = resolved.index(ofSpeaker: index, inArticle: article.number) else {
          continue
        }
        people[person].quotationCount += speaker.quotations
        names[person][speaker.name, default: 0] += 1
        guard present.insert(person).inserted else { continue }
        if let outlet = article.outlet { outlets[person][outlet, default: 0] += 1 }
        guard let day = article.day else { continue }
        if days[person].map({ day < $0.lowerBound }) ?? true {
          people[person].firstDate = article.date
        }
        if days[person].map({ day > $0.upperBound }) ?? true {
          people[person].lastDate = article.date
        }
        let known = days[person] ?? day...day
        days[person] = min(known.lowerBound, day)...max(known.upperBound, day)
      }
    }
    for index in people.indices {
      people[index].names = Self.sorted(names[index]).map(\.key)
      people[index].outlets = Self.sorted(outlets[index]).map {
        StoredPerson.Outlet(name: $0.key, articleCount: $0.value)
      }
    }
    // Whom only a correction or a list names does not speak.
    return people.filter { !$0.names.isEmpty }
  }

  /// The most frequent first, then by name.
  private static func sorted(_ counts: [String: Int]) -> [(key: String, value: Int)] {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
  }
}
