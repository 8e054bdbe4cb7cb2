extension TranscriptTurns {
  /// Who is meant by labels of initials: in an interview `AR:` is Ana Ruiz, whom the introduction or
  /// an earlier label names in full.
  struct Initials {
    /// The people with two names or more: where each is named first, and the words of the name.
    private let people: [(entity: Int, first: Int, words: [String])]

    init(_ entities: EntityTable) {
      people = entities.entities.enumerated().compactMap { index, entity in
        guard entity.kind == .person, entity.name.words.count > 1 else { return nil }
        return (index, entity.firstMention, entity.name.words)
      }
    }

    /// The one person whose initials a label prints and who was named before it; nil when the label
    /// is no such thing, or several people have the initials.
    func entity(for label: String, before mention: Int) -> Int? {
      let letters = label.unicodeScalars.filter { $0 != "." && $0 != " " }
      guard 2...4 ~= letters.count, letters.allSatisfy(\.properties.isUppercase) else { return nil }
      let initials = NameFolding.key(String(String.UnicodeScalarView(letters)))
      let fitting = people.filter { $0.first < mention && Self.fits($0.words, initials) }
      return fitting.count == 1 ? fitting[0].entity : nil
    }

    /// Whether initials are those of all words of a name, or of the first and the last.
    private static func fits(_ words: [String], _ initials: String) -> Bool {
      let all = String(words.compactMap(\.first))
      return all == initials
        || (initials.count == 2 && all.first == initials.first && all.last == initials.last)
    }
  }
}
