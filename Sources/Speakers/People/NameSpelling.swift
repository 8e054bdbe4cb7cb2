import LanguageData
import Prose

/// Forms of a word of a name under which its spellings meet; the rules are data.
///
/// The close form undoes what one romanization does and another does not (`Zelenskyy`, `Zelensky`).
/// The loose form also joins letters that are alike in sound or lost an accent (`Voss`, `Foss`),
/// and therefore joins names that differ: it counts only with further evidence.
struct NameSpelling: Sendable {
  static let english = NameSpelling(path: "en/name-spellings.txt")

  private enum Place: String {
    case any, start, end, word, generation
    case surnameEnd = "surname-end"
  }

  private struct Rule {
    var spelling: [UInt8]
    var form: [UInt8]
    var place: Place
  }

  /// Rules by the first letter of their spelling, the longest first.
  private var close: [[Rule]] = Array(repeating: [], count: 256)
  private var loose: [[Rule]] = Array(repeating: [], count: 256)
  private var generations: [String: String] = [:]

  private init(path: String) {
    EmbeddedFile.forEachLine(of: path) { fields in
      guard fields.count >= 3, let first = fields[0].first,
        let place = Place(rawValue: String(decoding: fields[2], as: UTF8.self))
      else { return }
      let form = fields[1].elementsEqual([UInt8(ascii: "-")]) ? [] : Array(fields[1])
      let rule = Rule(spelling: Array(fields[0]), form: form, place: place)
      if place == .generation {
        generations[String(decoding: fields[0], as: UTF8.self)] = String(
          decoding: form, as: UTF8.self)
      } else if fields.count > 3, fields[3].first == UInt8(ascii: "l") {
        loose[Int(first)].append(rule)
      } else {
        close[Int(first)].append(rule)
      }
    }
    for index in 0..<256 {
      close[index].sort { $0.spelling.count > $1.spelling.count }
      loose[index].sort { $0.spelling.count > $1.spelling.count }
    }
  }

  /// What tells father from son, in one form: `Jr.`, `jnr` and `junior` are `jr`.
  func generation(_ suffix: String) -> String? { generations[suffix] }

  /// The close form of a folded word.
  func closeForm(_ word: String, isSurname: Bool) -> String {
    Self.apply(close, to: Array(word.utf8), isSurname: isSurname)
  }

  /// The loose form of a close form.
  func looseForm(_ closeForm: String, isSurname: Bool) -> String {
    let form = Self.apply(loose, to: Array(closeForm.utf8), isSurname: isSurname)
    return String(decoding: Self.withoutDoubles(Array(form.utf8)), as: UTF8.self)
  }

  /// The first letter and the consonants of a loose form: what is left of a name that was heard,
  /// or translated to another alphabet and back.
  static func consonants(_ looseForm: String) -> String {
    var result: [UInt8] = []
    for byte in looseForm.utf8 {
      if result.isEmpty {
        result.append(byte)
      } else {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
          UInt8(ascii: "u"), UInt8(ascii: "h"):
          continue
        default: result.append(byte)
        }
      }
    }
    return String(decoding: withoutDoubles(result), as: UTF8.self)
  }

  private static func withoutDoubles(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(word.count)
    for byte in word where byte != result.last { result.append(byte) }
    return result
  }

  /// - Complexity: O(*n*) in the letters; each letter begins only a few rules.
  private static func apply(_ rules: [[Rule]], to word: [UInt8], isSurname: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(word.count + 2)
    var index = 0
    while index < word.count {
      let rule = rules[Int(word[index])].first { rule in
        let end = index + rule.spelling.count
        guard end <= word.count, word[index..<end].elementsEqual(rule.spelling) else {
          return false
        }
        switch rule.place {
        case .any: return true
        case .start: return index == 0 && end < word.count
        case .end: return index > 0 && end == word.count
        case .word: return index == 0 && end == word.count
        case .surnameEnd: return isSurname && end == word.count && index >= shortestStem
        case .generation: return false
        }
      }
      if let rule {
        result += rule.form
        index += rule.spelling.count
      } else {
        result.append(word[index])
        index += 1
      }
    }
    return String(decoding: result.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }

  /// The letters that a surname has before an ending that comes and goes.
  private static let shortestStem = 3
}
