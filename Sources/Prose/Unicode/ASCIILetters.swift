/// The letters of ASCII that eight bytes start with.
struct ASCIILetters {
  /// Their number.
  let count: Int
  let hasUpper: Bool
  let hasLower: Bool

  /// Looks at eight bytes, the first in the lowest place.
  @inline(__always)
  init(_ bytes: UInt64) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x80 * ones
    // Adding to seven bits sets the eighth where the byte is at least `a`, or more than `z`.
    let folded = bytes & ~high | 0x20 * ones
    let isLetter = (folded &+ 0x1F * ones) & ~(folded &+ 0x05 * ones) & ~bytes & high
    let others = ~isLetter & high
    count = others.trailingZeroBitCount >> 3
    // The bits below the first other byte's highest one; all bits when there is none.
    let first = (others & (0 &- others)) &- 1
    // Bit 5 of every letter before the first other byte: it is what capitals lack.
    let caseBits = (isLetter & first) >> 2
    hasLower = bytes & caseBits != 0
    hasUpper = ~bytes & caseBits != 0
  }
}
