import Foundation
import Testing

/// The sessions that README shows are what happens.
struct TutorialTests {
  /// Runs the commands of the tutorial on golden files, one after the other, in an empty folder.
  @Test func goldenTutorial() throws {
    let url = Verbatim.package.appendingPathComponent("README.md")
    let readme = try String(contentsOf: url, encoding: .utf8)
    let steps = Self.steps(of: "Did anything change", in: readme)
    #expect(steps.count >= 10)
    let verbatim = try Verbatim()
    for step in steps {
      let outcome = try verbatim.shell("verbatim() { \"$VERBATIM\" \"$@\"; }; \(step.command)")
      #expect(outcome.text + outcome.errors == step.output, "$ \(step.command)")
    }
  }

  private struct Step {
    var command: String
    var output: String
  }

  /// The commands, with their outputs, of a section's indented lines.
  private static func steps(of heading: String, in text: String) -> [Step] {
    var steps: [Step] = []
    var isInside = false
    var blankLines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        isInside = line == "## \(heading)"
      } else if isInside, line.hasPrefix("    $ ") {
        steps.append(Step(command: String(line.dropFirst(6)), output: ""))
        blankLines = 0
      } else if isInside, line.hasPrefix("    "), !steps.isEmpty {
        // Blank lines belong to an output if it goes on behind them.
        steps[steps.count - 1].output += String(repeating: "\n", count: blankLines)
        steps[steps.count - 1].output += line.dropFirst(4) + "\n"
        blankLines = 0
      } else if line.isEmpty {
        blankLines += 1
      }
    }
    return steps
  }
}
