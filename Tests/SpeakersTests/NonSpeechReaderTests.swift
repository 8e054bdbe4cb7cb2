import Prose
import Quotations
import Testing

@testable import Speakers

/// Why marked words are no speech.
@Suite struct NonSpeechReaderTests {
  @Test(arguments: [
    ("They met.\n\nThen Peter “Pip” Tolland left.", Quotation.Speech.Reason.nickname),
    ("They met.\n\nCyril Tolland, known as “Cyril the Squirrel”, left.", .nickname),
    ("They met.\n\nShe wrote the novel “tides at night” there.", .title),
    ("They met.\n\nThey sang “The Tide Comes In” there.", .title),
    ("They met.\n\nIts title was “Water: Our Common Treasure”.", .title),
    ("They met.\n\nRead “coastlines,” our weekly newsletter.", .title),
    ("They met.\n\nThe so-called “shared gauge” works.", .term),
    ("They met.\n\nThey call it “the tap” there.", .term),
    ("They met.\n\nThe “fresh” fish was old.", .irony),
    ("Bridge ‘worst since the war’\n\nThey met.", .headline),
  ])
  func reasons(_ text: String, _ expected: Quotation.Speech.Reason) {
    let (scene, entities) = analyzed(text)
    let quotation = quotations(scene.text)[0]
    let reader = NonSpeechReader(scene: scene, entities: entities)
    #expect(reader.reason(0, style: quotation.style) == expected)
  }

  @Test(arguments: [
    ("They met.\n\nShe said that the film “The Last Ferry” moved her.", true),
    ("They met.\n\nPeter “Pip” Tolland left.", true),
    ("They met.\n\nShe took the ferry, which is called “The Last Ferry”.", true),
    ("They met.\n\nThe ferry was called “a danger to all” there.", false),
    ("They met.\n\nShe said that the film “moved me to tears” last night.", false),
    ("They met.\n\nShe said of the ferry “The Last Ferry” was late.", false),
  ])
  func surely(_ text: String, _ expected: Bool) {
    let (scene, entities) = analyzed(text)
    #expect(NonSpeechReader(scene: scene, entities: entities).isSurelyNoSpeech(0) == expected)
  }
}
