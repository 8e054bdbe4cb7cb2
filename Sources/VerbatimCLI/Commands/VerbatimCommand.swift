import ArgumentParser

struct VerbatimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbatim",
    abstract: "Finds quotations in articles, and who said them.",
    discussion: """
      Works offline on plain text, Markdown, JSON Lines and captions.

      EXAMPLES
        verbatim list articles/              quotations per person
        verbatim list --person ruiz a.txt    what one person said
        verbatim list --format jsonl a.jsonl as data, one quotation a line
        verbatim compare articles/           one utterance across outlets
        verbatim explain a.txt               why it was attributed so
        verbatim diff "…" "…"                what differs between two wordings
        verbatim verify a.txt --against s/   whether sources have the quotations so
        verbatim golden check cases/         what changed since it was accepted
        verbatim index c.db articles/        articles in a store, for all of these
        verbatim search c.db "…"             where a corpus has some words

      EXIT STATUS
        0  nothing to report; also when the output's reader stops reading
        1  findings at or above the level asked for
        2  wrong usage
        3  input not readable or output not writable; the rest was done
      """,
    version: version,
    subcommands: [
      ListCommand.self, ExplainCommand.self, CompareCommand.self, VerifyCommand.self,
      DiffCommand.self, GoldenCommand.self, IndexCommand.self, SearchCommand.self,
      PeopleCommand.self, ProfilesCommand.self,
    ])

  /// The program's name and version.
  static let version = "verbatim 0.1.0"
}
