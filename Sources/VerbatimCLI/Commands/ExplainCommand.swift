import ArgumentParser
import Verbatim

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains why each quotation was found and attributed as it was.",
    discussion: """
      Shows an article's quotations one by one: marks, mention, cue, the candidates with their \
      shares of the probability, and the reasons with their weights in log-odds. Places are \
      line:column.

      EXAMPLES
        verbatim explain article.txt | less
        verbatim explain article.txt --at 12:5
      """)

  @Option(
    help: ArgumentHelp(
      "Only the quotations on a line, or at a line and column, as list prints them: 12, 12:5.",
      valueName: "line:column"))
  var at: TextPlace?

  @OptionGroup var input: InputOptions

  mutating func validate() throws { try input.validateInput() }

  mutating func run() throws {
    let style = TerminalStyle.forStandardOutput
    var run = try AnalysisRun(input, keepsCandidates: true)
    let place = at
    var isFirst = true
    try run.forEachArticle {
      ExplanationReport.bytes(for: $0, at: place, style: style)
    } consume: { bytes in
      guard !bytes.isEmpty else { return [] }
      defer { isFirst = false }
      return isFirst ? bytes : [UInt8(ascii: "\n")] + bytes
    }
    try run.finish()
    if let place, isFirst {
      Message.error("no quotation stands at \(place); “verbatim list --all” shows the places")
      throw ExitStatus.usage
    }
  }
}
