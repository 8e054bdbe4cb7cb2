/// What the program's exit status says.
enum ExitStatus: Int32, Error {
  /// Nothing to report.
  case success = 0
  /// There are findings at or above the level that was asked for.
  case findings = 1
  /// The arguments are wrong.
  case usage = 2
  /// Some input could not be read, or the output not be written; the rest was done.
  case unreadable = 3
}
