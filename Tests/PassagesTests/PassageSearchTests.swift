import Prose
import TestSupport
import Testing

@testable import Passages

@Suite struct PassageSearchTests {
  /// Searches documents and gives the text of each place found, with its document's index.
  private func check(
    _ quotation: String, in texts: [String], _ expected: [(document: Int, text: String)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let opened = try segments(texts, each: 2).map { try PassageSegment($0) }
    let result = try PassageSearcher(segments: opened).search(sequence(quotation))
    #expect(
      result.places.map { Int($0.document / 10) - 1 } == expected.map(\.document),
      sourceLocation: sourceLocation)
    for (place, expected) in zip(result.places, expected) {
      let bytes = Array(texts[expected.document].utf8)[place.bytes.range]
      #expect(
        String(decoding: bytes, as: UTF8.self).contains(expected.text),
        sourceLocation: sourceLocation)
      #expect(
        place.words.count == PlainSearch.words(of: expected.text).count,
        sourceLocation: sourceLocation)
    }
  }

  /// Words that tell nothing of what is looked for.
  private func filler(_ count: Int, seed: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    let words = ["wagon", "copper", "lantern", "meadow", "ribbon", "the", "of", "and"]
    return (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
      .joined(separator: " ")
  }

  private func padded(_ text: String, seed: Int) -> String {
    "\(filler(300, seed: seed)). \(text) \(filler(300, seed: seed + 1))."
  }

  @Test func wordForWord() throws {
    let said = "We will sign the treaty at the harbour tomorrow"
    try check(
      "“We will sign the treaty at the harbour tomorrow,”",
      in: [filler(500, seed: 1), padded(said, seed: 2)], [(1, said)])
  }

  @Test func otherPrintOfTheSameWords() throws {
    let said = "We don’t know the COLOUR of twenty cafés"
    try check(
      "we do not know the color of 20 cafes", in: [filler(500, seed: 1), padded(said, seed: 2)],
      [(1, said)])
  }

  @Test func editedWords() throws {
    let said = "Harvest festivals bring strangers together before winter closes the mountain roads"
    try check(
      "Harvest festivals always bring neighbours together before the winter closes mountain roads",
      in: [padded(said, seed: 3), filler(500, seed: 4)], [(0, said)])
  }

  @Test func twoPlacesAreBothFound() throws {
    let said = "Harvest festivals bring strangers together"
    try check(
      said, in: [padded(said, seed: 5), filler(500, seed: 6), padded(said, seed: 7)],
      [(0, said), (2, said)])
  }

  @Test func twoPlacesOfOneDocument() throws {
    let said = "Harvest festivals bring strangers together"
    try check(
      said, in: [padded(said, seed: 5) + " " + padded(said, seed: 7)], [(0, said), (0, said)])
  }

  @Test func commonWordsOnly() throws {
    let said = "it is what it was not"
    try check(
      said, in: [padded("it was what it is", seed: 8), padded(said, seed: 9)],
      [
        (1, said), (0, "was what it"),
      ].prefix(1).map { $0 })
  }

  @Test func acrossParagraphs() throws {
    let said = "strangers came together.\n\nWinter closes the mountain"
    try check(
      "strangers came together. Winter closes the mountain",
      in: [filler(500, seed: 1), padded(said, seed: 10)], [(1, said)])
  }

  @Test func anEllipsisOverManyWords() throws {
    let said =
      "Harvest festivals bring strangers \(filler(260, seed: 11)) before winter closes roads"
    try check(
      "Harvest festivals bring strangers … before winter closes roads",
      in: [padded("Harvest festivals were cancelled", seed: 14), padded(said, seed: 12)],
      [(1, said)])
    // Without it the parts are places of their own.
    try check(
      "Harvest festivals bring strangers before winter closes roads",
      in: [filler(500, seed: 1), padded(said, seed: 12)],
      [(1, "Harvest festivals bring strangers"), (1, "before winter closes roads")])
  }

  @Test func bracketsAndMasks() throws {
    let said = "The strangers came to the damn festival together"
    try check(
      "[T]he strangers came to the d*** festival together",
      in: [filler(500, seed: 1), padded(said, seed: 13)], [(1, said)])
  }

  @Test func nothingToFind() throws {
    try check("Harvest festivals bring strangers", in: [filler(500, seed: 1)], [])
    try check("", in: [filler(500, seed: 1)], [])
    try check("the", in: [filler(500, seed: 1)], [])
    try check("“…” —", in: ["", "…"], [])
    let result = try PassageSearcher(segments: []).search(sequence("Harvest festivals"))
    #expect(result.places.isEmpty)
  }

  @Test func deletedDocuments() throws {
    let said = "Harvest festivals bring strangers together"
    let opened = try segments([said, said, said], each: 2).map { try PassageSegment($0) }
    let searcher = PassageSearcher(segments: opened, deleted: [10, 30])
    #expect(try searcher.search(sequence(said)).places.map(\.document) == [20])
  }

  @Test func longQuotations() throws {
    let letters = Array("bcdfghjklm")
    let said = (0..<700).map {
      "\(letters[$0 / 100])u\(letters[$0 / 10 % 10])o\(letters[$0 % 10])ek"
    }
    .joined(separator: " ")
    let opened = try segments([filler(500, seed: 21), said], each: 1).map { try PassageSegment($0) }
    let place = try #require(
      PassageSearcher(segments: opened).search(sequence(said)).places.first)
    #expect(place.document == 20)
    #expect(place.words == 0..<PassageQuery.mostWords)
    #expect(place.coverage == 1)
  }

  /// What is said again and again counts a few times.
  @Test func repeatedWords() throws {
    let said = Array(repeating: "never", count: 100).joined(separator: " ")
    let opened = try segments([filler(500, seed: 21), said], each: 1).map { try PassageSegment($0) }
    let place = try #require(
      PassageSearcher(segments: opened).search(sequence(said)).places.first)
    #expect(place.document == 20)
    #expect(place.words.count == PassageQuery.mostRepeats)
  }
}
