import Prose
import Quotations
import Speakers

/// Which of the program's mentions and entities are an article's right answers.
struct GoldSpeakers {
  /// The folded names of each annotated entity.
  private var names: [String: Set<String>] = [:]
  private var genders: [String: String] = [:]
  /// The annotated entities that have a folded name, and those that have it without titles.
  private var owners: [String: Set<String>] = [:]
  private var bareOwners: [String: Set<String>] = [:]

  init(_ article: TrainingArticle) {
    for entity in article.entities {
      var forms = Set([entity.name] + (entity.aliases ?? []))
      if let display = entity.display { forms.insert(display) }
      if forms.count <= 2 { forms.formUnion(entity.nominals ?? []) }
      if let number = entity.name.lastIndex(of: "-"), article.corpus == "litbank" {
        forms.insert(String(entity.name[..<number]))
      }
      let folded = Set(forms.map(Self.fold)).subtracting([""])
      names[entity.name] = folded
      genders[entity.name] = entity.gender
      for form in folded {
        owners[form, default: []].insert(entity.name)
        let bare = Self.bare(form)
        if !bare.isEmpty { bareOwners[bare, default: []].insert(entity.name) }
      }
    }
  }

  /// The positions of the right candidates among those of a span.
  func rightCandidates(
    _ candidates: SpanCandidates, _ answer: TrainingArticle.Answer, _ driver: SpanAttributor
  ) -> [Int] {
    candidates.mentions.indices.filter { position in
      let mention = driver.scene.mentions[candidates.mentions[position]]
      let tokens = driver.scene.text.tokens
      let span = TextSpan(
        tokens[mention.tokens.lowerBound].start, tokens[mention.tokens.upperBound - 1].end)
      if answer.mentions.contains(where: { $0.overlaps(span) }) { return true }
      guard let entity = answer.entity, mention.entity >= 0 else { return false }
      return isSame(driver.entities.entities[mention.entity], entity)
    }
  }

  /// The positions of the right antecedents among those of a pronoun; empty when unknown.
  func rightAntecedents(
    _ reference: ReferenceCandidates, in article: TrainingArticle, _ driver: SpanAttributor
  ) -> [Int] {
    let pronoun = driver.scene.mentions[reference.pronoun]
    let start = driver.scene.text.tokens[pronoun.head].start
    guard let entity = article.pronouns[start] else { return [] }
    return reference.mentions.indices.filter { position in
      let mention = driver.scene.mentions[reference.mentions[position]]
      return mention.entity >= 0 && isSame(driver.entities.entities[mention.entity], entity)
    }
  }

  /// Which of a turn's entities are its annotated speaker; no places when none is.
  func rightSpeakers(
    of turn: ConversationReading.Turn, _ article: TrainingArticle, _ driver: SpanAttributor
  ) -> (places: [Bool]?, isAnnotated: Bool) {
    for index in turn.spans {
      let span = driver.scene.spans[index]
      let piece = article.quotations[span.quotation].pieces[span.piece]
      guard let answer = article.answer(for: piece.span), answer.isSpeech, let name = answer.entity
      else { continue }
      let right = turn.entities.map { $0 >= 0 && isSame(driver.entities.entities[$0], name) }
      return (right.contains(true) ? right : nil, true)
    }
    return (nil, false)
  }

  /// Whether an entity is the annotated one: the name by which it is reported is one of its names.
  ///
  /// Case, punctuation, articles do not count; neither do titles when nobody else has the name and
  /// the genders that they show agree.
  func isSame(_ entity: Entity, _ gold: String) -> Bool {
    let name = Self.fold(entity.display)
    guard let forms = names[gold] else {
      return Self.surname(name) == Self.surname(Self.fold(gold))
    }
    if forms.contains(name) { return true }
    let bare = Self.bare(name)
    guard !bare.isEmpty, bareOwners[bare] == [gold], owners[name].map({ $0 == [gold] }) ?? true
    else { return false }
    let gender = Self.gender(name)
    let annotated = genders[gold].map { Set([$0]) } ?? Set(forms.compactMap(Self.gender))
    return gender.map { annotated.isEmpty || annotated.contains($0) } ?? true
  }

  private static func surname(_ name: String) -> Substring? { name.split(separator: " ").last }

  static func fold(_ name: String) -> String {
    name.lowercased().replacing("’", with: "'").replacing("'s ", with: " ").split {
      !$0.isLetter && !$0.isNumber
    }
    .filter { !["the", "a", "an"].contains($0) }
    .joined(separator: " ")
  }

  private static let male: Set<Substring> = [
    "mr", "sir", "lord", "king", "prince", "uncle", "monsieur", "m", "master", "father", "brother",
    "herr", "count", "duke", "don", "signor",
  ]
  private static let female: Set<Substring> = [
    "mrs", "miss", "ms", "mme", "lady", "queen", "princess", "aunt", "madame", "mademoiselle",
    "mother", "sister", "frau", "fraulein", "countess", "duchess", "dame", "mlle", "signora",
  ]
  private static let neutral: Set<Substring> = [
    "dr", "doctor", "captain", "colonel", "general", "major", "lieutenant", "sergeant",
    "professor", "prof", "rev", "reverend", "judge", "justice", "inspector",
  ]

  /// A folded name without titles.
  private static func bare(_ name: String) -> String {
    name.split(separator: " ").filter {
      !male.contains($0) && !female.contains($0) && !neutral.contains($0)
    }
    .joined(separator: " ")
  }

  /// The gender that a folded name's titles show, as the annotation writes it.
  private static func gender(_ name: String) -> String? {
    let words = name.split(separator: " ")
    return words.contains(where: male.contains)
      ? "M" : words.contains(where: female.contains) ? "F" : nil
  }
}
