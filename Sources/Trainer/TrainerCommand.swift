import ArgumentParser
import Speakers

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Trains the weights of speaker attribution from annotated articles.
///
/// A tool for those who work on Verbatim; `make train` calls it. The same input and options give
/// the same bytes.
@main
struct TrainerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbatim-train",
    abstract: "Trains the weights of speaker attribution from annotated articles.",
    discussion: """
      Each FILE holds an article a line as JSON: id, corpus, text, quotes, entities and \
      marked_spans, offsets in Unicode scalars.
      """)

  @Argument(help: "Annotated articles, JSON Lines.")
  var files: [String] = []

  @Option(help: "Learn nothing; write the image of the weights on file, for changed word lists.")
  var image: String?

  @Option(help: "Where to write the weights; without it the command only measures.")
  var output: String?

  @Option(help: "Measure by cross-validation over this many folds of the articles.")
  var folds = 0

  @Option(help: "Fail when a figure of the cross-validation is worse than in this file.")
  var figures: String?

  @Option(help: "Write the figures of the cross-validation to this file.")
  var record: String?

  @Option(help: "How often to walk through the articles.")
  var epochs = 6

  @Option(help: "The step of the gradient ascent.")
  var rate: Float = 0.07

  @Option(help: "Strength of the pull of weights towards zero.")
  var decay: Float = 0.0002

  @Option(help: "Print this many wrong decisions.")
  var errors = 0

  @Option(help: "Leave each text of this corpus out alone, instead of by folds: pdnc.")
  var alone: String?

  @Flag(help: "Measure what each group of facts is worth, by leaving it out.")
  var ablate = false

  @Option(help: "Of the groups of facts, leave out only those whose names hold this.")
  var group = ""

  func validate() throws {
    if files.isEmpty, image == nil { throw ValidationError("Name annotated articles.") }
    if folds < 2, ablate || alone != nil {
      throw ValidationError("Say into how many parts the articles are divided: --folds 3.")
    }
  }

  func run() throws { try Self.work(self) }

  nonisolated static func work(_ command: TrainerCommand) throws {
    if let image = command.image {
      let url = URL(filePath: image)
      try Data(Weights.image).write(to: url)
      try Data(LexiconImage.bytes).write(
        to: url.deletingLastPathComponent().appending(path: LexiconImage.fileName))
      return
    }
    let articles = try command.files.flatMap { try TrainingArticle.read(path: $0) }
    let settings = Learner.Settings(
      epochs: command.epochs, rate: command.rate, decay: command.decay)
    let validation = CrossValidation(
      articles: articles, settings: settings, folds: command.folds, alone: command.alone)
    if command.ablate {
      let groups = FeatureGroup.allCases.filter {
        command.group.isEmpty || $0.rawValue.contains(command.group)
      }
      print(ScoreBoard.comparison(validation.ablate(groups)))
    } else if command.folds > 1 {
      let report = validation.evaluate()
      print(report.description)
      print("\n" + report.board.table)
      for error in report.errors.prefix(command.errors) { print(error) }
      if let record = command.record { try write(report.board.figures, to: record) }
      if let figures = command.figures {
        let regressions = try report.board.regressions(against: figures)
        for line in regressions { print("worse than in \(figures): \(line)") }
        if !regressions.isEmpty { throw ExitCode(1) }
      }
    }
    guard let output = command.output else { return }
    var learner = Learner(settings: settings)
    learner.train(articles)
    try learner.write(to: output)
  }

  nonisolated private static func write(_ figures: String, to path: String) throws {
    let header = """
      # Right answers and all answers in cross-validation, made by `make evaluate RECORD=1`.
      # Fields: score, right, all.

      """
    try Data((header + figures).utf8).write(to: URL(filePath: path))
  }
}
