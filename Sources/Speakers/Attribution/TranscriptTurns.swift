import Prose
import Quotations

/// Reads the turns of a transcript: `NAME: …`, speech without marks.
///
/// A text is a transcript when many of its paragraphs begin with a label before a colon and labels
/// come again. A turn runs to the next label or to a line without words, which divides the page; after
/// such a line only a label that comes again opens a turn. Paragraphs in brackets are stage directions.
struct TranscriptTurns {
  let scene: Scene

  /// One turn.
  struct Turn {
    /// What was said, a piece for each paragraph.
    var pieces: [TextSpan]
    /// The tokens of the label, the colon excluded.
    var label: Range<Int>
  }

  /// The most tokens of a label: `COUNCILLOR ANA DE LA RUIZ (CHAIR)`.
  private static let longestLabel = 10
  /// The fewest turns of a transcript.
  private static let fewestTurns = 4

  func turns() -> [Turn] {
    let paragraphs = scene.text.paragraphs
    let labels = paragraphs.map(label)
    guard isTranscript(labels) else { return [] }
    // After the last label nothing tells where the speech ends: an article may follow.
    let last = labels.lastIndex { $0 != nil } ?? 0
    var counts: [String: Int] = [:]
    for label in labels { label.map { counts[text(of: $0), default: 0] += 1 } }
    var turns: [Turn] = []
    var isDivided = false
    for (index, paragraph) in paragraphs[...last].enumerated() {
      if isDivider(paragraph) {
        isDivided = true
      } else if let label = labels[index], !isDivided || counts[text(of: label), default: 0] > 1 {
        let start = label.upperBound + 1
        guard start < paragraph.tokens.upperBound else { continue }
        turns.append(Turn(pieces: [span(start, paragraph)], label: label))
        isDivided = false
      } else if !turns.isEmpty, !isDivided, !isStageDirection(paragraph) {
        turns[turns.count - 1].pieces.append(span(paragraph.tokens.lowerBound, paragraph))
      }
    }
    return turns
  }

  /// The name that a label prints, without what stands in brackets.
  func name(_ turn: Turn) -> String {
    let end =
      turn.label.first { scene.text.tokens[$0].kind == .openBracket } ?? turn.label.upperBound
    guard end > turn.label.lowerBound else { return "" }
    return scene.text.text(
      of: TextSpan(
        scene.text.tokens[turn.label.lowerBound].start, scene.text.tokens[end - 1].end))
  }

  private func text(of label: Range<Int>) -> String {
    let tokens = scene.text.tokens
    return scene.text.text(
      of: TextSpan(tokens[label.lowerBound].start, tokens[label.upperBound - 1].end))
  }

  /// Whether a paragraph is a line between parts of a page: `* * *`.
  private func isDivider(_ paragraph: Paragraph) -> Bool {
    !paragraph.tokens.contains {
      scene.text.tokens[$0].kind == .word || scene.text.tokens[$0].kind == .number
    }
  }

  private func span(_ first: Int, _ paragraph: Paragraph) -> TextSpan {
    TextSpan(scene.text.tokens[first].start, paragraph.span.end)
  }

  /// The label that a paragraph begins with: capitals, or up to four capitalised words.
  private func label(_ paragraph: Paragraph) -> Range<Int>? {
    let tokens = scene.text.tokens
    let start = paragraph.tokens.lowerBound
    var words = 0
    var isShouted = true
    var inBrackets = false
    for index in paragraph.tokens.prefix(Self.longestLabel + 1) {
      let token = tokens[index]
      switch token.kind {
      case .colon:
        guard words > 0, isShouted || words <= 4 else { return nil }
        return start..<index
      case .openBracket: inBrackets = true
      case .closeBracket: inBrackets = false
      case .word where inBrackets: break
      case .word:
        guard token.traits.contains(.capitalized) || scene.entry(index).traits.contains(.particle)
        else { return nil }
        if !token.traits.contains(.allCapitals), token.span.count > 2 { isShouted = false }
        words += 1
      case .fullStop, .number, .comma: break
      default: return nil
      }
    }
    return nil
  }

  private func isTranscript(_ labels: [Range<Int>?]) -> Bool {
    let known = labels.compactMap(\.self)
    guard known.count >= Self.fewestTurns, known.count * 3 >= labels.count else { return false }
    return Set(known.map { scene.text.text(of: scene.text.tokens[$0.lowerBound].span) }).count
      < known.count
  }

