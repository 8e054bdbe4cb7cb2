import Verbatim

/// Messages to the user on standard error, each on a line of its own.
enum Message {
  /// Says what went wrong.
  static func error(_ text: String) { StandardError.write("verbatim: error: \(text)\n") }

  /// Says which input could not be read, why, and what to do.
  static func failure(_ failure: InputFailure) { error(failure.description) }

  /// Says what is doubtful about a file that was read.
  static func warning(_ text: String) { StandardError.write("verbatim: warning: \(text)\n") }
}
