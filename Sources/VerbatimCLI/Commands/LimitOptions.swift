import ArgumentParser
import Verbatim

/// How much the program takes on, so that no input makes it grow without bound: the same for all
/// commands that read articles.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The size in MiB up to which an article is read; larger ones are reported and left out.",
      valueName: "mib"))
  var maxArticle: Int = 64

  @Option(
    help: ArgumentHelp(
      "The size in MiB up to which a line of JSON Lines is read; longer ones are left out.",
      valueName: "mib"))
  var maxLine: Int = 128

  @Option(
    help: ArgumentHelp(
      "How many quotations may stand inside one another; deeper ones are left out.",
      valueName: "n"))
  var maxDepth: Int = 32

  @Option(
    help: ArgumentHelp(
      "How many doubtful places of an article are told; one more counts the rest.",
      valueName: "n"))
  var maxWarnings: Int = 1000

  mutating func validate() throws {
    try Self.check("--max-article", maxArticle, 1...512)
    try Self.check("--max-line", maxLine, 1...2048)
    try Self.check("--max-depth", maxDepth, 1...100_000)
    try Self.check("--max-warnings", maxWarnings, 0...1_000_000)
  }

  /// Complains about a number out of its range.
  static func check(_ option: String, _ value: Int, _ range: ClosedRange<Int>) throws {
    guard range.contains(value) else {
      throw ValidationError(
        "\(option) is \(value); give a number from \(range.lowerBound) to \(range.upperBound).")
    }
  }
}

/// How many places of the sources a quotation is compared with.
struct PlaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many of the most promising places a quotation is compared with.", valueName: "n"))
  var maxPlaces: Int = 8

  mutating func validate() throws {
    try LimitOptions.check("--max-places", maxPlaces, 1...100_000)
  }
}

/// How much work one comparison may take.
struct PairingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many words two wordings may have each to be paired word by word at once.",
      discussion: """
        Longer ones are cut at words that both have once; stretches without such words count as \
        different. Time and memory grow with the square.
        """,
      valueName: "n"))
  var maxPaired: Int = 1024

  mutating func validate() throws {
    try LimitOptions.check("--max-paired", maxPaired, 1...16_384)
  }

  var limits: WordingLimits { WordingLimits(pairedWords: maxPaired) }
}
