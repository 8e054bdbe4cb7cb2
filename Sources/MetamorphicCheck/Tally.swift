import MetamorphicSupport
import Prose
import TestSupport

/// What was counted.
struct Tally: Sendable {
  struct Damage: Sendable {
    var cases = 0
    var keptOthers = 0
    var diagnosed = 0
    var others = 0
    var sameOthers = 0
  }

  var articles = 0
  var rewritings: [Typography: RewritingOutcome] = [:]
  var damages: [MarkDamage: Damage] = [:]
  /// What failed, by what was done, as it is shown.
  var failures: [String: [String]] = [:]

  /// How much of a failure's kind one article may show.
  private static let shown = 3

  init() {}

  /// Counts what comes out of one article.
  init(_ article: Article, seed: Int, damages count: Int, only: [String]) {
    articles = 1
    let original = MarkedArticle(article)
    func isWanted(_ name: String) -> Bool { only.isEmpty || only.contains(name) }
    for typography in Typography.allCases where isWanted(typography.rawValue) {
      let outcome = RewritingOutcome(original, typography)
      rewritings[typography] = outcome
      for failure in outcome.failures {
        let key = "\(typography.rawValue) \(failure.kind.rawValue)"
        guard failures[key, default: []].count < Self.shown else { continue }
        failures[key, default: []].append(
          "\(article.id): \(failure.before) -> \(failure.after)\n    "
            + excerpt(original, failure.span))
      }
    }
    // Undirected marks cannot be flipped: their article is flipped in its curly form.
    let curly = MarkedArticle(
      Article(id: article.id, bytes: original.rewritten(.curly).bytes))
    var random = SeededGenerator(seed: seed)
    for damage in MarkDamage.allCases where isWanted(damage.rawValue) {
      let printed = damage == .flipped ? curly : original
      let marks = printed.marks.filter { $0.isPaired }.shuffled(using: &random)
      for mark in marks.prefix(count) {
        guard let outcome = DamageOutcome(printed, mark, damage) else { continue }
        add(damage, outcome, printed, mark)
      }
    }
  }

  private mutating func add(
    _ damage: MarkDamage, _ outcome: DamageOutcome, _ article: MarkedArticle,
    _ mark: MarkedArticle.Mark
  ) {
    var sum = damages[damage] ?? Damage()
    sum.cases += 1
    sum.keptOthers += outcome.keepsOthers ? 1 : 0
    sum.diagnosed += outcome.isDiagnosed ? 1 : 0
    sum.others += outcome.others
    sum.sameOthers += outcome.sameOthers
    damages[damage] = sum
    let place = "\(article.id): \(mark.opens ? "opening" : "closing") "
    if !outcome.keepsOthers {
      failures["\(damage.rawValue) others", default: []].append(
        place + "\n    " + excerpt(article, outcome.place)
          + outcome.changed.prefix(3).map { "\n    changed: " + excerpt(article, $0) }.joined())
    }
    if !outcome.isDiagnosed {
      failures["\(damage.rawValue) undiagnosed", default: []].append(
        place + "\n    " + excerpt(article, outcome.place))
    }
  }

  /// A span with what stands around it, in one line.
  private func excerpt(_ article: MarkedArticle, _ span: TextSpan) -> String {
    let bytes = article.text.bytes
    func text(_ start: Int, _ end: Int) -> String {
      String(decoding: bytes[max(0, start)..<min(bytes.count, max(start, end))], as: UTF8.self)
        .replacing("\n", with: "⏎")
    }
    let long = span.count > 160
    return text(span.start - 60, span.start) + "⟦"
      + (long
        ? text(span.start, span.start + 80) + " … " + text(span.end - 80, span.end)
        : text(span.start, span.end)) + "⟧" + text(span.end, span.end + 60)
  }

  static func += (sum: inout Tally, other: Tally) {
    sum.articles += other.articles
    for (key, value) in other.rewritings { sum.rewritings[key, default: .init()] += value }
    for (key, value) in other.damages {
      sum.damages[key, default: .init()].cases += value.cases
      sum.damages[key, default: .init()].keptOthers += value.keptOthers
      sum.damages[key, default: .init()].diagnosed += value.diagnosed
      sum.damages[key, default: .init()].others += value.others
      sum.damages[key, default: .init()].sameOthers += value.sameOthers
    }
    for (key, value) in other.failures { sum.failures[key, default: []] += value }
  }
}
