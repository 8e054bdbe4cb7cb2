public import Speakers

/// The user's own list of people, read from a CSV or a JSON file.
///
/// CSV has a header row; its columns, in any order, are `name`, `aliases` (separated by `;`), `id`
/// and `gender` (`f`, `m`, `female`, `male` or nothing). Only `name` must be there, and columns of
/// other names are ignored. Quoting follows RFC 4180.
///
///     name,aliases,id,gender
///     Ana Ruiz,Dr Ruiz;Ana María Ruiz,p1,f
///
/// JSON is an array of objects with the same keys, `aliases` being an array of strings.
public struct PeopleList: Sendable {
  /// The people in the order of the file.
  public var people: [KnownPerson] = []
  /// What could not be used: each row, or entry, that is left out of `people`.
  public var failures: [InputFailure] = []

  /// Where each name, case ignored, stands first.
  private var places: [String: Place] = [:]

  /// The largest list that is read: far more people than a newsroom knows.
  static let maximumBytes = 64 << 20

  /// Reads the list at a path; `-` is standard input.
  ///
  /// Rows that cannot be used are failures in the result.
  ///
  /// - Throws: a failure if the file as a whole cannot be read.
  public init(path: String) throws(InputFailure) {
    let bytes = try readWholeFile(path: path, limit: Self.maximumBytes)
    try self.init(bytes: bytes, path: path)
  }

  /// Reads the list from the bytes of a file.
  ///
  /// The file is JSON if its name ends in `.json`, or if it begins with a bracket.
  ///
  /// - Parameter path: what failures name.
  /// - Throws: a failure if the list as a whole cannot be read.
  public init(bytes: [UInt8], path: String) throws(InputFailure) {
    let bytes = try Self.text(of: bytes, path: path)
    guard let first = bytes.first(where: { $0 != 0x20 && !(0x09...0x0D ~= $0) }) else {
      throw InputFailure(
        path: path, what: "holds no people", remedy: "write a header row and one row a person")
    }
    if path.lowercased().hasSuffix(".json") || first == UInt8(ascii: "[") {
      try readJSON(bytes, path: path)
    } else {
      try readCSV(bytes, path: path)
    }
  }

  /// The text without its byte order mark. A name with a character replaced would match nobody, so
  /// that invalid UTF-8 is no warning here.
  private static func text(of bytes: [UInt8], path: String) throws(InputFailure) -> [UInt8] {
    if FileText.beginsAsUTF16(bytes) {
      guard let text = try? FileText(bytes) else {
        throw InputFailure(path: path, what: "is UTF-32", remedy: "save it as UTF-8")
      }
      return text.bytes
    }
    if let invalid = firstInvalidUTF8(in: bytes.span) {
      let line = 1 + bytes[..<invalid].count { $0 == 0x0A }
      throw InputFailure(
        path: path, line: line, what: "the text is not valid UTF-8", remedy: "save it as UTF-8")
    }
    return bytes.starts(with: FileText.mark) ? Array(bytes.dropFirst(3)) : bytes
  }
}

extension PeopleList {
  /// Where a person stands on the list.
  enum Place: Hashable {
    /// A line of CSV.
    case line(Int)
    /// An entry of the JSON array, counted from 1: the native decoder knows no lines.
    case entry(Int)

    var words: String {
      switch self {
      case .line(let number): "line \(number)"
      case .entry(let number): "entry \(number)"
      }
    }

    func failure(path: String, what: String, remedy: String) -> InputFailure {
      switch self {
      case .line(let number):
        InputFailure(path: path, line: number, what: what, remedy: remedy)
      case .entry:
        InputFailure(path: path, what: "\(words): \(what)", remedy: remedy)
      }
    }
  }

  /// A row or entry before its values are checked.
  struct Entry {
    var name: String
    var aliases: [String]
    var identifier: String?
    var gender: String
    var place: Place
  }

  /// Adds a person, or a failure that says why not.
  mutating func add(_ entry: Entry, path: String) {
    func fail(_ what: String, _ remedy: String) {
      failures.append(entry.place.failure(path: path, what: what, remedy: remedy))
    }
    let name = trimmingBlanks(entry.name)
    guard !name.isEmpty else {
      return fail("the person has no name", "fill in “name”, or remove it")
    }
    guard let gender = Self.gender(entry.gender) else {
      return fail(
        "“\(entry.gender)” is no gender that is known here",
        "write f, female, m or male, or leave it empty")
    }
    let folded = name.lowercased()
    if let first = places[folded] {
      return fail(
        "“\(name)” is already on the list, in \(first.words)",
        "join the two, or tell their names apart")
    }
    places[folded] = entry.place
    var aliases: [String] = []
    for alias in entry.aliases.map(trimmingBlanks) {
      if !alias.isEmpty, alias != name, !aliases.contains(alias) { aliases.append(alias) }
    }
    let identifier = entry.identifier.map(trimmingBlanks)
    people.append(
      KnownPerson(
        name: name, aliases: aliases, identifier: identifier?.isEmpty == true ? nil : identifier,
        gender: gender))
  }

  private static func gender(_ text: String) -> Gender? {
    switch trimmingBlanks(text).lowercased() {
    case "": .unknown
    case "f", "female": .female
    case "m", "male": .male
    default: nil
    }
  }
}

/// The text without white space at its ends.
func trimmingBlanks(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  return String(text[start...end])
}
