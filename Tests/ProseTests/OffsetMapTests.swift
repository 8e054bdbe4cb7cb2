import Prose
import TestSupport
import Testing

@Suite struct OffsetMapTests {
  @Test func unitsAreStringsOwn() {
    var generator = SeededGenerator(seed: 1)
    for round in 0..<400 {
      let text = RandomText.text(upTo: round % 8 == 0 ? 600 : 40, using: &generator)
      let bytes = Array(text.utf8)
      let map = OffsetMap(bytes)
      #expect(map.scalarCount == text.unicodeScalars.count)
      #expect(map.utf16Count == text.utf16.count)
      var scalar = 0
      var utf16 = 0
      var utf8 = 0
      for value in text.unicodeScalars {
        let location = map.location(of: utf8)
        #expect(location.utf8 == utf8 && location.scalar == scalar && location.utf16 == utf16)
        let width = value.utf8.count
        #expect(map.scalarOffset(of: utf8 + width - 1) == scalar)
        #expect(map.utf8Offset(ofScalar: scalar) == utf8)
        #expect(map.utf8Offset(ofUTF16: utf16) == utf8)
        #expect(map.utf8Offset(ofUTF16: utf16 + value.utf16.count - 1) == utf8)
        #expect(map.utf8Offset(line: location.line, column: location.column) == utf8)
        utf8 += width
        scalar += 1
        utf16 += value.utf16.count
      }
      #expect(map.scalarOffset(of: utf8) == scalar)
      #expect(map.utf8Offset(ofScalar: scalar) == bytes.count)
      #expect(map.utf8Offset(ofUTF16: utf16) == bytes.count)
    }
  }

  @Test func linesAndColumnsCountFromOne() {
    check("|ab", line: 1, column: 1)
    check("ab|", line: 1, column: 3)
    check("ab\n|", line: 2, column: 1)
    check("ab\r\né“|b", line: 2, column: 3)
    check("a\rb\n\n😀|", line: 4, column: 2)
    check("a|\nb", line: 1, column: 2)
    check("a\r|\nb", line: 1, column: 3)
  }

  @Test func offsetsOutsideOfTheTextAreItsEnds() {
    let map = OffsetMap(Array("aé".utf8))
    #expect(map.location(of: -5).utf8 == 0)
    #expect(map.location(of: 99).scalar == 2)
    #expect(map.utf8Offset(ofScalar: -1) == 0)
    #expect(map.utf8Offset(ofScalar: 99) == 3)
    #expect(map.utf8Offset(line: 0, column: 5) == 0)
    #expect(map.utf8Offset(line: 9, column: 1) == 3)
    #expect(OffsetMap([UInt8]()).location(of: 0).column == 1)
  }

  /// The bar marks the place.
  private func check(
    _ marked: String, line: Int, column: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let bytes = Array(marked.utf8)
    let offset = bytes.firstIndex(of: 0x7C) ?? bytes.count
    let map = OffsetMap(bytes.filter { $0 != 0x7C })
    let location = map.location(of: offset)
    #expect(location.line == line && location.column == column, sourceLocation: sourceLocation)
  }
}
