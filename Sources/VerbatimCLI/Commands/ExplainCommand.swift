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
      """)

  @OptionGroup var input: InputOptions

  mutating func validate() throws { try input.validateInput() }

  mutating func run() throws {
    let style = TerminalStyle.forStandardOutput
    var run = try AnalysisRun(input, keepsCandidates: true)
    var isFirst = true
    try run.forEachArticle {
      ExplanationReport.bytes(for: $0, style: style)
    } consume: { bytes in
      defer { isFirst = false }
      return isFirst ? bytes : [UInt8(ascii: "\n")] + bytes
    }
    try run.finish()
  }
}
