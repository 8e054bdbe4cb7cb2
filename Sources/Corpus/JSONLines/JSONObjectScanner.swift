/// Slices a JSON object into its top-level members, and checks all of it against RFC 8259.
///
/// Why not the native decoder: it gives neither the order of the keys nor their values as they were
/// written, which a field that is handed through must keep; it leaves unchecked what is not asked for
/// (`01`, `"\q"`, a comma before the brace pass), though a field handed through must be valid JSON;
/// its errors carry no place that can be relied on; and it takes longer to decode the two sides of a
/// pair than to align them. Only what is needed of the huge annotations of a corpus is decoded.
struct JSONObjectScanner {
  enum Kind: Hashable {
    case string, number, object, array, boolean, null
  }

  /// What is known of a string without decoding it.
  struct StringFacts: Hashable {
    /// Whether the content stands for itself: no escapes.
    var isPlain = true
    /// The offset of an escaped surrogate without its partner: it stands for no character.
    var unpairedSurrogate: Int?
  }

  /// A key with its value, as ranges of the scanned bytes.
  struct Member: Hashable {
    /// The key with its quotation marks.
    var key: Range<Int>
    var keyFacts: StringFacts
    /// The value as it is written, without white space around it.
    var value: Range<Int>
    var kind: Kind
    /// Of a value that is a string.
    var facts: StringFacts
  }

  /// A value of an array, as a range of the scanned bytes.
  struct Element: Hashable {
    var value: Range<Int>
    var kind: Kind
    /// Of a value that is a string.
    var facts: StringFacts
  }

  /// A place where the bytes are no JSON.
  struct Fault: Error, Hashable {
    var offset: Int
    var what: String
  }

  /// How deep values may be nested; what reads the output could not read more either.
  static let maximumDepth = 500

  /// So many members have room from the start.
  private static let usualMembers = 16

  var offset = 0
  /// The closing brackets of the containers that are open.
  private var open: [UInt8] = []

  private init() {}

  /// The members of the object that is all there is in `bytes`, in their order.
  ///
  /// The bytes must be valid UTF-8. Linear, without recursion.
  static func members(of bytes: Span<UInt8>) throws(Fault) -> [Member] {
    var scanner = JSONObjectScanner()
    return try scanner.object(bytes)
  }

  /// The elements of the array that is all there is in `bytes`, in their order.
  static func elements(of bytes: Span<UInt8>) throws(Fault) -> [Element] {
    var scanner = JSONObjectScanner()
    return try scanner.array(bytes)
  }
}

extension JSONObjectScanner {
  private mutating func object(_ bytes: Span<UInt8>) throws(Fault) -> [Member] {
    var members: [Member] = []
    members.reserveCapacity(Self.usualMembers)
    skipBlank(bytes)
    guard take(UInt8(ascii: "{"), bytes) else { throw unexpected(bytes, expected: "“{”") }
    skipBlank(bytes)
    if !take(UInt8(ascii: "}"), bytes) {
      repeat {
        skipBlank(bytes)
        let keyStart = offset
        let keyFacts = try key(bytes)
        let keyEnd = keyStart..<keyFacts.end
        let start = offset
        let (kind, facts) = try value(bytes)
        members.append(
          Member(
            key: keyEnd, keyFacts: keyFacts.facts, value: start..<offset, kind: kind, facts: facts))
        skipBlank(bytes)
      } while take(UInt8(ascii: ","), bytes)
      guard take(UInt8(ascii: "}"), bytes) else { throw unexpected(bytes, expected: "“,” or “}”") }
    }
    skipBlank(bytes)
    guard offset == bytes.count else {
      throw Fault(offset: offset, what: "something follows the end of the JSON object")
    }
    return members
  }

  private mutating func array(_ bytes: Span<UInt8>) throws(Fault) -> [Element] {
    var elements: [Element] = []
    skipBlank(bytes)
    guard take(UInt8(ascii: "["), bytes) else { throw unexpected(bytes, expected: "“[”") }
    skipBlank(bytes)
    if !take(UInt8(ascii: "]"), bytes) {
      repeat {
        skipBlank(bytes)
        let start = offset
        let (kind, facts) = try value(bytes)
        elements.append(Element(value: start..<offset, kind: kind, facts: facts))
        skipBlank(bytes)
      } while take(UInt8(ascii: ","), bytes)
      guard take(UInt8(ascii: "]"), bytes) else { throw unexpected(bytes, expected: "“,” or “]”") }
    }
    skipBlank(bytes)
    guard offset == bytes.count else {
      throw Fault(offset: offset, what: "something follows the end of the JSON array")
    }
    return elements
  }

