import Golden
import Testing

struct GoldenTallyTests {
  @Test func sharesOfNothingAreUnknown() {
    let tally = GoldenTally()
    #expect(tally.precision == nil)
    #expect(tally.recall == nil)
    #expect(tally.f1 == nil)
    #expect(tally.speakerAccuracy == nil)
  }

  @Test func sharesAddUp() {
    var tally = GoldenTally()
    tally.accepted = 4
    tally.found = 2
    tally.matched = 2
    tally.credited = 2
    tally.creditedAlike = 1
    #expect(tally.precision == 1)
    #expect(tally.recall == 0.5)
    #expect(tally.f1 == 2.0 / 3)
    tally += tally
    #expect(tally.accepted == 8)
    #expect(tally.speakerAccuracy == 0.5)
  }
}
