internal import Prose

/// How one article prints its marks: which glyph opens, which closes, and whether single marks
/// carry speech.
///
/// Unicode says what a glyph is for, and languages disagree: `“` closes in German, `”` opens in
/// Swedish, `»` opens in Danish. The article itself is asked: the marks whose place leaves no
/// doubt vote for their glyph's direction.
struct MarkConventions: Sendable {
  /// The cost of opening with a glyph, by raw value.
  private(set) var opening: [Int32]
  /// The cost of closing with a glyph, by raw value.
  private(set) var closing: [Int32]
  /// Whether single marks carry speech, as they do in British print.
  var singlesCarrySpeech = false
  /// Whether single marks are quotation marks at all.
  var singlesQuote = true
  /// Whether a space stands between the marks and what they enclose: `“ So it is. ”`
  private(set) var marksStandOff = false

  /// What a glyph that stands the wrong way round costs.
  static let reversal: Int32 = 25

  func openCost(_ glyph: Glyph) -> Int32 { opening[Int(glyph.rawValue)] }
  func closeCost(_ glyph: Glyph) -> Int32 { closing[Int(glyph.rawValue)] }

  /// The conventions that Unicode's names imply.
  init() {
    opening = Array(repeating: 0, count: Glyph.allCases.count)
    closing = opening
    for glyph in Glyph.allCases {
      switch glyph {
      case .straight, .straightSingle, .doubledApostrophe: break
      case .leftDouble, .leftSingle, .leftGuillemet, .leftChevron, .backtick:
        setCosts(glyph, open: 0, close: Self.reversal)
      case .lowDouble, .lowSingle, .doubledBacktick, .leftCorner, .leftWhiteCorner:
        setCosts(glyph, open: 0, close: 40)
      case .rightDouble, .rightSingle, .rightGuillemet, .rightChevron:
        setCosts(glyph, open: Self.reversal, close: 0)
      case .rightCorner, .rightWhiteCorner:
        setCosts(glyph, open: 40, close: 0)
      }
    }
  }

  mutating func setCosts(_ glyph: Glyph, open: Int32, close: Int32) {
    opening[Int(glyph.rawValue)] = open
    closing[Int(glyph.rawValue)] = close
  }

  /// The conventions of an article; `localeMarks` take precedence over what it shows.
  init(
    of marks: [PrintedMark], singleQuotes: QuotationFinder.SingleQuotes,
    localeMarks: QuotationMarks? = nil
  ) {
    self.init()
    var votes = Votes()
    for mark in marks where !mark.isSettled { votes.count(mark) }
    apply(votes)
    marksStandOff = votes.standingOff >= 2 && votes.standingOff > votes.standingClose
    let localeQuotesInSingles = localeMarks.map { apply($0) } ?? false
    switch singleQuotes {
    case .on: singlesCarrySpeech = true
    case .off: singlesQuote = false
    case .auto:
      singlesCarrySpeech =
        localeQuotesInSingles
        || votes.speechInSingles >= 2 && votes.speechInSingles > votes.speechInDoubles
    }
  }

  private mutating func apply(_ votes: Votes) {
    // “ closes where „ opens; ” opens where neither “ nor „ is used, as in Swedish.
    if votes.all(.lowDouble) > 0 { setCosts(.leftDouble, open: 5, close: 5) }
    if votes.all(.lowSingle) > 0 { setCosts(.leftSingle, open: 5, close: 5) }
    if votes.all(.leftDouble) == 0, votes.all(.lowDouble) == 0, votes.opening(.rightDouble) > 1 {
      setCosts(.rightDouble, open: 0, close: 0)
    }
    for (left, right) in [
      (Glyph.leftGuillemet, Glyph.rightGuillemet), (.leftChevron, .rightChevron),
    ] {
      let straight = votes.opening(left) + votes.closing(right)
      let turned = votes.opening(right) + votes.closing(left)
      if votes.all(left) == 0, votes.opening(right) > 0, votes.closing(right) > 0 {
        setCosts(right, open: 0, close: 0)
      } else if turned > straight {
        setCosts(left, open: Self.reversal, close: 0)
        setCosts(right, open: 0, close: Self.reversal)
      }
    }
  }

  /// Sets the directions that a locale's marks imply; returns whether its outer marks are single.
  private mutating func apply(_ marks: QuotationMarks) -> Bool {
    func glyph(_ mark: String) -> Glyph? { Glyph(Array(mark.utf8)[...]) }
    for (opening, closing) in [
      (marks.innerOpening, marks.innerClosing), (marks.opening, marks.closing),
    ] {
      guard let left = glyph(opening), let right = glyph(closing) else { continue }
      if left == right {
        setCosts(left, open: 0, close: 0)
      } else {
        setCosts(left, open: 0, close: Self.reversal)
        setCosts(right, open: Self.reversal, close: 0)
      }
    }
    return glyph(marks.opening)?.isSingle ?? false
  }

  /// How often each glyph stands where only one direction makes sense.
  private struct Votes {
    private var openings = Array(repeating: 0, count: Glyph.allCases.count)
    private var closings = Array(repeating: 0, count: Glyph.allCases.count)
    private var totals = Array(repeating: 0, count: Glyph.allCases.count)
    /// Marks with a direction that have a space inside, and those that have none.
    private(set) var standingOff = 0
    private(set) var standingClose = 0
    /// Marks that only speech has: before a paragraph's first word, or after punctuation.
    private(set) var speechInSingles = 0
    private(set) var speechInDoubles = 0

    mutating func count(_ mark: PrintedMark) {
      let glyph = Int(mark.glyph.rawValue)
      totals[glyph] += 1
      if let standsOff = mark.standsOff {
        if standsOff { standingOff += 1 } else { standingClose += 1 }
      }
      if mark.standsLikeOpening { openings[glyph] += 1 }
      if mark.standsLikeClosing { closings[glyph] += 1 }
      guard
        mark.closesLikeSpeech && !mark.traits.contains(.touchesPrevious)
          || mark.before == .boundary && mark.standsLikeOpening && mark.otherCost > 15
            && !mark.traits.contains(.touchesPrevious)
      else { return }
      if mark.glyph.isSingle {
        speechInSingles += 1
      } else if !mark.glyph.isInner {
        speechInDoubles += 1
      }
    }

    func opening(_ glyph: Glyph) -> Int { openings[Int(glyph.rawValue)] }
    func closing(_ glyph: Glyph) -> Int { closings[Int(glyph.rawValue)] }
    func all(_ glyph: Glyph) -> Int { totals[Int(glyph.rawValue)] }
  }
}
