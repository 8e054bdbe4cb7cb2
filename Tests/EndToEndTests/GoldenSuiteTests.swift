import Corpus
import Foundation
import Golden
import Prose
import Quotations
import Testing
import Wording

private let folder = Verbatim.package.appendingPathComponent("golden")

/// The project's own golden cases: the program agrees with all of them, and they leave no concept
/// of the program out.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: folder.path), "there are no cases"))
struct GoldenSuiteTests {
  /// Read once for all tests. What is no golden file, the check of the program fails.
  private static let cases = GoldenTree([folder.path]).cases.compactMap { found in
    if case .golden(let file) = found.content { (found: found, file: file) } else { nil }
  }
  private let cases = Self.cases

  @Test func theProgramAgreesWithEveryCase() throws {
    let outcome = try Verbatim().run("golden", "check", folder.path)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.errors.isEmpty)
  }

  /// A case that nobody can name is one that nobody will miss.
  @Test func everyCaseSaysWhatItIsAbout() {
    for (found, file) in cases {
      #expect(file.comments.contains { $0.hasPrefix("# What: ") }, "\(found.path)")
    }
  }

  @Test func everyClassOfDifferenceIsStated() {
    var stated: Set<DifferenceClass> = []
    for (_, file) in cases where file.header.expectedFailure == nil {
      switch file.body {
      case .missing: break
      case .answer(let entries):
        for entry in entries {
          stated.formUnion(
            entry.values(of: .difference).flatMap { Self.classes($0) })
        }
      case .expectations(let expectations):
        for expectation in expectations where expectation.expectedFailure == nil {
          if case .differs(_, let differenceClass) = expectation.claim {
            stated.insert(differenceClass)
          }
        }
      }
    }
    #expect(DifferenceClass.allCases.filter { !stated.contains($0) } == [])
  }

  /// `class (edit): words` of a pair, `class, class: words` of several articles.
  private static func classes(_ fact: String) -> [DifferenceClass] {
    let names = fact.prefix { $0 != ":" && $0 != "(" }.split { $0 == "," || $0 == " " }
    return names.compactMap { DifferenceClass(rawValue: String($0)) }
  }

  @Test func everyVerdictIsStated() {
    var stated: Set<Verdict> = []
    for (_, file) in cases where file.header.expectedFailure == nil {
      switch file.body {
      case .missing: break
      case .answer(let entries):
        stated.formUnion(entries.flatMap { $0.values(of: .verdict) }.compactMap(Verdict.init))
      case .expectations(let expectations):
        for expectation in expectations where expectation.expectedFailure == nil {
          if case .verdict(_, let verdict) = expectation.claim { stated.insert(verdict) }
        }
      }
    }
    #expect(Verdict.allCases.filter { !stated.contains($0) } == [])
  }

  @Test func everyProfileAndMediumIsUsed() {
    let profiles = Set(cases.map { $0.file.header.profile?.path ?? Profile.neutral.name })
    #expect(Profile.builtInNames.filter { !profiles.contains($0) } == [])
    let media = Set(cases.compactMap(\.file.header.medium))
    #expect(Profile.Medium.allCases.filter { !media.contains($0) } == [])
  }

  /// Turns, the only quotations without marks, stand in answers; marks stand in the texts.
  @Test func everyMarkStyleIsPrinted() throws {
    var styles: Set<MarkStyle> = []
    let tokenizer = Tokenizer()
    for (found, file) in cases where file.header.job == .list {
      if case .answer(let entries) = file.body,
        entries.contains(where: { $0.value(of: .kind) == Quotation.Kind.turn.rawValue })
      {
        styles.insert(.none)
      }
      let finder = QuotationFinder(options: .init(marksLocale: file.header.marks))
      for input in file.header.inputs {
        let text = try Data(contentsOf: URL(fileURLWithPath: "\(found.folder)/\(input.path)"))
        let quotations = finder.quotations(in: tokenizer.tokenize(Array(text))).quotations
        styles.formUnion(quotations.map(\.style))
      }
    }
    #expect(MarkStyle.allCases.filter { !styles.contains($0) } == [])
  }
}
