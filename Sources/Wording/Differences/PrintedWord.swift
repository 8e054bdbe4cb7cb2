import Prose

/// A printed word, looked at as print.
struct PrintedWord {
  /// The word without brackets, with straight apostrophes.
  let plain: Letters
  /// The word without its brackets.
  var bare: Letters { plain }
  let hasBracket: Bool
  /// The number of letters between brackets.
  let bracketedCount: Int
  /// The number of straight, and of curly apostrophes.
  let apostrophes: Int
  let curlyApostrophes: Int
  let hyphenCount: Int

  /// The letters of a word, as printed and in small letters.
  struct Letters {
    var letters: [UInt8]
    var lowercased: [UInt8] { letters.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
  }

  init(_ bytes: ArraySlice<UInt8>) {
    var letters: [UInt8] = []
    var (straight, curly, hyphens, bracketed) = (0, 0, 0, 0)
    var (isInside, hasBracket) = (false, false)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case 0x5B, 0x5D:
        isInside = byte == 0x5B
        hasBracket = true
      case 0x27:
        straight += 1
        letters.append(byte)
      case 0xE2
      where index + 2 < bytes.endIndex && bytes[index + 1] == 0x80
        && (0x98...0x9B).contains(bytes[index + 2]):
        curly += 1
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
    apostrophes = straight
    curlyApostrophes = curly
    hyphenCount = hyphens
  }

  /// Whether the word is printed as abbreviations are: with full stops, as `&`, or in capitals.
  var looksAbbreviated: Bool {
    let letters = plain.letters
    if letters.contains(0x2E) || letters == [0x26] { return true }
    return letters.count >= 2 && letters.count <= 5 && letters.allSatisfy { $0 &- 0x41 < 26 }
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
