import Foundation
import TestSupport
import Testing
import Verbatim

/// Random damage to inputs and golden files is found and named, and what must not matter does not.
@Suite(.enabled(if: SampleText.exist, "there are no samples"))
struct GoldenMutationTests {
  @Test func damageIsNamed() throws {
    var random = SeededGenerator(seed: 20)
    let benches = try Bench.all()
    var missed: [String] = []
    let count = 200
    for number in 0..<count {
      let damage = Damage.allCases[number % Damage.allCases.count]
      var bench = try #require(benches.randomElement(using: &random))
      guard let expected = bench.apply(damage, &random) else { continue }
      let result = try bench.check()
      let isNamed = result.outcome == .failed && result.differences.contains(where: expected.isMet)
      if !isNamed {
        missed.append(
          "\(damage) in \(bench.name): \(expected.note): \(result.differences.map(\.kind))")
      }
    }
    #expect(missed.count <= count / 50, "\(missed.joined(separator: "\n"))")
  }

  @Test func whatMustNotMatterOnlyMoves() throws {
    var random = SeededGenerator(seed: 21)
    let benches = try Bench.all()
    var wrong: [String] = []
    let count = 100
    for _ in 0..<count {
      var bench = try #require(benches.randomElement(using: &random))
      let note = bench.disturb(&random)
      let differences = try bench.check().differences
      let others = differences.filter { $0.kind != .moved && $0.kind != .inputChanged }
      if !others.isEmpty {
        wrong.append("\(note) in \(bench.name): \(others.map { "\($0.kind) \($0.subject)" })")
      }
    }
    #expect(wrong.count <= count / 50, "\(wrong.joined(separator: "\n"))")
  }
}

/// The ways to damage a case.
private enum Damage: CaseIterable {
  case wordInQuotation, speakerInGolden, markRemoved, articleTruncated, wordInGolden, factInGolden,
    blockRemoved
}

/// What a check must say of some damage.
private struct Expected {
  var note: String
  var isMet: (GoldenDifference) -> Bool
}

/// A case that can be damaged: a sample article with its recorded answer.
private struct Bench {
  let name: String
  private let folder: TemporaryFolder
  private var article: String
  private var golden: GoldenFile
  private var entries: [GoldenEntry]

  private static let answerer = ProgramAnswerer(version: "test")

  private init(_ sample: SampleText) throws {
    name = sample.name
    article = sample.text
    folder = try TemporaryFolder()
    try folder.write("a.txt", article)
    let header = GoldenHeader(job: .list, inputs: [.init(path: "a.txt")])
    _ = try GoldenReviewer(answerer: Self.answerer).record(
      GoldenFile(header: header, body: .missing), at: folder.path("a.golden"))
    golden = try GoldenFile(bytes: Array(folder.text("a.golden").utf8), path: "a.golden")
    guard case .answer(let entries) = golden.body else { throw CancellationError() }
    self.entries = entries
  }

  /// The shortest samples that hold quotations, each with its answer.
  static func all() throws -> [Bench] {
    try SampleText.all.sorted { $0.text.utf8.count < $1.text.utf8.count }.prefix(40).map {
      try Bench($0)
    }.filter { $0.entries.contains { $0.value(of: .speaker) != nil } }
  }

