import ArgumentParser
import Verbatim

struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "Lists the house styles, or the rules of one.",
    discussion: """
      A profile says of each class of difference whether it is allowed, allowed if marked, up for \
      review, or forbidden. A house's own is a JSON file, which --format json shows the form of: \
      copy a built-in one and change it, or begin with {"based-on": "ap", "rules": {}}.

      EXAMPLES
        verbatim profiles
        verbatim profiles wsj --medium spoken
        verbatim profiles ap --format json > house.json
        verbatim profiles house.json
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: ArgumentHelp("A built-in profile or a JSON file.", valueName: "name|file"))
  var profile: String?

  @Option(help: ArgumentHelp("The medium whose rules to show.", valueName: "medium"))
  var medium: Profile.Medium?

  @Option(help: "text, or json for the file of a built-in profile.")
  var format: Format = .text

  mutating func validate() throws {
    if let profile { try WordingOptions.validateName(profile) }
    guard format == .json else { return }
    guard let profile, Profile.builtInFile(profile) != nil else {
      throw ValidationError(
        "--format json shows the file of one built-in profile; give its name "
          + "(\(Profile.builtInNames.filter { Profile.builtInFile($0) != nil }.joined(separator: ", ")))."
      )
    }
  }

  mutating func run() throws {
    var output = StandardOutput()
    if format == .json, let profile, let file = Profile.builtInFile(profile) {
      try output.write(file)
    } else if let profile {
      let loaded = try WordingOptions.profile(named: profile)
      try output.write(
        ProfileReport.rules(of: loaded, medium: medium, style: .forStandardOutput))
    } else {
      let all = Profile.builtInNames.compactMap { Profile.builtIn($0) }
      try output.write(ProfileReport.list(of: all))
    }
    try output.flush()
  }
}
