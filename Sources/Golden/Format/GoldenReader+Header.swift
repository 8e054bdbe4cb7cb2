internal import Wording

extension GoldenReader {
  /// Reads the lines up to the first blank one.
  mutating func header() throws(GoldenSyntaxError) -> GoldenHeader {
    var job: GoldenJob?
    var header = GoldenHeader(job: .list, inputs: [])
    while let line = peekInBlock() {
      let (name, value) = try keyAndValue(line)
      guard let key = GoldenHeader.Key(rawValue: name) else {
        throw unknown("line of a header", name, among: GoldenHeader.Key.allCases.map(\.rawValue))
      }
      guard !value.isEmpty else { throw fault("“\(name)” says nothing", "remove it or fill it in") }
      switch key {
      case .job:
        guard let known = GoldenJob(rawValue: String(value)) else {
          throw unknown("job", String(value), among: GoldenJob.allCases.map(\.rawValue))
        }
        job = known
      case .input: header.inputs.append(try reference(value))
      case .against: header.sources.append(try reference(value))
      case .people: header.people = try reference(value)
      case .profile: header.profile = try reference(value)
      case .medium:
        guard let medium = Profile.Medium(rawValue: String(value)) else {
          throw unknown("medium", String(value), among: Profile.Medium.allCases.map(\.rawValue))
        }
        header.medium = medium
      case .singleQuotes:
        guard ["auto", "on", "off"].contains(value) else {
          throw unknown("choice", String(value), among: ["auto", "on", "off"])
        }
        header.singleQuotes = String(value)
      case .marks: header.marks = try unescaped(value)
      case .outlet: header.outlet = try unescaped(value)
      case .date: header.date = try unescaped(value)
      case .redact: header.redactions += try redactions(value)
      case .xfail: header.expectedFailure = try unescaped(value)
      case .tool: header.tool = try unescaped(value)
      }
      take()
    }
    guard let job else { throw fault("the header names no job", "add a line “job: list”") }
    header.job = job
    try check(header)
    return header
  }

  private func check(_ header: GoldenHeader) throws(GoldenSyntaxError) {
    if header.inputs.isEmpty {
      throw fault("the header names no input", "add a line “input: FILE”")
    }
    if header.job == .verify, header.sources.isEmpty {
      throw fault("the header names no source", "add a line “against: FILE”")
    }
    if header.job != .verify, !header.sources.isEmpty {
      throw fault("only the job verify has sources", "remove the line “against”")
    }
    if header.job == .diff, header.inputs.count > 1 {
      throw fault("the job diff has one file of pairs", "make a case for each file")
    }
  }

  private func reference(
    _ value: Substring
  ) throws(GoldenSyntaxError) -> GoldenHeader.InputReference {
    let prefix = GoldenHeader.InputReference.digestPrefix
    guard let blank = value.utf8.lastIndex(of: 0x20),
      let digest = value[blank...].removing(" " + prefix)
    else { return .init(path: try unescaped(value)) }
    guard digest.utf8.count == 64, digest.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
      throw fault("the hash is not 64 hexadecimal digits", "remove it, and record the case again")
    }
    return .init(path: try unescaped(value[..<blank]), digest: String(digest))
  }

  private func redactions(_ value: Substring) throws(GoldenSyntaxError) -> [GoldenFact.Name] {
    var names: [GoldenFact.Name] = []
    for part in value.split(separator: ",") {
      let text = String(part.trimmed)
      guard let name = GoldenFact.Name(rawValue: text) else {
        throw unknown("fact", text, among: GoldenFact.Name.allCases.map(\.rawValue))
      }
      names.append(name)
    }
    return names
  }
}
