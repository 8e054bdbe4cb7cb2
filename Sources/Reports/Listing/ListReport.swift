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

  public init(options: ListOptions) {
    self.options = options
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
    if !options.streams {
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
    let sorted = QuotationOrder.sorted(kept, by: options.order)
    kept = []
    if let grouping = options.effectiveGrouping {
      for group in QuotationOrder.groups(of: sorted, by: grouping, order: options.order) {
        format.write(group, to: &buffer)
      }
    } else if !sorted.isEmpty {
      format.write(QuotationGroup(heading: .none, quotations: sorted), to: &buffer)
    }
    format.end(summary, &buffer)
    return buffer.take()
  }
}

/// Writes a list in one format.
protocol ListFormat {
  mutating func begin(_ buffer: inout ByteBuffer)
  mutating func write(_ group: QuotationGroup, to buffer: inout ByteBuffer)
  mutating func end(_ summary: ListSummary, _ buffer: inout ByteBuffer)
}
