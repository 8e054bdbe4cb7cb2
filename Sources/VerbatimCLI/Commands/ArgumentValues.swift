public import ArgumentParser
public import Verbatim

// The values of the library's own types are the words that the command line takes.
extension CompareOptions.Format: ExpressibleByArgument {}
extension DiffReport.Format: ExpressibleByArgument {}
extension GoldenFact.Name: ExpressibleByArgument {}
extension GoldenJob: ExpressibleByArgument {}
extension GoldenReport.Format: ExpressibleByArgument {}
extension IndexReport.Format: ExpressibleByArgument {}
extension ListOptions.Format: ExpressibleByArgument {}
extension ListOptions.Grouping: ExpressibleByArgument {}
extension ListOptions.Order: ExpressibleByArgument {}
extension Profile.Medium: ExpressibleByArgument {}
extension QuotationFinder.SingleQuotes: ExpressibleByArgument {}
extension SearchReport.Format: ExpressibleByArgument {}
extension PeopleReport.Format: ExpressibleByArgument {}
extension PeopleReport.Order: ExpressibleByArgument {}
extension TextPlace: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
extension VerifyReport.Format: ExpressibleByArgument {}
