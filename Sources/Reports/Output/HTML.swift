/// Text inside HTML, and the page around it.
enum HTML {
  /// The text with everything escaped that means something in HTML, between tags or in an
  /// attribute between quotation marks. What drives a terminal or reorders text becomes visible;
  /// line breaks stay.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      // Browsers show nothing for Unicode's own line breaks.
      case "\u{2028}", "\u{2029}": result += "\n"
      // A carriage return alone would be read as a line feed.
      case "\r": break
      default:
        if VisibleText.mustShow(scalar, after: previous) {
          result += VisibleText.number(of: scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// The start of a page that needs nothing but itself: no script, no font, no picture from
  /// elsewhere. It follows the reader's choice of light or dark and can be printed.
  ///
  /// - Parameters:
  ///   - style: Rules of CSS besides those that all pages have in common.
  ///   - script: The text of the one `script` element that the caller puts on the page; nil for a
  ///     page without any. The browser is told to run nothing but it.
  static func pageStart(title: String, style: String = "", script: String? = nil) -> String {
    let policy = script.map { policyElement(style: "\n\(commonStyle)\(style)", script: $0) } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      \(policy)<meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(escaped(title))</title>
      <style>
      \(commonStyle)\(style)</style>
      </head>
      <body>
      <main>
      <h1>\(escaped(title))</h1>

      """
  }

  static let pageEnd = "</main>\n</body>\n</html>\n"

  /// Severities differ in colour and in the kind of line under the words, so that they can be told
  /// apart on paper and by those who see colours otherwise.
  private static let commonStyle = """
    :root { color-scheme: light dark; --ink: #1a1a1a; --quiet: #5c5c5c; --line: #d0d0d0;
      --page: #fff; --style: #e6f2e6; --marked: #e0edf8; --minor: #fff0cc; --meaning: #fbdcd9; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --quiet: #a8a8a8;
      --line: #4a4a4a; --page: #181818; --style: #1f3a24; --marked: #1b3550; --minor: #4a3a10;
      --meaning: #5a2320; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--page); color: var(--ink);
      font: 1rem/1.5 Georgia, "Times New Roman", serif; }
    main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
    h1, h2, h3, table, .facts, .label { font-family: system-ui, sans-serif; }
    h1 { font-size: 1.5rem; }
    h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; overflow-wrap: anywhere; }
    .facts, .label { color: var(--quiet); font-size: .875rem; margin: 0 0 .5rem; }
    .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
    .wording { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
    ins, del { color: inherit; border-radius: .15em; padding: 0 .1em; text-decoration: underline;
      text-decoration-thickness: .1em; text-underline-offset: .2em; }
    .style { background: var(--style); text-decoration-style: dotted; }
    .marked { background: var(--marked); text-decoration-style: dashed; }
    .minor { background: var(--minor); text-decoration-style: solid; }
    .meaning { background: var(--meaning); text-decoration-style: double; }
    sup { font: .7em system-ui, sans-serif; color: var(--quiet); }
    .outside { color: var(--quiet); }
    table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .875rem; }
    th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left;
      vertical-align: top; overflow-wrap: anywhere; }
    @media (max-width: 45rem) { .sides { grid-template-columns: 1fr; } }
    @media print { main { max-width: none; padding: 0; } section { break-inside: avoid; }
      ins, del, td { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

    """
}
