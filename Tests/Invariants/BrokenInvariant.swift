/// Something that must hold for every input, and does not for one.
public struct BrokenInvariant: Error, CustomStringConvertible {
  /// What was found, and what should have been.
  public var description: String

  public init(_ description: String) { self.description = description }
}

/// Throws unless something holds.
///
/// - Parameter message: What was found; worked out only where it is needed.
func require(
  _ holds: Bool, _ message: @autoclosure () -> String
) throws(BrokenInvariant) {
  if !holds { throw BrokenInvariant(message()) }
}

/// Throws unless two values are equal.
func requireEqual<Value: Equatable>(
  _ found: Value, _ expected: Value, _ what: @autoclosure () -> String
) throws(BrokenInvariant) {
  if found != expected { throw BrokenInvariant("\(what()): \(found), not \(expected)") }
}
