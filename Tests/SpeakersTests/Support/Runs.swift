import Speakers

/// A run of articles as text, one article a line:
///
///     a@Courant: Ana Ruiz <mayor> [f] {Ruiz; Mayor Ruiz} #q1, *Acme Corp., ?a senior official
///
/// After the article's name and outlet stand its speakers; a star is a body, a question mark
/// somebody unnamed, and behind the name stand roles, gender, aliases and identifier.
struct Run {
  var articles: [(id: String, outlet: String?, speakers: [Speaker])] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmed }
      guard parts.count == 2 else { continue }
      let head = parts[0].split(separator: "@").map(String.init)
      articles.append(
        (head[0], head.count > 1 ? head[1] : nil, parts[1].split(separator: ",").map(Self.speaker)))
    }
  }

  private static func speaker(_ text: Substring) -> Speaker {
    var text = text.trimmed
    var speaker = Speaker(name: "", kind: .person)
    if let identifier = take(from: "#", to: nil, of: &text) { speaker.identifier = identifier }
    if let aliases = take(from: "{", to: "}", of: &text) {
      speaker.aliases = aliases.split(separator: ";").map { $0.trimmed }
    }
    if let gender = take(from: "[", to: "]", of: &text) {
      speaker.gender = gender == "f" ? .female : .male
    }
    if let roles = take(from: "<", to: ">", of: &text) {
      speaker.roles = roles.split(separator: " ").map(String.init).sorted()
    }
    switch text.first {
    case "*": speaker.kind = .organization
    case "?": speaker.kind = .unnamed
    default: break
    }
    if speaker.kind != .person { text.removeFirst() }
    speaker.name = text.trimmed
    if speaker.aliases.isEmpty { speaker.aliases = [speaker.name] }
    return speaker
  }

  private static func take(from open: Character, to close: Character?, of text: inout String)
    -> String?
  {
    guard let start = text.firstIndex(of: open) else { return nil }
    let end = close.flatMap { text[start...].firstIndex(of: $0) }
    let content = text[text.index(after: start)..<(end ?? text.endIndex)]
    let result = String(content)
    text.removeSubrange(start...(end ?? text.index(before: text.endIndex)))
    text = text.trimmed
    return result
  }

  /// The people of the run, by the articles in an order.
  func people(
    known: [KnownPerson] = [], order: [Int]? = nil
  ) -> (people: ResolvedPeople, groups: [String]) {
    var registry = PeopleRegistry(knownPeople: known)
    var numbers: [Int: Int] = [:]
    for index in order ?? Array(articles.indices) {
      let article = articles[index]
      numbers[index] = registry.add(article.speakers, article: article.id, outlet: article.outlet)
    }
    let people = registry.people()
    var groups: [Int: [String]] = [:]
    for (index, article) in articles.enumerated() {
      for (position, speaker) in article.speakers.enumerated() {
        let person = people.index(ofSpeaker: position, inArticle: numbers[index] ?? -1) ?? -1
        groups[person, default: []].append(article.id + " " + speaker.name)
      }
    }
    return (people, groups.values.map { $0.sorted().joined(separator: " = ") }.sorted())
  }
}

extension StringProtocol {
  var trimmed: String {
    var result = Substring(self)
    while result.first == " " { result.removeFirst() }
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}
