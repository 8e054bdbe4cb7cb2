import Quotations

/// What a quotation's marks say of it.
///
/// Which glyphs an article prints is its house's habit and says nothing of who speaks; whether a
/// quotation stands in the marks that the article prints speech in, or in those of the level inside,
/// does.
enum MarkRank: Int {
  /// The marks in which the article prints speech.
  case outer
  /// The marks that the article keeps for what stands inside speech, and for headlines.
  case inner = 2
  /// No marks but a dash.
  case dash = 10
}

extension Scene {
  /// The rank of an outermost quotation's marks.
  func rank(of style: MarkStyle) -> MarkRank {
    if style == .dash { return .dash }
    return style.isSingle && !printsSpeechInSingles ? .inner : .outer
  }

  /// Whether most quotations stand in single marks, at least two; a headline says nothing, because
  /// it has single marks whatever the article has.
  static func printsSpeechInSingles(_ quotations: [Quotation], _ spans: [MarkedSpan]) -> Bool {
    var singles = 0
    var others = 0
    for span in spans where span.paragraph > 0 && quotations[span.quotation].style != .dash {
      if quotations[span.quotation].style.isSingle { singles += 1 } else { others += 1 }
    }
    return singles >= 2 && singles > others
  }
}
