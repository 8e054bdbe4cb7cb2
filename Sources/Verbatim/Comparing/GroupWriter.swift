import Prose
import Reports
import Speakers
import Wording

/// A quotation in a group: with those of its pieces that belong there.
struct GroupMember: Sendable {
  /// The number of the article.
  var article: Int
  /// The index of the quotation in the article.
  var quotation: Int
  /// The indices of the pieces in the quotation, ascending.
  var pieces: [Int]
  /// The passages that the pieces come from.
  var passages: [Int]
  var outlet: Int?

  /// Joins the passages of one quotation.
  ///
  /// - Parameter passages: The numbers of passages, ascending.
  static func members(of passages: [Int], in index: RenderingIndex) -> [GroupMember] {
    var members: [GroupMember] = []
    for number in passages {
      let article = index.places[number].article
      let passage = index.passage(number)
      if let last = members.last, last.article == article, last.quotation == passage.quotation {
        members[members.count - 1].pieces += Array(passage.pieces)
        members[members.count - 1].passages.append(number)
      } else {
        members.append(
          GroupMember(
            article: article, quotation: passage.quotation, pieces: Array(passage.pieces),
            passages: [number], outlet: index.witnesses[number].outlet))
      }
    }
    return members
  }
}

/// Makes of a group of renderings what reports show of it.
struct GroupWriter: Sendable {
  let index: RenderingIndex
  let grouper: RenderingGrouper
  let options: QuotationComparer.Options

  /// The groups that are wanted, those first that an editor should see first.
  ///
  /// - Parameter groups: The numbers of the passages of each group.
  func write(_ groups: [[Int]]) -> [UtteranceGroup] {
    let wanted = groups.map { GroupMember.members(of: $0, in: index) }.filter { isWanted($0) }
    return Parallel.map(wanted, blockSize: 64, jobs: options.jobs) { group(of: $0) }
      .sorted { $0.precedes($1) }
  }

  private func isWanted(_ members: [GroupMember]) -> Bool {
    guard members.count > 1, Set(members.map(\.article)).count >= options.leastArticles else {
      return false
    }
    guard options.needsSeveralOutlets else { return true }
    // What names no outlet is an outlet of its own.
    return Set(members.map { $0.outlet ?? -1 - $0.article }).count > 1
  }

  func group(of members: [GroupMember]) -> UtteranceGroup {
    let witnesses = members.map { index.witnesses[$0.passages[0]] }
    let words = members.map {
      index.words(ofPieces: $0.pieces, of: $0.quotation, in: $0.article)
    }
    let apparatus = grouper.apparatus(of: words, days: witnesses.map(\.day))
    let verdicts = apparatus.alignments.map { alignment in
      alignment.map { verdict(of: $0.comparison) }
    }
    let speakers = speakers(of: witnesses)
    return UtteranceGroup(
      id: identifier(of: members[0]), verdict: verdicts.compactMap(\.self).max() ?? .verbatim,
      renderings: members.indices.map { number in
        rendering(members[number], apparatus.alignments[number], verdicts[number])
      },
      base: apparatus.base, choice: apparatus.choice, speakers: speakers.map(\.credited),
      hasSpeakerConflict: hasConflict(speakers, witnesses),
      differences: differences(of: apparatus, members, words),
      warnings: members.indices.flatMap { number in
        warnings(of: members[number], apparatus.alignments[number])
      })
  }

  /// What of a rendering could not be paired with the one that it is told from.
  private func warnings(of member: GroupMember, _ alignment: Apparatus.Collation?) -> [String] {
    guard let unpaired = alignment?.comparison.unpaired, !unpaired.isEmpty else { return [] }
    let article = index.articles[member.article]
    let place = article.quotations[member.quotation].pieces[member.pieces[0]]
    return [
      "\(article.article.path ?? article.article.id):\(place.line):\(place.column): "
        + "the quotation is too long to be paired with another rendering of it word by word, and "
        + "parts count as different. Raise --max-paired."
    ]
  }

  /// The verdict on an aligned rendering. Where both go on differently and have less than half in
  /// common, there is more that differs than the places that could be aligned.
  private func verdict(of comparison: Comparison) -> Verdict {
    let verdict = options.profile.verdict(of: comparison, medium: options.medium)
    let evidence = comparison.evidence
    return evidence.divergence > 0 && evidence.coverage < 0.5 ? max(verdict, .altered) : verdict
  }

  /// The identifier of the quotation, with the number of the piece if that is not the first.
  private func identifier(of member: GroupMember) -> String {
    let digits = index.articles[member.article].quotations[member.quotation].id.dropFirst(2)
    return "u-" + digits + (member.pieces[0] > 0 ? "-\(member.pieces[0] + 1)" : "")
  }

