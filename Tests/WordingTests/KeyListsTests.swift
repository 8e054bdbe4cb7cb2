import TestSupport
import Testing

@testable import Wording

@Suite("Lists by key")
struct KeyListsTests {
  @Test("Hold what a dictionary of arrays holds, in its order")
  func dictionary() {
    var generator = SeededGenerator(seed: 6)
    var lists = KeyLists<UInt16>(capacity: 4)
    var dictionary: [UInt64: [UInt16]] = [:]
    for _ in 0..<5000 {
      let key = UInt64.random(in: 0..<700, using: &generator) << 33
      let value = UInt16.random(in: 0..<9, using: &generator)
      lists.append(value, to: key)
      dictionary[key, default: []].append(value)
    }
    for (key, values) in dictionary { #expect(Array(lists[key]) == values) }
    for key: UInt64 in 1...100 { #expect(Array(lists[key]).isEmpty) }
  }
}
