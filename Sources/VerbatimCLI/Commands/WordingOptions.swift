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

  mutating func validate() throws { try Self.validateName(profile) }

  /// The profile.
  ///
  /// - Throws: ``ExitStatus/unreadable``, after a message, if its file cannot be used: verdicts by
  ///   another profile would be others.
  func loadedProfile() throws(ExitStatus) -> Profile { try Self.profile(named: profile) }

  /// Complains about what is neither a built-in profile's name nor a path.
  static func validateName(_ name: String) throws {
    guard !Profile.isPath(name), Profile.builtIn(name) == nil else { return }
    let remedy =
      NearestName.of(name, among: Profile.builtInNames).map { "did you mean “\($0)”?" }
      ?? "there are \(Profile.builtInNames.joined(separator: ", "))."
    throw ValidationError(
      "“\(name)” is no built-in profile, and a file's path has a dot or a slash; \(remedy)")
  }

  /// The built-in profile of a name, or that of a file.
  static func profile(named name: String) throws(ExitStatus) -> Profile {
    if !Profile.isPath(name), let builtIn = Profile.builtIn(name) { return builtIn }
    do throws(InputFailure) {
      return try Profile(path: name)
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
}