  /// A key, its colon, and the blanks around that.
  private mutating func key(
    _ bytes: Span<UInt8>
  ) throws(Fault) -> (end: Int, facts: StringFacts) {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      throw unexpected(bytes, expected: "a key in quotation marks")
    }
    let facts = try string(bytes)
    let end = offset
    skipBlank(bytes)
    guard take(UInt8(ascii: ":"), bytes) else { throw unexpected(bytes, expected: "“:”") }
    skipBlank(bytes)
    return (end, facts)
  }

  /// A value of any kind, with everything in it.
  private mutating func value(_ bytes: Span<UInt8>) throws(Fault) -> (Kind, StringFacts) {
    guard offset < bytes.count else { throw unexpected(bytes, expected: "a value") }
    switch bytes[offset] {
    case UInt8(ascii: "\""): return (.string, try string(bytes))
    case UInt8(ascii: "{"):
      try container(bytes)
      return (.object, StringFacts())
    case UInt8(ascii: "["):
      try container(bytes)
      return (.array, StringFacts())
    default: return (try scalar(bytes), StringFacts())
    }
  }

  /// An object or array; what is open stands on a stack of closing brackets, not on the call stack.
  private mutating func container(_ bytes: Span<UInt8>) throws(Fault) {
    let brace = UInt8(ascii: "}")
    repeat {
      // Here a value begins.
      guard offset < bytes.count else { throw unexpected(bytes, expected: "a value") }
      switch bytes[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        // The closing brackets of ASCII stand two after the opening ones.
        let closer = bytes[offset] + 2
        guard open.count < Self.maximumDepth else {
          throw Fault(
            offset: offset, what: "values are nested deeper than \(Self.maximumDepth) levels")
        }
        offset += 1
        skipBlank(bytes)
        if !take(closer, bytes) {
          open.append(closer)
          if closer == brace { _ = try key(bytes) }
          continue
        }
      case UInt8(ascii: "\""): _ = try string(bytes)
      default: _ = try scalar(bytes)
      }
      // Here a value has ended: close what ends with it, or go on to the next.
      closing: while let closer = open.last {
        skipBlank(bytes)
        if take(UInt8(ascii: ","), bytes) {
          skipBlank(bytes)
          if closer == brace { _ = try key(bytes) }
          break closing
        }
        guard take(closer, bytes) else {
          throw unexpected(bytes, expected: closer == brace ? "“,” or “}”" : "“,” or “]”")
        }
        open.removeLast()
      }
    } while !open.isEmpty
  }

  /// A number, `true`, `false` or `null`.
  private mutating func scalar(_ bytes: Span<UInt8>) throws(Fault) -> Kind {
    switch bytes[offset] {
    case UInt8(ascii: "t"):
      try word("true", bytes)
      return .boolean
    case UInt8(ascii: "f"):
      try word("false", bytes)
      return .boolean
    case UInt8(ascii: "n"):
      try word("null", bytes)
      return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try number(bytes)
      return .number
    default: throw unexpected(bytes, expected: "a value")
    }
  }

  private mutating func word(_ word: StaticString, _ bytes: Span<UInt8>) throws(Fault) {
    let start = offset
    for index in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[index], bytes) else {
        throw Fault(offset: start, what: "expected a value")
      }
    }
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(Fault) {
    let start = offset
    _ = take(UInt8(ascii: "-"), bytes)
    var isWellFormed = take(UInt8(ascii: "0"), bytes) || skipDigits(bytes)
    if take(UInt8(ascii: "."), bytes) { isWellFormed = skipDigits(bytes) && isWellFormed }
    if take(UInt8(ascii: "e"), bytes) || take(UInt8(ascii: "E"), bytes) {
      if !take(UInt8(ascii: "+"), bytes) { _ = take(UInt8(ascii: "-"), bytes) }
      isWellFormed = skipDigits(bytes) && isWellFormed
    }
    if offset < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[offset] {
      isWellFormed = false
    }
    guard isWellFormed else { throw Fault(offset: start, what: "this is no JSON number") }
  }

  private mutating func skipDigits(_ bytes: Span<UInt8>) -> Bool {
    let start = offset
    while offset < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[offset] {
      offset += 1
    }
    return offset > start
  }

  private mutating func skipBlank(_ bytes: Span<UInt8>) {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  func unexpected(_ bytes: Span<UInt8>, expected: String) -> Fault {
    let end = offset < bytes.count ? "" : ", but the line ends"
    return Fault(offset: offset, what: "expected \(expected)\(end)")
  }
}
