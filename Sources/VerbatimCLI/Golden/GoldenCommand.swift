import ArgumentParser
import Verbatim

struct GoldenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "Keeps accepted answers as files, and reports what changed.",
    discussion: """
      A golden file, NAME.golden, stands beside its inputs and holds the answer that somebody \
      accepted: the quotations of an article with their speakers, the differences of pairs, an \
      article against its sources, or one utterance across articles. It is text that people read \
      and edit. check says what the program would say otherwise today.

      EXAMPLES
        verbatim golden record cases/        write the answers that are missing
        verbatim golden check cases/         compare; exit status 1 if something changed
        verbatim golden review cases/        accept or reject, difference by difference
        verbatim golden report cases/ > report.html
      """,
    subcommands: [
      GoldenCheckCommand.self, GoldenRecordCommand.self, GoldenReviewCommand.self,
      GoldenReportCommand.self,
    ])
}

/// Which cases to work on: the same for all commands on golden files.
struct GoldenPaths: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Folders of cases, searched with all folders in them, or golden files (default: golden).",
      valueName: "dir"))
  var paths: [String] = []

  /// The folder that is meant where none is given.
  static let standard = "golden"

  var effectivePaths: [String] { paths.isEmpty ? [Self.standard] : paths }

  /// The cases.
  ///
  /// - Parameter needsCases: Whether it is an error that there is none.
  /// - Throws: ``ExitStatus/unreadable``, after messages, if there is none.
  func tree(needsCases: Bool = true) throws(ExitStatus) -> GoldenTree {
    let tree = GoldenTree(effectivePaths)
    for failure in tree.failures { Message.failure(failure) }
    if needsCases, tree.cases.isEmpty {
      if tree.failures.isEmpty {
        Message.error(
          "there is no case in \(effectivePaths.joined(separator: ", ")); write an article there "
            + "and record it: verbatim golden record")
      }
      throw .unreadable
    }
    return tree
  }
}
