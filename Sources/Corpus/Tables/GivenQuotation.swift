/// A quotation that somebody hands in, without the article it stands in.
public struct GivenQuotation: Hashable, Sendable {
  /// What names it in the output; nil if the user gives no name.
  public var id: String?
  /// The texts of its pieces; never empty.
  public var pieces: [String]
  /// The name of whoever is to have said it.
  public var speaker: String?
  /// The row of the table that it comes from.
  public var row: Row?

  public init(id: String? = nil, pieces: [String], speaker: String? = nil, row: Row? = nil) {
    self.id = id
    self.pieces = pieces
    self.speaker = speaker
    self.row = row
  }

  /// A row of the user's table, to be handed back with the findings.
  public enum Row: Hashable, Sendable {
    /// The cells of a row of CSV, as many as there are columns.
    case cells([String])
    /// A JSON object, as it was written.
    case json(String)
  }
}
