internal import Speakers

/// Quotations that stand together in a list.
struct QuotationGroup {
  /// What the quotations have in common.
  enum Heading {
    /// Nothing: the list has no groups.
    case none
    case person(Speaker)
    case unknownSpeaker
    case notSpeech
    /// The outlet; nil for articles that have none.
    case outlet(String?)
    case article(ArticleReference)
  }

  var heading: Heading
  var quotations: [ListedQuotation]
}

/// What a list as a whole has to say besides its quotations.
struct ListSummary {
  var articleCount = 0
  var quotationCount = 0
  var omissions: [QuotationFilter.Omission: Int] = [:]
  var failures: [ReadFailure] = []
  /// The person who was asked for, as typed, and the names of those who were found.
  var query: String?
  var matchedPeople: [String] = []
}

/// Input that could not be read.
public struct ReadFailure: Hashable, Sendable {
  /// The file or folder.
  public var path: String
  /// The line, from 1, where one line of the file is meant.
  public var line: Int?
  /// What is the matter and what to do.
  public var message: String

  public init(path: String, line: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }
}
