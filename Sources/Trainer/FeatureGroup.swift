import Speakers

/// The facts of one sort, which can be left out together to see what they are worth.
enum FeatureGroup: String, CaseIterable {
  case place = "place and distance of the candidate"
  case cue = "cues and their frames"
  case neighbours = "words beside the candidate"
  case punctuation = "marks and punctuation around the quotation"
  case history = "who spoke before"
  case references = "whom pronouns mean"
  case reported = "reported speech around marked words"
  case turnReferences = "turns: whom the words beside them mean"
  case turnDescriptions = "turns: descriptions used time and again, kinship"
  case turnRecency = "turns: who was spoken of last, and where"
  case turnNames = "turns: names inside the words"
  case turnPattern = "turns: who else is named as a speaker around"
  case turnBeliefs = "turns: what the first reading believes of those around"
  case turnSteps = "turns: how one follows another"

  /// Whether the facts are weighed in the second stage only, see ``Learner/turnTable``.
  var isOfTurns: Bool {
    switch self {
    case .turnReferences, .turnDescriptions, .turnRecency, .turnNames, .turnPattern, .turnBeliefs,
      .turnSteps:
      true
    default: false
    }
  }

  var templates: Set<Feature.Template> {
    switch self {
    case .place: [.place, .placeOfKind, .gap, .rank, .quotationsBetween]
    case .cue:
      [
        .link, .linkedGap, .linkedRank, .gapOfLinked, .cueClass, .cueLemma, .cueLemmaAlone,
        .otherIsLinked, .crossing, .cuesBetween, .cueFollow,
      ]
    case .neighbours: [.wordBefore, .wordAfter, .sentenceHead]
    case .punctuation:
      [
        .contextBefore, .contextAfter, .contextBoth, .ending, .lowerCaseStart, .quotationLength,
      ]
    case .history:
      [
        .previousSpeaker, .previousMention, .secondLastSpeaker, .speaksHere, .presence,
        .namedInside, .answer,
      ]
    case .references:
      [
        .referenceDistance, .referenceSubject, .referenceKind, .referenceSpeaker,
        .referenceGender, .referenceCount, .referenceRank, .referenceRole, .referenceSeen,
      ]
    case .reported:
      Set(Feature.Template.allCases.filter { "\($0)".hasPrefix("report") }).union([.speechReported])
    case .turnReferences: [.turnAnchor, .turnShare, .turnGender, .turnReference, .turnPerson]
    case .turnDescriptions:
      [.turnDescription, .turnDescribed, .turnDescribedBest, .turnDescribedOften, .turnKin]
    case .turnRecency:
      [
        .turnRecency, .turnSentence, .turnRole, .turnWindow, .turnCount, .turnBeat, .turnPlace,
        .turnAddressee, .turnNameRecency, .turnNameRole, .turnIntroduction,
      ]
    case .turnNames:
      [
        .turnNamed, .turnNamedBefore, .turnNamedAfter, .turnNamedAround, .turnOwnName, .turnAddress,
        .stepNamed,
      ]
    case .turnPattern: [.turnPattern, .turnNamedPattern, .turnSpoken]
    case .turnBeliefs:
      [
        .turnBelief, .turnBeliefBeside, .turnBeliefAcross, .turnBeliefScene,
        .turnBeliefDescription, .turnBeliefPronoun,
      ]
    case .turnSteps: [.stepGap, .stepGaps, .stepForm, .stepEnd, .stepLength]
    }
  }
}
