internal import Corpus
public import Wording

/// What a golden file says of its case before the answer: the job, the inputs, and by what rules.
public struct GoldenHeader: Hashable, Sendable {
  public var job: GoldenJob
  /// The articles, or for ``GoldenJob/diff`` the file of pairs.
  public var inputs: [InputReference]
  /// What a ``GoldenJob/verify`` case looks the quotations up in.
  public var sources: [InputReference] = []
  /// The user's list of people.
  public var people: InputReference?
  /// The house style: a built-in profile's name, or a file.
  public var profile: InputReference?
  public var medium: Profile.Medium?
  /// Whether single marks are quotation marks: `auto`, `on` or `off`; nil for `auto`.
  public var singleQuotes: String?
  /// The locale whose marks take precedence.
  public var marks: String?
  /// The outlet of articles that name none.
  public var outlet: String?
  /// The date of articles that have none.
  public var date: String?
  /// The names of facts that the answer leaves out, because they are not what the case is about.
  public var redactions: [GoldenFact.Name] = []
  /// The version of the program that wrote the answer.
  public var tool: String?
  /// Why the case is known to fail; nil for a case that must pass.
  public var expectedFailure: String?

  public init(job: GoldenJob, inputs: [InputReference]) {
    self.job = job
    self.inputs = inputs
  }

  /// A file that a case depends on.
  public struct InputReference: Hashable, Sendable {
    /// The path from the golden file's folder.
    public var path: String
    /// The SHA-256 of the bytes when the answer was accepted, in hexadecimal, of a store that of its
    /// articles; nil if it was never recorded.
    public var digest: String?

    public init(path: String, digest: String? = nil) {
      self.path = path
      self.digest = digest
    }
  }

  /// All files that the answer depends on, in the order of the header.
  public var references: [InputReference] {
    let profileFiles = profile.map { Profile.isPath($0.path) ? [$0] : [] } ?? []
    return inputs + sources + (people.map { [$0] } ?? []) + profileFiles
  }
}
