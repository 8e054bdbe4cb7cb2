/// The facts that speak for each step from one turn to the next, see ``SpeakerChain/Step``.
struct ConversationSteps {
  let turns: [ConversationTurn]

  /// One list of features for each step and each answer to whether the turn names the speaker of
  /// the turn before, see ``SpeakerChain/stepIndex(_:isNamed:)``.
  func features(to index: Int) -> [[Feature]] {
    let turn = turns[index]
    let previous = turns[index - 1]
    let kind = turn.anchorKind.rawValue
    let previousKind = previous.anchorKind.rawValue
    let gap = min(turn.gap, 3)
    var result: [[Feature]] = []
    for step in SpeakerChain.Step.allCases {
      for isNamed in [false, true] {
        let named = (isNamed ? 2 : 0) + (turn.hasAddress ? 1 : 0)
        let form =
          (turn.continuesOpen ? 1 : 0) + (turn.isAllQuotation ? 2 : 0)
          + (previous.isAllQuotation ? 4 : 0)
        let ends = (previous.endsWithQuestion ? 1 : 0) + (turn.endsWithQuestion ? 2 : 0)
        result.append([
          Feature(.stepGap, step.rawValue, turn.gap, kind * 8 + previousKind),
          Feature(.stepGaps, step.rawValue, turn.gap, previous.gap),
          Feature(.stepForm, step.rawValue, form, gap),
          Feature(.stepEnd, step.rawValue, ends, kind),
          Feature(.stepLength, step.rawValue, turn.length, previous.length),
          Feature(.stepNamed, step.rawValue, named, gap),
        ])
      }
    }
    return result
  }
}
