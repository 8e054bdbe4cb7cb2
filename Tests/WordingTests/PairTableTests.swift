import Testing
import Wording

/// The tables of pairs: what differs between two renderings, and what that amounts to.
@Suite struct PairTableTests {
  @Test(arguments: try PairTables.all())
  func theDifferencesAreThoseOfTheTable(_ pair: PairCase) {
    let report = PairReport(pair)
    if !report.deviations.isEmpty { Issue.record("\(report)") }
  }

  @Test func everyClassStandsInTheTablesFiveTimes() throws {
    var counts: [ExpectedDifference.Kind: Int] = [:]
    for difference in try PairTables.all().flatMap(\.expected) {
      counts[difference.kind, default: 0] += 1
    }
    // Renderings know nothing of speakers: the class is set where a source's turns are known.
    for differenceClass in DifferenceClass.allCases where differenceClass != .hiddenSpeakerChange {
      #expect(
        counts[.differenceClass(differenceClass), default: 0] >= 5, "\(differenceClass.rawValue)")
    }
  }

  @Test func theTablesAreLargeEnough() throws {
    let all = try PairTables.all()
    #expect(all.filter { $0.judgement == .same }.count >= 360 + 120)
    #expect(try PairTables.cases(in: "near-misses").count >= 120)
    #expect(all.filter { $0.judgement == .different }.count >= 40)
    #expect(all.filter { $0.judgement == .undecidable }.count >= 20)
  }

  @Test func aNearMissAsksForNoAlarm() throws {
    for pair in try PairTables.cases(in: "near-misses") {
      #expect(pair.verdict < .meaningAltered, "\(pair.name)")
    }
  }
}

extension PairCase: CustomTestStringConvertible {
  var testDescription: String { name }
}