  private func isStageDirection(_ paragraph: Paragraph) -> Bool {
    let tokens = scene.text.tokens
    return tokens[paragraph.tokens.lowerBound].kind == .openBracket
      && tokens[paragraph.tokens.upperBound - 1].kind == .closeBracket
  }
}

extension TranscriptTurns {
  /// Adds the turns of a transcript to an attributed article.
  ///
  /// - Parameter entities: Who the mentions of the scene are.
  func add(to article: inout AttributedArticle, entities: EntityTable) {
    let turns = turns()
    guard !turns.isEmpty else { return }
    var quotations = Array(zip(article.quotations, article.attributions))
    var speakers = SpeakerList(article.speakers)
    let initials = Initials(entities)
    var next = 0
    for turn in turns {
      let pieces = turn.pieces.map { Quotation.Piece(span: $0, opening: nil, closing: nil) }
      let turnAttribution = attribution(of: turn, in: &speakers, entities, initials)
      // Whoever says “I” in a turn is the one whose turn it is.
      while next < article.quotations.count,
        article.quotations[next].span.start < pieces[pieces.count - 1].span.end
      {
        if article.quotations[next].span.start >= pieces[0].span.start,
          isFirstPerson(quotations[next].1.mention)
        {
          quotations[next].1.speaker = turnAttribution.speaker
        }
        next += 1
      }
      quotations.append((Quotation(pieces: pieces, kind: .turn, style: .none), turnAttribution))
    }
    article.speakers = speakers.speakers
    let order = quotations.indices.sorted {
      let (a, b) = (quotations[$0].0.span, quotations[$1].0.span)
      return a == b ? $0 < $1 : a < b
    }
    var newIndex = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { newIndex[old] = new }
    if !article.candidates.isEmpty {
      article.candidates += [[Candidate]](repeating: [], count: turns.count)
      article.candidates = order.map { article.candidates[$0] }
    }
    article.attributions = order.map { quotations[$0].1 }
    article.quotations = order.map { index in
      var quotation = quotations[index].0
      quotation.parent = quotation.parent.map { newIndex[$0] }
      return quotation
    }
  }

  private func isFirstPerson(_ mention: Mention?) -> Bool {
    guard let mention, mention.kind == .pronoun else { return false }
    return scene.mentions.contains {
      $0.person == 1 && !$0.isPlural && scene.text.tokens[$0.head].span == mention.span
    }
  }

  /// Speakers that can be found by their name.
  private struct SpeakerList {
    var speakers: [Speaker]
    private var indices: [String: Int] = [:]

    init(_ speakers: [Speaker]) {
      self.speakers = speakers
      for (index, speaker) in speakers.enumerated() { indices[speaker.name] = index }
    }

    /// The index of a speaker, who is added when new.
    mutating func index(of speaker: Speaker) -> Int {
      if let index = indices[speaker.name] { return index }
      indices[speaker.name] = speakers.count
      speakers.append(speaker)
      return speakers.count - 1
    }
  }

  private func attribution(
    of turn: Turn, in speakers: inout SpeakerList, _ entities: EntityTable, _ initials: Initials
  ) -> Attribution {
    let first = scene.firstMention(startingAtOrAfter: turn.label.lowerBound)
    let mention = scene.mentions[first...].first.flatMap {
      $0.head < turn.label.upperBound ? $0 : nil
    }
    let speaker: Speaker
    if let entity = initials.entity(for: name(turn), before: first) {
      speaker = entities.entities[entity].speaker
    } else if let mention, mention.entity >= 0 {
      speaker = entities.entities[mention.entity].speaker
    } else {
      let name = name(turn)
      speaker = Speaker(name: name, aliases: [name], kind: .unnamed)
    }
    // The label is the transcript's own word for who speaks.
    return Attribution(
      speaker: speakers.index(of: speaker), mention: mention.map(scene.mention),
      confidence: 1, evidence: [Evidence(name: "transcript-label", weight: 0)])
  }
}

extension Entity {
  /// The entity as a value for output.
  var speaker: Speaker {
    Speaker(
      name: display, aliases: forms.byFrequency, kind: kind, gender: gender,
      identifier: identifier)
  }
}
