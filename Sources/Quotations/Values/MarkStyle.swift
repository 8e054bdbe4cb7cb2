/// The families of quotation marks.
public enum MarkStyle: String, Hashable, Sendable, CaseIterable {
  /// “…”
  case curly
  /// "…"
  case straight
  /// ‘…’
  case curlySingle = "curly-single"
  /// '…'
  case straightSingle = "straight-single"
  /// ''…'' and ``…''
  case doubledApostrophes = "doubled-apostrophes"
  /// «…» and »…«
  case guillemets
  /// ‹…› and ›…‹
  case singleGuillemets = "single-guillemets"
  /// „…“ and „…”
  case lowHigh = "low-high"
  /// ‚…‘
  case lowHighSingle = "low-high-single"
  /// 「…」 and 『…』
  case corners
  /// A dash at the head of a paragraph.
  case dash
  /// No marks.
  case none
}

extension MarkStyle {
  /// Whether the marks are single ones.
  public var isSingle: Bool {
    switch self {
    case .curlySingle, .straightSingle, .singleGuillemets, .lowHighSingle: true
    default: false
    }
  }
}
