extension LinearModel {
  /// Where the parts of an image begin, in bytes. All numbers are little-endian.
  private enum Layout {
    static let magic = 0
    static let slotCount = 8
    static let lexiconDigest = 16
    static let textCount = 24
    static let slots = 32
  }

  /// What an image begins with: its kind and the version of its layout.
  private static let magic = UInt64(littleEndianBytes: "VBTMWGT1")

  /// The model as bytes: a header of 32 bytes and the slots.
  ///
  /// - Parameters:
  ///   - lexiconDigest: Of the lexicon whose words' numbers are in the keys.
  ///   - textCount: The size of the text that holds the same weights in words.
  package func image(lexiconDigest: UInt64, textCount: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Layout.slots + slotCount * 8)
    func append(_ number: UInt64) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(Self.magic)
    append(UInt64(slotCount))
    append(lexiconDigest)
    append(UInt64(textCount))
    for place in 0..<slotCount { append(Slot(littleEndian: slots[place])) }
    return bytes
  }

  /// A model that uses an image in place.
  ///
  /// - Parameters:
  ///   - image: Bytes that stay where they are for as long as the program runs.
  ///   - lexiconDigest: Of the lexicon in use.
  ///   - textCount: The size of the text in use.
  /// - Returns: Nil when the image is none, was made for other words or from another text, or does
  ///   not lie so that its slots can be read.
  package init?(image: UnsafeRawBufferPointer, lexiconDigest: UInt64, textCount: Int) {
    func number(at offset: Int) -> UInt64 {
      UInt64(littleEndian: image.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    guard let base = image.baseAddress, image.count > Layout.slots,
      UInt(bitPattern: base) % UInt(MemoryLayout<Slot>.alignment) == 0,
      number(at: Layout.magic) == Self.magic,
      number(at: Layout.lexiconDigest) == lexiconDigest,
      number(at: Layout.textCount) == UInt64(textCount),
      number(at: Layout.slotCount) == UInt64((image.count - Layout.slots) / 8),
      image.count % 8 == 0
    else { return nil }
    let slots = (base + Layout.slots).assumingMemoryBound(to: Slot.self)
    self.init(slots: slots, count: (image.count - Layout.slots) / 8)
  }
}

extension UInt64 {
  /// Eight letters as the number that they are in a file.
  init(littleEndianBytes letters: StaticString) {
    precondition(letters.utf8CodeUnitCount == 8)
    self = UInt64(
      littleEndian: UnsafeRawPointer(letters.utf8Start).loadUnaligned(as: UInt64.self))
  }
}
