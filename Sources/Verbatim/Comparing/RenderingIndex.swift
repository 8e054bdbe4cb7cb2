import Prose
import Reports
import Speakers
import Wording

/// All passages of a run, with the people behind their speakers.
struct RenderingIndex: Sendable {
  /// The place of a passage: the article, and its number there.
  struct Place: Sendable {
    var article: Int
    var passage: Int
  }

  let articles: [ComparableArticle]
  let people: [Speaker]
  /// By date, outlet, article and position.
  let places: [Place]
  /// In the same order. The speaker is the index in ``people``.
  let witnesses: [Witness]
  private let comparer: WordingComparer
  private let tokenizer = Tokenizer()

  /// - Parameters:
  ///   - people: What decides who is who.
  ///   - isKept: Whether a passage, by the number of its article and its own, is to be compared; the
  ///     others hold their places only, since what stands beside a passage counts.
  init(
    _ articles: [ComparableArticle], people context: ComparedPeople, comparer: WordingComparer,
    isKept: (Int, Int) -> Bool = { _, _ in true }
  ) {
    self.articles = articles
    self.comparer = comparer
    let (resolved, numbers) = context.resolve(articles)
    let people = resolved.people.map(\.speaker)

    let order = Self.order(of: articles)
    var outlets: [String: Int] = [:]
    var places: [Place] = []
    var witnesses: [Witness] = []
    for (rank, number) in order.enumerated() {
      let article = articles[number]
      let day = PublicationDay.number(of: article.article.date)
      var outlet: Int?
      if let name = article.article.outlet {
        outlet = outlets[name] ?? outlets.count
        outlets[name] = outlet
      }
      for (index, passage) in article.passages.enumerated() {
        places.append(Place(article: number, passage: index))
        let person = article.quotations[passage.quotation].speaker.flatMap {
          resolved.index(ofSpeaker: $0, inArticle: numbers[number])
        }
        witnesses.append(
          Witness(
            words: isKept(number, index) ? passage.words : WordDigest(words: []), article: rank,
            isHeadline: passage.isHeadline, outlet: outlet,
            speaker: person, isSpeakerCertain: person.map { people[$0].isCertain } ?? false,
            day: day))
      }
    }
    self.people = people
    self.places = places
    self.witnesses = witnesses
  }

  func passage(_ number: Int) -> QuotedPassage {
    articles[places[number].article].passages[places[number].passage]
  }

  /// The words of a passage, of a text that holds nothing but its pieces. They take ten times the
  /// memory of all else, and are read when they are needed.
  func words(ofPassage number: Int) -> WordSequence {
    let passage = passage(number)
    return words(ofPieces: Array(passage.pieces), of: passage.quotation, in: places[number].article)
  }

  /// The words of some pieces of a quotation, of a text that holds nothing else.
  func words(ofPieces pieces: [Int], of quotation: Int, in article: Int) -> WordSequence {
    let quotation = articles[article].quotations[quotation]
    return comparer.read(
      Rendering(pieces: pieces.map { quotation.pieces[$0].text }, tokenizer: tokenizer))
  }

  /// Groups with one more for each passage that is in none: one without words is nobody's rendering.
  func completed(
    _ groups: [[Int]], isKept: (Int, Int) -> Bool = { _, _ in true }
  ) -> [[Int]] {
    var isGrouped = [Bool](repeating: false, count: places.count)
    for member in groups.joined() { isGrouped[member] = true }
    return groups
      + places.indices.filter { !isGrouped[$0] && isKept(places[$0].article, places[$0].passage) }
      .map { [$0] }
  }

  /// The numbers of the articles by date, outlet, identifier and path, so that nothing depends on
  /// the order in which they were read. What has no date or outlet comes last.
  private static func order(of articles: [ComparableArticle]) -> [Int] {
    articles.indices.sorted { a, b in
      let (first, second) = (articles[a].article, articles[b].article)
      if first.date != second.date { return isBefore(first.date, second.date) }
      if first.outlet != second.outlet { return isBefore(first.outlet, second.outlet) }
      if first.id != second.id { return first.id < second.id }
      if first.path != second.path { return isBefore(first.path, second.path) }
      return a < b
    }
  }

  private static func isBefore(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return a != nil }
    return a < b
  }
}

extension Speaker {
  /// Whether the name tells the speaker from all others: a surname alone may be that of a namesake,
  /// and a description anybody's.
  var isCertain: Bool {
    switch kind {
    case .person: identifier != nil || name.utf8.contains(UInt8(ascii: " "))
    case .organization: true
    case .unnamed: false
    }
  }
}
