public import Prose

/// One aligned place where two renderings differ.
public struct Difference: Hashable, Sendable {
  public var differenceClass: DifferenceClass
  public var edit: Edit
  /// The place in the first rendering.
  public var a: Side
  /// The place in the second rendering.
  public var b: Side

  public init(_ differenceClass: DifferenceClass, _ edit: Edit, a: Side, b: Side) {
    self.differenceClass = differenceClass
    self.edit = edit
    self.a = a
    self.b = b
  }

  /// How much the difference matters.
  public var severity: Severity { differenceClass.severity }

  /// What one must do to the first rendering to get the second.
  public enum Edit: String, CaseIterable, Hashable, Sendable {
    case omission, insertion, substitution, reorder
  }

  /// A difference's place in one rendering.
  public struct Side: Hashable, Sendable {
    /// The place in the rendering's text; empty where this rendering has nothing, and then at the
    /// place where the other's words would stand.
    public var span: TextSpan

    public init(span: TextSpan) { self.span = span }
  }

  /// The order of differences in a report: by place, in the first rendering before the second.
  func isBefore(_ other: Difference) -> Bool {
    (a.span.start, b.span.start, a.span.end, differenceClass.rawValue)
      < (other.a.span.start, other.b.span.start, other.a.span.end, other.differenceClass.rawValue)
  }

  /// The difference as it reads with the renderings exchanged.
  public var mirrored: Difference {
    let mirroredEdit: Edit =
      switch edit {
      case .omission: .insertion
      case .insertion: .omission
      case .substitution: .substitution
      case .reorder: .reorder
      }
    let mirroredClass: DifferenceClass =
      switch differenceClass {
      case .omission: .insertion
      case .insertion: .omission
      default: differenceClass
      }
    return Difference(mirroredClass, mirroredEdit, a: b, b: a)
  }
}
