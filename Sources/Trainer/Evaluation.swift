import Prose
import Quotations
import Speakers

/// Counts what a model gets right on articles that it was not trained on.
struct Evaluation: CustomStringConvertible {
  private var attribution: [String: (right: Int, reachable: Int, all: Int)] = [:]
  /// The same by corpus and type with confidence, for the table.
  private(set) var board = ScoreBoard()
  /// The speech probabilities of the spans that are speech and of those that are not, by corpus.
  private var speech: [String: (yes: [Double], no: [Double])] = [:]

  /// Places of the narration of which it was told whether they are reported speech.
  private var places = (right: 0, all: 0, loss: 0.0)

  /// Wrong decisions, with the text around them.
  private(set) var errors: [String] = []

  /// Scores articles.
  ///
  /// - Parameter given: Whether to score those with annotated people a second time, with these
  ///   people given.
  mutating func add(_ articles: [TrainingArticle], given: Bool = true, model: LinearModel) {
    for article in articles {
      add(article, model)
      if given, !article.knownPeople.isEmpty { addGiven(article, model) }
    }
  }

  /// Scores an article whose people are given, as by `--people`.
  private mutating func addGiven(_ article: TrainingArticle, _ model: LinearModel) {
    let gold = GoldSpeakers(article)
    var walk = ArticleWalk(article, model: model, known: article.knownPeople)
    walk.settle(model: model)
    board(article, walk, "\(article.corpus) given", gold)
  }

  /// Puts the entities of an article's speech on the board.
  private mutating func board(
    _ article: TrainingArticle, _ walk: ArticleWalk, _ name: String, _ gold: GoldSpeakers
  ) {
    let scene = walk.driver.scene
    var answers: [String: [(confidence: Double, isRight: Bool)]] = [:]
    for (index, span) in scene.spans.enumerated() {
      let piece = article.quotations[span.quotation].pieces[span.piece]
      guard let answer = article.answer(for: piece.span), answer.isSpeech,
        let target = answer.entity
      else { continue }
      let decision = walk.decisions[index]
      let entity = decision.mention < 0 ? -1 : scene.mentions[decision.mention].entity
      let isRight = entity >= 0 && gold.isSame(walk.driver.entities.entities[entity], target)
      let value = (confidence: decision.probability, isRight: isRight)
      answers["\(name) entity", default: []].append(value)
      if answer.type != "none" {
        answers["\(name) entity \(answer.type)", default: []].append(value)
      }
    }
    for (key, values) in answers { board.add(key, values) }
  }