  private func rendering(
    _ member: GroupMember, _ alignment: Apparatus.Collation?, _ verdict: Verdict?
  ) -> ComparedRendering {
    let article = index.articles[member.article]
    let quotation = article.quotations[member.quotation]
    return ComparedRendering(
      article: article.article, id: quotation.id,
      pieces: member.pieces.map { quotation.pieces[$0] },
      isInterrupted: zip(member.pieces, member.pieces.dropFirst()).map { piece, next in
        next > piece + 1 || quotation.isInterrupted[piece]
      },
      speaker: quotation.speaker.map { article.speakers[$0] },
      alignment: alignment.map {
        .init(
          reference: $0.reference, relation: $0.comparison.relation,
          similarity: $0.comparison.similarity, verdict: verdict ?? .verbatim)
      })
  }

  // MARK: Speakers

  /// The speakers, with their numbers, in the order of the first rendering that credits them.
  private func speakers(of witnesses: [Witness]) -> [(person: Int, credited: CreditedSpeaker)] {
    var numbers: [Int: Int] = [:]
    var speakers: [(person: Int, credited: CreditedSpeaker)] = []
    for (place, witness) in witnesses.enumerated() {
      guard let person = witness.speaker else { continue }
      if let number = numbers[person] {
        speakers[number].credited.renderings.append(place)
      } else {
        numbers[person] = speakers.count
        speakers.append(
          (person, CreditedSpeaker(speaker: index.people[person], renderings: [place])))
      }
    }
    return speakers
  }

  /// Whether two articles credit speakers that cannot both be right.
  private func hasConflict(
    _ speakers: [(person: Int, credited: CreditedSpeaker)], _ witnesses: [Witness]
  ) -> Bool {
    for (number, first) in speakers.enumerated() {
      for second in speakers.dropFirst(number + 1)
      where first.credited.speaker.contradicts(second.credited.speaker) {
        let articles = Set(first.credited.renderings.map { witnesses[$0].article })
        let others = Set(second.credited.renderings.map { witnesses[$0].article })
        if articles != others { return true }
      }
    }
    return false
  }

  // MARK: Differences

  private func differences(
    of apparatus: Apparatus, _ members: [GroupMember], _ words: [WordSequence]
  ) -> [ReadingPlace] {
    var places: [Int: QuotationPlaces] = [:]
    func place(_ rendering: Int, _ span: TextSpan) -> WordingPlace {
      if places[rendering] == nil {
        let member = members[rendering]
        let quotation = index.articles[member.article].quotations[member.quotation]
        places[rendering] = QuotationPlaces(
          member.pieces.map { quotation.pieces[$0] }, words[rendering])
      }
      return places[rendering]!.place(of: span)
    }
    return apparatus.places.map { difference in
      let readings = difference.readings.map { reading in
        let witnesses = reading.witnesses.map { witness in
          ReadingPlace.Attestation(
            rendering: witness.rendering, place: witness.span.map { place(witness.rendering, $0) })
        }
        var classes: [DifferenceClass] = []
        for variant in reading.variants where !classes.contains(variant.differenceClass) {
          classes.append(variant.differenceClass)
        }
        classes.sort { $0.severity > $1.severity }
        return ReadingPlace.Reading(
          text: witnesses.lazy.compactMap(\.place).first?.text ?? "", classes: classes,
          witnesses: witnesses)
      }
      return ReadingPlace(
        difference.differenceClass, difference.edit, reference: difference.reference,
        readings: readings)
    }
  }
}

/// Places in the text that a quotation's pieces were joined to, as places in its article.
private struct QuotationPlaces {
  private let pieces: [LocatedText]
  private let places: WordingPlaces

  init(_ pieces: [LocatedText], _ words: WordSequence) {
    self.pieces = pieces
    places = WordingPlaces(piecesOf: Rendering(text: words.text, pieces: words.pieces))
  }

  func place(of span: TextSpan) -> WordingPlace {
    var place = places.place(of: span)
    let piece = pieces[place.piece ?? 0]
    place.piece = nil
    place.utf8 = place.utf8.shifted(by: piece.utf8.lowerBound)
    place.scalar = place.scalar.shifted(by: piece.scalar.lowerBound)
    place.utf16 = place.utf16.shifted(by: piece.utf16.lowerBound)
    return place
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}

extension Speaker {
  /// Whether two that were not taken for one cannot be.
  ///
  /// A body and its spokesman are two. Whom a text does not name may be anybody, but no body; and a
  /// surname may be that of any who have it.
  fileprivate func contradicts(_ other: Speaker) -> Bool {
    if kind == .organization || other.kind == .organization { return true }
    if kind == .unnamed || other.kind == .unnamed { return false }
    if isCertain, other.isCertain { return true }
    let words = Set(name.lowercased().split(separator: " "))
    return words.isDisjoint(with: other.name.lowercased().split(separator: " "))
  }
}
