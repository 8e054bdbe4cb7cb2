import ArgumentParser
import Corpus
import Dispatch
import Locking
import MetamorphicSupport
import Prose
import Synchronization
import TestSupport

/// Rewrites and damages the quotation marks of articles, and counts what comes out otherwise.
///
/// A tool for those who work on Verbatim; `make metamorphic` calls it. The same articles and seed
/// give the same bytes.
@main
struct MetamorphicCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metamorphic-check",
    abstract: "Rewrites and damages quotation marks, and counts what comes out otherwise.",
    discussion: """
      Each FILE holds articles, as `verbatim list` takes them. Every quotation of an article \
      should come out the same in each typography; a damaged mark should change nothing outside of \
      its paragraph, and have a diagnostic there.
      """)

  @Argument(help: "Articles.")
  var files: [String]

  @Option(help: "How many marks to damage in each article, each in every way.")
  var damages = 2

  @Option(help: "Where the random choices start.")
  var seed = 1

  @Option(help: "Cut longer articles into parts of about this many bytes.")
  var size = 32 << 10

  @Option(help: "How many articles to work on at a time.")
  var jobs = 2

  @Option(help: "Print this many of the failures of each kind.")
  var failures = 0

  @Option(help: "Take every nth part only.")
  var every = 1

  @Option(help: "Only these: a typography, or a kind of damage.")
  var only: [String] = []

  @Flag(help: "Fail when a share is below what is promised.")
  var strict = false

  func run() throws {
    let tally = Self.work(self)
    print(tally.report(failures: failures))
    if strict, !tally.keepsPromises { throw ExitCode(1) }
  }

  nonisolated private static func work(_ command: MetamorphicCheck) -> Tally {
    var source = ArticleSource(paths: command.files)
    var parts: [Article] = []
    while let item = source.next() {
      switch item {
      case .article(let article, _): parts += article.parts(of: command.size)
      case .failure(let failure): print(failure.what)
      }
    }
    let chosen = parts.indices.filter { $0 % max(1, command.every) == 0 }.map { parts[$0] }
    let results = Guarded<[Int: Tally]>([:])
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, command.jobs)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < chosen.count else { return }
        let tally = Tally(
          chosen[index], seed: command.seed &+ index, damages: command.damages,
          only: command.only)
        results.withLock { $0[index] = tally }
      }
    }
    var sum = Tally()
    results.withLock { results in
      for index in chosen.indices { if let tally = results[index] { sum += tally } }
    }
    return sum
  }
}
