import Prose
import Quotations
import Testing

@testable import Speakers

/// Reads places; `[…]` marks the place inside the test text.
@Suite struct ReportedPlaceTests {
  private func features(_ marked: String) throws -> Set<Feature> {
    let parts = marked.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let rest = parts[1].split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let bytes = Array((parts[0] + rest[0] + rest[1]).utf8)
    let text = Tokenizer().tokenize(bytes)
    let scene = Scene(
      text: text, quotations: QuotationFinder().quotations(in: text).quotations, lexicon: .english)
    let start = parts[0].utf8.count
    let place = text.tokens(in: TextSpan(start, start + rest[0].utf8.count))
    try #require(!place.isEmpty)
    return Set(ReportedPlace(scene).features(place))
  }

  @Test(
    "the words of the place itself do not matter",
    arguments: [
      ("Ruiz said that the [plan] failed.", "Ruiz said that the [bridge] failed."),
      ("Ruiz said that the [plan] failed.", "Ruiz said that the [“plan”] failed."),
      ("The [committee] met, Ruiz said.", "The [“who”] met, Ruiz said."),
    ])
  func sameFrame(_ first: String, _ second: String) throws {
    #expect(try features(first) == features(second))
  }

  @Test(
    "the frame does",
    arguments: [
      ("Ruiz said that the [plan] failed.", "Ruiz saw that the [plan] failed."),
      ("Ruiz said the [plan] failed.", "Ruiz, who said so, saw the [plan] failed."),
      ("The [plan] failed, Ruiz said.", "The [plan] failed, and Ruiz left."),
      ("Ruiz said little; the [plan] failed.", "Ruiz said little of the [plan] failed."),
    ])
  func otherFrame(_ first: String, _ second: String) throws {
    #expect(try features(first) != features(second))
  }

  @Test("no place is too odd", arguments: ["[a]", "[“]", "[said] said said", ": [x] :"])
  func oddPlaces(_ text: String) throws {
    #expect(try !features(text).isEmpty)
  }
}
