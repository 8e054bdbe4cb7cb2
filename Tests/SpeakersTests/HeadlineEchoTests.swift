import Testing

@testable import Speakers

/// Whose words a headline quotes.
@Suite struct HeadlineEchoTests {
  private func speakers(_ text: String) -> [String] {
    let result = attributed(text)
    return result.attributions.map { $0.speaker.map { result.speakers[$0].name } ?? "?" }
  }

  @Test func headlineQuotesTheArticle() {
    #expect(
      speakers(
        "Bridge ‘not safe for a bicycle’\n\nThe bridge is shut. “It is not safe for a bicycle, a "
          + "pram or a dog,” said Ana Ruiz.") == ["Ana Ruiz", "Ana Ruiz"])
  }

  @Test func oneWordShowsNothing() {
    let result = attributed(
      "Bridge ‘safe’\n\nThe bridge is open.\n\n“It is safe for a bicycle,” said Ana Ruiz.")
    #expect(result.attributions.first?.speaker == nil)
  }
}
