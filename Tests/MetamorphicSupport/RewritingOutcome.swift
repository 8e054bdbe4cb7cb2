public import Prose

/// How many quotations come out the same when an article's marks are printed otherwise.
public struct RewritingOutcome: Sendable {
  /// The quotations whose marks are all there.
  public var quotations = 0
  /// Those of them with the same pieces.
  public var samePieces = 0
  /// Those with the same pieces that are speech in both, or in neither.
  public var sameSpeech = 0
  /// Those that have the same speaker as well.
  public var sameSpeaker = 0
  /// Quotations of the rewritten article that the original does not have.
  public var added = 0
  /// What became of the quotations that did not come out the same.
  public var failures: [Failure] = []

  /// A quotation that did not come out the same.
  public struct Failure: Sendable {
    public enum Kind: String, Sendable { case pieces, speech, speaker }
    public var kind: Kind
    /// The place in the original.
    public var span: TextSpan
    public var before: String
    public var after: String
  }

  public init() {}

  /// Compares an article with itself, rewritten.
  public init(_ original: MarkedArticle, _ typography: Typography) {
    let edit = original.rewritten(typography)
    let rewritten = MarkedArticle(
      Article(id: original.id, bytes: edit.bytes))
    var found: [[TextSpan]: MarkedArticle.Record] = [:]
    for record in rewritten.records(edit) { found[record.pieces] = record }
    for record in original.records(original.unedited) {
      let other = found.removeValue(forKey: record.pieces)
      guard record.isPaired, let first = record.pieces.first, let last = record.pieces.last else {
        continue
      }
      quotations += 1
      var kind = Failure.Kind.pieces
      if let other {
        samePieces += 1
        kind = .speech
        if other.isSpeech == record.isSpeech {
          sameSpeech += 1
          kind = .speaker
          if other.speaker == record.speaker {
            sameSpeaker += 1
            continue
          }
        }
      }
      failures.append(
        Failure(
          kind: kind, span: TextSpan(first.start, max(first.start, last.end)),
          before: "\(record.isSpeech ? "speech" : "no speech"), \(record.speaker ?? "unknown")",
          after: other.map { "\($0.isSpeech ? "speech" : "no speech"), \($0.speaker ?? "unknown")" }
            ?? "not found"))
    }
    added = found.count
  }

  public static func += (sum: inout RewritingOutcome, other: RewritingOutcome) {
    sum.quotations += other.quotations
    sum.samePieces += other.samePieces
    sum.sameSpeech += other.sameSpeech
    sum.sameSpeaker += other.sameSpeaker
    sum.added += other.added
    sum.failures += other.failures
  }
}
