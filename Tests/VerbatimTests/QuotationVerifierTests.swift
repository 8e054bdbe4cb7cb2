import Prose
import Testing

@testable import Verbatim

@Suite struct QuotationVerifierTests {
  private let analyzer = QuotationAnalyzer()

  private func source(_ id: String, _ text: String) -> VerificationSource {
    VerificationSource(analyzer.analyze(Article(id: id, text: text)))
  }

  @Test func whoSaysItInAnArticle() throws {
    let verifier = QuotationVerifier(sources: [
      source("wire", "“We will rebuild the old pier by the autumn,” said Ben Cole on Sunday.")
    ])
    let article = Article(
      id: "a", text: "“We will rebuild the old pier by the autumn,” said Ana Ruiz on Monday.")
    let found = verifier.verify(analyzer.analyze(article))
    #expect(found.count == 1)
    #expect(found[0].verdict == .verbatim)
    #expect(found[0].hasSpeakerConflict)
    #expect(found[0].found.first?.speaker?.name == "Ben Cole")
  }

  @Test func ofPlacesThatFitAlikeTheOneOfTheSpeakerComesFirst() throws {
    let said = "We will rebuild the old pier by the autumn"
    let verifier = QuotationVerifier(sources: [
      source("one", "“\(said),” said Ben Cole."), source("two", "“\(said),” said Ana Ruiz."),
    ])
    let result = verifier.verify(GivenQuotation(pieces: [said], speaker: "Ana Ruiz"))
    #expect(result.found.map(\.source.id) == ["two", "one"])
    #expect(!result.hasSpeakerConflict)
  }

  @Test func narrationIsSearchedToo() {
    let verifier = QuotationVerifier(sources: [
      source("memo", "The ministry will rebuild the old pier by the autumn, a memo says.")
    ])
    let result = verifier.verify(
      GivenQuotation(pieces: ["will rebuild the old pier by the autumn"]))
    #expect(result.verdict == .verbatim)
    #expect(result.found.first?.speaker == nil)
  }

  @Test func whatIsNotFoundSaysWhatWasRead() {
    let verifier = QuotationVerifier(sources: [
      source("a", "Nothing of the kind was said here, by anybody at all, on that day.")
    ])
    let result = verifier.verify(GivenQuotation(pieces: ["rebuild the old pier"]))
    #expect(result.verdict == .notFound)
    #expect(result.found.isEmpty)
    #expect(result.read.sources == 1)
    #expect(result.read.words == 14)
  }

  @Test(arguments: ["", "…", "“”", "\u{202E}", "مرحبا", String(repeating: "a ", count: 3000)])
  func oddQuotationsDoNoHarm(_ text: String) {
    let verifier = QuotationVerifier(sources: [
      source("a", "We will rebuild the old pier by the autumn. مرحبا بكم في الميناء القديم")
    ])
    let result = verifier.verify(GivenQuotation(pieces: [text]))
    #expect(result.verdict != .verbatim || text == "مرحبا")
  }

  @Test func twoOfOneSurnameInATranscript() {
    let transcript = """
      MAYOR RUIZ: We will rebuild the old pier by the autumn.

      COUNCILLOR BEN RUIZ: And who pays for the cranes?

      MAYOR RUIZ: The ministry pays for them, as it always has.

      COUNCILLOR BEN RUIZ: I doubt it very much indeed.
      """
    let verifier = QuotationVerifier(sources: [source("t", transcript)])
    func conflicts(_ text: String, _ speaker: String) -> Bool {
      verifier.verify(GivenQuotation(pieces: [text], speaker: speaker)).hasSpeakerConflict
    }
    #expect(!conflicts("We will rebuild the old pier by the autumn", "Ana Ruiz"))
    #expect(!conflicts("I doubt it very much indeed", "Ben Ruiz"))
    #expect(conflicts("I doubt it very much indeed", "Ana Ruiz"))
  }

  @Test func aChangeOfSpeakerInATranscript() {
    let transcript = """
      ANA RUIZ: We will rebuild the old pier by the autumn.

      BEN COLE: And who pays for the cranes?

      ANA RUIZ: The ministry pays for them, as it always has.

      BEN COLE: I doubt it.

      ANA RUIZ: Doubt is free.
      """
    let verifier = QuotationVerifier(sources: [source("t", transcript)])
    func classes(_ text: String) -> [String] {
      verifier.verify(GivenQuotation(pieces: [text])).found.first?.pair.differences.map(
        \.differenceClass.rawValue) ?? ["nothing"]
    }
    #expect(
      classes("We will rebuild the old pier by the autumn … The ministry pays for them").contains(
        "hidden-speaker-change"))
    #expect(
      !classes("We will rebuild the old pier … by the autumn").contains("hidden-speaker-change"))
  }
}
