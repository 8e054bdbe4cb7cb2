internal import Speakers

/// The people of a corpus, for people and as data.
public struct PeopleReport {
  /// The output formats.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case text, json, jsonl, csv
  }

  /// What to order by.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// Who is quoted most comes first.
    case count
    case name
  }

  /// People in an order; of equals, in that of their names.
  public static func sorted(_ people: [PersonEntry], by order: Order) -> [PersonEntry] {
    let named = people.map { (key: NameForms.sortKey($0.speaker.name), person: $0) }
      .stablySorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.person)
    guard order == .count else { return named }
    return named.stablySorted { $0.quotationCount > $1.quotationCount }
  }

  /// Writes people in one format.
  ///
  /// - Parameter usesSafeCSV: Whether cells that a spreadsheet would take for a formula get an
  ///   apostrophe.
  public static func write(
    _ people: [PersonEntry], as format: Format, style: TerminalStyle = TerminalStyle(),
    usesSafeCSV: Bool = false
  ) -> [UInt8] {
    var buffer = ByteBuffer()
    switch format {
    case .text:
      for person in people {
        text(person, style, &buffer)
        buffer.newline()
      }
      buffer.append(
        people.count == 1 ? "1 person or body.\n" : "\(people.count) people and bodies.\n")
    case .json:
      buffer.append("{\"people\":[")
      for (index, person) in people.enumerated() {
        buffer.append(index == 0 ? "\n" : ",\n")
        buffer.append(bytes: json(person))
      }
      buffer.append("]}\n")
    case .jsonl:
      for person in people {
        buffer.append(bytes: json(person))
        buffer.newline()
      }
    case .csv: csv(people, CSVWriter(isSafe: usesSafeCSV), &buffer)
    }
    return buffer.bytes
  }

  private static func text(
    _ person: PersonEntry, _ style: TerminalStyle, _ buffer: inout ByteBuffer
  ) {
    let name = style.paint(VisibleText.oneLine(person.speaker.name), as: .heading)
    let counts = [
      ListWords.counted(person.quotationCount, "quotation"),
      ListWords.counted(person.articleCount, "article"),
    ]
    buffer.append("\(name) · \(counts.joined(separator: " in "))\n")
    var notes: [String] = []
    if person.speaker.kind == .organization { notes.append("organisation") }
    if !person.otherNames.isEmpty {
      notes.append("also: " + person.otherNames.joined(separator: "; "))
    }
    let outlets = person.outlets.map { "\($0.name) (\($0.articleCount))" }
    if !outlets.isEmpty { notes.append(outlets.joined(separator: ", ")) }
    if let first = person.firstDate, let last = person.lastDate {
      notes.append(first == last ? first : "\(first) to \(last)")
    }
    for note in notes {
      TerminalParagraph(VisibleText.oneLine(note), style: style, role: .place, indent: 2)
        .write(to: &buffer)
    }
  }

  /// The keys and their order are a contract: none is ever left out or renamed.
  private static func json(_ person: PersonEntry) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.key("name")
      $0.string(person.speaker.name)
      $0.key("kind")
      $0.string(person.speaker.kind.rawValue)
      $0.key("id")
      $0.string(person.speaker.identifier)
      $0.key("aliases")
      $0.array(person.otherNames) { $0.string($1) }
      $0.key("roles")
      $0.array(person.speaker.roles) { $0.string($1) }
      $0.key("articles")
      $0.integer(person.articleCount)
      $0.key("quotations")
      $0.integer(person.quotationCount)
      $0.key("outlets")
      $0.array(person.outlets) { writer, outlet in
        writer.object {
          $0.key("name")
          $0.string(outlet.name)
          $0.key("articles")
          $0.integer(outlet.articleCount)
        }
      }
      $0.key("firstDate")
      $0.string(person.firstDate)
      $0.key("lastDate")
      $0.string(person.lastDate)
    }
    return writer.buffer.bytes
  }

  private static func csv(
    _ people: [PersonEntry], _ writer: CSVWriter, _ buffer: inout ByteBuffer
  ) {
    writer.row(
      [
        "name", "kind", "id", "aliases", "articles", "quotations", "outlets", "first_date",
        "last_date",
      ], &buffer)
    for person in people {
      writer.row(
        [
          person.speaker.name, person.speaker.kind.rawValue, person.speaker.identifier ?? "",
          person.otherNames.joined(separator: ";"), "\(person.articleCount)",
          "\(person.quotationCount)", person.outlets.map(\.name).joined(separator: ";"),
          person.firstDate ?? "", person.lastDate ?? "",
        ], &buffer)
    }
  }
}
