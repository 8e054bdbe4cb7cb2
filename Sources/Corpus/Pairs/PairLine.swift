/// Makes a pair of wordings of one JSON object.
struct PairLine {
  struct Fault: Error {
    /// The offset in the line, where there is one.
    var offset: Int?
    var what: String
    var remedy: String
  }

  /// Reads the object that `line` holds.
  static func read(_ line: Span<UInt8>, fallbackID: String) throws(Fault) -> WordingPair {
    if let invalid = firstInvalidUTF8(in: line) {
      throw Fault(
        offset: invalid, what: "invalid UTF-8 in JSON", remedy: "save the file as UTF-8")
    }
    var id: String?
    var a: WordingPair.Side?
    var b: WordingPair.Side?
    var aDate: String?
    var bDate: String?
    for member in try members(of: line) {
      switch decodedJSONString(line.extracting(member.key), isPlain: member.keyFacts.isPlain) {
      case "id": id = try identifier(member, of: line)
      case "a":
        a = try side("a", member, of: line)
        aDate = try date(member, of: line)
      case "b":
        b = try side("b", member, of: line)
        bDate = try date(member, of: line)
      default: break
      }
    }
    guard let a else { throw missing("a") }
    guard let b else { throw missing("b") }
    return WordingPair(
      id: id.flatMap { $0.isEmpty ? nil : $0 } ?? fallbackID, a: a, b: b, aDate: aDate, bDate: bDate
    )
  }

  private static func missing(_ key: String) -> Fault {
    Fault(
      what: "the object has no “\(key)”",
      remedy: "give the wording as a string or as {\"pieces\": [\"…\"]}")
  }

  private static func members(
    of bytes: Span<UInt8>
  ) throws(Fault) -> [JSONObjectScanner.Member] {
    do throws(JSONObjectScanner.Fault) {
      return try JSONObjectScanner.members(of: bytes)
    } catch {
      throw Fault(
        offset: error.offset, what: "broken JSON: \(error.what)",
        remedy: "write one complete JSON object a line")
    }
  }

  private static func identifier(
    _ member: JSONObjectScanner.Member, of line: Span<UInt8>
  ) throws(Fault) -> String? {
    switch member.kind {
    case .null: return nil
    case .string: return try string("id", member, of: line)
    case .number:
      return line.extracting(member.value).withUnsafeBufferPointer {
        String(decoding: $0, as: UTF8.self)
      }
    default:
      throw Fault(
        offset: member.value.lowerBound, what: "“id” is neither a string nor a number",
        remedy: "write it in quotation marks, or leave it out")
    }
  }

  private static func side(
    _ key: String, _ member: JSONObjectScanner.Member, of line: Span<UInt8>
  ) throws(Fault) -> WordingPair.Side {
    switch member.kind {
    case .string: return .text(try string(key, member, of: line))
    case .object:
      let inner = line.extracting(member.value)
      let pieces = try members(of: inner).last { part in
        decodedJSONString(inner.extracting(part.key), isPlain: part.keyFacts.isPlain) == "pieces"
      }
      if let pieces, pieces.kind == .array,
        let texts = decodedJSONStrings(inner.extracting(pieces.value)), !texts.isEmpty
      {
        return .pieces(texts)
      }
      throw Fault(
        offset: member.value.lowerBound + (pieces?.value.lowerBound ?? 0),
        what: "“\(key)” has no “pieces” that are an array of strings",
        remedy: "write it as {\"pieces\": [\"one\", \"another\"]}")
    default:
      throw Fault(
        offset: member.value.lowerBound,
        what: "“\(key)” is neither a string nor an object with “pieces”",
        remedy: "give the wording as a string or as {\"pieces\": [\"…\"]}")
    }
  }

  /// The `date` of a side that is an object; nil when it has none that is a string.
  private static func date(
    _ side: JSONObjectScanner.Member, of line: Span<UInt8>
  ) throws(Fault) -> String? {
    guard side.kind == .object else { return nil }
    let inner = line.extracting(side.value)
    let date = try members(of: inner).last { part in
      decodedJSONString(inner.extracting(part.key), isPlain: part.keyFacts.isPlain) == "date"
    }
    guard let date, date.kind == .string else { return nil }
    return decodedJSONString(inner.extracting(date.value), isPlain: date.facts.isPlain)
  }

  private static func string(
    _ key: String, _ member: JSONObjectScanner.Member, of line: Span<UInt8>
  ) throws(Fault) -> String {
    if member.facts.unpairedSurrogate == nil,
      let text = decodedJSONString(line.extracting(member.value), isPlain: member.facts.isPlain)
    {
      return text
    }
    throw Fault(
      offset: member.facts.unpairedSurrogate ?? member.value.lowerBound,
      what: "“\(key)” holds what stands for no character", remedy: "check its escapes")
  }
}
