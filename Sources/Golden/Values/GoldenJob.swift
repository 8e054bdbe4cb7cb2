/// What a golden case asks: one of the jobs that the program does.
public enum GoldenJob: String, CaseIterable, Hashable, Sendable {
  /// The quotations of articles, with their speakers.
  case list
  /// Pairs of wordings, with their differences.
  case diff
  /// An article's quotations against sources.
  case verify
  /// What several articles print of one utterance.
  case compare
}
