import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Text that means something to what shows or reads a report.
enum HostileText {
  /// Each by what it attacks, and each beginning like another formula. All can be part of a name or of
  /// a sentence.
  static let all: [(name: String, text: String)] = [
    (
      "terminals",
      "=HYPERLINK(1)" + "\u{1B}[31mred\u{1B}[0m" + "\u{1B}]0;owned\u{7}" + "\u{9B}2J" + "\u{85}"
        + "ab\u{8}\u{8}xy" + "\u{7F}"
    ),
    (
      "readers",
      "+1+1 safe\u{202E}exe.txt \u{2066}left\u{2069} \u{200F}right pass\u{200B}word "
        + "pass\u{200D}word a\u{2060}b flag\u{E0041} a\u{FFFE}b \u{FEFF}c"
    ),
    (
      "pages",
      "-1<script>alert(1)</script> \" onmouseover=\"alert(1) ![x](http://example.org/x.png) "
        + "[x](javascript:alert(1)) `rm` ~~x~~ **bold** | cell &lt;b&gt; &amp; ]]> --> */ <!-- "
        + "<img src=x onerror=alert(1)> $x$"
    ),
    (
      "lines",
      "@SUM(1) # TODO skip \\u0022 {{x}} ${x} %n %s \\ one\u{2028}two\rthree\u{B}four"
    ),
  ]

  /// What drives a terminal or reorders or hides text, apart from the end of a line.
  static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
    case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069: true
    case 0xE0001, 0xE0020...0xE007F: true
    default: false
    }
  }

  /// The dangerous scalars of a text, by their numbers.
  static func dangers(_ text: String) -> [String] {
    text.unicodeScalars.filter(isDangerous).map { String($0.value, radix: 16) }
  }

  /// The cells of a table by RFC 4180.
  static func cells(ofCSV text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Substring(text).unicodeScalars
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        cell += "\""
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  /// Whether a document is well-formed XML.
  static func isXML(_ data: Data) -> Bool { XMLParser(data: data).parse() }

  /// The elements of a page of HTML that the reports do not have, and attributes that run code.
  static func foreignMarkup(inHTML page: String) -> [String] {
    var body = Substring(page)
    var result: [String] = []
    while let start = body.firstIndex(of: "<") {
      let tag = body[start...].prefix { $0 != ">" }
      let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "!" }
      if !known.contains(name.lowercased()) { result.append(String(tag)) }
      if tag.contains("onmouseover=\"") || tag.contains("javascript:") {
        result.append(String(tag))
      }
      body = body[start...].dropFirst()
      // What stands in the page's own script and style is no markup.
      for raw in ["script", "style"] where name == raw {
        guard let end = body.range(of: "</\(raw)>") else { continue }
        if body[..<end.lowerBound].contains("alert(1)") { result.append(raw) }
        body = body[end.lowerBound...]
      }
    }
    return result
  }

  private static let known: Set<String> = Set(
    [
      "!doctype", "html", "head", "meta", "title", "style", "script", "body", "main", "section",
      "h1", "h2", "h3", "h4", "p", "div", "span", "b", "strong", "em", "i", "sup", "br", "table",
      "thead", "tbody", "tr", "th", "td", "caption", "ins", "del", "mark", "q", "cite", "ol", "ul",
      "li", "dl", "dt", "dd", "a", "button", "input", "label", "fieldset", "legend", "dialog",
      "kbd", "form", "details", "summary", "blockquote", "pre", "code", "article", "header",
      "footer",
      "nav", "small", "hr", "s", "u",
    ].flatMap { [$0, "/\($0)"] })
}
