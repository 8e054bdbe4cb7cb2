import Prose
import Testing

@testable import Speakers

/// What tells a person from a place that nobody says to be one.
@Suite struct PersonEvidenceTests {
  private func classes(
    of name: String, in text: String
  ) throws -> (preposition: Int, active: Int, isTitled: Bool) {
    let (scene, entities) = analyzed(text)
    let entity = try #require(entities.entities.firstIndex { $0.display == name })
    var cueAtToken = [Int32](repeating: -1, count: scene.text.tokens.count)
    for (index, cue) in scene.cues.enumerated() {
      for token in cue.tokens { cueAtToken[token] = Int32(index) }
    }
    let none = [Int32](repeating: -1, count: scene.text.tokens.count)
    let links = scene.mentions.map {
      CueLink(scene, mention: $0, cueAtToken: cueAtToken, mentionAtToken: none)
    }
    return PersonEvidence(scene, links, entityCount: entities.entities.count).classes(of: entity)
  }

  private static let story = """
    They came to Quellmoor at noon. Tolland looked at the roofs of Quellmoor.

    “So this is it,” said Tolland. “Nobody has left Quellmoor for a year.” In Quellmoor it rained.
    """

  @Test func placesStandBehindPrepositions() throws {
    let place = try classes(of: "Quellmoor", in: Self.story)
    #expect(place.preposition == 3)
    #expect(place.active == 0)
  }

  @Test func peopleAct() throws {
    let person = try classes(of: "Tolland", in: Self.story)
    #expect(person.preposition == 0)
    #expect(person.active == 3)
    #expect(!person.isTitled)
  }
}
