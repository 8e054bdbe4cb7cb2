import Prose
import Wording

/// One line of a table of pairs: two renderings and what their comparison should say.
///
///     They ⟦may|will⟧modal sign on Monday.     one difference, between `may` and `will`
///     It is⟦ not|⟧negation safe.               words that only the first rendering has
///     ⟦How odd, |⟧- I agree with all of it.    words beyond the stretch that both cover
///     We will pay⟦|, but not today⟧cut-condition~.
///                                              the same with a class, the second text being the
///                                              source; `~`: the words are not compared
///     I will fight this⟦⏎|⟧interrupting-cue to the end.
///                                              two pieces against one
///     This was said	and this was not         two renderings without a difference marked
///
/// A class name ends where its letters and hyphens end, or at a further `⟧` if letters follow. Runs
/// of spaces count as one, and `\u{AD}` is the character with that number, so that nothing invisible
/// stands in a table. Instead of a class stands a severity where several classes would be right.
/// After ` ## ` stands what is not obvious: `verdict=`, `relation=`, `classes=` (all classes, for
/// lines with a tab), `classes-only` (the words are not compared), `source` (the second text is what
/// was said), `no-alarm` (one utterance, worded
/// anew: any differences, none of severity `meaning`).
struct PairCase: Sendable {
  /// File and line.
  var name: String
  var a: Side
  var b: Side
  var expected: [ExpectedDifference]
  var relation: Comparison.Relation?
  var verdict: Verdict
  /// Whether the second text is what was said, and the first renders it.
  var bIsSource: Bool
  /// Whether only the severity of the differences counts.
  var asksForNoAlarmOnly: Bool

  /// The pieces of one rendering.
  struct Side: Equatable, Sendable {
    var pieces: [String]

    /// The rendering: one text as it is, several pieces with narration in between.
    func rendering(with tokenizer: Tokenizer) -> Rendering {
      guard pieces.count > 1 else {
        return Rendering(text: tokenizer.tokenize(Array((pieces.first ?? "").utf8)))
      }
      var bytes: [UInt8] = []
      var spans: [TextSpan] = []
      for piece in pieces {
        if !spans.isEmpty { bytes += Array(" the harbour master told reporters, ".utf8) }
        let start = bytes.count
        bytes += Array("“\(piece)”".utf8)
        spans.append(TextSpan(start, bytes.count))
      }
      return Rendering(text: tokenizer.tokenize(bytes), pieces: spans)
    }

    /// The whole wording, as it is shown in a report.
    var text: String { pieces.joined(separator: " ⏎ ") }
  }

  var judgement: Comparison.Judgement {
    switch verdict {
    case .different: .different
    case .cannotEstablish: .undecidable
    default: .same
    }
  }
}

/// A difference that a table asks for.
struct ExpectedDifference: Hashable, Sendable {
  var kind: Kind
  /// The words on both sides; nil where any words will do.
  var words: Words?

  /// A class, or any class of a severity.
  enum Kind: Hashable, Sendable {
    case differenceClass(DifferenceClass)
    case severity(Severity)

    /// Reads the name of a class or of a severity.
    init?(_ name: String) {
      if let differenceClass = DifferenceClass(rawValue: name) {
        self = .differenceClass(differenceClass)
      } else if let severity = Severity.allCases.first(where: { $0.name == name }) {
        self = .severity(severity)
      } else {
        return nil
      }
    }

    var name: String {
      switch self {
      case .differenceClass(let differenceClass): differenceClass.rawValue
      case .severity(let severity): severity.name
      }
    }

    var severity: Severity {
      switch self {
      case .differenceClass(let differenceClass): differenceClass.severity
      case .severity(let severity): severity
      }
    }
  }

  struct Words: Hashable, Sendable {
    var a: String
    var b: String
  }

  /// Whether a difference that was found is the one that is asked for.
  func matches(_ found: ExpectedDifference) -> Bool {
    guard kind == found.kind || kind == .severity(found.kind.severity) else { return false }
    return words == nil || words == found.words
  }
}

extension ExpectedDifference: CustomStringConvertible {
  var description: String {
    guard let words else { return kind.name }
    return "\(kind.name) ⟦\(words.a)|\(words.b)⟧"
  }

  init(_ difference: Difference, a: TokenizedText, b: TokenizedText) {
    self.init(
      kind: .differenceClass(difference.differenceClass),
      a: a.text(of: difference.a.span), b: b.text(of: difference.b.span))
  }

  /// A difference with the words of two places. Of differences in words the white space, marks and
  /// brackets around them are left out, so that `, perhaps,` is *perhaps*; an ellipsis by itself
  /// stays.
  init(kind: Kind, a: String, b: String) {
    let core: (String) -> String = { text in
      let print = text.trimmed { $0.properties.isWhitespace }
      if kind.isOfMarks { return print }
      let inner = print.trimmed { "[]()".unicodeScalars.contains($0) }
      if inner.hasPrefix("…") || inner.hasPrefix("...") || inner.hasPrefix(". .") { return inner }
      return text.trimmed { $0.properties.isWhitespace || Self.edgeMarks.contains($0) }
    }
    self.init(kind: kind, words: Words(a: core(a), b: core(b)))
  }

  private static let edgeMarks = Set(".,;:?!—–-“”‘’\"'()[]".unicodeScalars)
}

extension ExpectedDifference.Kind {
  /// Whether the class is about marks between words.
  fileprivate var isOfMarks: Bool {
    switch self {
    case .differenceClass(let differenceClass):
      differenceClass.severity == .style && !differenceClass.isStyleOfWords
        || differenceClass == .mood
    case .severity: false
    }
  }
}

extension StringProtocol {
  /// The text without scalars of a kind at both ends.
  func trimmed(where isDropped: (Unicode.Scalar) -> Bool) -> String {
    var scalars = String(self).unicodeScalars[...]
    while let first = scalars.first, isDropped(first) { scalars.removeFirst() }
    while let last = scalars.last, isDropped(last) { scalars.removeLast() }
    return String(Substring(scalars))
  }
}
