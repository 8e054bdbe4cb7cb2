import Prose
import Testing

@testable import Speakers

/// Whom a story calls by one description time and again.
@Suite struct DescribedPeopleTests {
  /// A story of several days: on each, some sentences far from those of the other days.
  private func story(_ days: [String]) -> String {
    let filler = String(
      repeating: "“What was that?” cried a voice. Nothing came of it, and the night went by.\n\n",
      count: 25)
    return days.map { $0 + "\n\n" + filler }.joined()
  }

  /// How an entity stands to the first description with a noun.
  private func relation(
    of name: String, to noun: String, in text: String
  ) throws -> DescribedPeople.Relation? {
    let (scene, entities) = analyzed(text)
    try #require(scene.isDialogue)
    let entity = try #require(entities.entities.firstIndex { $0.display == name })
    let mention = try #require(
      scene.mentions.first { scene.text.text(ofToken: $0.head) == noun && !$0.isQuoted })
    return DescribedPeople(scene).relation(of: entity, to: mention, scene)
  }

  @Test func whoIsNamedNearItEveryTime() throws {
    let text = story([
      "“Tolland, stay!” she said. The old lawyer sat down.", "Peter met the girl in the garden.",
      "Tolland came late. The old lawyer was tired.", "Peter found the girl asleep.",
      "The old lawyer rose. “Good night, Tolland!” they said.", "The girl laughed at Peter.",
    ])
    let tolland = try #require(try relation(of: "Tolland", to: "lawyer", in: text))
    #expect(tolland.isBest)
    #expect(tolland.share == 5)
    #expect(tolland.beside == 0)
    let peter = try #require(try relation(of: "Peter", to: "lawyer", in: text))
    #expect(!peter.isBest)
    #expect(peter.share == 0)
    // Whoever is named in the sentence of a description is somebody else.
    let beside = try #require(try relation(of: "Peter", to: "girl", in: text))
    #expect(beside.share == 5)
    #expect(beside.beside == 3)
  }

  @Test func seldomDescriptionsTellNothing() throws {
    let text = story(["Tolland came late. The old lawyer was tired.", "The old lawyer rose."])
    #expect(try relation(of: "Tolland", to: "lawyer", in: text) == nil)
  }
}
