internal import Corpus
internal import Golden
internal import Prose
internal import Reports
internal import Wording

extension GoldenWork {
  /// The pairs of a file with their differences.
  mutating func diff() {
    let check = WordingCheck(profile: profile, medium: header.medium)
    var source: PairSource
    do throws(InputFailure) {
      source = try PairSource(path: folder.appendingPath(header.inputs[0].path))
    } catch {
      return answer.problems.append(CaseProblem(error))
    }
    while let item = source.next() {
      switch item {
      case .failure(let failure): answer.problems.append(CaseProblem(failure))
      case .pair(let pair, _):
        let checked = check.check(pair)
        var facts = [GoldenFact(.name, pair.id), GoldenFact(.verdict, checked.verdict.rawValue)]
        if let relation = checked.relation {
          facts.append(GoldenFact(.relation, relation.rawValue))
        }
        facts += checked.differences.map { .difference($0) }
        answer.entries.append(
          GoldenEntry(
            content: pair.a.pieces.map { .init(.first, $0) }
              + pair.b.pieces.map { .init(.second, $0) },
            facts: facts))
      }
    }
  }

  /// The quotations of the articles against the sources.
  mutating func verify() {
    let sources = articles(header.sources)
    let articles = articles(header.inputs)
    guard !sources.isEmpty else { return }
    let verifier = QuotationVerifier(
      sources: sources.map { VerificationSource($0) },
      options: .init(profile: profile, medium: header.medium, knownPeople: knownPeople))
    for attributed in articles {
      let map = OffsetMap(attributed.article)
      let about = articles.count > 1 ? name(of: attributed.article) : nil
      for verified in verifier.verify(attributed) {
        let places = verified.pieces.map {
          place(TextSpan($0.utf8.lowerBound, $0.utf8.upperBound), in: attributed.article, map)
        }
        var facts = about.map { [GoldenFact(.article, $0)] } ?? []
        facts.append(.speaker(verified.speaker))
        facts.append(GoldenFact(.verdict, verified.verdict.rawValue))
        facts += findings(verified)
        facts.append(.place(places))
        answer.entries.append(
          GoldenEntry(
            content: verified.pieces.map { .init(.piece, $0.text) }, facts: facts, places: places))
      }
    }
  }

  private func findings(_ verified: VerifiedQuotation) -> [GoldenFact] {
    guard let best = verified.found.first else { return [] }
    var facts: [GoldenFact] = []
    if let relation = best.pair.relation { facts.append(GoldenFact(.relation, relation.rawValue)) }
    facts += verified.found.map { found in
      let place = "\(name(path: found.source.path, id: found.source.id)):\(found.passage.line)"
      return GoldenFact(.found, found.passage.timeText.map { "\(place) at \($0)" } ?? place)
    }
    if best.hasSpeakerConflict, let speaker = best.speaker {
      facts.append(GoldenFact(.conflict, "the source credits \(GoldenFact.text(of: speaker))"))
    }
    return facts + best.pair.differences.map { .difference($0) }
  }
}

extension GoldenFact {
  static func difference(_ difference: LocatedDifference) -> GoldenFact {
    GoldenFact(
      .difference,
      "\(difference.differenceClass.rawValue) (\(difference.edit.rawValue)): "
        + "“\(difference.a.text)” → “\(difference.b.text)”")
  }
}
