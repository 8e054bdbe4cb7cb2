internal import Wording

/// A profile's file while it is read: an object whose mistakes have a line and a column.
struct ProfileFile {
  /// The largest file that is read: a rule with its source for every class and medium takes 50 KiB.
  static let maximumBytes = 1 << 20

  private let bytes: [UInt8]
  private let path: String

  init(bytes: [UInt8], path: String) throws(InputFailure) {
    self.bytes = bytes.starts(with: FileText.mark) ? Array(bytes.dropFirst(3)) : bytes
    self.path = path
    if FileText.beginsAsUTF16(bytes) {
      throw InputFailure(path: path, what: "is UTF-16 or UTF-32", remedy: "save it as UTF-8")
    }
    if let invalid = firstInvalidUTF8(in: self.bytes.span) {
      throw failure(at: invalid, "the text is not valid UTF-8", "save it as UTF-8")
    }
    if !holdsText(self.bytes[...]) {
      throw InputFailure(
        path: path, what: "holds no profile", remedy: "write an object such as {\"rules\": {}}")
    }
  }

  func profile() throws(InputFailure) -> Profile {
    var name = Self.stem(of: path)
    var title: String?
    var base = Profile.neutral
    var rules: [DifferenceClass: Profile.Ruling] = [:]
    var exceptions: [Profile.Medium: [DifferenceClass: Profile.Ruling]] = [:]
    for member in try members(of: 0..<bytes.count, "a profile is an object") {
      let key = try key(of: member)
      if let medium = Profile.Medium(rawValue: key) {
        exceptions[medium] = try self.rules(of: member, key: key)
        continue
      }
      switch key {
      case "name": name = try words(of: member, key: key)
      case "title": title = try words(of: member, key: key)
      case "note": _ = try string(of: member, key: key)
      case "based-on": base = try self.base(named: string(of: member, key: key), at: member)
      case "rules": rules = try self.rules(of: member, key: key)
      default:
        throw unknown("key", key, among: Self.keys, at: member.key.lowerBound)
      }
    }
    return Self.joined(
      base, Profile(name: name, title: title ?? name, rulings: rules, exceptions: exceptions))
  }

  private static let keys =
    ["name", "title", "note", "based-on", "rules"] + Profile.Medium.allCases.map(\.rawValue)

  /// The rules of a profile over those of its base. Whoever gives a class a rule means it for all
  /// media, whatever the base has for some.
  private static func joined(_ base: Profile, _ own: Profile) -> Profile {
    var result = own
    result.rulings = base.rulings.merging(own.rulings) { $1 }
    for (medium, rulings) in base.exceptions {
      let inherited = rulings.filter { own.rulings[$0.key] == nil }
      result.exceptions[medium] = inherited.merging(own.exceptions[medium] ?? [:]) { $1 }
    }
    return result
  }

  /// `courier` for `style/courier.json`.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    return stem.isEmpty || stem == "-" ? "custom" : stem
  }
}

// MARK: Rules

extension ProfileFile {
  private func base(
    named name: String, at member: JSONObjectScanner.Member
  ) throws(InputFailure) -> Profile {
    if let base = Profile.builtIn(name) { return base }
    throw unknown(
      "built-in profile", name, among: Profile.builtInNames, at: member.value.lowerBound)
  }

  private func rules(
    of member: JSONObjectScanner.Member, key: String
  ) throws(InputFailure) -> [DifferenceClass: Profile.Ruling] {
    var ofSeverities: [DifferenceClass: Profile.Ruling] = [:]
    var ofClasses: [DifferenceClass: Profile.Ruling] = [:]
    for member in try members(of: member.value, "“\(key)” is an object of rules") {
      let name = try self.key(of: member)
      let ruling = try ruling(of: member, for: name)
      if let differenceClass = DifferenceClass(rawValue: name) {
        ofClasses[differenceClass] = ruling
      } else if let severity = Self.severities[name] {
        for differenceClass in DifferenceClass.allCases where differenceClass.severity == severity {
          ofSeverities[differenceClass] = ruling
        }
      } else {
        let names = Array(Self.severities.keys).sorted() + DifferenceClass.allCases.map(\.rawValue)
        throw unknown("class of difference", name, among: names, at: member.key.lowerBound)
      }
    }
    return ofSeverities.merging(ofClasses) { $1 }
  }

  private static let severities = Dictionary(
    uniqueKeysWithValues: Severity.allCases.dropFirst().map { ($0.name, $0) })

