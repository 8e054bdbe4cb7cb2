extension Feature {
  /// The kinds of fact that attribution looks at. The names are stable: the weights' file and the
  /// evidence in the output use them. The upper half of the numbers
  /// is that of the same facts about marked words, see ``Feature/ofMarkedWords``; as only facts about
  /// places have these, the numbers of the others’ upper halves serve for further kinds.
  package enum Template: UInt8, CaseIterable, Sendable {
    case bias = 1
    case place
    case placeOfKind
    case gap
    case gapOfLinked
    case link
    case linkedGap
    case cueClass
    case cueLemma
    case cueLemmaAlone
    case contextBefore
    case contextAfter
    case contextBoth
    case rank
    case linkedRank
    case wordBefore
    case wordAfter
    case form
    case sentenceHead
    case quotationsBetween
    case previousSpeaker
    case previousMention
    case secondLastSpeaker
    case quotationLength
    case lowerCaseStart
    case otherIsLinked
    case namedInside
    case outlet
    case plural
    case ending
    case speaksHere
    case addressee
    case crossing
    case presence
    // Whom a pronoun means.
    case referenceDistance
    case referenceSubject
    case referenceKind
    case referenceSpeaker
    case referenceGender
    case referenceCount
    case referenceRank
    case referenceRole
    case referenceSeen
    // Speech or not.
    case speechLength
    case speechCase
    case speechBefore
    case speechAfter
    case speechEnding
    case speechWordBefore
    case speechCue
    case speechAttributed
    case speechTitleCase
    case speechStyle
    case speechPlace
    case speechHeadline
    case speechNeighbour
    case speechPronoun
    case speechVerb
    case speechCoverage
    case speechNextWord
    case speechPreviousWord
    case speechFirstWord
    case speechReported
    case speechBeside
    case speechInside
    case speechEcho
    case speechList
    case speechShape
    case speechName
    case speechEarlierWord
    // Whether a place is part of what somebody is reported to have said.
    case reportLeftCue
    case reportLeftFrame
    case reportLeftSubject
    case reportSecondCue
    case reportRightCue
    case reportRightFrame
    case reportBoth
    case reportBetween
    case reportBeside
    case reportPreviousWord
    case reportNextWord
    case reportPosition
    case reportHead
    case reportPrevious
    case reportCueFollow
    case reportCueFollowWord
    case reportClause
    case reportAuxiliary
    case reportRightBetween
    case reportQuotes
    case reportStart
    // Who says a turn of a told conversation.
    case turnAnchor
    case turnShare
    case turnGender
    case turnCount
    case turnRecency
    case turnSentence
    case turnRole
    case turnWindow
    case turnNamed
    case turnNamedBefore
    case turnNamedAfter
    case turnNamedAround
    case turnBeat
    case turnPlace
    case turnAddressee
    case turnPattern
    case turnNamedPattern
    case turnSpoken
    case turnNobody
    case turnReference
    case stepGap
    case stepGaps
    case stepForm
    case stepEnd
    case stepLength
    case stepNamed
    case turnDescription
    case turnDescribed
    case turnDescribedBest
    case turnDescribedOften
    case turnKin
    case turnNameRecency
    case turnNameRole
    case turnIntroduction
    case turnPerson
    case turnAddress
    // What a first reading of a conversation believes.
    case turnBelief = 129
    case turnBeliefBeside
    case turnBeliefAcross
    case turnBeliefScene
    case turnBeliefDescription
    case turnBeliefPronoun
    // How a candidate's cue stands to the quotation.
    case cuesBetween
    case cueFollow
    // Whose own name the words of a turn say.
    case turnOwnName
    /// No fact: by how much more than one the sums of the first reading count in the second one.
    case turnSums
    // How a marked span stands in its paragraph.
    case speechStanding
    // Whether a candidate answers or asks.
    case answer
  }
}

extension Feature.Template {
  /// The name in the weights' file and in evidence: `cueLemma` → `cue-lemma`.
  var name: String { Self.names[Int(rawValue)] }

  private static let names: [String] = {
    var names = [String](repeating: "", count: 256)
    for template in allCases {
      var name = ""
      for scalar in String(describing: template).unicodeScalars {
        if scalar.properties.isUppercase { name += "-" }
        name += scalar.properties.lowercaseMapping
      }
      names[Int(template.rawValue)] = name
    }
    return names
  }()
}
