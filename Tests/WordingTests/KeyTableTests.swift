import TestSupport
import Testing

@testable import Wording

@Suite("Table of keys")
struct KeyTableTests {
  @Test("Answers as a dictionary does, keys that collide and 0 included")
  func dictionary() {
    var generator = SeededGenerator(seed: 5)
    var table = KeyTable<UInt8>(capacity: 4, filler: 7)
    var dictionary: [UInt64: UInt8] = [:]
    for _ in 0..<5000 {
      // Few different low bits, so that many keys want one slot.
      let key =
        UInt64.random(in: 0..<64, using: &generator) << 40
        | UInt64.random(in: 0..<16, using: &generator)
      let value = UInt8.random(in: 0...255, using: &generator)
      table[key] = value
      dictionary[key] = value
    }
    #expect(table.count == dictionary.count)
    for (key, value) in dictionary { #expect(table[key] == value) }
    for key: UInt64 in 1000..<2000 { #expect(table[key] == nil) }
  }
}