  private mutating func add(_ article: TrainingArticle, _ model: LinearModel) {
    let gold = GoldSpeakers(article)
    let judge = SpanJudge(scorer: model)
    var walk = ArticleWalk(article, model: model)
    let readDecisions = walk.decisions
    walk.settle(model: model)
    let driver = walk.driver
    board(article, walk, article.corpus, gold)
    var mentions: [String: [(confidence: Double, isRight: Bool)]] = [:]
    let rule = NearestMention(scene: driver.scene)
    for place in article.places(in: driver.scene, step: 5, from: 2) {
      let probability = logistic(judge.score(ReportedPlace(driver.scene).features(place.tokens)))
      places.all += 1
      places.right += (probability >= 0.5) == place.isReported ? 1 : 0
      places.loss -= safeLog(place.isReported ? probability : 1 - probability)
    }
    for index in driver.scene.spans.indices {
      let candidates = walk.candidates[index]
      let span = driver.scene.spans[index]
      let quotation = article.quotations[span.quotation]
      let decision = walk.decisions[index]
      guard let answer = article.answer(for: quotation.pieces[span.piece].span) else { continue }
      let probability = readDecisions[index].speech
      // Single marks are headlines' in American news, and optional in its annotation.
      let key = article.corpus + (quotation.style.isSingle ? ", single marks" : "")
      if answer.isSpeech {
        speech[key, default: ([], [])].yes.append(probability)
      } else {
        speech[key, default: ([], [])].no.append(probability)
      }
      if answer.isSpeech, let target = answer.entity ?? answer.silver {
        let entity = decision.mention < 0 ? -1 : driver.scene.mentions[decision.mention].entity
        let isSame = entity >= 0 && gold.isSame(driver.entities.entities[entity], target)
        if !isSame {
          let name = entity < 0 ? "-" : driver.entities.entities[entity].display
          let isKnown = driver.entities.entities.contains { gold.isSame($0, target) }
          let anchor = walk.readings[index].anchor
          note(
            "entity \(isKnown ? "" : "[absent] ")\(answer.type) \(name) instead of \(target)"
              + " anchor \(anchor < 0 ? "" : text(of: anchor, driver)) \(article.id)",
            article, driver, index)
        }
        for key in [article.corpus + " entity", "\(article.corpus) entity \(answer.type)"] {
          var count = attribution[key] ?? (0, 0, 0)
          count.right += isSame ? 1 : 0
          count.all += 1
          attribution[key] = count
        }
      }
      if answer.isSpeech != (probability >= 0.5) {
        note(
          "speech \(answer.isSpeech) at \(percent(Int(probability * 1000), 1000))", article, driver,
          index)
      }
      if answer.isSpeech, answer.entity != nil || !answer.mentions.isEmpty {
        if let target = answer.entity {
          let entity = rule.entity(beside: span)
          let isRight = entity >= 0 && gold.isSame(driver.entities.entities[entity], target)
          let name = "\(article.corpus) rule nearest name"
          mentions[name, default: []].append((1, isRight))
          if answer.type != "none" {
            mentions["\(name) \(answer.type)", default: []].append((1, isRight))
          }
        } else if article.corpus == "polnear" {
          let mention = rule.mention(beside: span, among: candidates.mentions)
          let isRight = gold.rightCandidates(candidates, answer, driver).contains {
            candidates.mentions[$0] == mention
          }
          for name in ["rule nearest mention", "rule nearest mention \(answer.type)"] {
            mentions["\(article.corpus) \(name)", default: []].append((1, isRight))
          }
        }
        let right = gold.rightCandidates(candidates, answer, driver)
        let isRight = right.contains { candidates.mentions[$0] == decision.mention }
        if !isRight {
          let mention = decision.mention < 0 ? "-" : text(of: decision.mention, driver)
          let gold = answer.mentions.map { article.text.text(of: $0) }.joined(separator: " ")
          note(
            "speaker \(mention) instead of \(gold) \(answer.entity ?? "")", article, driver, index)
        }
        if article.corpus == "polnear" {
          let value = (confidence: decision.probability, isRight: isRight)
          mentions["polnear mention", default: []].append(value)
          mentions["polnear mention \(answer.type)", default: []].append(value)
        }
        for key in [article.corpus, "\(article.corpus) \(answer.type)"] {
          var count = attribution[key] ?? (0, 0, 0)
          count.right += isRight ? 1 : 0
          count.reachable += right.isEmpty ? 0 : 1
          count.all += 1
          attribution[key] = count
        }
      }
    }
    for (key, values) in mentions { board.add(key, values) }
  }

  private mutating func note(
    _ what: String, _ article: TrainingArticle, _ driver: SpanAttributor, _ index: Int
  ) {
    let tokens = driver.scene.text.tokens
    let span = driver.scene.spans[index].tokens
    let first = tokens[max(0, span.lowerBound - 30)].start
    let last = tokens[min(tokens.count, span.upperBound + 20) - 1].end
    let before = article.text.text(of: TextSpan(first, tokens[span.lowerBound].start))
    let quotation = article.text.text(
      of: TextSpan(tokens[span.lowerBound].start, tokens[span.upperBound - 1].end))
    let after = article.text.text(
      of: TextSpan(tokens[span.upperBound - 1].end, max(last, tokens[span.upperBound - 1].end)))
    errors.append("\(what) | \(before)⟦\(quotation)⟧\(after)".replacing("\n", with: "⏎"))
  }

  private func text(of mention: Int, _ driver: SpanAttributor) -> String {
    driver.scene.mentions[mention].tokens.map { driver.scene.text.text(ofToken: $0) }
      .joined(separator: " ")
  }

  var description: String {
    var lines: [String] = []
    if places.all > 0 {
      lines.append(
        "reported places: right \(percent(places.right, places.all)) of \(places.all), "
          + "loss \(places.loss / Double(places.all))")
    }
    for (key, count) in attribution.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "\(key): right \(percent(count.right, count.all)), reachable "
          + "\(percent(count.reachable, count.all)) of \(count.all)")
    }
    for (corpus, values) in speech.sorted(by: { $0.key < $1.key }) {
      let yes = values.yes.sorted()
      lines.append("\(corpus): \(yes.count) spans of speech, \(values.no.count) others")
      let losses = (1...40).map { Double($0) / 1000 }
      let shares = losses.map { loss in
        let threshold = yes.isEmpty ? 0 : yes[Int(Double(yes.count) * loss)]
        return values.no.filter { $0 < threshold }.count
      }
      lines.append(
        "  rejected on average up to a loss of 4 %: "
          + percent(shares.reduce(0, +), values.no.count * losses.count))
      for loss in [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3] where !yes.isEmpty {
        let threshold = yes[Int(Double(yes.count) * loss)]
        let rejected = values.no.filter { $0 < threshold }.count
        lines.append(
          "  at a loss of \(loss * 100) %: threshold \(threshold), rejected "
            + percent(rejected, values.no.count))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "-" : "\(Double(part * 1000 / whole) / 10) %"
  }
}
