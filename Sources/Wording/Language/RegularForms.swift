/// The regular inflection of English, undone: which stems a form can have.
///
/// Every ending that can be one is tried, so a form has several stems, some of which are no words;
/// two words of one text that share one are forms of one word.
enum RegularForms {
  struct Stem: Hashable {
    var letters: [UInt8]
    var isPast: Bool
  }

  /// Whether two forms of one word differ in tense; nil when they are no forms of one word.
  static func differInTense(_ x: ArraySlice<UInt8>, _ y: ArraySlice<UInt8>) -> Bool? {
    guard x.count >= 3, y.count >= 3, x.prefix(2).elementsEqual(y.prefix(2)) else { return nil }
    let first = stems(x)
    let second = stems(y)
    for one in first {
      if let other = second.first(where: { $0.letters == one.letters }) {
        return one.isPast != other.isPast
      }
    }
    return nil
  }

  static func stems(_ word: ArraySlice<UInt8>) -> [Stem] {
    var stems = [Stem(letters: Array(word), isPast: false)]
    func add(_ count: Int, _ ending: String = "", isPast: Bool = false) {
      let letters = Array(word.dropLast(count)) + Array(ending.utf8)
      if letters.count >= 2 { stems.append(Stem(letters: letters, isPast: isPast)) }
    }
    func ends(_ ending: String) -> Bool {
      word.count > ending.utf8.count + 1
        && word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    if ends("'s") { add(2) }
    if ends("s"), !ends("ss") {
      add(1)
      if ends("es") { add(2) }
      if ends("ies") { add(3, "y") }
      if ends("ves") { add(3, "f") }
    }
    if ends("ed") {
      add(1, isPast: true)
      add(2, isPast: true)
      if ends("ied") { add(3, "y", isPast: true) }
      if isDoubled(word.dropLast(2)) { add(3, isPast: true) }
    }
    if ends("ing") {
      add(3)
      add(3, "e")
      if ends("ying") { add(4, "ie") }
      if isDoubled(word.dropLast(3)) { add(4) }
    }
    if ends("ly") {
      add(2)
      if ends("ily") { add(3, "y") }
    }
    return stems
  }

  private static func isDoubled(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count >= 3 && letters.last == letters.dropLast().last
  }
}
