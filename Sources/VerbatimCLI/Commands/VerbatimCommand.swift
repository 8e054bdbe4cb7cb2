import ArgumentParser

struct VerbatimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbatim",
    abstract: "Finds quotations in articles, and who said them.",
    discussion: """
      Works offline on plain text, Markdown and JSON Lines.

      EXAMPLES
        verbatim list articles/             quotations per person, readable
        verbatim list --person ruiz a.txt   only what one person said
        verbatim list --format jsonl - < articles.jsonl > quotations.jsonl
        verbatim explain a.txt              why each quotation was found and attributed

      EXIT STATUS
        0  nothing to report; also when the reader of the output has had enough
        1  findings at or above the level asked for
        2  wrong usage
        3  some input could not be read, or the output not be written; the rest was done
      """,
    version: "verbatim 0.1.0",
    subcommands: [ListCommand.self, ExplainCommand.self])
}
