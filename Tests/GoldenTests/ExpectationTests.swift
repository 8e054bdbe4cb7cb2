import Golden
import Testing

/// Partial cases: claims that hold, and what is said of those that do not.
struct ExpectationTests {
  private static let answer = """
    > “The bridge isn’t safe,”
    > “and nobody told me.”
    speaker: Ana Núñez

    > “Fog of Battle”
    not speech: title

    > ‘16 of them’
    speaker: Harbour Board (organization)
    verdict: meaning-altered
    difference: number (substitution): “16” → “60”

    > “Hm, well.”
    speaker: unknown
    verdict: verbatim
    """

  @Test(arguments: [
    ("says: Ana Núñez “The bridge isn’t safe”", nil),
    // Marks, pieces, spelling of contractions and numbers, accents and capitals do not matter.
    ("says: nunez \"the bridge is not safe and nobody\"", nil),
    ("says: Harbour Board “sixteen of them”", nil),
    ("says: unknown “hm, well”", nil),
    ("says: Bo “nobody told me”", "said by Ana Núñez"),
    ("says: Ana Maria Núñez “nobody told me”", "said by Ana Núñez"),
    ("says: Ana “somebody told me”", "no quotation has these words"),
    ("says: Ana “Fog of Battle”", "not speech: title"),
    ("must not say: “Fog of Battle”", nil),
    ("must not say: Bo “nobody told me”", nil),
    ("must not say: “nobody told me”", "said by Ana Núñez"),
    ("must not say: Núñez “nobody told me”", "said by Ana Núñez"),
    ("verdict of “of them”: meaning-altered", nil),
    ("verdict of “of them”: altered", "meaning-altered"),
    ("verdict of “of us”: altered", "nothing has these words"),
    ("differs in “of them”: number", nil),
    ("differs in “of them”: negation", "number"),
    ("differs in “well”: negation", "no difference"),
    ("does not differ in “of them”: negation", nil),
    ("does not differ in “of them”: number", "number (substitution): “16” → “60”"),
  ])
  func checks(_ claim: String, _ failure: String?) throws {
    let answer = try golden(Self.answer).entries
    let expectations = try golden(claim).expectations
    let differences = GoldenComparer().check(expectations, against: answer, path: "a.golden")
    #expect(differences.map(\.after) == (failure.map { [$0] } ?? []))
    #expect(differences.allSatisfy { $0.kind == .expectationFailed && $0.goldenLine == 5 })

    // A known failure is no difference, and one that passes is.
    let known = try golden("xfail: a misprint\n\(claim)").expectations
    let found = GoldenComparer().check(known, against: answer, path: "a.golden")
    #expect(found.map(\.kind) == (failure == nil ? [.expectationPassed] : []))
  }
}
