public import Prose

/// Where the renderings of one utterance differ, place by place, and who has which reading.
///
/// As in a critical edition, one rendering is the base and the others are told by their readings.
/// The base is a way of writing it down: no rendering is presumed right.
public struct Apparatus: Sendable {
  /// The index of the base among the renderings.
  public var base: Int
  /// Why it is the base.
  public var choice: Choice
  /// For each rendering how it was aligned; nil for the base, and for one that shares nothing with
  /// any reference.
  public var alignments: [Collation?]
  /// The places, by reference, and in the order of its text.
  public var places: [Place]

  public init(base: Int, choice: Choice, alignments: [Collation?], places: [Place]) {
    self.base = base
    self.choice = choice
    self.alignments = alignments
    self.places = places
  }

  /// Why a rendering was made the base.
  public enum Choice: String, Hashable, Sendable, CaseIterable {
    /// More than half of the renderings have its words.
    case majority
    /// No wording has a majority, and none has more of what others have too.
    case fullest
  }

  /// A rendering aligned with another.
  public struct Collation: Sendable {
    /// The index of the rendering that it was aligned with, which is the `a` of the comparison: the
    /// base, or where the base lacks its words another rendering that has them.
    public var reference: Int
    public var comparison: Comparison

    public init(reference: Int, comparison: Comparison) {
      self.reference = reference
      self.comparison = comparison
    }
  }

  /// One place at which not all renderings agree.
  public struct Place: Hashable, Sendable {
    /// The index of the rendering whose text the place is in.
    public var reference: Int
    /// The place in the reference's text; empty where others have words and it has none.
    public var span: TextSpan
    /// The reference's reading first, then the others by the number of their witnesses.
    public var readings: [Reading]

    public init(reference: Int, span: TextSpan, readings: [Reading]) {
      self.reference = reference
      self.span = span
      self.readings = readings
    }

    /// The worst class of all readings.
    public var differenceClass: DifferenceClass { worst.differenceClass }
    /// The edit that makes of the reference's reading the one of the worst class.
    public var edit: Difference.Edit { worst.edit }
    /// How much the place matters.
    public var severity: Severity { worst.differenceClass.severity }

    private var worst: Variant {
      let variants = readings.flatMap(\.variants)
      return variants.dropFirst().reduce(variants[0]) {
        $1.differenceClass.severity > $0.differenceClass.severity ? $1 : $0
      }
    }
  }

  /// What some of the renderings have at a place.
  public struct Reading: Hashable, Sendable {
    /// Those who have it, in ascending order.
    public var witnesses: [Attestation]
    /// How it differs from the reference's reading; empty for that one.
    public var variants: [Variant]

    public init(witnesses: [Attestation], variants: [Variant]) {
      self.witnesses = witnesses
      self.variants = variants
    }
  }

  /// A rendering that has a reading.
  public struct Attestation: Hashable, Sendable {
    /// The index of the rendering.
    public var rendering: Int
    /// Where in its text the reading stands; nil for one that agrees with the reference.
    public var span: TextSpan?

    public init(rendering: Int, span: TextSpan?) {
      self.rendering = rendering
      self.span = span
    }
  }

  /// One way in which a reading differs from the reference's.
  public struct Variant: Hashable, Sendable {
    public var differenceClass: DifferenceClass
    public var edit: Difference.Edit

    public init(_ differenceClass: DifferenceClass, _ edit: Difference.Edit) {
      self.differenceClass = differenceClass
      self.edit = edit
    }
  }
}
