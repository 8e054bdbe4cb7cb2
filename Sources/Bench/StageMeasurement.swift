internal import CBench
import Corpus
import Passages
import Prose
import Quotations
import Speakers
import Wording

/// Measures the steps of an analysis over the texts of a file, each with what comes before it done.
struct StageMeasurement {
  enum Stage: String, CaseIterable {
    /// In C: a look at every byte, ICU's iterators over UTF-8, and over UTF-16 that is converted first.
    case scan
    case icuWords = "icu-words"
    case icuWordsUTF16 = "icu-words-utf16"
    case icuSentences = "icu-sentences"
    /// The word boundaries alone, as an array of offsets.
    case boundaries
    /// Paragraphs and tokens, with spans and classes.
    case tokens
    /// Sentences from tokens.
    case sentences
    /// Quotations from tokens.
    case quotations
    /// Speakers from tokens and quotations.
    case attribution
    /// A segment of the passage index from texts.
    case passages
  }

  /// What a stage has made of all texts.
  struct Result {
    var bytes: Int
    /// Boundaries, tokens, sentences, quotations or attributions.
    var count: Int
    /// Processor time.
    var seconds: Double
  }

  private let articles: [Article]
  private let byteCount: Int
  private let tokenizer = Tokenizer()
  private let finder = QuotationFinder()
  private var texts: [TokenizedText]?
  private var found: [FoundQuotations]?
  private var segmenter: SentenceSegmenter?
  private var attributor: SpeakerAttributor?

  /// Reads the texts.
  init(file: String) {
    var articles: [Article] = []
    var source = ArticleSource(paths: [file])
    while let item = source.next() {
      switch item {
      case .article(let article, _): articles.append(article)
      case .failure(let failure): fail("\(failure)")
      }
    }
    self.articles = articles
    byteCount = articles.reduce(0) { $0 + $1.bytes.count }
  }

  /// Runs a stage over all texts.
  mutating func measure(_ stage: Stage) throws -> Result {
    switch stage {
    case .scan:
      return sum { cbench_scan($0.baseAddress!, $0.count) }
    case .icuWords:
      return sum { cbench_icu_boundaries(1, "root", $0.baseAddress!, $0.count, nil) }
    case .icuWordsUTF16:
      return sum { cbench_icu_boundaries_utf16(1, "root", $0.baseAddress!, $0.count) }
    case .icuSentences:
      return sum {
        cbench_icu_boundaries(2, "en@ss=standard", $0.baseAddress!, $0.count, nil)
      }
    case .boundaries:
      let segmenter = WordSegmenter()
      return timed {
        articles.reduce(0) { $0 + segmenter.boundaries(of: $1.bytes).count }
      }
    case .tokens:
      return timed {
        articles.reduce(0) { $0 + tokenizer.tokenize($1.bytes).tokens.count }
      }
    case .sentences:
      let texts = preparedTexts()
      let segmenter = try segmenter ?? SentenceSegmenter()
      self.segmenter = segmenter
      return timed {
        texts.reduce(0) { count, text in
          segmenter.sentences(of: text).reduce(count) { $0 + $1.count }
        }
      }
    case .quotations:
      let texts = preparedTexts()
      return timed {
        texts.reduce(0) { $0 + finder.quotations(in: $1).quotations.count }
      }
    case .attribution:
      let texts = preparedTexts()
      let found = preparedQuotations()
      // Made outside the measurement: it reads the weights.
      let attributor = attributor ?? SpeakerAttributor()
      self.attributor = attributor
      return timed {
        var count = 0
        for index in articles.indices {
          count +=
            attributor.attribute(
              articles[index], text: texts[index], quotations: found[index].quotations,
              diagnostics: found[index].diagnostics
            ).attributions.count
        }
        return count
      }
    case .passages:
      var failure: (any Error)?
      let result = timed {
        var builder = PassageSegmentBuilder()
        do {
          for (number, article) in articles.enumerated() {
            try builder.add(document: Int64(number + 1), text: article.bytes)
          }
        } catch { failure = error }
        return builder.finish().count
      }
      if let failure { throw failure }
      return result
    }
  }

  /// Compares the boundaries of words with those of ICU's iterator in C, and prints the outcome.
  func compareBoundaries() {
    var count = 0
    var differing = 0
    for article in articles where !article.bytes.isEmpty {
      let ours = WordSegmenter().boundaries(of: article.bytes)
      var theirs = [UInt32](repeating: 0, count: article.bytes.count)
      let found = article.bytes.withUnsafeBufferPointer { bytes in
        cbench_icu_boundaries(1, "root", bytes.baseAddress!, bytes.count, &theirs)
      }
      guard found >= 0 else { fail("ICU cannot walk over the text of \(article.id)") }
      count += ours.count
      if ours.count != Int(found) || !zip(ours, theirs).allSatisfy({ $0 == Int($1) }) {
        differing += 1
      }
    }
    print("{\"texts\": \(articles.count), \"boundaries\": \(count), \"differing\": \(differing)}")
  }

  private mutating func preparedTexts() -> [TokenizedText] {
    if let texts { return texts }
    let made = articles.map { tokenizer.tokenize($0.bytes) }
    texts = made
    return made
  }

  private mutating func preparedQuotations() -> [FoundQuotations] {
    if let found { return found }
    let made = preparedTexts().map { finder.quotations(in: $0) }
    found = made
    return made
  }

  /// Runs a yardstick over each text.
  private func sum(_ count: (UnsafeBufferPointer<UInt8>) -> Int64) -> Result {
    timed {
      articles.reduce(0) { sum, article in
        guard !article.bytes.isEmpty else { return sum }
        let found = article.bytes.withUnsafeBufferPointer(count)
        guard found >= 0 else { fail("ICU cannot walk over the text of \(article.id)") }
        return sum + Int(found)
      }
    }
  }

  private func timed(_ work: () -> Int) -> Result {
    let start = processorTime()
    let count = work()
    return Result(bytes: byteCount, count: count, seconds: processorTime() - start)
  }
}
