import Prose
import Quotations
import Speakers

/// Counts what an analysis got right, and lists what it did not.
struct SampleScore: CustomStringConvertible {
  /// What is asked of each quotation.
  enum Question: String, CaseIterable {
    /// Is there a piece with exactly these bytes?
    case pieces
    /// Is it known whether somebody said it?
    case speechOrNot = "speech or not"
    /// Of what nobody said: is it known why it is marked?
    case reason
    /// Does the quotation have exactly these pieces?
    case turns
    case kind
    case speaker
  }

  private var counts: [Question: (right: Int, all: Int)] = [:]
  private var differences: [String] = []

  /// The share of right answers.
  func share(_ question: Question) -> Double {
    guard let count = counts[question], count.all > 0 else { return 0 }
    return Double(count.right) / Double(count.all)
  }

  /// Counts one article. Pieces that the answers do not have count as wrong pieces.
  mutating func add(_ result: AttributedArticle, _ answers: SampleAnswers) {
    var found: [TextSpan: Int] = [:]
    for (index, quotation) in result.quotations.enumerated()
    where quotation.parent == nil && quotation.kind != .turn {
      for piece in quotation.pieces { found[piece.span] = index }
    }
    for block in answers.blocks { add(block, result, found) }
    let expected = Set(answers.blocks.flatMap(\.pieces))
    for span in found.keys.sorted() where !expected.contains(span) {
      count(.pieces, false, "not expected", result, span)
    }
  }

  private mutating func add(
    _ block: SampleAnswers.Block, _ result: AttributedArticle, _ found: [TextSpan: Int]
  ) {
    for piece in block.pieces {
      count(.pieces, found[piece] != nil, "not found", result, piece)
    }
    guard let first = block.pieces.first, let index = block.pieces.compactMap({ found[$0] }).first
    else { return }
    let quotation = result.quotations[index]
    switch (quotation.speech, block.reason) {
    case (.speech, nil):
      count(.speechOrNot, true)
    case (.notSpeech(let reason), let expected?):
      count(.speechOrNot, true)
      count(
        .reason, reason.rawValue == expected, "\(reason.rawValue), not \(expected)", result, first)
      return
    default:
      let isSpeech = quotation.speech == .speech
      count(
        .speechOrNot, false, isSpeech ? "taken for speech" : "not taken for speech", result, first)
      return
    }
    count(
      .turns, quotation.pieces.map(\.span) == block.pieces,
      "\(quotation.pieces.count) pieces, not \(block.pieces.count)", result, first)
    count(
      .kind, quotation.kind.rawValue == block.kind,
      "\(quotation.kind.rawValue), not \(block.kind ?? "")", result, first)
    let attribution = result.attributions[index]
    let speaker = attribution.speaker.map { result.speakers[$0].name }
    let mention = attribution.mention.map { result.article.text(of: $0.span) } ?? ""
    count(
      .speaker, speaker.map(Self.fold) == block.speaker.map(Self.fold),
      "\(speaker ?? "?") (\(mention)), not \(block.speaker ?? "?")", result, first)
  }

  private mutating func count(
    _ question: Question, _ isRight: Bool, _ difference: String = "",
    _ result: AttributedArticle? = nil, _ place: TextSpan? = nil
  ) {
    counts[question, default: (0, 0)].all += 1
    if isRight {
      counts[question, default: (0, 0)].right += 1
    } else if let article = result?.article, let place {
      differences.append(
        "\(question.rawValue): \(difference) | \(article.path ?? article.id) | "
          + article.text(of: place))
    }
  }

  /// A name without what does not make it another: case, diacritics, the article of a description.
  private static func fold(_ name: String) -> String {
    var words = ((try? NameKeys.key(for: name)) ?? name).split(separator: " ")
    if words.count > 1, ["a", "an", "the"].contains(words[0]) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  var description: String {
    let shares = Question.allCases.map { question in
      let count = counts[question] ?? (0, 0)
      return "\(question.rawValue): \(count.right) of \(count.all) right"
    }
    return (shares + differences.sorted()).joined(separator: "\n")
  }
}
