import Prose
import Speakers

extension TrainingArticle {
  /// Some unmarked words of the narration.
  struct SampledPlace {
    var tokens: Range<Int>
    /// Whether they stand inside of what somebody is reported to have said.
    var isReported: Bool
  }

  /// Places of one to three words of the narration, one in every `step` tokens.
  ///
  /// - Returns: Nothing where indirect speech is not annotated.
  func places(in scene: Scene, step: Int, from first: Int) -> [SampledPlace] {
    guard let reported else { return [] }
    var places: [SampledPlace] = []
    var next = 0
    var end = 0
    for start in stride(from: first % step, to: text.tokens.count, by: step) {
      let token = text.tokens[start]
      while next < reported.count, reported[next].start <= token.start {
        end = max(end, reported[next].end)
        next += 1
      }
      let tokens = scene.unmarkedWords(from: start, atMost: 1 + start / step % 3)
      guard !tokens.isEmpty else { continue }
      places.append(SampledPlace(tokens: tokens, isReported: token.start < end))
    }
    return places
  }
}
