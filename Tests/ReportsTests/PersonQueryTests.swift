import Reports
import Speakers
import Testing

@Suite struct PersonQueryTests {
  @Test(arguments: [
    ("ruiz", true), ("RUIZ", true), ("Ana Ruiz", true), ("Ruiz, Ana", true), ("A. Ruiz", true),
    ("Rúiz", true), ("mayor ruiz", true), ("Ana Lopez", false), ("Bea Ruiz", false), ("", false),
    ("Ruizz", false), ("Ru", false),
  ])
  func matchesNameOrAlias(_ query: String, _ expected: Bool) {
    let speaker = Speaker(name: "Ana Ruiz", aliases: ["Mayor Ruiz", "Ruiz"], kind: .person)
    #expect(PersonQuery(query).matches(speaker) == expected)
  }

  @Test(arguments: [
    ("Brenkin", "Oleg Brankin", true), ("Brankinn", "Oleg Brankin", true),
    ("Trankin", "Oleg Brankin", false), ("ONeill", "Tip O’Neill", true),
    ("O'Neill", "Tip O’Neill", true), ("Jean Luc", "Jean-Luc Meyer", true),
    ("Özgür", "Ozgur Demir", true), ("Zelinskyj", "Zelinsky", true), ("bran", "Oleg Brankin", true),
    ("J Meyer", "Jean Meyer", true), ("K Meyer", "Jean Meyer", false),
  ])
  func toleratesSpelling(_ query: String, _ name: String, _ expected: Bool) {
    #expect(PersonQuery(query).matches(Speaker(name: name, kind: .person)) == expected)
  }

  @Test(arguments: [
    ("Marchensky", "Olha Marchenskyy", PersonQuery.Closeness.exact),
    ("Durov", "Ivan Duroff", .exact),
    ("Sergey", "Sergei Durov", .exact), ("A. Ruiz", "Ana Ruiz", .exact),
    ("Ana Ruiz", "A. Ruiz", .exact), ("Blenkart", "Anton Brenkart", .near),
    ("Blen", "Anton Blenkart", .near), ("Hansson", "Peter Hanssen", .near),
    ("Ruiz", "a senior official", nil), ("Tarn", "Hale", nil), ("Ruiz", "Ana R. Tarn", nil),
  ])
  func tellsTheNameFromWhatIsNear(
    _ query: String, _ name: String, _ expected: PersonQuery.Closeness?
  ) {
    #expect(PersonQuery(query).closeness(to: Speaker(name: name, kind: .person)) == expected)
  }

  @Test(arguments: [
    ("Blenkart", "Anton Brenkart", true), ("Dzhanova", "Elena Janov", true),
    ("Bob", "Robert Tarn", true), ("Quillane", "Sirsha Quillan", true), ("Tarn", "Ana Ruiz", false),
  ])
  func keepsWhoMayBeMeant(_ query: String, _ name: String, _ expected: Bool) {
    #expect(PersonQuery(query).mayMean(Speaker(name: name, kind: .person)) == expected)
  }

  @Test(arguments: [
    ("Ashe", ["Peter Ashe", "Rosa Ashe"], "“Peter Ashe”“Rosa Ashe”", "is the name of 2 people"),
    ("Hanssen", ["Peter Hanssen", "Ida Hansson"], "“Peter Hanssen”", ""),
    ("Hanssan", ["Peter Hanssen", "Ida Hansson"], "“Peter Hanssen”“Ida Hansson”", "2 people"),
    ("Ruiz", ["Peter Hanssen"], "", "No quotations"),
  ])
  func choosesAmongThePeopleOfTheRun(
    _ query: String, _ names: [String], _ quotations: String, _ note: String
  ) {
    var report = ListReport(options: ListOptions(), person: PersonQuery(query))
    for (index, name) in names.enumerated() {
      let article = ArticleReference(id: "\(index)")
      let quotation = listed("“\(name)”", by: name, in: article)
      #expect(report.add(ArticleListing(article: article, quotations: [quotation])).isEmpty)
    }
    let text = String(decoding: report.finish(), as: UTF8.self)
    for name in names {
      #expect(text.contains("“\(name)”") == quotations.contains("“\(name)”"))
    }
    #expect(note.isEmpty ? !text.contains("people") : text.contains(note))
  }

  @Test func findsQuotationsPrintedUnderAnotherSpelling() {
    var report = ListReport(options: ListOptions(format: .csv), person: PersonQuery("Marchensky"))
    for (id, name) in [("a", "Olha Marchensky"), ("b", "Olha Marchenskyy"), ("c", "Ana Ruiz")] {
      let article = ArticleReference(id: id)
      let quotation = listed("“\(id)”", by: name, in: article)
      _ = report.add(ArticleListing(article: article, quotations: [quotation]))
    }
    let text = String(decoding: report.finish(), as: UTF8.self)
    #expect(text.contains("“a”") && text.contains("“b”") && !text.contains("“c”"))
    #expect(report.matchedPeople.count == 1)
  }

  @Test func matchesIdentifier() {
    let speaker = Speaker(name: "Ana Ruiz", kind: .person, identifier: "Q42")
    #expect(PersonQuery("Q42").matches(speaker))
    #expect(!PersonQuery("Q4").matches(speaker))
  }
}
