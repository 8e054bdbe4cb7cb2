/// What somebody who knows better says of who is one person.
///
/// Corrections speak of names as articles' speakers have them, apart from case and accents. They win
/// over everything that is guessed, and later ones over earlier ones.
public struct PeopleCorrections: Hashable, Sendable {
  /// One correction.
  public enum Correction: Hashable, Sendable {
    /// Both names are one person's, who is called by the second.
    case merge(String, into: String)
    /// The first name is not the second one's.
    case split(String, from: String)
    /// Who has the first name is called by the second.
    case rename(String, to: String)
  }

  /// All corrections, in the order in which they were made.
  public private(set) var corrections: [Correction]
  /// The number of the person of each name, by folded name.
  private var numbers: [String: Int] = [:]
  /// The name of each person.
  private var names: [String] = []

  public init(_ corrections: [Correction] = []) {
    self.corrections = []
    for correction in corrections { add(correction) }
  }

  public var isEmpty: Bool { corrections.isEmpty }

  /// Adds a correction.
  public mutating func add(_ correction: Correction) {
    corrections.append(correction)
    switch correction {
    case .merge(let name, let other):
      let (from, into) = (number(of: name), number(of: other))
      for (key, number) in numbers where number == from { numbers[key] = into }
    case .split(let name, let other):
      let kept = number(of: other)
      if numbers[NameFolding.key(name)] ?? kept == kept {
        numbers[NameFolding.key(name)] = names.count
        names.append(name)
      }
    case .rename(let name, let new):
      let person = number(of: name)
      numbers[NameFolding.key(new)] = person
      names[person] = new
    }
  }

  private mutating func number(of name: String) -> Int {
    let key = NameFolding.key(name)
    if let number = numbers[key] { return number }
    numbers[key] = names.count
    names.append(name)
    return names.count - 1
  }

  /// The number of the person whom the corrections mean by a name; nil when they do not speak of it.
  func person(named name: String) -> Int? {
    numbers.isEmpty ? nil : numbers[NameFolding.key(name)]
  }

  /// Whether they speak of a speaker.
  public func concern(_ speaker: Speaker) -> Bool { person(named: speaker.name) != nil }

  /// The name of a person.
  func name(of person: Int) -> String { names[person] }

  var personCount: Int { names.count }
}
