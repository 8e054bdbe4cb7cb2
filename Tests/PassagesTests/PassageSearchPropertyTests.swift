import TestSupport
import Testing

@testable import Passages

/// The search against the model worked out plainly.
@Suite struct PassageSearchPropertyTests {
  private func check(
    _ texts: [String], _ quotations: [String], each: Int, deleted: Set<Int64>, limit: Int
  ) throws {
    let opened = try segments(texts, each: each).map { try PassageSegment($0) }
    let searcher = PassageSearcher(segments: opened, deleted: deleted)
    let documents = texts.enumerated().map {
      (id: Int64(10 * ($0.offset + 1)), words: PlainSearch.words(of: $0.element))
    }.filter { !deleted.contains($0.id) }
    let options = PassageSearcher.Options(limit: limit)
    for quotation in quotations {
      let words = sequence(quotation)
      let plain = PlainSearch(query: try PassageQuery(words, opened), documents: documents)
      let result = try searcher.search(words, options: options)
      let found = result.places.map {
        PlainSearch.Place(document: $0.document, words: $0.words, evidence: $0.evidence)
      }
      #expect(found == plain.places(options), "\(quotation)")
      #expect(result.isExact)
    }
  }

  @Test(arguments: 0..<60) func smallCorpora(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let corpus = RandomCorpus(
      documents: Int.random(in: 1...12, using: &generator), words: 0..<120,
      vocabulary: [3, 8, 14, 28][seed % 4], using: &generator)
    let quotations = (0..<6).map { _ in corpus.quotation(using: &generator) }
    try check(
      corpus.texts, quotations, each: 1 + seed % 5, deleted: seed % 3 == 0 ? [20, 50] : [],
      limit: 1 + seed % 4)
  }

  /// Lists of several blocks.
  @Test(arguments: 0..<8) func longLists(seed: Int) throws {
    var generator = SeededGenerator(seed: 1000 + seed)
    let corpus = RandomCorpus(
      documents: 3, words: 900..<1100, vocabulary: [10, 28][seed % 2], using: &generator)
    let quotations = (0..<2).map { _ in corpus.quotation(using: &generator) }
    try check(corpus.texts, quotations, each: 2, deleted: [], limit: 1 + seed % 3)
  }
}
