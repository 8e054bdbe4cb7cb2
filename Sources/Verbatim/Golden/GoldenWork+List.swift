internal import Golden
internal import Prose
internal import Quotations
internal import Speakers

extension GoldenWork {
  /// The quotations of the articles with their speakers, and what is doubtful about the texts.
  mutating func list() {
    let articles = articles(header.inputs)
    for attributed in articles {
      let map = OffsetMap(attributed.article)
      let about = articles.count > 1 ? name(of: attributed.article) : nil
      var entries: [(start: Int, entry: GoldenEntry)] = []
      for (quotation, attribution) in zip(attributed.quotations, attributed.attributions) {
        let entry = entry(quotation, attribution, in: attributed, map, about: about)
        entries.append((quotation.pieces[0].span.start, entry))
      }
      for diagnostic in attributed.diagnostics {
        let places = diagnostic.span.map { [place($0, in: attributed.article, map)] } ?? []
        var facts = about.map { [GoldenFact(.article, $0)] } ?? []
        if !places.isEmpty { facts.append(.place(places)) }
        entries.append(
          (
            diagnostic.span?.start ?? 0,
            GoldenEntry(
              content: [.init(.doubt, diagnostic.code)], facts: facts, places: places)
          ))
      }
      let order = entries.indices.sorted { a, b in
        (entries[a].start, a) < (entries[b].start, b)
      }
      answer.entries += order.map { entries[$0].entry }
    }
  }

  private func entry(
    _ quotation: Quotation, _ attribution: Attribution, in attributed: AttributedArticle,
    _ map: OffsetMap, about: String?
  ) -> GoldenEntry {
    let article = attributed.article
    let places = quotation.pieces.map { place($0.span, in: article, map) }
    var facts = about.map { [GoldenFact(.article, $0)] } ?? []
    if case .notSpeech(let reason) = quotation.speech {
      facts.append(GoldenFact(.notSpeech, reason.rawValue))
    } else {
      let speaker = attribution.speaker.map { attributed.speakers[$0] }
      facts.append(.speaker(speaker))
      facts.append(GoldenFact(.kind, quotation.kind.rawValue))
      if quotation.parent != nil { facts.append(GoldenFact(.nested, "yes")) }
      if let mention = attribution.mention {
        facts.append(GoldenFact(.mention, article.text(of: mention.span)))
      }
      if let cue = attribution.cue {
        facts.append(GoldenFact(.cue, article.text(of: cue.span)))
      }
      if speaker != nil {
        facts.append(GoldenFact(.confidence, ConfidenceBand(attribution.confidence).rawValue))
      }
      let evidence = attribution.evidence.prefix(Self.shownEvidence).map(\.name)
      if !evidence.isEmpty {
        facts.append(GoldenFact(.evidence, evidence.joined(separator: ", ")))
      }
    }
    facts.append(.place(places))
    return GoldenEntry(
      content: quotation.pieces.map { .init(.piece, article.text(of: $0.span)) }, facts: facts,
      places: places)
  }

  /// The lighter reasons change with every training, and decide nothing.
  private static let shownEvidence = 2
}
