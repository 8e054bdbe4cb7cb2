/// A stretch between two word boundaries, described for the token layer.
struct WordSegment {
  var startOffset: UInt32
  var endOffset: UInt32
  /// What the segment starts with; for a segment that starts with underscores or with invisible
  /// characters and holds a letter or a digit, what the first of these is.
  var kind: ScalarClass.Kind
  var flags: Flags

  @inline(__always) var start: Int { Int(startOffset) }
  @inline(__always) var end: Int { Int(endOffset) }
  @inline(__always) var count: Int { Int(endOffset &- startOffset) }

  /// What the segment holds.
  struct Flags: OptionSet {
    let rawValue: UInt16
    @inline(__always) init(rawValue: UInt16) { self.rawValue = rawValue }

    static let fullStop = Flags(rawValue: 1 << 0)
    static let apostrophe = Flags(rawValue: 1 << 1)
    static let underscore = Flags(rawValue: 1 << 2)
    /// The first letter is a capital.
    static let firstUpper = Flags(rawValue: 1 << 3)
    static let upper = Flags(rawValue: 1 << 4)
    static let twoUpper = Flags(rawValue: 1 << 5)
    static let lower = Flags(rawValue: 1 << 6)
    /// A letter that is neither a capital nor a small letter.
    static let uncased = Flags(rawValue: 1 << 7)
    /// An at sign beside something else.
    static let at = Flags(rawValue: 1 << 8)

    static let anyCase: Flags = [.upper, .lower, .uncased]
  }
}

extension WordSegment {
  /// Describes the segment between two boundaries.
  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int) {
    startOffset = UInt32(truncatingIfNeeded: start)
    endOffset = UInt32(truncatingIfNeeded: end)
    let first = bytes.scalar(at: start)
    kind = ScalarClass.of(first.value).kind
    flags = []
    switch kind {
    case .letter, .digit, .underscore, .ignorable, .at: break
    default: return
    }
    var kind = kind
    var flags = Flags()
    var offset = start
    while offset < end {
      let scalar = bytes.scalar(at: offset)
      offset += scalar.width
      let scalarClass = ScalarClass.of(scalar.value)
      switch scalarClass.kind {
      case .letter:
        if kind != .letter && kind != .digit { kind = .letter }
        if scalarClass.isUpper {
          if flags.isDisjoint(with: .anyCase) { flags.insert(.firstUpper) }
          if flags.contains(.upper) { flags.insert(.twoUpper) }
          flags.insert(.upper)
        } else {
          flags.insert(scalarClass.isLower ? .lower : .uncased)
        }
      case .digit: if kind != .letter { kind = .digit }
      case .underscore: flags.insert(.underscore)
      case .fullStop: flags.insert(.fullStop)
      case .mark: flags.insert(.apostrophe)
      case .at: if end - start > scalar.width { flags.insert(.at) }
      default: break
      }
    }
    self.kind = kind
    self.flags = flags
  }
}

extension WordSegment {
  /// The segments with every at sign in a segment of its own.
  ///
  /// Some versions of ICU keep `@name` and `ann@example.org` whole, others do not; the token layer
  /// reads both in the same way.
  static func splitAtSigns(
    _ segments: [WordSegment], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [WordSegment] {
    guard segments.contains(where: { $0.flags.contains(.at) }) else { return segments }
    var result: [WordSegment] = []
    result.reserveCapacity(segments.count + 64)
    for segment in segments {
      guard segment.flags.contains(.at) else {
        result.append(segment)
        continue
      }
      var start = segment.start
      var offset = start
      while offset < segment.end {
        let scalar = bytes.scalar(at: offset)
        let next = offset + scalar.width
        if ScalarClass.of(scalar.value).kind == .at {
          if start < offset { result.append(WordSegment(bytes, start: start, end: offset)) }
          result.append(WordSegment(bytes, start: offset, end: next))
          start = next
        }
        offset = next
      }
      if start < segment.end {
        result.append(WordSegment(bytes, start: start, end: segment.end))
      }
    }
    return result
  }
}
