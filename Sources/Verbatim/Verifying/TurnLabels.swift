internal import Prose
internal import Quotations
internal import Speakers

/// The labels before a transcript's turns: `MAYOR RUIZ`, `COUNCILLOR BEN RUIZ`.
///
/// A transcript calls one speaker by one name. Where two labels have nothing but the surname in common
/// and were taken for one person, they are two.
struct TurnLabels {
  private let article: Article
  /// The labels of each speaker whose labels contradict each other.
  private var divided: [Int: Set<String>] = [:]
  private var speakers: [String: Int] = [:]
  private let reader = SpeakerReader()

  init(_ attributed: AttributedArticle) {
    article = attributed.article
    var labels: [Int: Set<String>] = [:]
    for (quotation, attribution) in zip(attributed.quotations, attributed.attributions)
    where quotation.kind == .turn {
      guard let speaker = attribution.speaker, let label = label(of: quotation) else { continue }
      labels[speaker, default: []].insert(label)
    }
    for (speaker, labels) in labels {
      let contradicting = labels.filter { label in
        labels.contains { Self.contradict(Self.head(of: label), Self.head(of: $0)) }
      }
      if !contradicting.isEmpty { divided[speaker] = contradicting }
    }
  }

  /// The index of a turn's speaker, who is added to those of the article if the label alone says who
  /// it is.
  mutating func speaker(
    of turn: Quotation, _ speaker: Int?, in all: inout [Speaker]
  ) -> Int? {
    guard let speaker, let labels = divided[speaker], let label = label(of: turn),
      labels.contains(label)
    else { return speaker }
    if let known = speakers[label] { return known }
    all.append(reader.speaker(named: label))
    speakers[label] = all.count - 1
    return all.count - 1
  }

  /// What stands before the colon of a turn.
  private func label(of turn: Quotation) -> String? {
    let bytes = article.reading
    let start = turn.pieces[0].span.start
    guard let colon = bytes[..<start].lastIndex(of: UInt8(ascii: ":")) else { return nil }
    let lineStart = bytes[..<colon].lastIndex(of: 0x0A).map { $0 + 1 } ?? article.bodyStart
    guard lineStart < colon, colon - lineStart < 100 else { return nil }
    return article.text(of: TextSpan(lineStart, colon))
  }

  /// The words of a label before the surname, folded.
  private static func head(of label: String) -> Set<Substring> {
    Set(NameFolding.key(label).split(separator: " ").dropLast())
  }

  private static func contradict(_ a: Set<Substring>, _ b: Set<Substring>) -> Bool {
    !a.isEmpty && !b.isEmpty && a.isDisjoint(with: b)
  }
}
