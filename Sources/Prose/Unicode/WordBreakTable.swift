internal import CICU

/// What ``WordSegmenter`` knows of the scalars that it treats without ICU's help.
///
/// The table is derived from the ICU that is installed, not from a version of the standard: the
/// property `Word_Break` proposes a class for a scalar, and ICU's iterator, asked about the scalar
/// in every context that tells the classes apart, confirms it, names another one (CLDR's tailoring
/// of the colon, or of the at sign), or leaves the scalar to ICU. That costs one pass of ICU over
/// about 20 KB, once.
///
/// It is safe to share: its memory never changes after its creation. The compiler cannot see that of
/// pointers, hence `@unchecked`.
struct WordBreakTable: ~Copyable, @unchecked Sendable {
  /// The classes, in the low bits of an entry. The first three join with each other.
  enum Class {
    static let letter: UInt32 = 0
    static let numeric: UInt32 = 1
    static let extender: UInt32 = 2
    /// Joins letters that it stands between.
    static let midLetter: UInt32 = 3
    /// Joins digits that it stands between.
    static let midNumber: UInt32 = 4
    /// Joins both: the apostrophe, the full stop.
    static let midBoth: UInt32 = 5
    /// Joins with itself.
    static let space: UInt32 = 6
    static let newline: UInt32 = 7
    static let other: UInt32 = 8
    /// Stands alone, but some scalars that are left to ICU join with it.
    static let otherUnsafe: UInt32 = 9
    /// Left to ICU.
    static let hard: UInt32 = 10
    /// Only of a byte: the first of a scalar beyond ASCII.
    static let multibyte: UInt32 = 11
    static let mask: UInt32 = 15
  }

  /// Set when the flags in the entry do not describe the scalar, so that a segment that holds it
  /// has to be described scalar by scalar.
  static let isOdd: UInt32 = 1 << 4
  static let kindShift: UInt32 = 8
  static let flagsShift: UInt32 = 16

  /// Scalars from this number on are left to ICU.
  static let size = 0x2200
  /// The entry of a scalar beyond the table.
  static let beyond = Class.hard | isOdd

  /// A class in bits 0 to 3, ``isOdd``, a `ScalarClass.Kind` in bits 8 to 15, and from bit 16 on
  /// the `WordSegment.Flags` of a segment that holds the scalar.
  let entries: UnsafePointer<UInt32>
  /// The entries of ASCII, and of every other byte an entry of the class ``Class/multibyte``.
  let byteEntries: UnsafePointer<UInt32>
  /// Whether ICU treats the letters of ASCII as letters and the space as a space, so that eight
  /// bytes can be looked at in one go.
  let isPlainInASCII: Bool

  /// Latin, IPA, Greek, Cyrillic, Armenian; extended Latin and Greek; general punctuation;
  /// currency; letter-like symbols.
  private static let ranges: [Range<UInt32>] = [
    0x0000..<0x0590, 0x1E00..<0x2070, 0x20A0..<0x20D0, 0x2100..<0x2150,
  ]

  /// Derives the table from an iterator over words.
  init(_ iterator: borrowing BreakIterator) throws(ICUError) {
    var classes = [UInt32](repeating: Class.hard, count: Self.size)
    var letters: [UInt32] = []
    var others: [(scalar: UInt32, proposal: UInt32)] = []
    for scalar in Self.ranges.joined() {
      guard let proposal = Self.proposal(scalar) else { continue }
      if proposal == Class.letter {
        letters.append(scalar)
      } else {
        others.append((scalar, proposal))
      }
    }

    // Letters in one run: where ICU breaks it, neither neighbour is what it seems.
    var run = Probe()
    for scalar in letters { run.append(scalar) }
    var breaks = try run.breaks(iterator)
    var offset = 0
    for scalar in letters {
      let next = offset + Self.width(scalar)
      let isWhole = (offset == 0 || !breaks[offset]) && (next == run.bytes.count || !breaks[next])
      if isWhole { classes[Int(scalar)] = Class.letter }
      offset = next
    }

    // Everything else, in each context.
    var probe = Probe()
    for other in others {
      for context in Self.contexts { probe.append(context, other.scalar) }
    }
    breaks = try probe.breaks(iterator)
    offset = 0
    for other in others {
      var signature: UInt32 = 0
      for context in Self.contexts {
        for place in context.indices {
          offset += context[place] == 0 ? Self.width(other.scalar) : 1
          if place < context.count - 1 { signature = signature << 1 | (breaks[offset] ? 0 : 1) }
        }
        offset += 1
      }
      classes[Int(other.scalar)] = Self.confirmed(other.proposal, signature)
    }

    let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.size)
    for index in classes.indices {
      (entries + index).initialize(to: Self.entry(UInt32(index), class: classes[index]))
    }
    let byteEntries = UnsafeMutablePointer<UInt32>.allocate(capacity: 256)
    byteEntries.initialize(from: entries, count: 0x80)
    (byteEntries + 0x80).initialize(repeating: Class.multibyte, count: 0x80)
    self.entries = UnsafePointer(entries)
    self.byteEntries = UnsafePointer(byteEntries)
    let alphabet = Array(0x41...0x5A) + Array(0x61...0x7A)
    isPlainInASCII =
      classes[0x20] == Class.space && alphabet.allSatisfy { classes[$0] == Class.letter }
  }

  /// The class of a scalar.
  func breakClass(of scalar: UInt32) -> UInt32 {
    scalar < UInt32(Self.size) ? entries[Int(scalar)] & Class.mask : Class.hard
  }

  deinit {
    entries.deallocate()
    byteEntries.deallocate()
  }
}

