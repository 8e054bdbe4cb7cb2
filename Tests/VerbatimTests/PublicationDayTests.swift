import Testing
import Verbatim

/// Which dates of articles are days, and how far these are apart.
@Suite struct PublicationDayTests {
  @Test(arguments: [
    ("2024-02-28", "2024-02-29", 1), ("2024-02-29", "2024-03-01", 1),
    ("2023-02-28", "2023-03-01", 1),
    ("1999-12-31", "2000-01-01", 1), ("2023-01-01", "2024-01-01", 365),
    ("20240101", "20250101", 366),
    ("2023-03-10", "2023-03-10T08:15:00Z", 0),
  ])
  func distance(_ first: String, _ second: String, _ days: Int) throws {
    let (a, b) = (PublicationDay.number(of: first), PublicationDay.number(of: second))
    #expect(try #require(b) - #require(a) == days)
  }

  @Test(arguments: [
    "2024-02-30", "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10",
    "2024-01-00",
    "March 4", "2024", "",
  ])
  func noDay(_ date: String) { #expect(PublicationDay.number(of: date) == nil) }
}
