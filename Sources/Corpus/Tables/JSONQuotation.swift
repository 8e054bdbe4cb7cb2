#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Makes a quotation of one JSON object.
struct JSONQuotation: Decodable {
  struct Fault: Error {
    var what: String
    var remedy: String
  }

  private enum Key: String, CodingKey {
    case quotation, quote, text, pieces, speaker, id
  }

  private var pieces: [String]?
  private var speaker: String?
  private var id: String?

  /// Reads the object of a line.
  static func read(_ line: [UInt8]) throws(Fault) -> GivenQuotation {
    let read: JSONQuotation
    do {
      read = try JSONDecoder().decode(JSONQuotation.self, from: Data(line))
    } catch {
      throw Fault(what: "is no JSON object", remedy: "write one complete JSON object a line")
    }
    guard let pieces = read.pieces, pieces.contains(where: { holdsText(Array($0.utf8)[...]) })
    else {
      throw Fault(
        what: "the object has no quotation",
        remedy: "give the text in “quotation”, “quote” or “text”, or as “pieces”")
    }
    return GivenQuotation(
      id: read.id, pieces: pieces, speaker: QuotationTable.nonEmpty(read.speaker),
      row: .json(String(decoding: line, as: UTF8.self)))
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    for key in [Key.quotation, .quote, .text, .pieces] {
      if let text = try? object.decode(String.self, forKey: key) {
        pieces = [text]
      } else if let texts = try? object.decode([String].self, forKey: key) {
        pieces = texts
      } else if let located = try? object.decode([Located].self, forKey: key) {
        pieces = located.map(\.text)
      }
      if pieces != nil { break }
    }
    speaker =
      (try? object.decode(String.self, forKey: .speaker))
      ?? (try? object.decode(Named.self, forKey: .speaker))?.name
    id =
      (try? object.decode(String.self, forKey: .id))
      ?? (try? object.decode(Int.self, forKey: .id)).map { String($0) }
  }

  private struct Located: Decodable { var text: String }
  private struct Named: Decodable { var name: String? }
}