  /// A rule, alone or in an object with its source.
  private func ruling(
    of member: JSONObjectScanner.Member, for name: String
  ) throws(InputFailure) -> Profile.Ruling {
    guard member.kind == .object else { return Profile.Ruling(try rule(of: member, key: name)) }
    var rule: Profile.Rule?
    var source: String?
    for part in try members(of: member.value, "“\(name)” is an object") {
      switch try key(of: part) {
      case "rule": rule = try self.rule(of: part, key: "rule")
      case "source": source = try string(of: part, key: "source")
      case let key:
        throw unknown("key of a rule", key, among: ["rule", "source"], at: part.key.lowerBound)
      }
    }
    guard let rule else {
      throw failure(
        at: member.value.lowerBound, "“\(name)” has no “rule”", "write {\"rule\": \"review\"}")
    }
    return Profile.Ruling(rule, source: source)
  }

  private func rule(
    of member: JSONObjectScanner.Member, key: String
  ) throws(InputFailure) -> Profile.Rule {
    let name = try string(of: member, key: key)
    if let rule = Profile.Rule(rawValue: name) { return rule }
    throw unknown(
      "rule", name, among: Profile.Rule.allCases.map(\.rawValue), at: member.value.lowerBound)
  }
}

// MARK: JSON

extension ProfileFile {
  /// The members of the object at a range, no key twice.
  private func members(
    of range: Range<Int>, _ expectation: String
  ) throws(InputFailure) -> [JSONObjectScanner.Member] {
    do throws(JSONObjectScanner.Fault) {
      let members = try JSONObjectScanner.members(of: bytes.span.extracting(range)).map {
        $0.moved(by: range.lowerBound)
      }
      var seen: Set<ArraySlice<UInt8>> = []
      for member in members where !seen.insert(bytes[member.key]).inserted {
        throw JSONObjectScanner.Fault(
          offset: member.key.lowerBound - range.lowerBound, what: "the key stands here twice")
      }
      return members
    } catch {
      throw failure(
        at: range.lowerBound + error.offset, "is not the JSON that is expected: \(error.what)",
        "\(expectation); see “verbatim profiles ap --format json” for one")
    }
  }

  private func key(of member: JSONObjectScanner.Member) throws(InputFailure) -> String {
    try decoded(member.key, member.keyFacts)
  }

  private func string(
    of member: JSONObjectScanner.Member, key: String
  ) throws(InputFailure) -> String {
    guard member.kind == .string else {
      throw failure(
        at: member.value.lowerBound, "“\(key)” is no string", "write it in quotation marks")
    }
    return try decoded(member.value, member.facts)
  }

  /// A string that is not blank.
  private func words(
    of member: JSONObjectScanner.Member, key: String
  ) throws(InputFailure) -> String {
    let text = try string(of: member, key: key)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw failure(at: member.value.lowerBound, "“\(key)” is empty", "fill it in, or leave it out")
    }
    return text
  }

  private func decoded(
    _ range: Range<Int>, _ facts: JSONObjectScanner.StringFacts
  ) throws(InputFailure) -> String {
    if facts.unpairedSurrogate == nil,
      let text = decodedJSONString(bytes.span.extracting(range), isPlain: facts.isPlain)
    {
      return text
    }
    throw failure(
      at: range.lowerBound, "the string cannot be decoded", "check its escapes")
  }

  private func unknown(
    _ noun: String, _ name: String, among names: [String], at offset: Int
  ) -> InputFailure {
    let remedy =
      if let nearest = NearestName.of(name, among: names) {
        "did you mean “\(nearest)”?"
      } else {
        names.count <= 16
          ? "use one of \(names.joined(separator: ", "))"
          : "“verbatim profiles ap” shows all there are"
      }
    return failure(at: offset, "“\(name)” is no \(noun)", remedy)
  }

  private func failure(at offset: Int, _ what: String, _ remedy: String) -> InputFailure {
    let before = bytes[..<min(offset, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return InputFailure(
      path: path, line: 1 + before.count { $0 == 0x0A }, column: before.count - lineStart + 1,
      what: what, remedy: remedy)
  }
}

extension JSONObjectScanner.Member {
  /// The member as it stands in a text of which the scanned bytes begin at an offset.
  fileprivate func moved(by offset: Int) -> Self {
    var moved = self
    moved.key = (key.lowerBound + offset)..<(key.upperBound + offset)
    moved.value = (value.lowerBound + offset)..<(value.upperBound + offset)
    moved.facts.unpairedSurrogate = facts.unpairedSurrogate.map { $0 + offset }
    return moved
  }
}