  mutating func check() throws -> CaseResult {
    try folder.write("a.txt", article)
    golden.body = .answer(entries)
    try folder.write("a.golden", golden.text())
    let tree = GoldenTree([folder.path])
    return GoldenChecker(answerer: Self.answerer).check(try #require(tree.cases.first))
  }

  // MARK: Damage

  /// Damages the case; nil where there is nothing to damage so.
  mutating func apply(_ damage: Damage, _ random: inout SeededGenerator) -> Expected? {
    let spoken = entries.indices.filter { entries[$0].value(of: .speaker) != nil }
    guard let index = spoken.randomElement(using: &random) else { return nil }
    let entry = entries[index]
    switch damage {
    case .wordInQuotation: return changeWord(in: entry, &random)
    case .speakerInGolden:
      entries[index].set(.speaker, "Nobody Known")
      return Expected(note: entry.title) {
        $0.kind == .speakerChanged && $0.before == "Nobody Known" && $0.subject == entry.title
      }
    case .markRemoved: return removeMark(of: entry, &random)
    case .articleTruncated: return truncate(before: entry)
    case .wordInGolden:
      guard let (range, word) = Self.word(in: entry.content[0].text, &random) else { return nil }
      entries[index].content[0].text.replaceSubrange(range, with: Self.other(word, &random))
      let changed = entries[index].title
      return Expected(note: entry.title) {
        $0.kind == .wordingChanged && $0.before == changed && $0.after == entry.title
      }
    case .factInGolden: return changeFact(of: index, &random)
    case .blockRemoved:
      entries.remove(at: index)
      return Expected(note: entry.title) {
        $0.kind == .quotationAdded && $0.subject == entry.title
      }
    }
  }

  private mutating func changeWord(
    in entry: GoldenEntry, _ random: inout SeededGenerator
  ) -> Expected? {
    let piece = entry.content.randomElement(using: &random)!.text
    guard let place = article.range(of: piece),
      let (range, word) = Self.word(in: piece, &random)
    else { return nil }
    var changed = piece
    changed.replaceSubrange(range, with: Self.other(word, &random))
    article.replaceSubrange(place, with: changed)
    return Expected(note: entry.title) {
      $0.kind == .wordingChanged && $0.before == entry.title
    }
  }

  private mutating func removeMark(
    of entry: GoldenEntry, _ random: inout SeededGenerator
  ) -> Expected? {
    let piece = entry.content[0].text
    guard let place = article.range(of: piece), let last = piece.last, !last.isLetter,
      let first = piece.first, !first.isLetter
    else { return nil }
    if Bool.random(using: &random) {
      article.remove(at: place.lowerBound)
    } else {
      article.remove(at: article.index(before: place.upperBound))
    }
    let kinds: Set<GoldenDifference.Kind> = [
      .wordingChanged, .quotationLost, .quotationAdded, .speechChanged, .doubtAdded, .doubtLost,
    ]
    return Expected(note: entry.title) { kinds.contains($0.kind) }
  }

  private mutating func truncate(before entry: GoldenEntry) -> Expected? {
    guard let place = article.range(of: entry.content[0].text) else { return nil }
    article = String(article[..<place.lowerBound])
    return Expected(note: entry.title) {
      $0.kind == .quotationLost && $0.subject == entry.title
    }
  }

  private mutating func changeFact(of index: Int, _ random: inout SeededGenerator) -> Expected? {
    let entry = entries[index]
    let names: [(GoldenFact.Name, String, GoldenDifference.Kind)] = [
      (.kind, entry.value(of: .kind) == "direct" ? "mixed" : "direct", .kindChanged),
      (.cue, "mumbled", .attributionChanged), (.mention, "the cat", .attributionChanged),
      (.confidence, entry.value(of: .confidence) == "low" ? "high" : "low", .confidenceChanged),
      (.evidence, "a hunch", .evidenceChanged), (.place, "1:1–1:2", .moved),
    ]
    let (name, value, kind) = names.filter { entry.value(of: $0.0) != nil }
      .randomElement(using: &random)!
    entries[index].set(name, value)
    // A move alone fails nothing, so that something else must differ too.
    if name == .place { entries[index].set(.kind, "turn") }
    return Expected(note: "\(name) of \(entry.title)") {
      $0.kind == kind && $0.subject == entry.title
    }
  }

  private static func word(
    in text: String, _ random: inout SeededGenerator
  ) -> (range: Range<String.Index>, word: Substring)? {
    let words: [Substring] = text.split { !($0.isASCII && $0.isLetter) }.filter { $0.count > 3 }
    guard let word = words.randomElement(using: &random) else { return nil }
    return (word.startIndex..<word.endIndex, word)
  }

  private static func other(_ word: Substring, _ random: inout SeededGenerator) -> String {
    let words = ["walnut", "seventeen", "perhaps", "harbours", "quickly", "teacher", "refused"]
    return words.filter { $0 != word.lowercased() }.randomElement(using: &random)!
  }

  // MARK: What must not matter

  /// Changes the article where no quotation is, and says how.
  mutating func disturb(_ random: inout SeededGenerator) -> String {
    let added = "The office opens at nine on weekdays.\n\n"
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      article += "\n\n" + added
      return "text at the end"
    case 1:
      article += "  \n \n\n"
      return "white space at the end"
    case 2:
      let gaps = article.ranges(of: "\n\n")
      guard let gap = gaps.randomElement(using: &random) else { return "nothing" }
      article.replaceSubrange(gap, with: "\n\n\n\n")
      return "blank lines"
    default:
      var paragraphs = article.components(separatedBy: "\n\n")
      let plain = paragraphs.indices.dropFirst().filter { paragraphs[$0].isPlain }
      guard let from = plain.randomElement(using: &random) else { return "nothing" }
      paragraphs.append(paragraphs.remove(at: from))
      article = paragraphs.joined(separator: "\n\n")
      return "a paragraph moved to the end"
    }
  }
}

extension String {
  /// Whether a paragraph has no mark, and names nobody by a title or a capital inside.
  fileprivate var isPlain: Bool {
    let words = split(separator: " ").dropFirst()
    return allSatisfy { $0.isLetter || " ,.\n".contains($0) }
      && words.allSatisfy { !($0.first?.isUppercase ?? false) } && words.count > 3
  }
}

extension GoldenEntry {
  fileprivate mutating func set(_ name: GoldenFact.Name, _ value: String) {
    if let index = facts.firstIndex(where: { $0.name == name }) { facts[index].value = value }
  }
}

/// A sample article.
private struct SampleText {
  var name: String
  var text: String

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("golden")

  static let exist = FileManager.default.fileExists(atPath: folder.path)

  static let all: [SampleText] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      let url = folder.appendingPathComponent(name)
      return (try? String(contentsOf: url, encoding: .utf8)).map {
        SampleText(name: name, text: $0)
      }
    }
  }()
}
