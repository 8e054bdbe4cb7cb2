extension TokenScanner {
  /// Reads a web address that starts with the segment; false when there is none.
  mutating func scanReference() -> Bool {
    let first = segments[index]
    var end = first.end
    if segments.isKind(.colon, at: index + 1) {
      guard segments.isScheme(first), end + 3 < bytes.count else { return false }
      let isMail = bytes[first.start] | 0x20 == 0x6D
      guard isMail || (bytes[end + 1] == 0x2F && bytes[end + 2] == 0x2F) else { return false }
      end = segments.addressEnd(from: end + 1)
      guard end > first.end + (isMail ? 1 : 3) else { return false }
    } else {
      guard segments.isDomain(first) else { return false }
      if end < bytes.count && (bytes[end] == 0x2F || bytes[end] == 0x3A) {
        end = max(end, segments.addressEnd(from: end))
      }
      // A possessive ending belongs to the name of a site as to any other.
      if let cut = segments.possessiveStart(first), cut < end { end = first.end }
    }
    append(.reference, first.start, end)
    index = segments.index(from: index, atOrAfter: end)
    finishPartialSegment(end)
    return true
  }

  /// Reads `@name` and `#topic`; other uses of the two signs are symbols.
  mutating func scanSign() {
    let sign = segments[index]
    let isTopic = sign.kind == .hash
    let next = index + 1
    if !isTopic && scanMailAddress() { return }
    let follows =
      isTopic
      ? segments.isKind(.letter, at: next) || segments.isUnderscored(next)
      : segments.isWordLike(at: next)
    let standsApart = lastToken.map { $0.end != sign.start || $0.kind != .word } ?? true
    guard follows, standsApart || isTopic else {
      append(.symbol, sign.start, sign.end)
      index += 1
      return
    }
    // A name ends at the first character that is no letter, digit or underscore.
    var end = segments[next].start
    let limit = segments[next].end
    while end < limit {
      let scalar = bytes.scalar(at: end)
      switch ScalarClass.of(scalar.value).kind {
      case .fullStop, .mark, .comma, .colon, .semicolon:
        append(.reference, sign.start, end)
        index = next
        finishPartialSegment(end)
        return
      default: end += scalar.width
      }
    }
    append(.reference, sign.start, end)
    index = next + 1
  }

  /// Reads an e-mail address at its sign, whose local part is in the last tokens.
  private mutating func scanMailAddress() -> Bool {
    let sign = segments[index]
    guard lastToken?.end == sign.start, segments.isWordLike(at: index + 1),
      segments[index + 1].flags.contains(.fullStop)
    else { return false }
    let start = segments.mailStart(sign.start)
    guard start < sign.start else { return false }
    let end = segments.addressEnd(from: sign.end)
    // The tokens that the local part was read as; what stands before it in the first is kept.
    while let token = lastToken, token.end > start {
      removeLastToken()
      if token.start < start { appendPiece(token.start, start) }
    }
    append(.reference, start, end)
    index = segments.index(from: index, atOrAfter: end)
    finishPartialSegment(end)
    return true
  }

  /// Reads what an address leaves of the segment that it ends in: a possessive ending joins the
  /// address, anything else is cut at its punctuation.
  private mutating func finishPartialSegment(_ end: Int) {
    // The segment that holds `end` was skipped when it starts before it.
    let held = index > 0 && segments[index - 1].end > end ? index - 1 : index
    guard held < segments.count, segments[held].start < end, end < segments[held].end else {
      return
    }
    let segment = segments[held]
    index = held + 1
    let mark = bytes.scalar(at: end)
    if ScalarClass.of(mark.value).kind == .mark, segment.end == end + mark.width + 1,
      bytes[segment.end - 1] == 0x73, let address = lastToken
    {
      removeLastToken()
      append(.reference, address.start, segment.end, traits: .apostrophe)
      return
    }
    var start = end
    while start < segment.end {
      let scalar = bytes.scalar(at: start)
      let kind = ScalarClass.of(scalar.value).kind
      if kind == .letter || kind == .digit { break }
      append(punctuationKind(kind), start, start + scalar.width)
      start += scalar.width
    }
    if start < segment.end { appendPiece(start, segment.end) }
  }

  private func punctuationKind(_ kind: ScalarClass.Kind) -> Token.Kind {
    switch kind {
    case .fullStop: .fullStop
    case .mark: .mark
    case .comma: .comma
    case .colon: .colon
    case .semicolon: .semicolon
    default: .symbol
    }
  }
}

