import Prose
import Quotations
import Speakers

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An annotated article, with its answers moved onto the spans that the program itself finds.
struct TrainingArticle {
  let id: String
  let corpus: String
  let text: TokenizedText
  let quotations: [Quotation]
  /// The answers by the byte offsets of a marked span without its marks.
  let answers: [TextSpan: Answer]
  /// All that is annotated as said by somebody, with its answers.
  let contents: [(span: TextSpan, answer: Answer)]
  let entities: [GoldEntity]
  /// What is reported of somebody's words, marked or not, in the order of the text; nil where only
  /// marked words are annotated.
  let reported: [TextSpan]?
  /// The entities of pronouns, by the byte offset of the pronoun.
  let pronouns: [Int: String]

  /// What is right for a marked span.
  struct Answer {
    var isSpeech = false
    /// The mentions that name the speaker; empty when none is annotated.
    var mentions: [TextSpan] = []
    /// The name of the speaker's entity; nil when none is annotated.
    var entity: String?
    /// A name that another program resolved the mention to: for measuring only in part right.
    var silver: String?
    var type = "none"
  }

  struct GoldEntity: Decodable {
    var name: String
    var display: String?
    var aliases: [String]?
    var nominals: [String]?
    var gender: String?
    var mentions: [Place]?
  }

  /// Where an entity is mentioned: start, end, and the kind of mention.
  struct Place: Decodable {
    var start: Int
    var kind: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      start = try values.decode(Int.self)
      _ = try values.decode(Int.self)
      kind = try values.decode(String.self)
    }
  }

  private struct Line: Decodable {
    var id: String
    var corpus: String
    var text: String
    var quotes: [Quote]
    var entities: [GoldEntity]?
  }

  private struct Quote: Decodable {
    var content: [[Int]]
    var quotedSpans: [[Int]]?
    var quotedSpansSingle: [[Int]]?
    var segments: [[Int]]?
    var speakerMention: [[Int]]?
    var speaker: String?
    var speakerSilver: String?
    var type: String?
  }

  /// Reads a file of annotated articles.
  static func read(path: String) throws -> [TrainingArticle] {
    let data = try Data(contentsOf: URL(filePath: path))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try data.split(separator: 0x0A).map {
      try TrainingArticle(decoder.decode(Line.self, from: Data($0)))
    }
  }

  private init(_ line: Line) throws {
    id = line.id
    corpus = line.corpus
    entities = line.entities ?? []
    let bytes = Array(line.text.utf8)
    text = Tokenizer().tokenize(bytes)
    quotations = QuotationFinder().quotations(in: text).quotations
    let offsets = Self.offsets(bytes)
    var answers: [TextSpan: Answer] = [:]
    var contents: [(span: TextSpan, answer: Answer)] = []
    for quote in line.quotes {
      var answer = Answer(isSpeech: true, entity: quote.speaker, type: quote.type ?? "none")
      answer.mentions = (quote.speakerMention ?? []).map {
        TextSpan(offsets[$0[0]], offsets[$0[1]])
      }
      if line.corpus == "polnear" {
        answer.silver = quote.type == "explicit" ? quote.speaker : quote.speakerSilver
        answer.entity = nil
      }
      for span in quote.content {
        contents.append((TextSpan(offsets[span[0]], offsets[span[1]]), answer))
      }
      let spans =
        line.corpus == "polnear"
        ? (quote.quotedSpans ?? []) + (quote.quotedSpansSingle ?? [])
        : quote.segments ?? quote.content
      for span in spans {
        let place = TextSpan(offsets[span[0]], offsets[span[1]])
        for piece in Self.paragraphs(of: place, bytes) {
          answers[Self.trimmed(piece, bytes)] = answer
        }
      }
    }
    self.answers = answers
    self.contents = contents
    pronouns = Self.pronouns(line, offsets)
    reported =
      line.corpus == "polnear"
      ? contents.map { $0.span }.sorted { $0.start < $1.start }
      : nil
  }

  /// Collects what the annotation says of pronouns: all of them where entities list their
  /// mentions, else those that name a quotation's speaker.
  private static func pronouns(_ line: Line, _ offsets: [Int]) -> [Int: String] {
    var result: [Int: String] = [:]
    for entity in line.entities ?? [] {
      for place in entity.mentions ?? [] where place.kind == "PRON" {
        result[offsets[place.start]] = entity.name
      }
    }
    for quote in line.quotes where quote.type == "anaphoric" {
      guard let mention = quote.speakerMention?.first, mention[1] - mention[0] <= 4,
        let name = line.corpus == "polnear" ? quote.speakerSilver : quote.speaker
      else { continue }
      result[offsets[mention[0]]] = name
    }
    return result
  }

  /// The answer for a marked span of the program; nil when it is half inside of what somebody said.
  ///
  /// A span whose marks the program paired otherwise than the annotators is speech all the same
  /// when what they annotated covers it.
  func answer(for span: TextSpan) -> Answer? {
    let span = Self.trimmed(span, text.bytes)
    if let answer = answers[span] { return answer }
    var covered = 0
    var best: (covered: Int, answer: Answer)?
    for (content, answer) in contents where content.overlaps(span) {
      let length = min(content.end, span.end) - max(content.start, span.start)
      covered += length
      if length > best?.covered ?? 0 { best = (length, answer) }
    }
    if let best, covered * 5 >= span.count * 4 { return best.answer }
    return covered * 5 > span.count ? nil : Answer()
  }

  /// The annotated people, as a user's list would give them.
  var knownPeople: [KnownPerson] {
    entities.filter { $0.aliases?.isEmpty == false }.map { entity in
      KnownPerson(
        name: entity.display ?? entity.name, aliases: entity.aliases ?? [],
        gender: entity.gender == "F" ? .female : entity.gender == "M" ? .male : .unknown)
    }
  }

  /// The number of the marked spans with an annotated speaker.
  var countOfAttributed: Int { answers.values.count { $0.entity != nil } }

  /// Where each Unicode scalar starts, and the end.
  private static func offsets(_ bytes: [UInt8]) -> [Int] {
    var offsets = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
    offsets.append(bytes.count)
    return offsets
  }

  /// Cuts a span at blank lines.
  private static func paragraphs(of span: TextSpan, _ bytes: [UInt8]) -> [TextSpan] {
    var result: [TextSpan] = []
    var start = span.start
    var index = span.start
    while index < span.end {
      if bytes[index] == 0x0A {
        var next = index + 1
        while next < span.end, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        if next < span.end, bytes[next] == 0x0A {
          result.append(TextSpan(start, index))
          start = next
        }
      }
      index += 1
    }
    result.append(TextSpan(start, span.end))
    return result
  }

  /// A span without everything at its ends that is neither letter nor digit.
  private static func trimmed(_ span: TextSpan, _ bytes: [UInt8]) -> TextSpan {
    func isText(_ index: Int) -> Bool {
      let byte = bytes[index]
      if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
      // General punctuation, U+2000–U+206F, and the no-break space are no text.
      if byte == 0xE2, index + 1 < bytes.count { return bytes[index + 1] != 0x80 }
      return !(byte == 0xC2)
    }
    var start = span.start
    var end = span.end
    while start < end, !isText(start) {
      start += 1
      while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    }
    while end > start {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      if isText(last) { break }
      end = last
    }
    return TextSpan(start, end)
  }

  /// The fold that the article belongs to, by its id.
  func fold(of count: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int((hash >> 17) % UInt64(count))
  }
}
