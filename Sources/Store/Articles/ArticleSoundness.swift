internal import Prose
internal import Quotations
internal import Speakers

/// What holds for every article that a store was given, and may not hold for one whose file was
/// damaged: SQLite keeps no checksums.
struct ArticleSoundness {
  private let bytes: [UInt8]
  private let number: Int64

  /// - Throws: ``DamagedRow`` when the text is no text, or its parts lie outside of it.
  init(_ article: Article, number: Int64) throws(DamagedRow) {
    bytes = article.bytes
    self.number = number
    let firstInvalid = bytes.withUnsafeBufferPointer { UTF8Validation.firstInvalid($0, from: 0) }
    guard firstInvalid == bytes.count else { throw fault("the text") }
    guard isSound(article.bodyStart..<article.bodyStart) else { throw fault("the body") }
    guard let captions = article.captions else { return }
    guard captions.reading.count == bytes.count,
      captions.timeCodes.allSatisfy({ isSound($0.span) }),
      captions.turns.allSatisfy({ isSound($0.span) })
    else { throw fault("the captions") }
  }

  /// - Parameter earlier: The quotations before it.
  func check(
    _ quotation: Quotation, _ attribution: Attribution, speakers: Int, earlier: [Quotation]
  ) throws(DamagedRow) {
    var end = 0
    for piece in quotation.pieces {
      guard isSound(piece), end <= piece.span.start else { throw fault("a quotation") }
      end = piece.span.end
    }
    if let last = earlier.last, quotation.span < last.span { throw fault("a quotation") }
    if let parent = quotation.parent {
      guard earlier.indices.contains(parent), earlier[parent].span.contains(quotation.span) else {
        throw fault("a quotation")
      }
    }
    guard
      [attribution.mention?.span, attribution.cue?.span].allSatisfy({ span in
        span.map { isSound($0) && !$0.isEmpty } ?? true
      }), attribution.speaker.map({ (0..<speakers).contains($0) }) ?? true,
      (0...1).contains(attribution.confidence)
    else { throw fault("an attribution") }
  }

  private func isSound(_ piece: Quotation.Piece) -> Bool {
    guard isSound(piece.span), !piece.span.isEmpty else { return false }
    let marks = [piece.opening, piece.closing].compactMap(\.self)
    return marks.allSatisfy { isSound($0) && piece.span.contains($0) }
      && zip(marks, marks.dropFirst()).allSatisfy { $0.end <= $1.start }
  }

  /// Whether a span lies in the text and cuts no character.
  private func isSound(_ span: TextSpan) -> Bool { isSound(span.start..<span.end) }

  private func isSound(_ range: Range<Int>) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= bytes.count && isBoundary(range.lowerBound)
      && isBoundary(range.upperBound)
  }

  private func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  private func fault(_ what: String) -> DamagedRow {
    DamagedRow(what: "\(what) of article \(number) is damaged")
  }
}
