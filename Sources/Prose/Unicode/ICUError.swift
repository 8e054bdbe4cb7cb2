internal import CICU

/// A call of ICU that failed.
public struct ICUError: Error, Hashable, Sendable {
  /// ICU's number of the error, such as 1 for `U_ILLEGAL_ARGUMENT_ERROR`.
  public let code: Int32
  /// What was attempted.
  public let operation: String

  public init(code: Int32, operation: String) {
    self.code = code
    self.operation = operation
  }

  /// ICU's name of the error, such as `U_ILLEGAL_ARGUMENT_ERROR`.
  public var name: String { String(cString: cicu_error_name(code)) }
}

extension ICUError: CustomStringConvertible {
  public var description: String { "\(operation) failed: \(name) (\(code))" }
}

extension ICUError {
  /// Throws when a status is an error; warnings are negative and pass.
  static func check(_ status: Int32, _ operation: @autoclosure () -> String) throws(ICUError) {
    if status > 0 { throw ICUError(code: status, operation: operation()) }
  }
}
