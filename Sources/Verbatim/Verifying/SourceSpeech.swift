internal import Prose
internal import Quotations
internal import Speakers

/// Who speaks where in a source.
struct SourceSpeech: Sendable {
  struct Stretch: Hashable {
    var span: TextSpan
    /// The index of the speaker; nil when unknown.
    var speaker: Int?
    /// Whether it is a turn of a transcript, so that nothing else is said between it and the next.
    var isTurn: Bool
  }

  private(set) var speakers: [Speaker]
  /// In the order of the text; what encloses precedes what it holds.
  private(set) var stretches: [Stretch] = []

  init(_ attributed: AttributedArticle) {
    speakers = attributed.speakers
    var labels = TurnLabels(attributed)
    for (quotation, attribution) in zip(attributed.quotations, attributed.attributions)
    where quotation.parent == nil && quotation.speech == .speech {
      let isTurn = quotation.kind == .turn
      let speaker =
        isTurn
        ? labels.speaker(of: quotation, attribution.speaker, in: &speakers) : attribution.speaker
      for piece in quotation.pieces {
        stretches.append(.init(span: piece.span, speaker: speaker, isTurn: isTurn))
      }
    }
    if let captions = attributed.article.captions { add(captions.turns) }
    stretches.sort { $0.span < $1.span }
  }

  /// Adds the turns of captions; where the names before the turns were read already, those count.
  private mutating func add(_ turns: [CaptionTrack.Turn]) {
    guard turns.count > 1 || turns.first?.name != nil else { return }
    let readTurns = stretches.filter(\.isTurn)
    stretches.removeAll(where: \.isTurn)
    let reader = SpeakerReader()
    var named: [String: Int] = [:]
    var next = 0
    for turn in turns {
      while next < readTurns.count, readTurns[next].span.end <= turn.span.start { next += 1 }
      var speaker: Int?
      if let name = turn.name {
        if next < readTurns.count, readTurns[next].span.start < turn.span.end,
          let read = readTurns[next].speaker
        {
          speaker = read
        } else if let known = named[name] {
          speaker = known
        } else {
          let read = reader.speaker(named: name)
          speaker = speakers.firstIndex { $0.name == read.name } ?? speakers.count
          if speaker == speakers.count { speakers.append(read) }
        }
        named[name] = speaker
      }
      stretches.append(.init(span: turn.span, speaker: speaker, isTurn: true))
    }
  }

  /// Who says most of a span: the innermost who says all of it, otherwise the one who says most.
  func speaker(of span: TextSpan) -> Int? {
    var best: (stretch: Stretch, shared: Int)?
    for stretch in stretches[..<firstStretch(startingAtOrAfter: span.end)] {
      let shared = min(stretch.span.end, span.end) - max(stretch.span.start, span.start)
      guard shared > 0 else { continue }
      if let current = best {
        if shared < current.shared { continue }
        if shared == current.shared, stretch.span.count >= current.stretch.span.count { continue }
      }
      best = (stretch, shared)
    }
    return best?.stretch.speaker
  }

  /// The turns that begin inside a span and belong to others than the turn that it begins in.
  func changes(in span: TextSpan) -> [Stretch] {
    let end = firstStretch(startingAtOrAfter: span.end)
    let turns = stretches[..<end].filter { $0.isTurn && $0.span.overlaps(span) }
    guard let first = turns.first else { return [] }
    return turns.dropFirst().filter { $0.speaker == nil || $0.speaker != first.speaker }
  }

  private func firstStretch(startingAtOrAfter offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
