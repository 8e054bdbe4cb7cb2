internal import Golden

/// A difference in lines that people read, fit for a terminal.
struct DifferenceWords {
  /// The kind, and what it is about: `speaker changed: “We may sign.”`
  let title: String
  /// From what to what it changed; empty where there is nothing to say besides the title.
  let change: String
  /// Where it stands in the input and in the golden file; empty where neither is known.
  let places: String
  /// With what reason it was rejected before; empty if it was not.
  let rejection: String

  /// - Parameter width: The columns that the title may take; what it is about is shortened, but not
  ///   to less than a few words.
  init(_ difference: GoldenDifference, of result: CaseResult, width: Int = 90) {
    let kind = difference.kind.rawValue
    let subject = GoldenWords.subject(difference, limit: max(40, width - kind.utf8.count - 2))
    title = "\(kind): \(subject)"
    change = GoldenWords.change(difference)
    let places = [result.inputPlace(of: difference), result.goldenPlace(of: difference)]
    self.places = VisibleText.oneLine(places.compactMap { $0 }.joined(separator: " · "))
    rejection = difference.rejection.map { "rejected before: \(VisibleText.oneLine($0))" } ?? ""
  }

  /// What there is to say besides the title, each on its line.
  var details: [String] { [change, places, rejection].filter { !$0.isEmpty } }
}
