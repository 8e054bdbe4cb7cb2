internal import Passages
internal import Prose
internal import Store
internal import Wording

extension RenderingNeighbourhood {
  /// Adds a new article, all of whose passages are to be grouped.
  mutating func add(_ number: Number, _ article: ComparableArticle) {
    memory.articles[number] = article
    gathered[number] = Set(article.passages.indices)
    added.insert(number)
  }

  /// Adds the groups that an article is taken from, with what their renderings may belong with now.
  ///
  /// - Parameter renderings: What the article, which is there no more, had in groups.
  mutating func remove(
    _ article: ComparableArticle, _ renderings: [StoredRendering]
  ) throws(StoreFailure) {
    for rendering in renderings where article.passages.indices.contains(rendering.passage) {
      try addGroup(rendering.group)
      let words = article.passages[rendering.passage].words
      let isLast = forgotten[rendering.group, default: []].insert(words).inserted
      if isLast, try !hasWording(words, inGroup: rendering.group) {
        grouping?.corpus.remove(words)
      }
    }
  }

  /// Whether a rendering of a group has the very words.
  private mutating func hasWording(
    _ words: WordDigest, inGroup group: Int64
  ) throws(StoreFailure) -> Bool {
    for rendering in try source.renderings(inGroup: group) {
      guard let article = try article(rendering.article) else { continue }
      if article.passages.indices.contains(rendering.passage),
        article.passages[rendering.passage].words == words
      {
        return true
      }
    }
    return false
  }

  /// Adds the renderings of a group.
  mutating func addGroup(_ group: Int64) throws(StoreFailure) {
    guard groups.insert(group).inserted else { return }
    let renderings = try source.renderings(inGroup: group)
    sizes[group] = renderings.count
    for rendering in renderings
    where !excluded.contains(rendering.article) && !added.contains(rendering.article) {
      guard try article(rendering.article) != nil else { continue }
      gathered[rendering.article, default: []].insert(rendering.passage)
    }
  }

  /// Adds what the passages of a new article may belong with.
  mutating func addCompanions(of number: Number) throws(StoreFailure) {
    guard let article = memory.articles[number] else { return }
    for passage in article.passages.indices {
      for place in try places(of: passage, article) where !added.contains(place.document) {
        try addPassages(at: place)
      }
    }
  }

  /// Adds what the renderings may belong with that lost a companion: it may have kept them from others.
  mutating func addCompanionsOfBereaved() throws(StoreFailure) {
    for group in forgotten.keys.sorted() {
      var wordings: Set<WordDigest> = []
      for rendering in try source.renderings(inGroup: group) {
        let (number, passage) = (rendering.article, rendering.passage)
        guard !added.contains(number), let article = try article(number),
          article.passages.indices.contains(passage),
          // Equal words lead to the same places.
          wordings.insert(article.passages[passage].words).inserted
        else { continue }
        if wordings.count > Self.mostBereaved { break }
        let known = memory.places[number]?[passage]
        let places = if let known { known } else { try places(of: passage, article) }
        memory.places[number, default: [:]][passage] = places
        let own = article.span(ofPassage: passage)
        for place in places
        where !added.contains(place.document)
          && !(place.document == number && place.bytes.overlaps(own))
        {
          try addPassages(at: place)
        }
      }
    }
  }

  /// Adds the groups of what stands beside the renderings gathered so far: two that stand beside what
  /// belongs together may do so for that reason, and part when it does.
  mutating func addBeside() throws(StoreFailure) {
    guard grouping != nil else { return }
    for (number, passages) in gathered.sorted(by: { $0.key < $1.key })
    where !added.contains(number) {
      let renderings = try source.renderings(of: number)
      for index in renderings.indices where passages.contains(renderings[index].passage) {
        if sizes[renderings[index].group, default: 0] > Self.mostBeside { continue }
        for near in renderings[max(0, index - 1)..<min(renderings.count, index + 2)] {
          try addGroup(near.group)
        }
      }
    }
  }

  /// The places of the store that have words of a passage.
  private func places(
    of passage: Int, _ article: ComparableArticle
  ) throws(StoreFailure) -> [PassagePlace] {
    let passage = article.passages[passage]
    let pieces = article.quotations[passage.quotation].pieces[passage.pieces].map(\.text)
    var places: [PassagePlace] = []
    for part in parts(of: comparer.read(Rendering(pieces: pieces))) {
      places += try passages.search(part, options: Self.searching).places
    }
    return places
  }

  /// Adds the passages at a place, and those beside them: what is translated or retold is recognised
  /// by what stands beside it.
  private mutating func addPassages(at place: PassagePlace) throws(StoreFailure) {
    let number = place.document
    guard !excluded.contains(number) else { return }
    if grouping != nil {
      let renderings = try source.renderings(of: number)
      for index in renderings.indices where renderings[index].span.overlaps(place.bytes) {
        for near in renderings[max(0, index - 1)..<min(renderings.count, index + 2)] {
          try addGroup(near.group)
        }
      }
    } else if let article = try article(number) {
      for index in article.passages.indices
      where article.span(ofPassage: index).overlaps(place.bytes) {
        gathered[number, default: []].formUnion(
          max(0, index - 1)..<min(article.passages.count, index + 2))
      }
    }
  }

  private mutating func article(_ number: Number) throws(StoreFailure) -> ComparableArticle? {
    if let article = memory.articles[number] { return article }
    guard let stored = try source.article(number) else { return nil }
    let article = ComparableArticle(stored.attributed, comparer: comparer)
    memory.articles[number] = article
    return article
  }

  /// A passage in stretches of so few words that a part of it which stands elsewhere is found.
  private func parts(of words: WordSequence) -> [WordSequence] {
    let count = words.words.count
    guard count > Self.mostWords else { return count > 0 ? [words] : [] }
    let partCount = (count + Self.mostWords - 1) / Self.mostWords
    return (0..<partCount).map { part in
      let range = part * count / partCount..<(part + 1) * count / partCount
      return comparer.read(Rendering(text: words.text, pieces: [words.span(of: range)]))
    }
  }

  /// What shares less can hardly be a rendering of a stretch of forty words, and among all renderings,
  /// too, each is compared with the likeliest only.
  private static var searching: PassageSearcher.Options {
    PassageSearcher.Options(limit: 24, minimumCoverage: 0.12, minimumShareOfBest: 0.12)
  }

  private static var mostWords: Int { 40 }

  /// Of so many wordings of a group that lost one it is asked what they may belong with.
  private static var mostBereaved: Int { 32 }

  /// What stands beside the renderings of a greater group says nothing of it.
  private static var mostBeside: Int { 64 }
}
