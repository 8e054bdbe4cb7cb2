/// Makes a pair of wordings of one JSON object.
struct PairLine {
  struct Fault: Error {
    /// The offset in the line, where there is one.
    var offset: Int?
    var what: String
    var remedy: String
  }

  /// Reads the object that `line` holds.
  static func read(
    _ line: Span<UInt8>, fallbackID: @autoclosure () -> String
  ) throws(Fault) -> WordingPair {
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
      if isKey("a", member, of: line) {
        (a, aDate) = try side("a", member, of: line)
      } else if isKey("b", member, of: line) {
        (b, bDate) = try side("b", member, of: line)
      } else if isKey("id", member, of: line) {
        id = try identifier(member, of: line)
      }
    }
    guard let a else { throw missing("a") }
    guard let b else { throw missing("b") }
    return WordingPair(
      id: id.flatMap { $0.isEmpty ? nil : $0 } ?? fallbackID(), a: a, b: b, aDate: aDate,
      bDate: bDate)
  }

  /// Whether a member has a key of ASCII, which need not be decoded where it has no escapes.
  private static func isKey(
    _ key: StaticString, _ member: JSONObjectScanner.Member, of object: Span<UInt8>
  ) -> Bool {
    let written = object.extracting(member.key)
    guard member.keyFacts.isPlain else {
      return decodedJSONString(written, isPlain: false) == "\(key)"
    }
    guard written.count == key.utf8CodeUnitCount + 2 else { return false }
    for index in 0..<key.utf8CodeUnitCount where written[index + 1] != key.utf8Start[index] {
      return false
    }
    return true
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

  /// A wording, and the `date` of one that is an object; nil when it has none that is a string.
  private static func side(
    _ key: String, _ member: JSONObjectScanner.Member, of line: Span<UInt8>
  ) throws(Fault) -> (side: WordingPair.Side, date: String?) {
    switch member.kind {
    case .string: return (.text(try string(key, member, of: line)), nil)
    case .object:
      let object = line.extracting(member.value)
      let members = try members(of: object)
      let pieces = members.last { isKey("pieces", $0, of: object) }
      if let pieces, pieces.kind == .array,
        let texts = decodedJSONStrings(object.extracting(pieces.value)), !texts.isEmpty
      {
        let date = members.last { isKey("date", $0, of: object) }
        return (.pieces(texts), date.flatMap { self.date($0, of: object) })
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

  private static func date(
    _ member: JSONObjectScanner.Member, of object: Span<UInt8>
  ) -> String? {
    guard member.kind == .string else { return nil }
    return decodedJSONString(object.extracting(member.value), isPlain: member.facts.isPlain)
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
