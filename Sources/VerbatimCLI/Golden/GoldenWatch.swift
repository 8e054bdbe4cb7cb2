import Verbatim

/// Checks cases again as their files are edited.
///
/// It looks at the files' times every half second, which works on every system and file system.
struct GoldenWatch {
  let paths: GoldenPaths
  let jobs: Int

  func run() throws {
    var known: [String: Fingerprint] = [:]
    while true {
      let tree = GoldenTree(paths.effectivePaths)
      var changed: [GoldenTree.FoundCase] = []
      var seen: [String: Fingerprint] = [:]
      for found in tree.cases {
        let print = Fingerprint(found)
        seen[found.path] = print
        if known[found.path] != print { changed.append(found) }
      }
      let isGone = known.keys.contains { seen[$0] == nil }
      if !changed.isEmpty || isGone || known.isEmpty {
        for failure in tree.failures { Message.failure(failure) }
        try check(changed, of: tree.cases.count)
      }
      known = seen
      Process.sleep(milliseconds: 500)
    }
  }

  private func check(_ cases: [GoldenTree.FoundCase], of total: Int) throws {
    var output = StandardOutput()
    var report = GoldenReport(options: .init(style: .forStandardOutput, paths: paths.paths))
    let run = GoldenRun(version: VerbatimCommand.version, keepsTexts: false, jobs: jobs)
    try run.check(cases) { try output.write(report.add($0)) }
    try output.write(report.finish())
    let note = "Checked \(cases.count) of \(total); waiting for changes, Ctrl-C ends.\n"
    try output.write(Array(note.utf8))
    try output.flush()
  }

  /// What tells that a case must be checked again.
  private struct Fingerprint: Equatable {
    var stamps: [WorkingFolder.Stamp?]

    init(_ found: GoldenTree.FoundCase) {
      stamps = ([found.path] + found.referencedPaths).map { WorkingFolder.stamp(of: $0) }
    }
  }
}
