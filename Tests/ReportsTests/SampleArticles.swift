import Prose
import Quotations
import Reports
import Speakers

/// An article of one quotation for each entry, with everything around it made up.
struct SampleQuotation {
  var text = "“We will build it,”"
  var speaker: Int? = 0
  var kind = Quotation.Kind.direct
  var speech = Quotation.Speech.speech
  var confidence = 0.9
}

/// Builds an attributed article whose text is the quotations, each on a line with `said X.` after.
func attributedArticle(
  id: String = "a.txt", path: String? = "news/a.txt",
  metadata: Article.Metadata = Article.Metadata(),
  speakers: [Speaker] = [Speaker(name: "Ana Ruiz", aliases: ["Ruiz"], kind: .person)],
  _ samples: [SampleQuotation]
) -> AttributedArticle {
  var text = ""
  var quotations: [Quotation] = []
  var attributions: [Attribution] = []
  for sample in samples {
    let start = text.utf8.count
    text += sample.text
    let end = text.utf8.count
    let open = sample.text.unicodeScalars.first.map { String($0).utf8.count } ?? 0
    let close = sample.text.unicodeScalars.last.map { String($0).utf8.count } ?? 0
    let piece = Quotation.Piece(
      span: TextSpan(start, end), opening: TextSpan(start, start + open),
      closing: TextSpan(end - close, end))
    quotations.append(
      Quotation(pieces: [piece], kind: sample.kind, style: .curly, speech: sample.speech))
    text += " said "
    guard let speaker = sample.speaker else {
      attributions.append(Attribution())
      text += "nobody.\n"
      continue
    }
    let name = speakers[speaker].name
    let nameStart = text.utf8.count
    text += name + ".\n"
    attributions.append(
      Attribution(
        speaker: speaker,
        mention: Mention(span: TextSpan(nameStart, nameStart + name.utf8.count), kind: .name),
        cue: Cue(span: TextSpan(end + 1, end + 5), lemma: "say"),
        confidence: sample.confidence,
        evidence: [Evidence(name: "cue-follows-quotation", weight: 2.125)]))
  }
  return AttributedArticle(
    article: Article(id: id, path: path, metadata: metadata, text: text), quotations: quotations,
    attributions: attributions, speakers: speakers, diagnostics: [])
}

/// A listed quotation with only what a test is about.
func listed(
  _ text: String = "“Yes.”", by name: String? = "Ana Ruiz",
  in article: ArticleReference = ArticleReference(id: "a.txt"), confidence: Double = 0.5,
  words: Int = 1
) -> ListedQuotation {
  ListedQuotation(
    article: article, id: "q-0",
    pieces: [
      LocatedText(
        text: text, utf8: 0..<text.utf8.count, scalar: 0..<text.unicodeScalars.count,
        utf16: 0..<text.utf16.count, line: 1, column: 1)
    ], speaker: name.map { Speaker(name: $0, kind: .person) }, confidence: confidence,
    wordCount: words)
}

/// The report on listings, as text.
func report(_ listings: [ArticleListing], _ options: ListOptions) -> String {
  var report = ListReport(options: options)
  var bytes: [UInt8] = []
  for listing in listings { bytes += report.add(listing) }
  bytes += report.finish()
  return String(decoding: bytes, as: UTF8.self)
}

func report(_ quotations: [ListedQuotation], _ options: ListOptions) -> String {
  report(
    quotations.map { ArticleListing(article: $0.article, quotations: [$0]) }, options)
}
