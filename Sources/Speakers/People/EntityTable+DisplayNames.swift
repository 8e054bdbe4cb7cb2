/// The name by which the reader knows each entity.
extension EntityTable {
  mutating func chooseDisplayNames(isFiction: Bool) {
    // Where there is a Mrs. Dalby too, "Dalby" alone would not tell whom it means.
    var surnamesOfWomen: Set<String> = []
    for entity in entities where isFiction && entity.name.words.count == 1 {
      if !entity.titles.isDisjoint(with: [.wife, .maiden]) {
        surnamesOfWomen.insert(entity.name.surname)
      }
    }
    for index in entities.indices where entities[index].display.isEmpty {
      let entity = entities[index]
      // Stories have a usual name for everybody, and print the full one once or twice.
      let name = Self.bestForm(entity.forms) { !isFiction && isIntroduction($0, of: entity) }
      let isShared =
        entity.titles == .plain && entity.name.words.count == 1
        && surnamesOfWomen.contains(entity.name.surname)
      let isHusbands =
        entity.titles == .wife && entity.name.words.count > 1
        && lexicon.entry(entity.name.given)?.gender == .male
      let needsTitle = isFiction && (isShared || isHusbands)
      let isFull =
        name.utf8.contains(0x20)
        || (isFiction
          ? entity.titledCount * 2 <= entity.count
            && (entity.name.words.count == 1 || PersonName.fold(name) != entity.name.surname)
          : entity.name.words.count > 1)
      entities[index].display =
        entity.honorific.isEmpty || (isFull && !needsTitle) ? name : entity.honorific + " " + name
    }
  }

  /// Whether a form has the given name and the surname of a person, as news print it once: `Ana Ruiz`
  /// of somebody who is Ruiz from then on.
  private func isIntroduction(_ form: String, of entity: Entity) -> Bool {
    guard entity.kind == .person, entity.calledBySurname > 0,
      let first = form.split(separator: " ").first, let last = form.split(separator: " ").last,
      first != last
    else { return false }
    let given = PersonName.fold(String(first))
    return given == entity.name.given && PersonName.fold(String(last)) == entity.name.surname
      && lexicon.entry(given)?.traits.contains(.givenName) == true
  }

  /// The fullest form that is no slip: a long form that occurs once among a hundred others is one.
  ///
  /// - Parameter isSure: Whether a form is none, however seldom it is.
  static func bestForm(_ forms: FormCounts, isSure: (String) -> Bool = { _ in false }) -> String {
    let total = forms.total
    let all = forms.all
    if all.count == 1 { return all[0].form }
    let usual = all.filter { $0.count * 20 >= total || isSure($0.form) }
    let best = (usual.isEmpty ? all : usual).max { a, b in
      let aWords = wordCount(a.form)
      let bWords = wordCount(b.form)
      if aWords != bWords { return aWords < bWords }
      // A signature or a heading: "ANA RUIZ".
      let isShouted = (isShouted(a.form), isShouted(b.form))
      if isShouted.0 != isShouted.1 { return isShouted.0 }
      if a.count != b.count { return a.count < b.count }
      // "Robert" rather than "Bob".
      let aLength = a.form.utf8.count
      let bLength = b.form.utf8.count
      return aLength != bLength ? aLength < bLength : a.form > b.form
    }
    return best?.form ?? ""
  }

  private static func isShouted(_ form: String) -> Bool {
    form.utf8.count > 1 && !form.utf8.contains { $0 &- 0x61 < 26 || $0 >= 0x80 }
  }

  private static func wordCount(_ form: String) -> Int {
    var count = 0
    var isAfterSpace = true
    for byte in form.utf8 {
      if byte != 0x20, isAfterSpace { count += 1 }
      isAfterSpace = byte == 0x20
    }
    return count
  }
}
