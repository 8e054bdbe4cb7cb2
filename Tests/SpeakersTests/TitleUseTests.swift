import Testing

@testable import Speakers

@Suite struct TitleUseTests {
  private static let cases: [(a: TitleUse, b: TitleUse, expected: Bool)] = [
    (.maiden, .wife, false), (.maiden, .maiden, true), (.maiden, [], true), (.plain, .rank, false),
    ([.plain, .rank], .rank, true), (.rank, .rank, true), ([.maiden, .wife], .wife, true),
    (.other, .rank, true), (.other, .wife, true),
  ]

  @Test func onePersonBearsBoth() {
    for (a, b, expected) in Self.cases {
      #expect(a.agrees(with: b) == expected, "\(a) \(b)")
      #expect(b.agrees(with: a) == expected, "\(b) \(a)")
    }
  }
}
