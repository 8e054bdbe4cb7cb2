import TestSupport
import Testing

@testable import Prose

/// The boundaries are ICU's, and the segments are described as if ICU alone had found them.
@Suite struct WordSegmenterTests {
  private let reference: BoundaryFinder
  private let segmenter = WordSegmenter()

  init() throws { reference = try BoundaryFinder(.words) }

  @Test func shortTextsOfAllScripts() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<25_000 {
      try check(Array(RandomText.text(upTo: 24, using: &generator).utf8))
    }
  }

  @Test func longTextsOfAllScripts() throws {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<12 { try check(Array(RandomText.text(upTo: 12_000, using: &generator).utf8)) }
  }

  @Test func repairedTexts() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<5_000 {
      try check(DecodedText(RandomText.brokenBytes(upTo: 40, using: &generator)).bytes)
    }
  }

  @Test func everyPairOfCommonScalars() throws {
    // All pairs of what the rules tell apart, with a letter and a digit on both sides.
    let scalars =
      "a1_.,:;'’·\" \u{A0}\u{2003}\n\r\u{85}é\u{301}\u{AD}\u{200D}א-@#&©™カ中ไ한👩🇺\u{FEFF}ʼ½²"
      .unicodeScalars
    for first in scalars {
      for second in scalars {
        for third in scalars {
          var text = String.UnicodeScalarView()
          text.append(contentsOf: [first, second, third])
          try check(Array("a\(String(text))1".utf8))
          try check(Array("\(String(text)) ".utf8))
        }
      }
    }
  }

  @Test func commonScalarsAreNotLeftToICU() throws {
    let prototype = try BreakIterator.Prototype.shared(.words, locale: "root")
    let table = try WordBreakTable(BreakIterator(prototype))
    let hard = WordBreakTable.Class.hard
    var left: [UInt32] = []
    for scalar in UInt32(0x20)..<0x250 where table.breakClass(of: scalar) == hard {
      left.append(scalar)
    }
    for scalar in "“”‘’„«»—–…•€′″ΑωЯжא\u{301}\u{200D}".unicodeScalars
    where table.breakClass(of: scalar.value) == hard {
      left.append(scalar.value)
    }
    let isPlain = table.isPlainInASCII
    #expect(isPlain)
    // The soft hyphen joins with whatever it follows, the others need rules of their own.
    #expect(left == [0xAD, 0x5D0, 0x301, 0x200D])
  }

  @Test func bytesThatAreNotUTF8DoNoHarm() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<3_000 {
      let bytes = RandomText.brokenBytes(upTo: 40, using: &generator)
      #expect(segmenter.boundaries(of: bytes).last ?? 0 == bytes.count)
      let text = Tokenizer().tokenize(bytes)
      #expect(text.tokens.allSatisfy { $0.start < $0.end && $0.end <= bytes.count })
    }
  }

  @Test(.enabled(if: SharedTexts.folder != nil, "the folder of shared texts is missing"))
  func corpora() throws {
    var count = 0
    for text in try SharedTexts.corpora() {
      try check(text)
      count += 1
    }
    #expect(count > 0)
  }

  private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let expected = try reference.boundaries(of: bytes)
    let found = segmenter.boundaries(of: bytes)
    #expect(
      found == expected, "\(String(decoding: bytes.prefix(200), as: UTF8.self).debugDescription)",
      sourceLocation: sourceLocation)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      var segments: [WordSegment] = []
      segmenter.forEachStretch(of: buffer) { segments += $0.segments.array() }
      for segment in segments {
        if segment.start != start
          || segment != WordSegment(buffer, start: segment.start, end: segment.end)
        {
          Issue.record(
            "described differently: \(segment), \(WordSegment(buffer, start: start, end: segment.end))",
            sourceLocation: sourceLocation)
        }
        start = segment.end
      }
    }
  }
}
