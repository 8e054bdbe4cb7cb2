import Foundation
import Testing

/// A search compares a quotation with stretches around the places that the index finds; what comes of
/// it is what comparing it with whole articles gives.
@Suite struct SearchAgreementTests {
  private let verbatim: Verbatim
  /// Sentences of which no two share more than common words.
  private static let sentences = [
    "The harbour master closed the northern lock before the gale arrived.",
    "Nobody on the council had read the engineers’ warning about the culvert.",
    "“We will pay every fisherman for the nights he lost,” said Orla Brandt.",
    "The lighthouse keeper counted eleven trawlers and two barges at dusk.",
    "A schoolteacher from Eastmarsh lent her cellar to thirty strangers.",
    "“Nothing that we were promised in spring has been built,” said Tomas Veld.",
    "Insurers valued the drowned orchards at four million crowns.",
  ]
  private static let filler = (0..<400).map { number in
    "Paragraph \(number) lists items \(number * 3), \(number * 3 + 1) and \(number * 3 + 2).\n\n"
  }

  init() throws {
    verbatim = try Verbatim()
    // The sentences stand far apart, in a text much longer than what is looked at around a place.
    var text = ""
    for (number, sentence) in Self.sentences.enumerated() {
      text += Self.filler[number * 50..<(number + 1) * 50].joined() + sentence + " "
    }
    let short = Self.sentences[4] + " " + Self.sentences[0]
    let lines = try [("long", text), ("short", short), ("héron", "Ü\n\n" + Self.sentences[5])].map {
      let data = try JSONSerialization.data(withJSONObject: ["id": $0.0, "text": $0.1])
      return String(decoding: data, as: UTF8.self) + "\n"
    }
    try verbatim.write("a.jsonl", lines.joined())
    #expect(try verbatim.run("index", "c.db", "a.jsonl").status == 0)
  }

  @Test(arguments: [
    // As it stands, with words changed, left out and put in.
    "The harbour master closed the northern lock before the gale arrived",
    "The harbour master shut the northern lock before that terrible gale arrived",
    "Nobody on the council had read the warning about the culvert",
    "Nothing that we were promised in spring has been built",
    // From two places of one article, shown and not shown.
    "The lighthouse keeper counted eleven trawlers … Insurers valued the drowned orchards",
    sentences[3] + " " + sentences[6],
    sentences[4] + " " + sentences[0],
    // Across the end of a paragraph, at the start and at the end of the text.
    "items 147, 148 and 149. The harbour master closed the northern lock",
    "Paragraph 0 lists items 0, 1 and 2.",
    "Insurers valued the drowned orchards at four million crowns.",
    // Short ones.
    "eleven trawlers and two barges", "pay every fisherman",
    // Nowhere.
    "Xylophones quarrel underneath the viaduct",
  ])
  func searchFindsWhatVerifyFinds(quotation: String) throws {
    let found = try verbatim.run("search", "c.db", quotation, "--format", "jsonl").lines()
    let verified = try verbatim.run(
      "verify", "--quote", quotation, "--against", "a.jsonl", "--all-places", "--format", "jsonl")
    let expected = try verified.lines().first?["found"] as? [[String: Any]] ?? []
    #expect(found.isEmpty == expected.isEmpty)
    for (hit, place) in zip(found, expected) {
      for key in ["line", "passage", "parts", "speaker", "relation", "similarity", "differences"] {
        #expect(
          NSArray(array: [hit[key] ?? "none"]) == NSArray(array: [place[key] ?? "none"]), "\(key)")
      }
    }
    #expect(found.count == expected.count)
  }

  /// Where so much differs that it may be another utterance, the nearest place is named as such.
  @Test func theNearestPlaceIsNamedForWhatItIs() throws {
    let words = "Insurers doubted any drowned vineyards were worth saving for a million crowns"
    let found = try verbatim.run("search", "c.db", words, "--format", "jsonl").lines()
    #expect(found.map { $0["verdict"] as? String } == ["different"])
    #expect((found.first?["article"] as? [String: Any])?["id"] as? String == "long")
    #expect(try verbatim.run("search", "c.db", words, "--fail-on", "different").status == 1)
  }
}
