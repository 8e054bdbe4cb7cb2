import Foundation
import Testing
import Verbatim

private let samples = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("golden/articles")

/// The comparison of the sample articles beside what an editor signs about them.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: samples.path), "there are no samples"))
struct SampleComparisonTests {
  private static let groups: [UtteranceGroup] = {
    var comparer = QuotationComparer()
    var source = ArticleSource(paths: [samples.path])
    let analyzer = QuotationAnalyzer()
    while let item = source.next() {
      guard case .article(let article, _) = item else { continue }
      comparer.add(comparer.read(analyzer.analyze(article)))
    }
    return comparer.groups()
  }()

  private let groups = Self.groups
  private let answers: [SampleComparison]

  init() throws {
    answers = try SampleComparison.read(samples.appendingPathComponent("all.comparisons"))
  }

  @Test func whatIsOneUtteranceStandsTogether() {
    var count = 0
    for case .together(let answer) in answers {
      check(answer)
      count += 1
    }
    #expect(count > 40)
  }

  @Test func lookAlikesStayApart() {
    var count = 0
    for case .apart(let first, let second) in answers {
      let together = groups.filter { group in
        group.renderings.contains(where: first.isIn)
          && group.renderings.contains(where: second.isIn)
      }
      #expect(together.isEmpty, "\(first) stands with \(second)")
      count += 1
    }
    #expect(count >= 3)
  }

  /// The words of a line must be there, or nothing would be tested.
  @Test func everyPassageIsQuoted() throws {
    let texts = try Dictionary(
      uniqueKeysWithValues: FileManager.default.subpathsOfDirectory(atPath: samples.path)
        .filter { $0.hasSuffix(".quotes") }
        .map { ($0.dropLast(7), try SampleComparison.plain(text(of: $0))) })
    for case .apart(let first, let second) in answers {
      for passage in [first, second] {
        let answers = try #require(texts["\(passage.event)/\(passage.outlet)"])
        #expect(answers.contains(passage.words), "\(passage) is not quoted")
      }
    }
  }

  private func text(of path: String) throws -> String {
    try String(contentsOf: samples.appendingPathComponent(path), encoding: .utf8)
  }

  private func check(_ answer: SampleComparison.Utterance) {
    let found = groups.filter { group in
      group.renderings.contains { $0.event == answer.event && $0.words.contains(answer.words) }
    }
    guard let group = found.first, found.count == 1 else {
      Issue.record("\(found.count) groups have “\(answer.words)”")
      return
    }
    let outlets = Set(group.renderings.filter { $0.event == answer.event }.map(\.outlet))
    #expect(outlets.isSuperset(of: answer.outlets), "“\(answer.words)”")
    if let verdict = answer.verdict {
      #expect(group.verdict == verdict, "“\(answer.words)”")
    }
    let classes = Set(
      group.differences.flatMap { place in
        [place.differenceClass] + place.readings.flatMap(\.classes)
      })
    let missing = answer.differences.subtracting(classes).map(\.rawValue).sorted()
    #expect(missing.isEmpty, "“\(answer.words)”")
    if !answer.speakers.isEmpty {
      #expect(group.hasSpeakerConflict, "“\(answer.words)”")
      let names = Set(group.speakers.map { SampleComparison.plain($0.speaker.name) })
      #expect(names.isSuperset(of: answer.speakers), "“\(answer.words)”")
    }
  }
}

/// One line of `all.comparisons`, as golden/articles/README.md describes it.
private enum SampleComparison {
  case together(Utterance)
  case apart(Passage, Passage)

  /// What is to be found about one utterance.
  struct Utterance {
    var event: String
    var words: String
    var outlets: Set<String>
    /// Nil where the line says nothing of it.
    var verdict: Verdict?
    var differences: Set<DifferenceClass>
    /// Of whom each article names one; empty where all credit the same speaker.
    var speakers: Set<String>
  }

  /// Words in one article.
  struct Passage: CustomStringConvertible {
    var event: String
    var outlet: String
    var words: String

    var description: String { "“\(words)” of \(event)/\(outlet)" }

    func isIn(_ rendering: ComparedRendering) -> Bool {
      rendering.event == event && rendering.outlet == outlet && rendering.words.contains(words)
    }
  }

  struct BadLine: Error {
    var line: String
  }

  static func read(_ file: URL) throws -> [SampleComparison] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { try SampleComparison(String($0)) }
  }

  private init(_ line: String) throws {
    var fields = line.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    if fields.count == 3, fields[0] == "apart" {
      self = .apart(try Passage(fields[1]), try Passage(fields[2]))
      return
    }
    guard fields.count == 7, fields[0] == "together" else { throw BadLine(line: line) }
    fields.removeFirst()
    let verdict = Verdict(rawValue: fields[3])
    let differences = try fields[4].split(separator: " ").map { name in
      guard let known = DifferenceClass(rawValue: String(name)) else { throw BadLine(line: line) }
      return known
    }
    guard verdict != nil || fields[3].isEmpty else { throw BadLine(line: line) }
    self = .together(
      Utterance(
        event: fields[0], words: Self.plain(fields[1]),
        outlets: Set(fields[2].split(separator: " ").map(String.init)), verdict: verdict,
        differences: Set(differences),
        speakers: Set(fields[5].split(separator: ";").map { Self.plain(String($0)) })))
  }

  /// A text in small letters, with one form of the apostrophe and one space between words.
  static func plain(_ text: String) -> String {
    text.lowercased().replacing("’", with: "'").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

extension SampleComparison.Passage {
  /// Reads `event/outlet: words`.
  fileprivate init(_ field: String) throws {
    let parts = field.split(separator: ":", maxSplits: 1).map(String.init)
    let place = parts[0].split(separator: "/").map(String.init)
    guard parts.count == 2, place.count == 2 else {
      throw SampleComparison.BadLine(line: field)
    }
    self.init(event: place[0], outlet: place[1], words: SampleComparison.plain(parts[1]))
  }
}

extension ComparedRendering {
  /// The folder of the article.
  fileprivate var event: String { place.dropLast().last ?? "" }

  /// The outlet, by its file's name.
  fileprivate var outlet: String { place.last?.replacing(".txt", with: "") ?? "" }

  /// The pieces' words, as they are compared with those of an answer.
  fileprivate var words: String {
    SampleComparison.plain(pieces.map(\.text).joined(separator: " "))
  }

  private var place: [String] { (article.path ?? "").split(separator: "/").map(String.init) }
}
