import Testing

@testable import Speakers

@Suite struct TitleUseTests {
  @Test(arguments: [
    (TitleUse.maiden, TitleUse.wife, false), (.maiden, .maiden, true), (.maiden, [], true),
    (.plain, .rank, false), ([.plain, .rank], .rank, true), (.rank, .rank, true),
    ([.maiden, .wife], .wife, true), (.other, .rank, true), (.other, .wife, true),
  ])
  func onePersonBearsBoth(a: TitleUse, b: TitleUse, expected: Bool) {
    #expect(a.agrees(with: b) == expected)
    #expect(b.agrees(with: a) == expected)
  }
}
