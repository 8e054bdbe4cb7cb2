import Prose

extension SequenceReader {
  /// Appends the folded letters of a span to the buffer: small letters without accents, straight
  /// apostrophes, plain hyphens, no invisible characters.
  mutating func fold(_ span: TextSpan) {
    let start = buffer.count
    if foldASCII(span) { return }
    buffer.removeLast(buffer.count - start)
    var offset = span.start
    while offset < span.end {
      let byte = bytes[offset]
      if byte < 0x80 {
        buffer.append(byte &- 0x41 < 26 ? byte | 0x20 : byte == 0x60 ? 0x27 : byte)
        offset += 1
        continue
      }
      let end = min(span.end, offset + width(byte))
      switch (byte, end - offset) {
      case (0xC2, 2) where bytes[offset + 1] == 0xAD: break  // soft hyphen
      case (0xC2, 2) where bytes[offset + 1] == 0xB4: buffer.append(0x27)
      case (0xE2, 3) where bytes[offset + 1] == 0x80:
        switch bytes[offset + 2] {
        case 0x98, 0x99, 0x9B, 0xB2: buffer.append(0x27)
        case 0x90, 0x91: buffer.append(0x2D)
        case 0x8B...0x8F: break  // joiners and direction marks
        default: return foldWhole(span, start)
        }
      case (0xE2, 3) where bytes[offset + 1] == 0x88 && bytes[offset + 2] == 0x92:
        buffer.append(0x2D)  // minus sign
      case (0xCA, 2) where bytes[offset + 1] == 0xBC: buffer.append(0x27)
      default:
        guard let letters = LatinLetters.small(for: bytes.scalar(at: offset).value) else {
          return foldWhole(span, start)
        }
        buffer.append(contentsOf: letters)
      }
      offset = end
    }
  }

  /// Appends the folded letters of a span; false when it is not ASCII throughout.
  private mutating func foldASCII(_ span: TextSpan) -> Bool {
    let start = buffer.count
    buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[span.range]))
    return buffer.withUnsafeMutableBufferPointer { buffer in
      var all: UInt8 = 0
      for index in start..<buffer.count {
        let byte = buffer[index]
        all |= byte
        buffer[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte == 0x60 ? 0x27 : byte
      }
      return all < 0x80
    }
  }

  /// Folds letters beyond ASCII with ICU. Latin letters lose their accents, as they do in print that
  /// has none; other scripts keep theirs.
  private mutating func foldWhole(_ span: TextSpan, _ start: Int) {
    buffer.removeLast(buffer.count - start)
    let original = Array(bytes[span.range])
    guard let folded = try? NormalizedText(original, form: .nfkcCasefold) else {
      buffer.append(contentsOf: original)
      return
    }
    let isLatin = folded.bytes.allSatisfy { $0 < 0x80 || (0xC3...0xCA).contains($0) || $0 < 0xC0 }
    if isLatin, !folded.bytes.allSatisfy({ $0 < 0x80 }),
      let key = try? NameKeys.key(for: String(decoding: folded.bytes, as: UTF8.self))
    {
      buffer.append(contentsOf: key.utf8)
    } else {
      appendWithPlainDigits(String(decoding: folded.bytes, as: UTF8.self))
    }
  }

  /// Appends a text with the digits of all scripts as those of ASCII.
  private mutating func appendWithPlainDigits(_ text: String) {
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      if scalar.value > 0x7F, properties.numericType == .decimal,
        let value = properties.numericValue
      {
        buffer.append(0x30 + UInt8(value))
      } else {
        buffer.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  private func width(_ leadByte: UInt8) -> Int {
    leadByte < 0xE0 ? 2 : leadByte < 0xF0 ? 3 : 4
  }
}
