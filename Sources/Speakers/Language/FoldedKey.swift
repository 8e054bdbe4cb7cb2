import LanguageData
import Prose

/// Words of a text as the lexicon has them: in lower case, without the possessive `’s`, with plain
/// apostrophes; in memory that serves for all words.
struct FoldedKey {
  private let base: UnsafeMutablePointer<UInt8>
  /// No key of the lexicon is longer than this.
  private let longest: Int
  private var count = 0

  /// A word's bytes are written eight at a time, past its end.
  private static let slack = 8

  /// Calls `body` with a key that can grow up to `longest` bytes.
  static func withKey(longest: Int, _ body: (inout FoldedKey) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + slack) { buffer in
      guard let base = buffer.baseAddress else { return }
      var key = FoldedKey(base: base, longest: longest)
      body(&key)
    }
  }

  private init(base: UnsafeMutablePointer<UInt8>, longest: Int) {
    self.base = base
    self.longest = longest
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
  var hash: UInt32 { ByteStringTable.hash(bytes) }

  mutating func clear() { count = 0 }

  /// A word as the lexicon has it in one number, the first byte the lowest one; nil when it has
  /// more than eight bytes, others than ASCII or an apostrophe, or stands at the end of the text.
  @inline(__always)
  static func short(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token) -> UInt64? {
    let length = token.end - token.start
    guard 1...8 ~= length, token.start + 8 <= bytes.count,
      !token.traits.contains(.apostrophe), let source = UnsafeRawPointer(bytes.baseAddress)
    else { return nil }
    var word = source.loadUnaligned(fromByteOffset: token.start, as: UInt64.self).littleEndian
    word &= ~0 >> UInt64(64 - 8 * length)
    return word & 0x8080_8080_8080_8080 == 0 ? word.withSmallASCII : nil
  }

  /// - Returns: False when the key would become longer than any of the lexicon.
  mutating func appendSpace() -> Bool {
    guard count < longest else { return false }
    base[count] = 0x20
    count += 1
    return true
  }

  /// Appends a word.
  ///
  /// - Returns: False when the key would become longer than any of the lexicon.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token) -> Bool {
    if !token.traits.contains(.apostrophe), appendASCII(bytes, token) { return true }
    var end = token.end
    if token.traits.contains(.apostrophe) { end = Lexemes.endWithoutPossessive(bytes, token) }
    var index = token.start
    while index < end {
      guard count <= longest else { return false }
      let byte = bytes[index]
      if byte < 0x80 {
        append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else if byte == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80
        && bytes[index + 2] == 0x99
      {
        append(0x27)
        index += 3
      } else if byte == 0xC3 && index + 1 < end {
        // Latin-1 capitals À…Þ lie 0x20 below their small letters; × is no letter.
        let second = bytes[index + 1]
        append(byte)
        append(0x80...0x9E ~= second && second != 0x97 ? second + 0x20 : second)
        index += 2
      } else {
        append(byte)
        index += 1
      }
    }
    return count <= longest
  }

  private mutating func append(_ byte: UInt8) {
    base[count] = byte
    count += 1
  }

  /// Appends a word of ASCII letters, eight at a time.
  ///
  /// - Returns: False, with nothing appended, when the word has other letters, is too long, or
  ///   stands so near the end of the text that eight bytes cannot be read.
  private mutating func appendASCII(
    _ bytes: UnsafeBufferPointer<UInt8>, _ token: Token
  ) -> Bool {
    let length = token.end - token.start
    guard token.end + 8 <= bytes.count, count + length <= longest,
      let source = UnsafeRawPointer(bytes.baseAddress)
    else { return false }
    var offset = 0
    while offset < length {
      var word = source.loadUnaligned(fromByteOffset: token.start + offset, as: UInt64.self)
        .littleEndian
      let rest = length - offset
      if rest < 8 { word &= ~0 >> UInt64(64 - 8 * rest) }
      guard word & 0x8080_8080_8080_8080 == 0 else { return false }
      UnsafeMutableRawPointer(base + count + offset)
        .storeBytes(of: word.withSmallASCII.littleEndian, as: UInt64.self)
      offset += 8
    }
    count += length
    return true
  }
}

extension UInt64 {
  /// Eight bytes of UTF-8 with the capitals of ASCII made small.
  var withSmallASCII: UInt64 {
    let low = self & 0x7F7F_7F7F_7F7F_7F7F
    // The high bit of each byte from A on, without that of each byte behind Z, and of ASCII only.
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = low &+ 0x2525_2525_2525_2525
    return self | (fromA & ~behindZ & ~self & 0x8080_8080_8080_8080) >> 2
  }
}
