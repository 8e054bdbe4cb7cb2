/// Text inside CommonMark.
enum Markdown {
  /// The text on one line, with a backslash before everything that CommonMark, or GitHub's tables
  /// and strike-through, would read as markup.
  static func escaped(_ text: String) -> String {
    let line = VisibleText.oneLine(text)
    var result = ""
    result.reserveCapacity(line.utf8.count)
    var isInLeadingDigits = true
    for (index, scalar) in line.unicodeScalars.enumerated() {
      let isStart = index == 0
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$":
        result += "\\"
      // Headings, lists and rules, which only the start of a line can open.
      case "#", "+", "-", "=":
        if isStart { result += "\\" }
      case ".", ")":
        if isInLeadingDigits, !isStart { result += "\\" }
      default:
        break
      }
      if !("0"..."9").contains(scalar) { isInLeadingDigits = false }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
