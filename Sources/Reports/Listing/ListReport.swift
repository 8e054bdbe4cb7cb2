public import Speakers

/// Turns the listings of articles, one after the other, into a report.
///
/// Where grouping and order allow it, an article's quotations are handed out at once, so that a run
/// over a corpus needs no more memory than its largest article; otherwise they are kept until the
/// end. Nothing depends on anything but the listings and their order.
public struct ListReport {
  private let options: ListOptions
  private var format: any ListFormat
  private var buffer = ByteBuffer()
  private var summary = ListSummary()
  private var kept: [ListedQuotation] = []
  private var people: PeopleOfRun
  private let person: PersonQuery?
  private let corrections: PeopleCorrections

  /// - Parameters:
  ///   - person: Only what this person said. Who that is shows when all articles are
  ///   there, since another article may have another spelling of the name; so nothing is handed out
  ///   before the end. The articles' listings are best made with a filter of the same query, which
  ///   leaves out what cannot be the person's.
  ///   - corrections: What is known better of who is who.
  public init(
    options: ListOptions, person: PersonQuery? = nil,
    corrections: PeopleCorrections = PeopleCorrections()
  ) {
    self.options = options
    self.person = person
    self.corrections = corrections
    people = PeopleOfRun(corrections: corrections)
    format =
      switch options.format {
      case .text: TextListFormat(style: options.style)
      case .json: JSONListFormat(grouping: options.effectiveGrouping)
      case .jsonl: JSONLinesFormat()
      case .csv: CSVListFormat(isSafe: options.usesSafeCSV)
      case .markdown: MarkdownListFormat()
      }
    format.begin(&buffer)
  }

  /// Adds the next article.
  ///
  /// - Returns: The bytes that can be written already.
  public mutating func add(_ listing: ArticleListing) -> [UInt8] {
    summary.articleCount += 1
    summary.quotationCount += listing.quotations.count
    summary.omissions.merge(listing.omissions, uniquingKeysWith: +)
    if needsPeople { people.add(listing) }
    if !options.streams || person != nil {
      kept += listing.quotations
    } else if !listing.quotations.isEmpty {
      let isGrouped = options.effectiveGrouping != nil
      format.write(
        QuotationGroup(
          heading: isGrouped ? .article(listing.article) : .none,
          quotations: QuotationOrder.sorted(listing.quotations, by: options.order)),
        to: &buffer)
    }
    return buffer.take()
  }

  /// Adds input that could not be read, for the formats that report it.
  public mutating func add(_ failure: ReadFailure) { summary.failures.append(failure) }

  /// Ends the report.
  ///
  /// - Returns: The remaining bytes.
  public mutating func finish() -> [UInt8] {
    let resolved = people.resolved()
    people = PeopleOfRun(corrections: corrections)
    if let person { keep(only: person, resolved) }
    let sorted = QuotationOrder.sorted(kept, by: options.order)
    kept = []
    if let grouping = options.effectiveGrouping {
      let groups = QuotationOrder.groups(
        of: sorted, by: grouping, order: options.order, people: resolved)
      for group in groups {
        format.write(group, to: &buffer)
      }
    } else if !sorted.isEmpty {
      format.write(QuotationGroup(heading: .none, quotations: sorted), to: &buffer)
    }
    format.end(summary, &buffer)
    return buffer.take()
  }

  private var needsPeople: Bool { person != nil || options.effectiveGrouping == .person }

  /// The names of the people whom the query meant, when the report is finished; empty without a
  /// query.
  public var matchedPeople: [String] { summary.matchedPeople }

  /// Drops what others said.
  private mutating func keep(only query: PersonQuery, _ resolved: PeopleOfRun.Resolved) {
    let all = resolved.people
    let closeness = all.map(query.closeness)
    // Who is near the query is meant only if nobody has the very name.
    let best = closeness.compactMap(\.self).min()
    let before = kept.count
    var matched: Set<Int> = []
    kept = kept.filter { quotation in
      guard let person = resolved.index(of: quotation), let best, closeness[person] == best else {
        return false
      }
      matched.insert(person)
      return true
    }
    summary.quotationCount -= before - kept.count
    if before > kept.count { summary.omissions[.otherPerson, default: 0] += before - kept.count }
    summary.query = query.text
    summary.matchedPeople = matched.sorted().map { all[$0].name }
  }
}

/// Writes a list in one format.
protocol ListFormat {
  mutating func begin(_ buffer: inout ByteBuffer)
  mutating func write(_ group: QuotationGroup, to buffer: inout ByteBuffer)
  mutating func end(_ summary: ListSummary, _ buffer: inout ByteBuffer)
}
