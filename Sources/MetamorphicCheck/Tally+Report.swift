import MetamorphicSupport

extension Tally {
  /// Whether every share is at least what the project promises.
  var keepsPromises: Bool {
    rewritings.values.allSatisfy { 100 * $0.sameSpeaker >= 99 * $0.quotations }
      && 1000 * total.keptOthers >= 995 * total.cases && 100 * total.diagnosed >= 90 * total.cases
  }

  private var total: Damage {
    damages.values.reduce(into: Damage()) { sum, damage in
      sum.cases += damage.cases
      sum.keptOthers += damage.keptOthers
      sum.diagnosed += damage.diagnosed
      sum.others += damage.others
      sum.sameOthers += damage.sameOthers
    }
  }

  /// The figures as tables of text, then some of what failed.
  func report(failures count: Int) -> String {
    var lines = ["\(articles) articles or parts", ""]
    lines.append(row("rewritten as", ["quotations", "pieces", "speech", "speaker", "added"]))
    for typography in Typography.allCases {
      guard let sum = rewritings[typography] else { continue }
      lines.append(
        row(
          typography.rawValue,
          [
            "\(sum.quotations)", share(sum.samePieces, sum.quotations),
            share(sum.sameSpeech, sum.quotations), share(sum.sameSpeaker, sum.quotations),
            "\(sum.added)",
          ]))
    }
    lines.append("")
    lines.append(
      row("one mark", ["cases", "others kept", "diagnosed", "others", "same others"]))
    for (name, sum) in MarkDamage.allCases.map({ ($0.rawValue, damages[$0] ?? Damage()) })
      + [("all", total)] where sum.cases > 0
    {
      lines.append(
        row(
          name,
          [
            "\(sum.cases)", share(sum.keptOthers, sum.cases), share(sum.diagnosed, sum.cases),
            "\(sum.others)", share(sum.sameOthers, sum.others),
          ]))
    }
    guard count > 0 else { return lines.joined(separator: "\n") }
    for key in failures.keys.sorted() {
      let all = failures[key] ?? []
      lines.append("\n\(key): \(all.count)")
      // Spread over the corpus.
      let step = max(1, all.count / count)
      lines += stride(from: 0, to: all.count, by: step).prefix(count).map { "  " + all[$0] }
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ name: String, _ cells: [String]) -> String {
    ([name.padded(to: 14)] + cells.map { $0.padded(to: 12, onLeft: true) }).joined(separator: " ")
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let hundredths = part * 10_000 / whole
    let rest = "\(hundredths % 100)"
    return "\(hundredths / 100).\(rest.count == 1 ? "0" : "")\(rest) %"
  }
}

extension String {
  fileprivate func padded(to width: Int, onLeft: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - count))
    return onLeft ? spaces + self : self + spaces
  }
}
