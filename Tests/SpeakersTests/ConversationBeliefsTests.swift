import Prose
import Testing

@testable import Speakers

/// What a first reading of a conversation tells a second one.
@Suite struct ConversationBeliefsTests {
  /// Turns of which each is said by one of two people for sure, in paragraphs of their own.
  private func beliefs(
    _ speakers: [Int], _ prepare: (inout ConversationTurn, Int) -> Void = { _, _ in }
  ) -> ConversationBeliefs {
    var turns = speakers.indices.map { ConversationTurn(spans: [$0], paragraph: $0) }
    for index in turns.indices {
      turns[index].gap = index == 0 ? 7 : 0
      prepare(&turns[index], index)
    }
    return ConversationBeliefs(
      turns, entities: speakers.map { _ in [1, 2, -1] },
      marginals: speakers.map { speaker in
        SpeakerChain.Marginal(candidates: [1, 2, -1].map { $0 == speaker ? 1 : 0 }, steps: [])
      })
  }

  private func values(
    _ template: Feature.Template, of candidate: Int, _ features: [[Feature]]
  ) -> [Int]? {
    features[candidate].first { $0.template == template }.map { [$0.first, $0.second, $0.third] }
  }

  @Test func neighboursInTheScene() {
    let features = beliefs([1, 2, 1, 2, 1]).features(of: 2, [1, 2, -1])
    // Sure for the first in the turns two before and two after, never in those beside.
    #expect(values(.turnBeliefAcross, of: 0, features)?[1] == 4 * 5 + 4)
    #expect(values(.turnBeliefBeside, of: 0, features)?[1] == 1 * 5 + 1)
    #expect(values(.turnBeliefBeside, of: 1, features)?[1] == 4 * 5 + 4)
    // Nobody has but the one fact.
    #expect(features[2].map(\.template) == [.turnBelief])
  }

  @Test func aLongStretchOfNarrationEndsTheScene() {
    let features = beliefs([1, 2, 1, 2, 1]) { turn, index in if index == 2 { turn.gap = 6 } }
      .features(of: 2, [1, 2, -1])
    #expect(values(.turnBeliefBeside, of: 1, features)?[1] == 0 * 5 + 4)
  }

  @Test func oneDescriptionOneSpeaker() {
    let features = beliefs([1, 2, 1, 1]) { turn, index in
      if index != 1 {
        turn.anchorKind = .description
        turn.description = 77
      }
    }.features(of: 3, [1, 2, -1])
    #expect(values(.turnBeliefDescription, of: 0, features)?[0] == 14)
    #expect(values(.turnBeliefDescription, of: 1, features)?[0] == 0)
  }

  @Test func onePronounOneSpeaker() {
    let features = beliefs([1, 2, 1]) { turn, index in
      turn.anchorKind = .pronoun
      turn.anchorGender = index == 1 ? .male : .female
    }.features(of: 2, [1, 2, -1])
    #expect(values(.turnBeliefPronoun, of: 0, features) == [4, 0, 0])
    #expect(values(.turnBeliefPronoun, of: 1, features) == [1, 0, 0])
  }
}
