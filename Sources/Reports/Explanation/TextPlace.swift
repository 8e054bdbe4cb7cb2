/// A place in an article as the reports print it: a line, or a line and a column, both from 1.
public struct TextPlace: Hashable, Sendable, CustomStringConvertible {
  /// The number of the line.
  public let line: Int
  /// The number of the column, in scalars; nil for the whole line.
  public let column: Int?

  /// Creates a place from `LINE` or `LINE:COLUMN`; nil when the text is neither.
  ///
  ///     TextPlace("12:5")  // line 12, column 5
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.map { $0.allSatisfy(\.isNumber) ? Int($0) ?? 0 : 0 }
    guard 1...2 ~= parts.count, numbers.allSatisfy({ $0 > 0 }) else { return nil }
    line = numbers[0]
    column = numbers.count == 2 ? numbers[1] : nil
  }

  /// The place as it is printed: `12:5`.
  public var description: String { column.map { "\(line):\($0)" } ?? "\(line)" }

  /// Whether the place lies between two others, the first and the last included.
  func isBetween(_ first: (line: Int, column: Int), _ last: (line: Int, column: Int)) -> Bool {
    guard let column else { return first.line...max(first.line, last.line) ~= line }
    return first <= (line, column) && (line, column) <= last
  }
}
