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

extension TrainingArticle {
  /// Unmarked words inside of what somebody is reported to have said, with the answer.
  struct ReportedWords {
    var tokens: Range<Int>
    var answer: Answer
  }

  /// Some words of each reported content whose speaker is named, others at each walk.
  ///
  /// What is said of them is what would be said of marked words in their place, and they are
  /// many more.
  func reportedWords(in scene: Scene, walk: Int) -> [ReportedWords] {
    guard reported != nil else { return [] }
    var result: [ReportedWords] = []
    for (index, content) in contents.enumerated() where !content.answer.mentions.isEmpty {
      let inside = text.tokens(in: content.span)
      guard inside.count > 2 else { continue }
      let start = inside.lowerBound + (index * 7 + walk * 5) % (inside.count - 1)
      let tokens = scene.unmarkedWords(from: start, atMost: 1 + (index + walk * 3) % 8)
        .clamped(to: inside)
      if !tokens.isEmpty { result.append(ReportedWords(tokens: tokens, answer: content.answer)) }
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
