/// What it costs, in tenths, that two marks stand in a relation.
struct Pairing {
  let conventions: MarkConventions

  /// A quotation that never closes, or closes without having opened: the printer's plain error.
  static let missingMark: Int32 = 50
  /// An inner quotation that ends with the outer one's mark.
  static let missingInnerMark: Int32 = 40
  /// A mark at a paragraph's head that carries a quotation on.
  static let continuation: Int32 = 5
  /// A quotation that goes on although its paragraph ends with the words of who said it.
  static let continuationAfterCue: Int32 = 50
  /// A quotation that goes on although its paragraph does not end like a sentence.
  static let continuationInSentence: Int32 = 10
  /// A quotation that runs over the end of a line that is not the end of a paragraph.
  static let brokenLine: Int32 = 15
  /// A quotation in the marks of the one around it: a little less than a missing mark, and with a
  /// quotation that goes on in the next paragraph a little more, since a lost mark looks like both.
  static let nestedInLike: Int32 = 47
  /// The same in a quotation that a mark at the paragraph's head carries on: block quotations, which
  /// never close, are printed so.
  static let nestedInCarried: Int32 = 40
  /// A mark printed twice, read as two quotations that open in one place.
  static let openedTwice: Int32 = 30
  /// Two marks with nothing between.
  static let emptyQuotation: Int32 = 60

  /// What it costs that `closing` closes what `opening` opened; nil when it cannot.
  func close(_ opening: Glyph, _ closing: Glyph) -> Int32? {
    if opening == closing { return 0 }
    switch (opening.family, closing.family) {
    case (.double, .double): return opening == .straight || closing == .straight ? 10 : 0
    case (.low, .double): return closing == .straight ? 5 : 0
    case (.doubled, .doubled), (.single, .single), (.lowSingle, .single),
      (.guillemets, .guillemets), (.chevrons, .chevrons), (.corners, .corners),
      (.whiteCorners, .whiteCorners):
      return opening.isSingle && (opening == .straightSingle) != (closing == .straightSingle)
        && opening != .backtick ? 5 : 0
    case (.doubled, .double), (.double, .doubled): return 15
    case (.guillemets, .chevrons), (.chevrons, .guillemets), (.corners, .whiteCorners),
      (.whiteCorners, .corners), (.low, .low):
      return 30
    case (.double, .single), (.single, .double), (.doubled, .single), (.single, .doubled),
      (.low, .single), (.lowSingle, .double), (.guillemets, .double), (.double, .guillemets):
      return 45
    default: return nil
    }
  }

  /// What it costs to open a quotation inside another one, or outside all.
  ///
  /// - Parameter isCarried: Whether the outer one began in a paragraph above.
  func nest(_ outer: Glyph?, _ inner: Glyph, isCarried: Bool = false) -> Int32 {
    guard let outer else {
      if inner.isSingle { return conventions.singlesCarrySpeech ? 0 : 10 }
      return inner.isInner ? 5 : 0
    }
    if outer.family == inner.family {
      if outer.family == .double, (outer == .straight) != (inner == .straight) { return 20 }
      return isCarried ? Self.nestedInCarried : Self.nestedInLike
    }
    switch (outer.isInner, inner.isInner) {
    case (false, true): return 2
    case (true, false): return conventions.singlesCarrySpeech || !outer.isSingle ? 2 : 8
    default: return 8
    }
  }

  /// Whether a mark at a paragraph's head may carry on what `opening` opened.
  func continues(_ opening: Glyph, _ head: Glyph) -> Bool {
    opening.family == head.family || opening.family == .low && head.family == .double
  }

  /// What it costs that a quotation in single marks is long: between two apostrophes stands as
  /// much text as one likes, between two single marks, where they are the inner ones, not.
  func length(_ opening: Glyph, _ bytes: Int) -> Int32 {
    guard opening.isSingle, !conventions.singlesCarrySpeech else { return 0 }
    return bytes > 1000 ? 25 : bytes > 300 ? 10 : 0
  }
}
