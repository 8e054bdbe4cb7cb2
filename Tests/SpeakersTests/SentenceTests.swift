import Prose
import Testing

@testable import Speakers

/// Where the sentences of the narration begin; a quotation belongs to the sentence around it.
@Suite struct SentenceTests {
  /// A stroke stands before each word that begins a sentence, but the first.
  private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let scene = analyzed(marked.replacing("|", with: "")).scene
    var result: [UInt8] = []
    var last = 0
    for (index, token) in scene.text.tokens.enumerated() {
      result += scene.text.bytes[last..<token.start]
      if index > 0, scene.sentenceOfToken[index] != scene.sentenceOfToken[index - 1] {
        result.append(UInt8(ascii: "|"))
      }
      result += scene.text.bytes[token.start..<token.end]
      last = token.end
    }
    #expect(String(decoding: result, as: UTF8.self) == marked, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "It rained. |Ana Ruiz left.",
    "“Stop!” she said. |Nobody did.",
    "“It rained.” |She left.",
    "“It rained,” said Mr. Tolland of U.S. Steel. |He left.",
    "She said: “It rained. It did.” |Nobody cared.",
    "It rained\n\n|It stopped",
    "It rained … |She left.",
    "It rained … and stopped.",
    "“Is it so?” she said.",
    "“It rained,” she said in the U.S. |He left.",
    "QUORLEY — |The mayor left.",
    "QUORLEY, Ohio (AP) — |The mayor left.",
    "MARL/QUORLEY, Jan 5 (Border Wire) - |The mayor left.",
    "London — |The mayor left.",
    "London (AP) — |the mayor left.",
    "LONDON: |The mayor left.",
    "LONDON — |“It rained,” said the mayor.",
    // Nothing of these is a dateline: an insertion, a speaker's name, a name in front of a saying.
    "London — the mayor left — was wet.",
    "Quorley — The mayor left.",
    "RUIZ: It rained.",
    "ANA RUIZ — “It rained.”",
  ])
  func sentences(_ marked: String) { check(marked) }
}
