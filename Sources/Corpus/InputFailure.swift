/// Input that could not be read: where, what is the matter, and what the user can do.
///
/// A failure never ends the reading: what comes after it is still read.
public struct InputFailure: Error, Hashable, Sendable {
  /// The path as the user gave it, or as it was found under a folder that the user gave; `-` is
  /// standard input.
  public var path: String
  /// The line, counted from 1; nil when the whole file is meant.
  public var line: Int?
  /// The column in bytes, counted from 1.
  public var column: Int?
  /// What is the matter: `permission denied`.
  public var what: String
  /// What to do: `make the file readable`.
  public var remedy: String

  public init(path: String, line: Int? = nil, column: Int? = nil, what: String, remedy: String) {
    self.path = path
    self.line = line
    self.column = column
    self.what = what
    self.remedy = remedy
  }
}

extension InputFailure: CustomStringConvertible {
  /// One line, `PATH:LINE:COLUMN: what; remedy`, whatever characters the path holds.
  public var description: String {
    var place = path.isEmpty ? "(empty path)" : escapingControls(path)
    if let line {
      place += ":\(line)"
      if let column { place += ":\(column)" }
    }
    return "\(place): \(escapingControls(what)); \(escapingControls(remedy))"
  }
}

/// The text with everything escaped that could break a line or reorder it on a terminal.
func escapingControls(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default:
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result
}
