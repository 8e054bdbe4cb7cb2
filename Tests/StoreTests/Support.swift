import Foundation
import Passages
import Prose
import Quotations
import Speakers
import TestSupport
import Testing

@testable import Store

/// A folder for a test's files, gone afterwards.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

/// Makes articles with quotations, speakers and metadata of all kinds.
struct ArticleMaker {
  var generator: SeededGenerator
  private let words = [
    "water", "river", "council", "bridge", "tax", "vote", "never", "always", "über", "naïve", "42",
    "harbour", "mayor", "signed", "letter", "winter",
  ]
  private let names = [
    "Ana Ruiz", "Ben Okafor", "Carla Voss", "Port Authority", "a senior official",
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func text(words count: Int) -> String {
    (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
  }

  private mutating func maybe<Value>(_ value: Value) -> Value? {
    Bool.random(using: &generator) ? value : nil
  }

  /// Some characters of a text.
  private mutating func span(in text: String) -> TextSpan {
    let bytes = Array(text.utf8)
    let boundaries = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    let first = Int.random(in: 0..<boundaries.count - 1, using: &generator)
    let last = Int.random(in: first + 1..<boundaries.count, using: &generator)
    return TextSpan(boundaries[first], boundaries[last])
  }

  mutating func article(_ name: String, path: String?) -> AttributedArticle {
    let text = text(words: Int.random(in: 5...60, using: &generator))
    var article = Article(id: name, path: path, text: text)
    article.metadata = Article.Metadata(
      title: maybe("A title of \(name)"), outlet: maybe("Gazette"), author: maybe("N. N."),
      date: maybe("2024-02-\(Int.random(in: 10...28, using: &generator))"), language: maybe("en"),
      url: maybe("https://example.org/\(name)"),
      extra: Bool.random(using: &generator) ? [.init(key: "desk", json: "{\"a\":[1,null]}")] : [])
    article.bodyStart = Bool.random(using: &generator) ? 0 : text.utf8.prefix { $0 != 0x20 }.count
    if Bool.random(using: &generator) {
      article.captions = CaptionTrack(
        reading: Array(text.utf8),
        timeCodes: [.init(span: span(in: text), start: 1000, end: maybe(2500))],
        turns: [.init(name: maybe("ANA"), span: span(in: text))])
    }
    let speakers = names.shuffled(using: &generator).prefix(
      Int.random(in: 0...names.count, using: &generator)
    ).map { name in
      Speaker(
        name: name, aliases: [name, String(name.prefix(3))],
        kind: Speaker.Kind.allCases.randomElement(using: &generator) ?? .person,
        gender: Gender.allCases.randomElement(using: &generator) ?? .unknown,
        identifier: maybe("id-\(name)"), roles: Bool.random(using: &generator) ? ["mayor"] : [])
    }
    var quotations: [Quotation] = []
    var attributions: [Attribution] = []
    let wholes = (0..<Int.random(in: 0...6, using: &generator)).map { _ in span(in: text) }.sorted()
    for whole in wholes {
      let pieces = [
        Quotation.Piece(
          span: whole, opening: maybe(TextSpan(whole.start, whole.start)),
          closing: maybe(TextSpan(whole.end, whole.end)))
      ]
      quotations.append(
        Quotation(
          pieces: pieces, kind: Quotation.Kind.allCases.randomElement(using: &generator) ?? .direct,
          style: MarkStyle.allCases.randomElement(using: &generator) ?? .curly,
          parent: quotations.first.flatMap { $0.span.contains(whole) ? maybe(0) : nil },
          speech: maybe(.notSpeech(.irony)) ?? .speech))
      attributions.append(
        Attribution(
          speaker: speakers.isEmpty ? nil : maybe(speakers.count - 1),
          mention: maybe(Mention(span: span(in: text), kind: .name, gender: .female)),
          cue: maybe(Cue(span: span(in: text), lemma: "say")),
          confidence: Double.random(in: 0...1, using: &generator),
          evidence: [
            Evidence(name: "subject", weight: Double.random(in: -3...3, using: &generator)),
            Evidence(name: "near", weight: 0.5),
          ]))
    }
    return AttributedArticle(
      article: article, quotations: quotations, attributions: attributions,
      speakers: Array(speakers), diagnostics: [])
  }

  mutating func prepared(_ name: String, in file: String = "a.jsonl") -> PreparedArticle {
    let attributed = article(name, path: file)
    let hash = (0..<4).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return PreparedArticle(
      key: ArticleKey(location: "/corpus/" + file, name: name),
      version: ArticleVersion(hash: hash, analysis: [1]),
      position: Int.random(in: 0...9, using: &generator), attributed: attributed, day: nil,
      wordCount: 7)
  }
}

/// All that a store gives back of an article, as one value.
struct ArticleImage: Hashable {
  var text: [UInt8]
  var id: String
  var path: String?
  var metadata: Article.Metadata
  var bodyStart: Int
  var captions: CaptionTrack?
  var quotations: [Quotation]
  var attributions: [Attribution]
  var speakers: [Speaker]

  init(_ attributed: AttributedArticle) {
    let article = attributed.article
    text = article.bytes
    id = article.id
    path = article.path
    metadata = article.metadata
    bodyStart = article.bodyStart
    captions = article.captions
    quotations = attributed.quotations
    attributions = attributed.attributions
    speakers = attributed.speakers
  }
}

extension StoreReader {
  func images() throws -> [ArticleImage] {
    var articles = articles()
    var images: [ArticleImage] = []
    while let article = try articles.next() { images.append(ArticleImage(article.attributed)) }
    return images
  }
}
