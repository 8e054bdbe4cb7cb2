import Prose
import Quotations
import Reports
import Speakers
import Testing

@Suite struct ListingTests {
  @Test func placesAreRightInEveryUnit() {
    let attributed = attributedArticle([
      SampleQuotation(text: "“Naïve 𝒳!”"), SampleQuotation(text: "“Ça va, 👩‍🚀?”"),
    ])
    let listing = ArticleListing(attributed)
    #expect(listing.quotations.count == 2)
    let text = String(decoding: attributed.article.bytes, as: UTF8.self)
    for quotation in listing.quotations {
      for place in quotation.pieces + [quotation.mention, quotation.cue].compactMap({ $0 }) {
        let scalars = Array(text.unicodeScalars)[place.scalar].map(String.init).joined()
        let units = Array(text.utf16)[place.utf16]
        #expect(String(decoding: Array(text.utf8)[place.utf8], as: UTF8.self) == place.text)
        #expect(scalars == place.text)
        #expect(String(decoding: units, as: UTF16.self) == place.text)
      }
    }
    #expect(listing.quotations[1].pieces[0].line == 2)
    #expect(listing.quotations[1].pieces[0].column == 1)
    #expect(listing.quotations[1].cue?.text == "said")
  }

  @Test(arguments: [
    (QuotationFilter(), ["“Plain.”", "“Longer by far.”"]),
    (QuotationFilter(minimumWords: 2), ["“Longer by far.”"]),
    (
      QuotationFilter(includesAll: true),
      ["“Plain.”", "“Longer by far.”", "“Unknown.”", "“Title”", "“Turn.”"]
    ),
    (QuotationFilter(person: PersonQuery("Ruiz")), ["“Plain.”"]),
    (QuotationFilter(person: PersonQuery("nobody here")), []),
  ])
  func filters(_ filter: QuotationFilter, _ expected: [String]) {
    let attributed = attributedArticle(
      speakers: [
        Speaker(name: "Ana Ruiz", kind: .person), Speaker(name: "Bo Lind", kind: .person),
      ],
      [
        SampleQuotation(text: "“Plain.”"), SampleQuotation(text: "“Longer by far.”", speaker: 1),
        SampleQuotation(text: "“Unknown.”", speaker: nil),
        SampleQuotation(text: "“Title”", speaker: nil, speech: .notSpeech(.title)),
        SampleQuotation(text: "“Turn.”", kind: .turn),
      ])
    let listing = ArticleListing(attributed, filter: filter)
    #expect(listing.quotations.map { $0.pieces[0].text } == expected)
    #expect(listing.omissions.values.reduce(0, +) == 5 - expected.count)
  }

  @Test func filterDoesNotChangeIdentifiers() {
    let attributed = attributedArticle([
      SampleQuotation(text: "“No.”", speaker: nil), SampleQuotation(text: "“No.”"),
    ])
    let all = ArticleListing(attributed, filter: QuotationFilter(includesAll: true))
    #expect(ArticleListing(attributed).quotations[0].id == all.quotations[1].id)
  }

  @Test func notSpeechSaysWhy() {
    let attributed = attributedArticle([
      SampleQuotation(speaker: nil, speech: .notSpeech(.irony))
    ])
    let listing = ArticleListing(attributed, filter: QuotationFilter(includesAll: true))
    #expect(listing.quotations[0].evidence == ["not-speech-irony"])
  }

  @Test func speakerOutOfRangeIsUnknown() {
    var attributed = attributedArticle([SampleQuotation()])
    attributed.attributions[0].speaker = 7
    let listing = ArticleListing(attributed, filter: QuotationFilter(includesAll: true))
    #expect(listing.quotations[0].speaker == nil)
  }
}
