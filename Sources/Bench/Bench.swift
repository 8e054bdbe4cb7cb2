#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures single steps inside one process, for the scripts in `Benchmarks`.
///
///     Bench stages FILE.jsonl [STAGE …]      one line of JSON for each stage; without stages they come
///                                            from standard input, one a line
///     Bench boundaries FILE.jsonl            whether the word boundaries are those of ICU's iterator
///     Bench build-passages CORPUS FOLDER     documents of CORPUS are divided by the byte 1E
///     Bench search-passages FOLDER QUERIES   a quotation a line
@main
enum Bench {
  static func main() throws { try run(Array(CommandLine.arguments.dropFirst())) }

  /// Not on the main actor, whose checks would be measured as well.
  nonisolated static func run(_ arguments: [String]) throws {
    switch (arguments.first, arguments.count) {
    case ("stages", 2...): try runStages(file: arguments[1], stages: Array(arguments[2...]))
    case ("boundaries", 2): StageMeasurement(file: arguments[1]).compareBoundaries()
    case ("build-passages", 3):
      try PassageMeasurement.build(corpus: arguments[1], folder: arguments[2])
    case ("search-passages", 3):
      try PassageMeasurement.search(folder: arguments[1], queries: arguments[2])
    default:
      fail(
        "usage: Bench stages FILE [STAGE …] | boundaries FILE | build-passages CORPUS FOLDER | "
          + "search-passages FOLDER QUERIES")
    }
  }

  nonisolated private static func runStages(file: String, stages: [String]) throws {
    var measurement = StageMeasurement(file: file)
    func run(_ name: String) throws {
      guard let stage = StageMeasurement.Stage(rawValue: name) else {
        let names = StageMeasurement.Stage.allCases.map(\.rawValue)
        fail("\(name): no stage; there are \(names.joined(separator: ", "))")
      }
      let result = try measurement.measure(stage)
      print(
        """
        {"stage": "\(name)", "bytes": \(result.bytes), "count": \(result.count), \
        "seconds": \(result.seconds)}
        """)
      // The script waits for this line before it measures something else.
      fflush(nil)
    }
    for stage in stages { try run(stage) }
    guard stages.isEmpty else { return }
    while let line = readLine() { try run(line) }
  }
}