// MARK: Asking ICU

extension WordBreakTable {
  /// The class that the property `Word_Break` proposes; nil for what is left to ICU at once.
  private static func proposal(_ scalar: UInt32) -> UInt32? {
    let value = Int32(bitPattern: scalar)
    // Numbered as in ICU's UWordBreakValues.
    switch cicu_word_break(value) {
    case 0: return cicu_is_pictographic(value) != 0 ? Class.otherUnsafe : Class.other
    case 1: return Class.letter
    case 4: return Class.midLetter
    case 5: return Class.midNumber
    case 6: return Class.numeric
    case 7: return Class.extender
    case 8, 10, 12: return Class.newline
    case 11, 15: return Class.midBoth
    case 16: return Class.otherUnsafe
    case 22: return Class.space
    default: return nil
    }
  }

  /// The contexts that tell the classes apart: between letters, between digits, between both, with
  /// itself, with an extender, with spaces, before a mark between it and a letter or a digit.
  ///
  /// Zero stands for the scalar.
  private static let contexts: [[UInt8]] = [
    [0x61, 0, 0x61], [0x31, 0, 0x31], [0x61, 0, 0x31], [0x31, 0, 0x61], [0, 0], [0x5F, 0, 0x5F],
    [0x20, 0, 0x20], [0, 0x2E, 0x61], [0, 0x2E, 0x31],
  ]

  /// What ICU answers for each class: one bit for each place inside of each context, set where
  /// there is no boundary.
  private static let signatures: [(class: UInt32, signature: UInt32)] = [
    (Class.letter, 0b11_11_11_11_1_11_00_11_00),
    (Class.numeric, 0b11_11_11_11_1_11_00_00_11),
    (Class.extender, 0b11_11_11_11_1_11_00_00_00),
    (Class.midLetter, 0b11_00_00_00_0_00_00_00_00),
    (Class.midNumber, 0b00_11_00_00_0_00_00_00_00),
    (Class.midBoth, 0b11_11_00_00_0_00_00_00_00),
    (Class.space, 0b00_00_00_00_1_00_11_00_00),
    (Class.other, 0),
  ]

  /// The class that agrees with ICU's answers; `hard` when none does.
  private static func confirmed(_ proposal: UInt32, _ signature: UInt32) -> UInt32 {
    if signature == 0 && [Class.newline, Class.otherUnsafe].contains(proposal) { return proposal }
    guard let found = signatures.first(where: { $0.signature == signature }) else {
      return Class.hard
    }
    // A scalar that is tailored to stand alone may still extend what ICU knows more of.
    return found.class == Class.other && proposal != Class.other ? Class.otherUnsafe : found.class
  }

  /// A text to ask ICU about.
  private struct Probe {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ scalar: UInt32) { UTF8Validation.append(scalar, to: &bytes) }

    /// Appends a line with a scalar in a context.
    mutating func append(_ context: [UInt8], _ scalar: UInt32) {
      for byte in context {
        if byte == 0 { append(scalar) } else { bytes.append(byte) }
      }
      bytes.append(0x0A)
    }

    /// Whether there is a boundary before each byte.
    func breaks(_ iterator: borrowing BreakIterator) throws(ICUError) -> [Bool] {
      var breaks = [Bool](repeating: false, count: bytes.count + 1)
      for boundary in try iterator.boundaries(of: bytes) { breaks[boundary] = true }
      return breaks
    }
  }

  private static func width(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : 3
  }
}

// MARK: Entries

extension WordBreakTable {
  private static func entry(_ scalar: UInt32, class breakClass: UInt32) -> UInt32 {
    let scalarClass = ScalarClass.of(scalar)
    var flags: WordSegment.Flags = []
    var isOdd = false
    switch (breakClass, scalarClass.kind) {
    case (Class.letter, .letter):
      flags = scalarClass.isUpper ? .upper : scalarClass.isLower ? .lower : .uncased
    case (Class.numeric, .digit): break
    case (Class.extender, .underscore): flags = .underscore
    case (Class.midLetter...Class.midBoth, .fullStop): flags = .fullStop
    case (Class.midLetter...Class.midBoth, .mark): flags = .apostrophe
    case (Class.midLetter...Class.midBoth, .comma), (Class.midLetter...Class.midBoth, .semicolon),
      (Class.midLetter...Class.midBoth, .colon), (Class.midLetter...Class.midBoth, .symbol):
      break
    case (Class.space...Class.otherUnsafe, _): break
    default: isOdd = true
    }
    return breakClass | (isOdd ? Self.isOdd : 0)
      | UInt32(scalarClass.kind.rawValue) << kindShift | UInt32(flags.rawValue) << flagsShift
  }
}
