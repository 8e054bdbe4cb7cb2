import Prose
import TestSupport
import Testing
import Wording

@testable import Passages

@Suite struct PassageSegmentTests {
  private func random(_ seed: Int) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return RandomCorpus(
      documents: 14, words: 0..<400, vocabulary: [4, 28][seed % 2], using: &generator
    ).texts
  }

  @Test(arguments: 0..<6) func placesOfWords(seed: Int) throws {
    let texts = random(seed)
    let segment = try PassageSegment(segments(texts, each: 100)[0])
    let words = texts.flatMap { PlainSearch.words(of: $0) }
    #expect(segment.wordCount == words.count)
    #expect(segment.documentCount == texts.count)
    #expect(segment.documents == 10...140)
    for key in Set(words) {
      let expected = words.indices.filter { words[$0] == key }.map { UInt32($0) }
      let list = try #require(try segment.list(of: key))
      var positions: [UInt32] = []
      try segment.append(list, to: &positions)
      #expect(positions == expected)
      for start in stride(from: 0, to: words.count, by: 97) {
        let range = UInt32(start)..<UInt32(start + 60)
        positions = []
        try segment.append(list, near: range, to: &positions)
        #expect(positions.filter { range.contains($0) } == expected.filter { range.contains($0) })
      }
    }
    #expect(try segment.list(of: 1) == nil)
  }

  @Test(arguments: 0..<4) func placesInTheText(seed: Int) throws {
    let texts = random(seed)
    let segment = try PassageSegment(segments(texts, each: 100)[0])
    for (index, text) in texts.enumerated() {
      let document = try segment.document(at: index)
      #expect(document.id == Int64(10 * (index + 1)))
      let words = PlainSearch.words(of: text)
      #expect(document.words.count == words.count)
      for start in stride(from: 0, to: words.count, by: 31) {
        let end = min(words.count, start + 9)
        let span = try segment.bytes(of: start..<end, in: document)
        let inside = String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
        let found = PlainSearch.words(of: inside)
        #expect(found.count <= end - start + 3 * PassageSegment.wordsPerSample)
        let before = PlainSearch.words(
          of: String(decoding: Array(text.utf8)[..<span.start], as: UTF8.self)
        ).count
        #expect(before <= start && before + found.count >= end)
        #expect(Array(words[before..<before + found.count]) == found)
      }
    }
  }

  @Test func emptySegments() throws {
    for texts in [[], [""], ["", "…", ""], ["", "word", ""]] {
      let bytes = try merged(segments(texts, each: 1))
      let segment = try PassageSegment(bytes)
      #expect(segment.documentCount == texts.count)
      #expect(
        try PassageSearcher(segments: [segment]).search(sequence("word")).places.count
          == (texts.contains("word") ? 1 : 0))
    }
  }

  @Test func documentsInOrder() throws {
    var builder = PassageSegmentBuilder()
    try builder.add(document: 5, text: [])
    #expect(throws: PassageError.documentsOutOfOrder(5)) {
      try builder.add(document: 5, text: [])
    }
    _ = builder.finish()
    #expect(throws: PassageError.documentsOutOfOrder(4)) {
      try builder.add(document: 4, text: [])
    }
    let bytes = try segments(["a", "b"], each: 1)
    #expect(throws: PassageError.documentsOutOfOrder(10)) { try merged([bytes[1], bytes[0]]) }
  }

  @Test(arguments: 0..<8) func mergedIsRebuilt(seed: Int) throws {
    let texts = random(seed)
    let deleted: Set<Int64> = seed % 2 == 0 ? [] : [10, 40, 50, 140]
    var builder = PassageSegmentBuilder()
    for (index, text) in texts.enumerated() where !deleted.contains(Int64(10 * (index + 1))) {
      try builder.add(document: Int64(10 * (index + 1)), text: Array(text.utf8))
    }
    let rebuilt = builder.finish()
    #expect(try merged(segments(texts, each: 1 + seed), deleted: deleted) == rebuilt)
    // In two steps.
    let parts = try segments(texts, each: 3)
    let first = try merged(Array(parts[..<2]), deleted: deleted)
    #expect(try merged([first] + parts[2...], deleted: deleted) == rebuilt)
  }

  @Test func damagedSegments() throws {
    let texts = random(1)
    let bytes = try segments(texts, each: 100)[0]
    var generator = SeededGenerator(seed: 7)
    let quotations = ["the lantern of copper", texts[3], "it is the meadow"].map { sequence($0) }
    func answers(_ bytes: [UInt8]) throws -> [PassageResult] {
      let searcher = PassageSearcher(segments: [try PassageSegment(bytes)])
      let found = try quotations.map { try searcher.search($0) }
      _ = try merged([bytes])
      return found
    }
    let expected = try answers(bytes)
    var damaged = 0
    for variant in 0..<2000 {
      var copy = bytes
      switch variant % 4 {
      case 0: copy.removeLast(Int.random(in: 1...copy.count, using: &generator))
      case 1: copy.removeFirst(Int.random(in: 1...copy.count, using: &generator))
      default:
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let place = Int.random(in: 0..<copy.count, using: &generator)
          copy[place] ^= UInt8.random(in: 1...255, using: &generator)
        }
      }
      do {
        #expect(try answers(copy) == expected)
      } catch is PassageError {
        damaged += 1
      }
    }
    #expect(damaged > 1500)
  }

  /// Pages whose checksums are right and whose contents are not: nothing is trusted beyond them.
  @Test func forgedSegments() throws {
    let bytes = try segments(random(1), each: 100)[0]
    let segment = try PassageSegment(bytes)
    let layout = segment.layout
    var generator = SeededGenerator(seed: 8)
    let quotations = ["the lantern of copper", "it is the meadow"].map { sequence($0) }
    for _ in 0..<500 {
      var copy = Array(bytes[..<layout.directoryEnd])
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        copy[Int.random(in: SegmentLayout.headerSize..<copy.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      var table: [UInt8] = []
      for page in 0..<layout.pageCount {
        let start = page * PageChecksum.pageSize
        let page = copy[start..<min(start + PageChecksum.pageSize, copy.count)]
        table.append(UInt64(page.withUnsafeBytes { PageChecksum.of($0) }), bytes: 4)
      }
      copy += table
      copy += layout.footer(tableChecksum: table.withUnsafeBytes { PageChecksum.of($0) })
      do {
        let searcher = PassageSearcher(segments: [try PassageSegment(copy)])
        for quotation in quotations { _ = try searcher.search(quotation) }
        _ = try merged([copy])
      } catch is PassageError {}
    }
  }

  @Test func unknownVersions() throws {
    var bytes = try segments(["word"], each: 1)[0]
    bytes[8] = 9
    #expect(throws: PassageError.unknownVersion(9)) { try PassageSegment(bytes) }
  }
}
