public import Corpus
internal import Wording

extension GoldenFile {
  /// Reads a golden file.
  ///
  /// Lines that begin with `#` are comments and stay with what they stand above. The first other
  /// line is `verbatim golden 1`; the lines of the header follow, and after a blank line the body:
  /// blocks of an answer, or expectations.
  ///
  /// - Parameters:
  ///   - bytes: The file, in UTF-8.
  ///   - path: What failures name.
  /// - Throws: a failure that names the first line that cannot be understood, and the remedy.
  /// - Complexity: O(*n*) in the length of the file.
  public init(bytes: [UInt8], path: String) throws(InputFailure) {
    do throws(GoldenSyntaxError) {
      var reader = GoldenReader(bytes)
      self = try reader.file()
    } catch {
      throw InputFailure(path: path, line: error.line, what: error.what, remedy: error.remedy)
    }
  }
}

/// A line of a golden file that cannot be understood.
struct GoldenSyntaxError: Error {
  var line: Int
  var what: String
  var remedy: String
}

/// Reads a golden file line by line.
struct GoldenReader {
  private var lines: [Substring]
  /// The number of the next line, from 0.
  private var next = 0
  /// The comments above the next line.
  private var comments: [String] = []

  init(_ bytes: [UInt8]) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    lines = content.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      Substring(String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
    }
  }

  mutating func file() throws(GoldenSyntaxError) -> GoldenFile {
    try signature()
    let signatureComments = takeComments()
    let header = try header()
    var file = GoldenFile(header: header, body: .missing)
    file.comments = signatureComments + takeComments()
    guard let first = peek() else {
      file.comments += takeComments()
      return file
    }
    if first == GoldenFile.nothing {
      file.comments += takeComments()
      take()
      guard let rest = peek() else {
        file.body = .answer([])
        return file
      }
      throw fault("“\(rest)” stands after “nothing”", "remove one of the two")
    }
    file.body =
      GoldenEntry.ContentLine.Label.allCases.contains { first.begins(with: $0.rawValue) }
      ? .answer(try entries()) : .expectations(try expectations())
    return file
  }

  private mutating func signature() throws(GoldenSyntaxError) {
    guard let line = peek(), line.begins(with: GoldenFile.signature) else {
      throw fault(
        "is no golden file", "begin it with “\(GoldenFile.signature) \(GoldenFile.formatVersion)”")
    }
    let version = Substring(line.utf8.dropFirst(GoldenFile.signature.utf8.count))
      .withoutLeadingBlanks
    guard version == String(GoldenFile.formatVersion) else {
      throw fault(
        "has the format “\(version)”, and this program reads \(GoldenFile.formatVersion)",
        "use the version of the program that wrote it")
    }
    take()
  }

  private mutating func entries() throws(GoldenSyntaxError) -> [GoldenEntry] {
    var entries: [GoldenEntry] = []
    while let line = peek() {
      var entry = GoldenEntry(content: [], comments: takeComments(), line: next + 1)
      guard contentLabel(of: line) != nil else {
        throw fault(
          "“\(line)” does not belong to a block", "begin a block with its words: > “…”")
      }
      while let line = peekInBlock(), let label = contentLabel(of: line) {
        entry.content.append(.init(label, try unescaped(line.removing(label.rawValue) ?? "")))
        take()
      }
      while let line = peekInBlock() {
        if contentLabel(of: line) != nil {
          throw fault("“\(line)” stands below facts", "separate the blocks by a blank line")
        }
        let (key, value) = try keyAndValue(line)
        guard let name = GoldenFact.Name(rawValue: key) else {
          throw unknown("fact", key, among: GoldenFact.Name.allCases.map(\.rawValue))
        }
        entry.facts.append(GoldenFact(name, try unescaped(value)))
        take()
      }
      entry.comments += takeComments()
      entries.append(entry)
    }
    return entries
  }

  private func contentLabel(of line: Substring) -> GoldenEntry.ContentLine.Label? {
    GoldenEntry.ContentLine.Label.allCases.first {
      line == $0.rawValue || line.begins(with: $0.rawValue + " ")
    }
  }

  // MARK: Lines

  /// The next line that is neither blank nor a comment; nil at the end.
  mutating func peek() -> Substring? {
    while next < lines.count {
      let line = lines[next]
      if line.begins(with: "#") {
        comments.append(String(line))
      } else if !line.isBlank {
        return line
      }
      next += 1
    }
    return nil
  }

  /// The next line that is no comment; nil at a block's end.
  mutating func peekInBlock() -> Substring? {
    while next < lines.count, lines[next].begins(with: "#") {
      comments.append(String(lines[next]))
      next += 1
    }
    guard next < lines.count else { return nil }
    let line = lines[next]
    return line.isBlank ? nil : line
  }

  mutating func take() { next += 1 }

  mutating func takeComments() -> [String] {
    defer { comments = [] }
    return comments
  }

  /// The number of the next line, or of the last one at the end.
  var lineNumber: Int { min(next + 1, lines.count) }

  func keyAndValue(_ line: Substring) throws(GoldenSyntaxError) -> (String, Substring) {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      if ["<<<<<<<", "=======", ">>>>>>>"].contains(where: { line.begins(with: $0) }) {
        throw fault("is a merge conflict", "choose one side, or remove the answer and record it")
      }
      let start = line.utf8.count > 240 ? line.prefix(60) + "…" : line
      throw fault("“\(start)” has no colon", "write it as NAME: VALUE")
    }
    return (String(line[..<colon]), line[line.utf8.index(after: colon)...].withoutLeadingBlanks)
  }

  func unescaped(_ text: some StringProtocol) throws(GoldenSyntaxError) -> String {
    guard let result = EscapedText.unescaping(text) else {
      throw fault("has a backslash that begins no escape", #"write a backslash as \\"#)
    }
    return result
  }

  func fault(_ what: String, _ remedy: String) -> GoldenSyntaxError {
    GoldenSyntaxError(line: lineNumber, what: what, remedy: remedy)
  }

  func unknown(_ noun: String, _ name: String, among names: [String]) -> GoldenSyntaxError {
    let nearest = NearestName.of(name, among: names).map { "did you mean “\($0)”?" }
    return fault(
      "“\(name)” is no \(noun)", nearest ?? "there are \(names.joined(separator: ", "))")
  }
}
