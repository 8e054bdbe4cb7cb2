import Prose
import Wording

@testable import Reports

/// A pair whose differences are marked by hand in the two texts: `We {may} sign.` against
/// `We {will} sign.`, with a class for each place, in the order of the texts.
///
/// - Parameters:
///   - shared: What both cover, where that is not all of either.
func markedPair(
  _ a: [String], _ b: [String], _ classes: [DifferenceClass], id: String? = "p1",
  relation: Comparison.Relation? = .full, judgement: Comparison.Judgement = .same,
  shared: (a: String, b: String)? = nil, profile: Profile = .neutral,
  medium: Profile.Medium? = nil, edits: [Difference.Edit] = []
) -> CheckedPair {
  let (aTexts, aSpans) = unmarked(a)
  let (bTexts, bSpans) = unmarked(b)
  precondition(aSpans.count == classes.count && bSpans.count == classes.count)
  let aRendering = Rendering(pieces: aTexts)
  let bRendering = Rendering(pieces: bTexts)
  let differences = classes.indices.map { index in
    let edit: Difference.Edit =
      if index < edits.count {
        edits[index]
      } else if aSpans[index].isEmpty {
        .insertion
      } else {
        bSpans[index].isEmpty ? .omission : .substitution
      }
    return Difference(
      classes[index], edit, a: .init(span: aSpans[index]), b: .init(span: bSpans[index]))
  }
  func stretch(_ words: String?, _ bytes: [UInt8]) -> TextSpan {
    guard let words else { return TextSpan(0, bytes.count) }
    let wanted = Array(words.utf8)
    let start = (0...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
    return TextSpan(start ?? 0, (start ?? 0) + wanted.count)
  }
  let comparison = Comparison(
    judgement: judgement, relation: relation, similarity: 0.875, differences: differences,
    shared: relation == nil
      ? nil
      : .init(
        a: stretch(shared?.a, aRendering.text.bytes), b: stretch(shared?.b, bRendering.text.bytes)))
  return CheckedPair(
    id: id, a: aRendering, aIsPieced: a.count > 1, b: bRendering, bIsPieced: b.count > 1,
    comparison: comparison, profile: profile, medium: medium,
    verdict: profile.verdict(of: comparison, medium: medium),
    breaches: profile.breaches(in: comparison, medium: medium))
}

/// The texts without their braces, and the places of what stood between these in the texts as a
/// rendering joins them.
private func unmarked(_ pieces: [String]) -> (texts: [String], spans: [TextSpan]) {
  var texts: [String] = []
  var spans: [TextSpan] = []
  var base = 0
  for piece in pieces {
    var text = ""
    var start = 0
    for character in piece {
      switch character {
      case "{": start = base + text.utf8.count
      case "}": spans.append(TextSpan(start, base + text.utf8.count))
      default: text.append(character)
      }
    }
    base += text.utf8.count + Rendering.pieceSeparator.utf8.count
    texts.append(text)
  }
  return (texts, spans)
}

/// The report of pairs in a format.
func report(
  _ pairs: [CheckedPair], _ format: DiffReport.Format, width: Int = 60, usesColor: Bool = false,
  isBatch: Bool = false, failures: [ReadFailure] = []
) -> String {
  var report = DiffReport(
    options: .init(
      format: format, style: TerminalStyle(width: width, usesColor: usesColor), isBatch: isBatch))
  var bytes: [UInt8] = []
  for pair in pairs { bytes += report.add(report.write(pair)) }
  for failure in failures { report.add(failure) }
  bytes += report.finish()
  return String(decoding: bytes, as: UTF8.self)
}
