import ArgumentParser
import Verbatim

/// By what rules wordings are judged: the same for all commands that compare wordings.
struct WordingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The house style that verdicts follow: a built-in profile or a JSON file.",
      discussion: "Built in: \(Profile.builtInNames.joined(separator: ", ")).",
      valueName: "name|file"))
  var profile: String = Profile.neutral.name

  @Option(
    help: ArgumentHelp(
      "How the words were given: spoken, printed or translated, where the profile distinguishes.",
      valueName: "medium"))
  var medium: Profile.Medium?

  @Option(
    help: ArgumentHelp(
      "Exit with status 1 from this level on; may be given several times.",
      discussion: """
        A severity (style, marked, minor, meaning), a verdict (styled, marked-edit, \
        cannot-establish, altered, meaning-altered, different, not-found), each with all that is \
        worse, or a class of difference, such as negation.
        """,
      valueName: "level"),
    transform: Self.alarmLevel)
  var failOn: [AlarmLevel] = []

  mutating func validate() throws {
    if !Self.isPath(profile), Profile.builtIn(profile) == nil {
      throw ValidationError(
        "--profile is “\(profile)”; give a built-in profile "
          + "(\(Profile.builtInNames.joined(separator: ", "))) or the path of a .json file.")
    }
  }

  /// The profile.
  ///
  /// - Throws: ``ExitStatus/unreadable``, after a message, if its file cannot be used: verdicts by
  ///   another profile would be others.
  func loadedProfile() throws(ExitStatus) -> Profile {
    if !Self.isPath(profile), let builtIn = Profile.builtIn(profile) { return builtIn }
    do throws(InputFailure) {
      return try Profile(path: profile)
    } catch {
      Message.failure(error)
      throw .unreadable
    }
  }

  /// Whether differences of these classes, with this verdict, are a finding that was asked for.
  func isFinding(_ classes: some Sequence<DifferenceClass>, verdict: Verdict) -> Bool {
    let classes = Array(classes)
    return failOn.contains { $0.isReached(by: classes, verdict: verdict) }
  }

  private static func alarmLevel(_ name: String) throws -> AlarmLevel {
    if let level = AlarmLevel(name: name) { return level }
    let remedy =
      NearestName.of(name, among: AlarmLevel.allNames).map { "did you mean “\($0)”?" }
      ?? "give a severity, a verdict or a class of difference; see “verbatim profiles ap”."
    throw ValidationError("“\(name)” is no level that an alarm could be set to; \(remedy)")
  }

  /// Names of profiles hold neither a dot nor a slash.
  private static func isPath(_ name: String) -> Bool {
    name == "-" || name.contains("/") || name.contains(".")
  }
}
