import ArgumentParser
import Verbatim

struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "Shows who speaks in a store of articles, and corrects who is who.",
    discussion: """
      Names across articles are merged into people by what the articles show. Where that is wrong, \
      say so with merge, split or rename: the store remembers it, whatever is indexed later, and \
      “list”, “search” and “people” go by it.

      EXAMPLES
        verbatim people corpus.db
        verbatim people corpus.db --person ruiz --format json
        verbatim people merge corpus.db "Anna Ruíz Vega" "Ana Ruiz"
        verbatim people split corpus.db "Ann Ruiz" "Ana Ruiz"
        verbatim people rename corpus.db "A. Ruiz" "Ana Ruiz"
        verbatim people undo corpus.db
      """,
    subcommands: [
      ShowPeopleCommand.self, MergePeopleCommand.self, SplitPersonCommand.self,
      RenamePersonCommand.self, UndoPeopleCommand.self,
    ], defaultSubcommand: ShowPeopleCommand.self)
}

struct ShowPeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Lists people and bodies with aliases, counts and outlets.")

  @Argument(help: ArgumentHelp("The store.", valueName: "store"))
  var store: String

  @Option(help: ArgumentHelp("Only whom this name may mean.", valueName: "name"))
  var person: String?

  @Option(help: ArgumentHelp("Only who is quoted at least so often.", valueName: "n"))
  var minQuotations: Int = 0

  @Option(help: "What to order by.")
  var sort: PeopleReport.Order = .count

  @Option(help: "The output's format.")
  var format: PeopleReport.Format = .text

  @OptionGroup var csv: CSVOptions

  mutating func validate() throws {
    guard minQuotations >= 0 else {
      throw ValidationError("--min-quotations is \(minQuotations); give 0 or more.")
    }
    try csv.validate(isCSV: format == .csv)
  }

  mutating func run() throws {
    let people = try PeopleCorrecting.people(of: store)
    let entries = people.entries(person.map { PersonQuery($0) })
      .filter { $0.quotationCount >= minQuotations }
    var output = StandardOutput()
    try output.write(
      PeopleReport.write(
        PeopleReport.sorted(entries, by: sort), as: format, style: .forStandardOutput,
        usesSafeCSV: csv.csvSafe))
    try output.flush()
  }
}

struct MergePeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Makes one person of two, who is called as the second.")

  @Argument(help: ArgumentHelp("The store.", valueName: "store"))
  var store: String
  @Argument(help: ArgumentHelp("A name of the one.", valueName: "name"))
  var name: String
  @Argument(help: ArgumentHelp("A name of the other.", valueName: "other"))
  var other: String

  mutating func run() throws {
    try PeopleCorrecting.correct(store) { (people) throws(StorePeople.Problem) in
      try people.merge(name, into: other)
    }
  }
}

struct SplitPersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Parts a name from a person: whoever has it is another.")

  @Argument(help: ArgumentHelp("The store.", valueName: "store"))
  var store: String
  @Argument(help: ArgumentHelp("The name, as articles give it alone.", valueName: "name"))
  var name: String
  @Argument(help: ArgumentHelp("The person whose it is not.", valueName: "person"))
  var person: String

  mutating func run() throws {
    try PeopleCorrecting.correct(store) { (people) throws(StorePeople.Problem) in
      try people.split(name, from: person)
    }
  }
}

struct RenamePersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Gives a person another name.")

  @Argument(help: ArgumentHelp("The store.", valueName: "store"))
  var store: String
  @Argument(help: ArgumentHelp("A name of the person.", valueName: "name"))
  var name: String
  @Argument(help: ArgumentHelp("The name to show.", valueName: "new"))
  var new: String

  mutating func validate() throws {
    guard new.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw ValidationError("“\(new)” is no name.")
    }
  }

  mutating func run() throws {
    try PeopleCorrecting.correct(store) { (people) throws(StorePeople.Problem) in
      try people.rename(name, to: new)
    }
  }
}

struct UndoPeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Forgets the last correction.")

  @Argument(help: ArgumentHelp("The store.", valueName: "store"))
  var store: String

  mutating func run() throws {
    do throws(StoreFailure) {
      let writer = try StoreWriter(existingAt: store)
      if try writer.removeLastCorrection() { return }
    } catch {
      Message.failure(InputFailure(error))
      throw ExitStatus.unreadable
    }
    Message.error("\(store): there is no correction to forget")
    throw ExitStatus.usage
  }
}
