/// How a list of quotations is grouped, ordered and printed.
public struct ListOptions: Hashable, Sendable {
  /// The output formats.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case text, json, jsonl, csv, markdown

    /// Whether the format is for people, who want quotations grouped.
    public var isForPeople: Bool { self == .text || self == .markdown }
  }

  /// What quotations are grouped by.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    case person, outlet, article
  }

  /// What quotations are ordered by, inside a group where there are groups.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// The order of the input.
    case position
    /// The speaker's name.
    case person
    case outlet
    /// The article's date, oldest first.
    case date
    /// The number of words, longest first.
    case length
    /// The confidence of the attribution, most doubtful first.
    case confidence
    /// The order of the input inside groups; the groups by size, largest first.
    case count
  }

  public var format: Format
  /// The grouping; nil for the format's own: by person in the formats for people, none in others.
  public var grouping: Grouping?
  public var order: Order
  public var style: TerminalStyle
  /// Whether cells of CSV that a spreadsheet would take for a formula get an apostrophe.
  public var usesSafeCSV: Bool

  public init(
    format: Format = .text, grouping: Grouping? = nil, order: Order = .position,
    style: TerminalStyle = TerminalStyle(), usesSafeCSV: Bool = false
  ) {
    self.format = format
    self.grouping = grouping
    self.order = order
    self.style = style
    self.usesSafeCSV = usesSafeCSV
  }

  /// The grouping in force; nil for none.
  var effectiveGrouping: Grouping? { grouping ?? (format.isForPeople ? .person : nil) }

  /// Whether each article can be written as soon as it is there.
  var streams: Bool {
    switch effectiveGrouping {
    case nil: order == .position || order == .count
    case .article: order != .count
    case .person, .outlet: false
    }
  }
}
