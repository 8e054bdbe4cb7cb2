/// What the differences of a pair amount to.
///
/// The order is that of an editor's attention. A verdict never says that a quotation is true: its
/// wording agrees with another wording, or it does not.
public enum Verdict: String, CaseIterable, Comparable, Hashable, Sendable {
  /// Word for word.
  case verbatim
  /// The same words in another spelling, number form, abbreviation or contraction.
  case styled
  /// Edited where the reader can see it.
  case markedEdit = "marked-edit"
  /// Words differ and nothing shows it.
  case altered
  /// Words differ so that the sense may have changed.
  case meaningAltered = "meaning-altered"
  /// Not the same utterance.
  case different
  /// Not in what was read.
  case notFound = "not-found"
  /// Too short, too general or unreadable.
  case cannotEstablish = "cannot-establish"

  public static func < (a: Verdict, b: Verdict) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .verbatim: 0
    case .styled: 1
    case .markedEdit: 2
    case .cannotEstablish: 3
    case .altered: 4
    case .meaningAltered: 5
    case .different: 6
    case .notFound: 7
    }
  }
}
