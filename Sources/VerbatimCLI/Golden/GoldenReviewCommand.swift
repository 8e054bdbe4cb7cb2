import ArgumentParser
import Verbatim

struct GoldenReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Accepts or rejects what changed, difference by difference.",
    discussion: """
      In a terminal it shows one difference after the other and asks. Accepting writes it into the \
      golden file; rejecting leaves that file as it is. Both are kept in approvals.log in the \
      folder of the cases: who, when, what and why. The program's answer lies beside a golden file \
      as NAME.golden.received while something is undecided.

      Without a terminal, give the identifiers that check prints.

      The exit status is 1 while differences are left.

      EXAMPLES
        verbatim golden review cases/
        verbatim golden review cases/ --accept 1f0a9c3e --reason "corrected on 3 May"
        verbatim golden review cases/ --reject 77b2d410 --accept 1f0a9c3e
        verbatim golden review cases/ --accept all --reason "new house rules"
      """)

  @OptionGroup var paths: GoldenPaths

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Accept the difference with this identifier, or “all”; may be repeated.", valueName: "id"))
  var accept: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Reject the difference with this identifier, or “all”; may be repeated.", valueName: "id"))
  var reject: [String] = []

  @Option(help: ArgumentHelp("Why, for the approval log.", valueName: "text"))
  var reason: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who decides, for the approval log (default: the user's name).", valueName: "name"))
  var person: String?

  mutating func validate() throws {
    if let both = Set(accept).intersection(reject).first {
      throw ValidationError("“\(both)” is both accepted and rejected; choose one.")
    }
    if accept.isEmpty, reject.isEmpty, reason != nil {
      throw ValidationError("--reason only makes sense with --accept or --reject.")
    }
  }

  mutating func run() throws {
    try WritePermission.check("review")
    let tree = try paths.tree()
    for folder in Set(tree.cases.map(\.folder)) { WorkingFolder.removeRemains(in: folder) }
    var session = ReviewSession(tree, person: person ?? Process.userName)
    if !accept.isEmpty || !reject.isEmpty {
      try session.decide(accepting: accept, rejecting: reject, reason: reason ?? "")
    } else if FileDescriptor.input.isTerminal {
      try session.ask()
    } else {
      try session.list()
    }
    try session.finish()
  }
}
