internal import Speakers

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension PeopleList {
  mutating func readJSON(_ bytes: [UInt8], path: String) throws(InputFailure) {
    let entries: [JSONEntry]
    do {
      entries = try JSONDecoder().decode([JSONEntry].self, from: Data(bytes))
    } catch {
      throw InputFailure(
        path: path, what: "is not the JSON that is expected: \(Self.explanation(error))",
        remedy: "write an array of objects with name, aliases (an array), id and gender")
    }
    for (index, entry) in entries.enumerated() {
      let place = Place.entry(index + 1)
      if let (what, remedy) = entry.mistake {
        failures.append(place.failure(path: path, what: what, remedy: remedy))
        continue
      }
      add(
        Entry(
          name: entry.name, aliases: entry.aliases, identifier: entry.identifier,
          gender: entry.gender, place: place),
        path: path)
    }
  }

  private static func explanation(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context), .dataCorrupted(let context):
      context.debugDescription
    default: "\(error)"
    }
  }
}

/// An object of the array. A value of the wrong type is kept as a mistake, so that one entry does
/// not take the others with it.
private struct JSONEntry: Decodable {
  enum Key: String, CodingKey {
    case name, aliases, id, gender
  }

  var name = ""
  var aliases: [String] = []
  var identifier: String?
  var gender = ""
  var mistake: (what: String, remedy: String)?

  init(from decoder: any Decoder) {
    guard let object = try? decoder.container(keyedBy: Key.self) else {
      mistake = ("this is no object", "write an object with the key “name”")
      return
    }
    do {
      name = try object.decodeIfPresent(String.self, forKey: .name) ?? ""
      gender = try object.decodeIfPresent(String.self, forKey: .gender) ?? ""
    } catch {
      mistake = ("“name” or “gender” is no string", "write it in quotation marks")
    }
    do {
      aliases = try object.decodeIfPresent([String].self, forKey: .aliases) ?? []
    } catch {
      mistake = ("“aliases” is no array of strings", "write it as [\"one\", \"another\"]")
    }
    if let text = try? object.decodeIfPresent(String.self, forKey: .id) {
      identifier = text
    } else if let number = try? object.decodeIfPresent(Int.self, forKey: .id) {
      identifier = String(number)
    } else if object.contains(.id), (try? object.decodeNil(forKey: .id)) != true {
      mistake = ("“id” is neither a string nor a whole number", "write it in quotation marks")
    }
  }
}
