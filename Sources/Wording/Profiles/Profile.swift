/// A house style: what a house thinks of each class of difference.
///
/// A profile changes the ``Verdict`` on a pair of renderings, never its differences. ``neutral`` is
/// the profile of no house. Others are read from files, the built-in ones as well as the user's.
public struct Profile: Hashable, Sendable {
  /// What names the profile in options and output: `ap`.
  public var name: String
  /// What people call the house: `The Associated Press`.
  public var title: String
  /// The rule for each class, with where it stands. A class without one is up for ``Rule/review``.
  public var rulings: [DifferenceClass: Ruling]
  /// Rules that hold instead where the words were given in a certain medium.
  public var exceptions: [Medium: [DifferenceClass: Ruling]]

  public init(
    name: String, title: String, rulings: [DifferenceClass: Ruling] = [:],
    exceptions: [Medium: [DifferenceClass: Ruling]] = [:]
  ) {
    self.name = name
    self.title = title
    self.rulings = rulings
    self.exceptions = exceptions
  }

  /// No house's style: every class counts for what its severity says.
  public static let neutral = Profile(name: "neutral", title: "No house style")

  /// What a house thinks of a class of difference.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// Editors may do it, and nothing need show it.
    case allowed
    /// Editors may do it where the reader can see it.
    case allowedIfMarked = "allowed-if-marked"
    /// It depends: somebody has to look.
    case review
    /// Editors must not do it.
    case forbidden
  }

  /// A rule with where it stands.
  public struct Ruling: Hashable, Sendable {
    public var rule: Rule
    /// The style guide, handbook or practice that says so, in words for people.
    public var source: String?

    public init(_ rule: Rule, source: String? = nil) {
      self.rule = rule
      self.source = source
    }
  }

  /// How the words were given to the one who quotes them.
  public enum Medium: String, CaseIterable, Hashable, Sendable {
    /// By voice: there is no spelling to keep.
    case spoken
    /// In writing.
    case printed
    /// In another language: two translations of the same words may differ.
    case translated
  }
}

extension Profile {
  /// The rule for a class, with where it stands.
  ///
  /// - Parameter medium: How the words were given; nil if it is not known.
  public func ruling(for differenceClass: DifferenceClass, medium: Medium? = nil) -> Ruling {
    medium.flatMap { exceptions[$0]?[differenceClass] } ?? rulings[differenceClass]
      ?? Ruling(.review)
  }

  /// The rule for a class.
  ///
  /// - Parameter medium: How the words were given; nil if it is not known.
  public func rule(for differenceClass: DifferenceClass, medium: Medium? = nil) -> Rule {
    ruling(for: differenceClass, medium: medium).rule
  }
}
