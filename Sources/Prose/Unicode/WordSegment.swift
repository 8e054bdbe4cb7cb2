/// A stretch between two word boundaries, described for the token layer.
struct WordSegment: Hashable {
  var startOffset: UInt32
  var endOffset: UInt32
  var flags: Flags
  /// What the segment starts with; for a segment that starts with underscores or with invisible
  /// characters and holds a letter or a digit, what the first of these is; behind invisible
  /// characters, anything else is a symbol.
  var kind: ScalarClass.Kind

  @inline(__always) var start: Int { Int(startOffset) }
  @inline(__always) var end: Int { Int(endOffset) }
  @inline(__always) var count: Int { Int(endOffset &- startOffset) }

  @inline(__always)
  init(start: Int, end: Int, kind: ScalarClass.Kind, flags: Flags = []) {
    startOffset = UInt32(truncatingIfNeeded: start)
    endOffset = UInt32(truncatingIfNeeded: end)
    self.kind = kind
    self.flags = flags
  }

  /// What a segment with letters or digits holds.
  struct Flags: OptionSet, Hashable {
    let rawValue: UInt16
    @inline(__always) init(rawValue: UInt16) { self.rawValue = rawValue }

    static let fullStop = Flags(rawValue: 1 << 0)
    static let apostrophe = Flags(rawValue: 1 << 1)
    static let underscore = Flags(rawValue: 1 << 2)
    /// The first letter is a capital.
    static let firstUpper = Flags(rawValue: 1 << 3)
    static let upper = Flags(rawValue: 1 << 4)
    static let lower = Flags(rawValue: 1 << 5)
    /// A letter that is neither a capital nor a small letter.
    static let uncased = Flags(rawValue: 1 << 6)
    /// An at sign beside something else.
    static let at = Flags(rawValue: 1 << 7)
    /// A space beside something else: the narrow one that no line breaks at joins words for ICU.
    static let space = Flags(rawValue: 1 << 8)

    static let anyCase: Flags = [.upper, .lower, .uncased]
  }
}

extension WordSegment {
  /// Describes the segment between two boundaries, scalar by scalar.
  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int) {
    var kind = ScalarClass.of(bytes.scalar(at: start).value).kind
    var flags = Flags()
    switch kind {
    case .letter, .digit, .underscore, .ignorable, .at, .space:
      var hasSpace = false
      var hasOther = false
      var offset = start
      while offset < end {
        let scalar = bytes.scalar(at: offset)
        offset += scalar.width
        let scalarClass = ScalarClass.of(scalar.value)
        hasSpace = hasSpace || scalarClass.kind == .space
        hasOther = hasOther || scalarClass.kind != .space
        switch scalarClass.kind {
        case .letter:
          if kind != .digit { kind = .letter }
          if scalarClass.isUpper && flags.isDisjoint(with: .anyCase) { flags.insert(.firstUpper) }
          flags.insert(scalarClass.isUpper ? .upper : scalarClass.isLower ? .lower : .uncased)
        case .digit: if kind != .letter { kind = .digit }
        case .underscore:
          flags.insert(.underscore)
          if kind == .ignorable { kind = .underscore }
        case .fullStop: flags.insert(.fullStop)
        case .mark: flags.insert(.apostrophe)
        case .at: if end - start > scalar.width { flags.insert(.at) }
        case .space, .ignorable: break
        // A picture behind a joiner, which stands for nothing itself.
        default: if kind == .ignorable { kind = .symbol }
        }
      }
      if hasSpace && hasOther { flags.insert(.space) }
    default: break
    }
    self.init(start: start, end: end, kind: kind, flags: flags)
  }
}
