import Prose

/// Where a candidate stands, seen from the quotation.
enum CandidatePlace: UInt8, CaseIterable, Sendable {
  /// After the quotation, in its sentence.
  case after
  /// After it, in a later sentence of the paragraph.
  case laterSentence
  /// Before it, in its sentence.
  case before
  /// Before it, in the sentence before.
  case sentenceBefore
  /// Before it, further back in the paragraph.
  case earlierSentence
  case paragraphBefore
  case twoParagraphsBefore
  case furtherBefore
  case paragraphAfter
}

/// Where the candidates stand, and how cues tie them to the quotation.
extension CandidateFeatures {
  /// How firmly cues tie a candidate to the quotation.
  enum Grip: UInt8, Comparable {
    case none, weak, firm
    static func < (a: Grip, b: Grip) -> Bool { a.rawValue < b.rawValue }
  }

  /// Where one candidate stands, measured once and used by many features.
  struct Geometry {
    var place = CandidatePlace.before
    /// Tokens of narration between the quotation and the nearer of mention and cue.
    var gap = 0
    var quotationsBetween = 0
    /// The cue that ties the mention to the quotation; -1 when none.
    var cue = -1
    var link = Link.none
    /// The mention is the subject of a passive: of whom the words are said.
    var isPatientOfPassive = false
  }

  /// The frames that tie a mention to a quotation.
  enum Link: UInt8 {
    case none, subject, inverted, according
    /// Somebody to whom or of whom the words are said: `told Smith`, `Smith was told`.
    case patient
    case distantSubject
  }

  func geometry(of mention: Int) -> Geometry {
    let record = scene.mentions[mention]
    let link = links[mention]
    var geometry = Geometry()
    let isAfter = record.tokens.lowerBound >= span.tokens.upperBound
    let paragraphs = record.paragraph - span.paragraph
    let quoteSentence = Int(scene.sentenceOfToken[span.tokens.lowerBound])
    if link.afterCue >= 0 {
      let cue = scene.cues[link.afterCue]
      switch cue.cueClass {
      case .according: geometry.link = .according
      case .tell, .ask:
        let hasOwnVerb = link.subjectOf >= 0 && link.subjectGap <= 1
        geometry.link = hasOwnVerb ? .inverted : .patient
      default: geometry.link = .inverted
      }
      geometry.cue = link.afterCue
    }
    // Whoever stands behind "according to" is no verb's subject.
    if link.subjectOf >= 0, geometry.link != .according,
      geometry.link == .none || geometry.link == .patient || !isAfter
    {
      let isNear = link.subjectGap <= 2 && link.subjectsBetween == 0
      if geometry.link == .none || isNear {
        geometry.link = isNear ? .subject : .distantSubject
        geometry.cue = link.subjectOf
      }
    }
    if geometry.link == .none, link.agentOf >= 0 {
      geometry.link = .inverted
      geometry.cue = link.agentOf
    } else if geometry.link == .none, link.patientOf >= 0 {
      geometry.link = .patient
      geometry.cue = link.patientOf
      geometry.isPatientOfPassive = true
    }
    if paragraphs > 0 {
      geometry.place = .paragraphAfter
    } else if paragraphs < 0 {
      geometry.place =
        paragraphs == -1
        ? .paragraphBefore : paragraphs == -2 ? .twoParagraphsBefore : .furtherBefore
    } else if isAfter {
      let endSentence = Int(scene.sentenceOfToken[span.tokens.upperBound - 1])
      geometry.place = record.sentence == endSentence ? .after : .laterSentence
    } else {
      let distance = quoteSentence - record.sentence
      geometry.place = distance <= 0 ? .before : distance == 1 ? .sentenceBefore : .earlierSentence
    }
    measureGap(record, isAfter: isAfter, &geometry)
    return geometry
  }

  private func measureGap(_ record: MentionRecord, isAfter: Bool, _ geometry: inout Geometry) {
    var from = isAfter ? span.tokens.upperBound : record.tokens.upperBound
    var to = isAfter ? record.tokens.lowerBound : span.tokens.lowerBound
    if geometry.cue >= 0 {
      let cue = scene.cues[geometry.cue].tokens
      if isAfter, cue.lowerBound >= from { to = min(to, cue.lowerBound) }
      if !isAfter, cue.upperBound <= to { from = max(from, cue.upperBound) }
    }
    if to - from > 400 {
      geometry.gap = 99
      geometry.quotationsBetween = 3
      return
    }
    guard from < to else { return }
    geometry.gap = scene.narrationTokens(in: from..<to)
    geometry.quotationsBetween = scene.spansTouched(by: from..<to)
  }

  func grip(_ geometry: Geometry) -> Grip { Self.grip(geometry) }

  static func grip(_ geometry: Geometry) -> Grip {
    guard geometry.place == .after || geometry.place == .before else { return .none }
    switch geometry.link {
    case .subject, .inverted, .according: return geometry.gap <= 4 ? .firm : .weak
    case .distantSubject, .patient: return .weak
    case .none: return .none
    }
  }
}
