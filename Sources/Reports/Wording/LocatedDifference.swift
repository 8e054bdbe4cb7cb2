public import Wording

/// A difference with the words and places of both sides, ready to be written.
public struct LocatedDifference: Hashable, Sendable {
  public var differenceClass: DifferenceClass
  public var edit: Difference.Edit
  /// The place in the first rendering.
  public var a: WordingPlace
  /// The place in the second rendering.
  public var b: WordingPlace

  public init(
    _ differenceClass: DifferenceClass, _ edit: Difference.Edit, a: WordingPlace, b: WordingPlace
  ) {
    self.differenceClass = differenceClass
    self.edit = edit
    self.a = a
    self.b = b
  }

  /// Looks up the words and places of a difference.
  public init(_ difference: Difference, a: WordingPlaces, b: WordingPlaces) {
    self.init(
      difference.differenceClass, difference.edit, a: a.place(of: difference.a.span),
      b: b.place(of: difference.b.span))
  }

  /// How much the difference matters.
  public var severity: Severity { differenceClass.severity }
}
