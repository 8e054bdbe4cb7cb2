#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The scores of an evaluation by name: `pdnc entity implicit`, `polnear mention`.
struct ScoreBoard {
  private var scores: [String: Score] = [:]

  mutating func add(_ name: String, _ answers: [(confidence: Double, isRight: Bool)]) {
    if !answers.isEmpty { scores[name, default: Score()].add(answers) }
  }

  /// A table in Markdown.
  var table: String {
    var lines = [
      "| answers | right | 95 % over texts | of | texts | calibration error | from 0.5: answered, right | from 0.8: answered, right | 98 % right: from, answered |",
      "|---|---|---|---|---|---|---|---|---|",
    ]
    for (name, score) in scores.sorted(by: { $0.key < $1.key }) {
      let (low, high) = score.interval
      let half = score.answered(from: 0.5)
      let most = score.answered(from: 0.8)
      let fields = [
        name, percent(score.share), "\(percent(low))–\(percent(high))", "\(score.all)",
        "\(score.texts.count)", percent(score.calibrationError),
        "\(percent(half.share)), \(percent(half.precision))",
        "\(percent(most.share)), \(percent(most.precision))",
        score.threshold(forPrecision: 0.98).map {
          "\(percent($0.confidence)), \(percent($0.share))"
        } ?? "never",
      ]
      lines.append("| " + fields.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  /// A table in Markdown of the shares that several models reach.
  static func comparison(_ boards: [(name: String, board: ScoreBoard)]) -> String {
    let keys = Set(boards.flatMap { $0.board.scores.keys }).filter { !$0.contains(" rule ") }
      .sorted()
    var lines = [
      "| model | " + keys.joined(separator: " | ") + " |",
      "|---" + String(repeating: "|---", count: keys.count) + "|",
    ]
    for (name, board) in boards {
      let shares = keys.map { board.scores[$0].map { board.percent($0.share) } ?? "" }
      lines.append("| \(name) | " + shares.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// The figures for a file: on each line a name, the right answers and all answers.
  var figures: String {
    scores.filter { !$0.key.contains(" rule ") }.sorted { $0.key < $1.key }
      .map { "\($0.key)\t\($0.value.right)\t\($0.value.all)\n" }.joined()
  }

  /// What is worse than in a file of figures by more than two standard errors of the share there.
  func regressions(against path: String) throws -> [String] {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let right = Double(fields[1]), let all = Double(fields[2]), all > 0,
        let score = scores[String(fields[0])]
      else { return nil }
      let share = right / all
      let least = share - 2 * (share * (1 - share) / all).squareRoot()
      guard score.share < least else { return nil }
      return "\(fields[0]): \(percent(score.share)), was \(percent(share)); "
        + "less than \(percent(least)) is no noise"
    }
  }
}
