/// How far long work has come, as one line of text.
struct ProgressLine: Hashable {
  /// What is counted, in the plural.
  var noun: String
  var count = 0
  /// How many there will be, if that is known.
  var totalCount: Int?
  /// The bytes that were read; 0 where nothing is read that a user would measure in bytes.
  var byteCount = 0
  /// How many there are to read, if that is known.
  var totalByteCount: Int?
  /// How long the work has gone on.
  var seconds = 0.0
  /// What else there is to say.
  var remark: String?

  /// The share of the work that is done, from 0 to 1; nil where nobody knows how much there is.
  var share: Double? {
    if let totalByteCount, totalByteCount > 0 {
      return min(1, Double(byteCount) / Double(totalByteCount))
    }
    if let totalCount, totalCount > 0 { return min(1, Double(count) / Double(totalCount)) }
    return nil
  }

  /// The line, without its end: a bar where the share is known, what was done, how fast, and how long
  /// it will go on. What does not fit into the columns is left out, the bar first.
  func text(columns: Int) -> String {
    var parts = ["\(grouped(count)) \(noun)"]
    if let totalCount { parts[0] = "\(grouped(count)) of \(grouped(totalCount)) \(noun)" }
    if byteCount > 0 {
      parts.append(
        totalByteCount.map { "\(megabytes(byteCount)) of \(megabytes($0)) MB" }
          ?? "\(megabytes(byteCount)) MB")
      if seconds >= 1 { parts.append("\(rate) MB/s") }
    }
    if let timeLeft { parts.append("\(timeLeft) left") }
    if let remark { parts.append(remark) }

    let bar = share.map { Self.bar($0) + " " } ?? ""
    while parts.count > 1, parts.joined(separator: ", ").count > columns { parts.removeLast() }
    let text = parts.joined(separator: ", ")
    return bar.count + text.count <= columns ? bar + text : String(text.prefix(max(0, columns)))
  }

  /// Twenty places and the share in percent, which is a hundred only when all is done.
  private static func bar(_ share: Double) -> String {
    let places = 20
    let filled = Int(share * Double(places))
    let percent = Int(share * 100)
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: ".", count: places - filled) + "] "
      + String(repeating: " ", count: max(0, 3 - String(percent).count)) + "\(percent) %"
  }

  /// How long it will go on at the pace so far; nil where that is not known or nothing but a guess.
  private var timeLeft: String? {
    guard let share, share >= 0.01, share < 1, seconds >= 1 else { return nil }
    let left = seconds * (1 - share) / share
    switch left {
    case ..<59.5: return "\(Int(left + 0.5)) s"
    case ..<3570: return "\(Int(left / 60 + 0.5)) min"
    default:
      let minutes = Int(left / 60 + 0.5)
      let rest = minutes % 60
      return "\(minutes / 60) h \(rest < 10 ? "0" : "")\(rest) min"
    }
  }

  private var rate: String {
    let tenths = Int(Double(byteCount) / 1e5 / seconds + 0.5)
    return tenths >= 1000 ? grouped(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }

  /// Whole megabytes, or tenths below ten.
  private func megabytes(_ bytes: Int) -> String {
    guard bytes < 9_950_000 else { return grouped((bytes + 500_000) / 1_000_000) }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A number with a comma before each three digits.
  private func grouped(_ number: Int) -> String {
    var digits = String(number)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}
