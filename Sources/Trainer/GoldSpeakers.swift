import Prose
import Quotations
import Speakers

/// Which of the program's mentions and entities are an article's right answers.
struct GoldSpeakers {
  private let names: [String: Set<String>]

  init(_ article: TrainingArticle) {
    var names: [String: Set<String>] = [:]
    for entity in article.entities {
      var forms = Set(([entity.name] + (entity.aliases ?? [])).map(Self.fold))
      forms.insert(
        Self.fold(entity.name.replacing("_", with: " ").split(separator: "-")[0].description))
      names[entity.name] = forms
    }
    self.names = names
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

  /// Which of a turn's entities are its annotated speaker; nil when none is, or none is known.
  func rightSpeakers(
    of turn: ConversationReading.Turn, _ article: TrainingArticle, _ driver: SpanAttributor
  ) -> [Bool]? {
    for index in turn.spans {
      let span = driver.scene.spans[index]
      let piece = article.quotations[span.quotation].pieces[span.piece]
      guard let answer = article.answer(for: piece.span), answer.isSpeech, let name = answer.entity
      else { continue }
      let right = turn.entities.map { $0 >= 0 && isSame(driver.entities.entities[$0], name) }
      return right.contains(true) ? right : nil
    }
    return nil
  }

  /// Whether an entity is the annotated one: one of its names is.
  func isSame(_ entity: Entity, _ gold: String) -> Bool {
    guard let forms = names[gold] else {
      return Self.surname(Self.fold(entity.display)) == Self.surname(Self.fold(gold))
    }
    if forms.contains(Self.fold(entity.display)) { return true }
    return entity.forms.keys.contains {
      $0.split(separator: " ").count > 1 && forms.contains(Self.fold($0))
    }
      || forms.contains {
        Self.bare($0) == Self.bare(Self.fold(entity.display))
          && Self.sameSex($0, Self.fold(entity.display))
      }
  }

  private static func surname(_ name: String) -> Substring? { name.split(separator: " ").last }

  static func fold(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.filter {
      !["the", "a", "an"].contains($0)
    }
    .joined(separator: " ")
  }

  private static let male: Set<Substring> = ["mr", "sir", "lord", "uncle", "monsieur", "father"]
  private static let female: Set<Substring> = [
    "mrs", "miss", "ms", "lady", "aunt", "madame", "mother",
  ]

  private static func bare(_ name: String) -> String {
    name.split(separator: " ").filter {
      !male.contains($0) && !female.contains($0) && $0 != "dr" && $0 != "captain" && $0 != "colonel"
    }
    .joined(separator: " ")
  }

  private static func sameSex(_ a: String, _ b: String) -> Bool {
    func sex(_ name: String) -> Int {
      let words = name.split(separator: " ")
      return words.contains(where: male.contains)
        ? 1 : words.contains(where: female.contains) ? 2 : 0
    }
    return sex(a) == 0 || sex(b) == 0 || sex(a) == sex(b)
  }
}
