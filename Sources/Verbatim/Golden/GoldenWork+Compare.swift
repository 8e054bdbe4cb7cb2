internal import Golden
internal import Prose
internal import Reports
internal import Speakers
internal import Wording

extension GoldenWork {
  /// What several of the articles print of one utterance.
  mutating func compare() {
    var options = QuotationComparer.Options()
    options.profile = profile
    options.medium = header.medium
    let articles = articles(header.inputs)
    // Not from the groups that a store keeps: those depend on how it came about.
    var comparer = QuotationComparer(
      options: options, knownPeople: knownPeople, corrections: corrections)
    var texts: [String: (article: Article, map: OffsetMap)] = [:]
    for attributed in articles {
      comparer.add(comparer.read(attributed))
      let article = attributed.article
      texts[name(of: article)] = (article, OffsetMap(article))
    }
    for group in comparer.groups() {
      let base = group.renderings[group.base]
      let places = group.renderings.flatMap { rendering in
        let name = name(of: rendering)
        return rendering.pieces.compactMap { piece in
          texts[name].map { text in
            place(
              TextSpan(piece.utf8.lowerBound, piece.utf8.upperBound), in: text.article, text.map)
          }
        }
      }
      answer.entries.append(
        GoldenEntry(
          content: base.pieces.map { .init(.piece, $0.text) }, facts: facts(group), places: places)
      )
    }
  }

  private func facts(_ group: UtteranceGroup) -> [GoldenFact] {
    var facts = [GoldenFact(.verdict, group.verdict.rawValue)]
    if group.hasSpeakerConflict {
      let names = group.speakers.map { GoldenFact.text(of: $0.speaker) }
      facts.append(GoldenFact(.conflict, names.joined(separator: "; ")))
    }
    for (index, rendering) in group.renderings.enumerated() {
      let words = rendering.pieces.map(\.text).joined(separator: " … ")
      let verdict =
        index == group.base ? "base" : rendering.alignment?.verdict.rawValue ?? "not aligned"
      facts.append(GoldenFact(.rendering, "\(name(of: rendering)), \(verdict): \(words)"))
    }
    for credited in group.speakers {
      let names = credited.renderings.map { name(of: group.renderings[$0]) }
      facts.append(
        GoldenFact(
          .credited,
          "\(GoldenFact.text(of: credited.speaker)): \(names.joined(separator: ", "))"))
    }
    for place in group.differences {
      for reading in place.readings.dropFirst() {
        let classes = reading.classes.map(\.rawValue).joined(separator: ", ")
        let names = reading.witnesses.map { name(of: group.renderings[$0.rendering]) }
        facts.append(
          GoldenFact(
            .difference,
            "\(classes): “\(place.readings[0].text)” → “\(reading.text)” in "
              + names.joined(separator: ", ")))
      }
    }
    return facts
  }

  private func name(of rendering: ComparedRendering) -> String {
    name(path: rendering.article.path, id: rendering.article.id)
  }
}
