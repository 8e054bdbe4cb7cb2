import Prose

/// Puts the scorer's reasons into values for the reader.
struct Explanation {
  let scorer: any CandidateScorer
  /// The reasons kept for each candidate.
  private static let most = 6
  /// The least weight of a reason worth naming, in log-odds.
  private static let least: Float = 0.1

  /// The candidates of a span, best first.
  ///
  /// - Parameter keepsAll: Whether to keep all of them, or the best one only.
  func candidates(
    _ gathered: SpanCandidates, _ probabilities: [Double], _ driver: SpanAttributor, keepsAll: Bool
  ) -> [Candidate] {
    func isBetter(_ a: Int, _ b: Int) -> Bool {
      probabilities[a] != probabilities[b] ? probabilities[a] > probabilities[b] : a < b
    }
    let all = gathered.mentions.indices
    let order = keepsAll ? all.sorted(by: isBetter) : all.min(by: isBetter).map { [$0] } ?? []
    return order.map { position in
      let mention = driver.scene.mentions[gathered.mentions[position]]
      let cue = gathered.geometries[position].cue
      return Candidate(
        mention: driver.scene.mention(mention),
        cue: cue >= 0 ? driver.scene.cue(driver.scene.cues[cue]) : nil,
        name: mention.entity >= 0 ? driver.entities.entities[mention.entity].display : nil,
        probability: probabilities[position],
        evidence: evidence(gathered.lists[position], driver.scene.lexicon))
    }
  }

  /// A choice of a speaker with its reasons.
  func candidate(
    _ choice: SpanDecision, _ facts: [Feature], _ driver: SpanAttributor
  ) -> Candidate {
    let scene = driver.scene
    let mention = scene.mentions[choice.mention]
    return Candidate(
      mention: scene.mention(mention),
      cue: choice.cue >= 0 ? scene.cue(scene.cues[choice.cue]) : nil,
      name: mention.entity >= 0 ? driver.entities.entities[mention.entity].display : nil,
      probability: choice.probability, evidence: evidence(facts[...], scene.lexicon))
  }

  /// The reasons, facts of one meaning summed up, the weightiest first.
  private func evidence(_ features: ArraySlice<Feature>, _ lexicon: Lexicon) -> [Evidence] {
    var reasons: [(name: String, weight: Float)] = []
    reasons.reserveCapacity(16)
    for feature in features {
      guard let name = feature.reason(lexicon) else { continue }
      let weight = scorer.weight(of: feature)
      // There are a dozen at most.
      if let known = reasons.firstIndex(where: { isSame($0.name, name) }) {
        reasons[known].weight += weight
      } else {
        reasons.append((name, weight))
      }
    }
    func isSame(_ a: String, _ b: String) -> Bool {
      // Most reasons differ in length, which costs less than to compare them.
      a.utf8.count == b.utf8.count && a == b
    }
    reasons.removeAll { abs($0.weight) < Self.least }
    reasons.sort { a, b in
      abs(a.weight) != abs(b.weight) ? abs(a.weight) > abs(b.weight) : a.name < b.name
    }
    return reasons.prefix(Self.most).map { Evidence(name: $0.name, weight: Double($0.weight)) }
  }
}

extension Scene {
  /// A mention as a value for output.
  func mention(_ record: MentionRecord) -> Mention {
    let start = text.tokens[record.tokens.lowerBound].start
    let end =
      record.documentLength > 0 ? text.tokens[record.tokens.upperBound - 1].end : end(of: record)
    return Mention(
      span: TextSpan(start, max(start, end)), kind: record.kind, gender: record.gender,
      isPlural: record.isPlural)
  }

  /// Where a mention's head ends, without a possessive ending.
  func end(of record: MentionRecord) -> Int {
    let last = text.tokens[record.head]
    guard record.isPossessive || record.documentLength > 0 else { return last.end }
    return text.bytes.withUnsafeBufferPointer { Lexemes.endWithoutPossessive($0, last) }
  }

  /// A cue as a value for output.
  func cue(_ record: CueRecord) -> Cue {
    Cue(
      span: TextSpan(
        text.tokens[record.tokens.lowerBound].start, text.tokens[record.tokens.upperBound - 1].end),
      lemma: lexicon.lemma(at: Int(record.lemma)))
  }
}
