import Prose

/// A printed word, looked at as print.
struct PrintedWord {
  /// The word without brackets, with straight apostrophes.
  let plain: Letters
  let hasBracket: Bool
  /// The number of letters between brackets.
  let bracketedCount: Int
  /// The last byte of each sign that stands for an apostrophe, in the order of the word.
  let apostropheGlyphs: [UInt8]
  let hyphenCount: Int

  /// The letters of a word, as printed and in small letters.
  struct Letters {
    var letters: [UInt8]
    var lowercased: [UInt8] { letters.lowercased }
  }

  init(_ bytes: ArraySlice<UInt8>) {
    var letters: [UInt8] = []
    var apostrophes: [UInt8] = []
    var (hyphens, bracketed) = (0, 0)
    var (isInside, hasBracket) = (false, false)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case 0x5B, 0x5D:
        isInside = byte == 0x5B
        hasBracket = true
      case 0x27, 0x60:
        apostrophes.append(byte)
        letters.append(0x27)
      case 0xC2 where index + 1 < bytes.endIndex && bytes[index + 1] == 0xB4:
        apostrophes.append(0xB4)
        letters.append(0x27)
        index += 1
      case 0xE2
      where index + 2 < bytes.endIndex && bytes[index + 1] == 0x80
        && ((0x98...0x9B).contains(bytes[index + 2]) || bytes[index + 2] == 0xB2):
        apostrophes.append(bytes[index + 2])
        letters.append(0x27)
        index += 2
      case 0xE2
      where index + 2 < bytes.endIndex && bytes[index + 1] == 0x80
        && (0x90...0x91).contains(bytes[index + 2]):
        hyphens += 1
        letters.append(0x2D)
        index += 2
      default:
        if byte == 0x2D { hyphens += 1 }
        if isInside { bracketed += 1 }
        letters.append(byte)
      }
      index += 1
    }
    plain = Letters(letters: letters)
    self.hasBracket = hasBracket
    bracketedCount = bracketed
    apostropheGlyphs = apostrophes
    hyphenCount = hyphens
  }

  /// Whether a full stop belongs to the word, or it is the sign for *and*.
  var hasFullStop: Bool { plain.letters.contains(0x2E) || plain.letters == [0x26] }

  /// Whether white space stands inside, as in `2.6 million`.
  var hasSpace: Bool { plain.letters.contains { $0 <= 0x20 } || plain.letters.contains(0xA0) }

  /// The letters without hyphens and white space.
  var bareLetters: [UInt8] {
    var letters: [UInt8] = []
    for byte in plain.letters where byte > 0x20 && byte != 0x2D {
      // A no-break space is white space too.
      if byte == 0xA0, letters.last == 0xC2 { letters.removeLast() } else { letters.append(byte) }
    }
    return letters
  }

  /// Whether two words are the same characters, coded otherwise.
  func isSameCharacters(as other: PrintedWord) -> Bool {
    normal(.nfc) == other.normal(.nfc)
      || (folded() == other.folded() && startsAlike(other))
  }

  /// Whether two words are the same characters but for their code and their capitals.
  func isSameCharactersFolded(as other: PrintedWord) -> Bool { folded() == other.folded() }

  private func startsAlike(_ other: PrintedWord) -> Bool {
    func isCapital(_ byte: UInt8?) -> Bool { (byte ?? 0) &- 0x41 < 26 }
    return isCapital(plain.letters.first) == isCapital(other.plain.letters.first)
  }

  private func folded() -> [UInt8]? { normal(.nfkcCasefold) }

  private func normal(_ form: NormalizedText.Form) -> [UInt8]? {
    try? NormalizedText(plain.letters, form: form).bytes
  }
}

extension [UInt8] {
  /// The bytes with small letters for the capitals of ASCII.
  var lowercased: [UInt8] { map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
}
