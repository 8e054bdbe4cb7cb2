import Prose
import Testing

@Suite struct TextSpanTests {
  @Test func enclosingSpanPrecedesWhatItHolds() {
    #expect(
      [TextSpan(2, 3), TextSpan(0, 4), TextSpan(0, 9)].sorted() == [
        TextSpan(0, 9), TextSpan(0, 4), TextSpan(2, 3),
      ])
  }
}
