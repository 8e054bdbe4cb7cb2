import Prose
import Quotations

/// Collects the features of one quotation's candidates.
struct CandidateFeatures {
  let scene: Scene
  let links: [CueLink]
  let context: QuotationContext
  let span: Scene.MarkedSpan
  let history: AttributionHistory
  /// Entities whose names stand inside the quotation: whom it speaks to or of.
  let namedInside: Set<Int>
  /// The best link of any candidate in the quotation's own sentence; see ``Grip``.
  let bestGrip: Grip
  /// The same of all candidates that are no outlets, and of the outlets: in `Smith said …, the Herald
  /// reported` it is Smith who speaks.
  var gripOfOthers = Grip.none
  var gripOfOutlets = Grip.none

  /// Calls `add` with each feature of a candidate.
  ///
  /// - Parameters:
  ///   - rank: How many candidates of the same side stand nearer to the quotation.
  ///   - linkedRank: The same, of candidates that a cue ties.
  func forEach(
    mention: Int, geometry: Geometry, rank: Int, linkedRank: Int, _ add: (Feature) -> Void
  ) {
    let record = scene.mentions[mention]
    let link = links[mention]
    let place = Int(geometry.place.rawValue)
    let kind = kindClass(record)
    let linkClass = Int(geometry.link.rawValue)
    let gap = distanceClass(geometry.gap)
    let before = Int(context.before.rawValue)
    let after = Int(context.after.rawValue)
    let placeAndLink = place * 6 + linkClass

    let register = scene.isDialogue ? Feature.dialogue : 0
    add(Feature(.place, place + register))
    add(Feature(.placeOfKind, place + register, kind))
    add(Feature(.gap, place, gap))
    add(Feature(.gapOfLinked, placeAndLink, gap))
    add(Feature(.link, place, linkClass, kind))
    add(Feature(.linkedGap, place, linkClass, distanceClass(link.subjectGap)))
    add(Feature(.contextAfter, placeAndLink, after))
    add(Feature(.contextBoth, before, after, placeAndLink))
    add(Feature(.contextBefore, placeAndLink + register, before))
    add(Feature(.rank, place + register, min(rank, 5), kind))
    add(Feature(.linkedRank, placeAndLink, min(linkedRank, 4)))
    add(Feature(.wordBefore, wordBefore(record), place, kind))
    add(Feature(.wordAfter, wordAfter(record), place, kind))
    add(Feature(.sentenceHead, isSentenceHead(record) ? 1 : 0, place, kind))
    add(Feature(.quotationsBetween, min(geometry.quotationsBetween, 3), placeAndLink))
    add(Feature(.lowerCaseStart, context.startsLowerCase ? 1 : 0, placeAndLink, before))
    add(Feature(.ending, Int(context.ending.rawValue), placeAndLink))
    add(Feature(.quotationLength, distanceClass(context.wordCount), placeAndLink))
    add(
      Feature(
        .crossing, link.crossesClause ? 1 : 0, min(link.subjectsBetween, 3),
        link.crossesQuotation ? linkClass + 8 : linkClass))
    if geometry.cue >= 0 {
      let cue = scene.cues[geometry.cue]
      let strength = Int(cue.strength.rawValue)
      let form = cue.isParticiple ? 1 : cue.isBase ? 2 : 0
      add(Feature(.cueClass, placeAndLink, Int(cue.cueClass.rawValue), strength * 3 + form))
      add(Feature(.cueLemma, lemma: cue.lemma, placeAndLink))
      add(Feature(.cueLemmaAlone, lemma: cue.lemma))
      let between = cuesBetween(geometry.cue)
      let follow = classAfter(cue)
      add(Feature(.cuesBetween, min(between, 3) + register, placeAndLink, strength))
      add(Feature(.cueFollow, follow + register, placeAndLink, wordBefore(record)))
    }
    let grip = grip(geometry)
    if record.isOutlet {
      add(Feature(.outlet, Int(gripOfOthers.rawValue), placeAndLink))
    } else if gripOfOutlets != .none {
      add(Feature(.outlet, 4 + Int(gripOfOutlets.rawValue), placeAndLink, Int(grip.rawValue)))
    }
    add(Feature(.otherIsLinked, Int(bestGrip.rawValue) * 3 + Int(grip.rawValue), place))
    addHistory(record, mention, place, kind, grip, add)
  }

  private func addHistory(
    _ record: MentionRecord, _ mention: Int, _ place: Int, _ kind: Int, _ grip: Grip,
    _ add: (Feature) -> Void
  ) {
    let continues = min(max(span.paragraph - history.lastParagraph, 0), 3)
    let solo = context.paragraphIsAllQuotation ? 1 : 0
    let register = scene.isDialogue ? Feature.dialogue : 0
    let state = Int(bestGrip.rawValue) * 8 + continues * 2 + solo + register
    if mention == history.lastMention { add(Feature(.previousMention, state, place)) }
    let entity = record.entity
    guard entity >= 0 else {
      add(Feature(.presence, 0, place, kind))
      return
    }
    if entity == history.lastEntity {
      add(Feature(.previousSpeaker, state, Int(grip.rawValue), history.lastSpanWasClosed ? 1 : 0))
    } else if entity == history.secondLastEntity {
      add(Feature(.secondLastSpeaker, state, Int(grip.rawValue)))
    }
    if bestGrip == .none {
      // Who asks is answered by another, in stories as in the news.
      let turn = entity == history.lastEntity ? 1 : entity == history.secondLastEntity ? 2 : 0
      add(Feature(.answer, turn, continues * 2 + solo, history.lastSpanAsked ? 1 : 0))
    }
    add(Feature(.speaksHere, distanceClass(Int(history.turns[entity])), Int(grip.rawValue), solo))
    if namedInside.contains(entity) {
      add(Feature(.namedInside, Int(grip.rawValue), place, kind))
    }
    add(Feature(.presence, 1 + register, place, Int(grip.rawValue)))
  }

  private func isSentenceHead(_ record: MentionRecord) -> Bool {
    let first = record.tokens.lowerBound
    return first == 0 || scene.sentenceOfToken[first - 1] != scene.sentenceOfToken[first]
  }
}