extension ParagraphSegments {
  /// Whether a web address may start with the segment: a quick test.
  @inline(__always)
  func mayStartReference(_ index: Int) -> Bool {
    if self[index].flags.contains(.fullStop) { return true }
    return isKind(.colon, at: index + 1)
  }

  func isUnderscored(_ index: Int) -> Bool {
    isKind(.digit, at: index) && self[index].flags.contains(.underscore)
  }

  func isScheme(_ segment: WordSegment) -> Bool {
    let name = bytes[segment.start..<segment.end]
    return ["http", "https", "ftp", "mailto", "HTTP", "HTTPS", "Http", "Https"].contains {
      name.elementsEqual($0.utf8)
    }
  }

  /// The end of the address whose part behind the scheme or the host starts at `offset`.
  ///
  /// An address ends at white space, at a quotation mark, a bracket that it did not open, an angle
  /// or a character that addresses do not hold; punctuation at its end is the sentence's.
  func addressEnd(from offset: Int) -> Int {
    let paragraphEnd = count > 0 ? self[count - 1].end : 0
    var end = offset
    var depth = 0
    scan: while end < paragraphEnd {
      let scalar = bytes.scalar(at: end)
      switch scalar.value {
      case 0x28: depth += 1
      case 0x29:
        if depth == 0 { break scan }
        depth -= 1
      case 0x22, 0x3C, 0x3E, 0x5B, 0x5D, 0x60, 0x7B...0x7D: break scan
      default:
        switch ScalarClass.of(scalar.value).kind {
        case .space, .newline, .ignorable, .ellipsis, .dash: break scan
        case .mark where scalar.value != 0x27: break scan
        default: break
        }
      }
      end += scalar.width
    }
    while end > offset {
      switch bytes[end - 1] {
      case 0x21, 0x27, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: end -= 1
      default: return end
      }
    }
    return end
  }

  /// Whether a segment is the name of a host: `www.` or a well-known last label.
  func isDomain(_ segment: WordSegment) -> Bool {
    var end = segment.end
    if let cut = possessiveStart(segment) { end = cut }
    var label = end
    while label > segment.start && bytes[label - 1] != 0x2E { label -= 1 }
    guard label > segment.start + 1, label < end else { return false }
    let start = segment.start
    if end - start > 4, bytes[start + 3] == 0x2E,
      (0..<3).allSatisfy({ bytes[start + $0] | 0x20 == 0x77 })
    {
      return true
    }
    let last = bytes[label..<end]
    return Self.topLevelDomains.contains { last.elementsEqual($0.utf8) }
  }

  /// Where the possessive ending of a segment starts; nil when it has none.
  func possessiveStart(_ segment: WordSegment) -> Int? {
    guard segment.count > 2, bytes[segment.end - 1] == 0x73 else { return nil }
    let mark = bytes.scalar(before: segment.end - 1)
    return ScalarClass.of(mark.value).kind == .mark ? segment.end - 1 - mark.width : nil
  }

  private static let topLevelDomains = [
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "io", "co", "uk", "us", "eu",
    "de", "fr", "ru", "ua", "ca", "au", "tv", "ly", "news", "COM", "Com",
  ]

  /// Where an e-mail address starts whose last part before the sign starts at `offset`.
  func mailStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0 {
      switch bytes[start - 1] {
      case 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: start -= 1
      default: return start
      }
    }
    return start
  }
}
