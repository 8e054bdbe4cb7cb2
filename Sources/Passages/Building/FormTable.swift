internal import Wording

/// The printed forms that were read, each with the words that it stands for.
///
/// A text of millions of words has some thousand forms; what a form stands for is asked once.
struct FormTable {
  /// The most words that one form stands for; what exceeds them is not indexed.
  static let mostWords = 8
  /// The most forms that are remembered.
  private static let capacity = 1 << 20
  /// Set in a slot's value when it is a place in ``expansions``, not a term.
  private static let isExpansion: UInt32 = 1 << 31

  private struct Slot: BitwiseCopyable {
    var hash: UInt64
    var value: UInt32
    var isUsed: Bool
  }

  private let forms = WordForms()
  private var slots = [Slot](repeating: Slot(hash: 0, value: 0, isUsed: false), count: 1 << 12)
  private var formCount = 0
  private var terms: [UInt64: UInt32] = [:]
  /// The number of words, and then the words, of forms that stand for none or several.
  private(set) var expansions: [UInt32] = []
  /// The terms' keys.
  private(set) var keys: [UInt64] = []
  /// The terms' full keys of the wording engine.
  private(set) var wordKeys: [UInt64] = []
  /// For each term its number among the common words; -1 for others.
  private(set) var commonNumbers: [Int32] = []
  /// The common words' terms.
  private(set) var commonTerms: [UInt32] = []

  /// Whether so many forms were met that it is better to begin anew.
  var isFull: Bool { formCount >= Self.capacity }

  /// Calls `body` with each term that a form stands for.
  @inline(__always)
  mutating func forEachTerm(
    of form: UnsafeBufferPointer<UInt8>, hash: UInt64, _ body: (UInt32) -> Void
  ) {
    let value = value(of: form, hash)
    if value & Self.isExpansion == 0 { return body(value) }
    let start = Int(value & ~Self.isExpansion)
    for index in 0..<Int(expansions[start]) { body(expansions[start + 1 + index]) }
  }

  @inline(__always)
  private mutating func value(of form: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt32 {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found.hash == hash, found.isUsed { return found.value }
      if !found.isUsed { return addForm(form, hash) }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(never)
  private mutating func addForm(_ form: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt32 {
    let small = form.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let words = forms.words(of: small).prefix(Self.mostWords)
    let value: UInt32
    if words.count == 1 {
      value = term(words[0])
    } else {
      value = UInt32(expansions.count) | Self.isExpansion
      expansions.append(UInt32(words.count))
      for word in words { expansions.append(term(word)) }
    }
    if 2 * (formCount + 1) > slots.count { grow() }
    insert(Slot(hash: hash, value: value, isUsed: true))
    formCount += 1
    return value
  }

  private mutating func insert(_ slot: Slot) {
    var place = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
    while slots[place].isUsed { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](
      repeating: Slot(hash: 0, value: 0, isUsed: false), count: old.count * 2)
    for slot in old where slot.isUsed { insert(slot) }
  }

  private mutating func term(_ word: WordForms.Word) -> UInt32 {
    let key = PassageKey.word(word.key)
    if let term = terms[key] { return term }
    let term = UInt32(keys.count)
    terms[key] = term
    keys.append(key)
    wordKeys.append(word.key)
    let isCommon = word.isCommon && commonTerms.count < Self.mostCommonWords
    commonNumbers.append(isCommon ? Int32(commonTerms.count) : -1)
    if isCommon { commonTerms.append(term) }
    return term
  }

  private static let mostCommonWords = 1024
}

extension WordForms.Word {
  /// Whether the word tells so little that it is looked for only beside another word.
  ///
  /// It depends on the language data alone, so that every segment and every quotation agree.
  var isCommon: Bool { isFunctionWord && bits <= ChainCosts.mostBitsOfCommonWord }
}

/// Hashes of printed forms, in which capitals of ASCII are small letters.
enum FormHash {
  /// - Parameter readable: The number of bytes that may be read from `form` on.
  @inline(__always)
  static func of(_ form: UnsafePointer<UInt8>, count: Int, readable: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset < count {
      let width = min(8, count - offset)
      var word: UInt64 = 0
      if offset + 8 <= readable {
        word = UInt64(
          littleEndian: UnsafeRawPointer(form + offset).loadUnaligned(as: UInt64.self))
        if width < 8 { word &= 1 << UInt64(8 * width) &- 1 }
      } else {
        for index in 0..<width { word |= UInt64(form[offset + index]) << UInt64(8 * index) }
      }
      hash = (hash ^ small(word)) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
      offset += 8
    }
    hash = hash &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 32)
  }

  /// Eight bytes with the capitals of ASCII as small letters.
  @inline(__always)
  private static func small(_ bytes: UInt64) -> UInt64 {
    let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let aboveZ = low &+ 0x2525_2525_2525_2525
    return bytes | (fromA & ~aboveZ & ~bytes & 0x8080_8080_8080_8080) >> 2
  }
}
