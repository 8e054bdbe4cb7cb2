import Verbatim

/// Questions to a store: the bytes are the words to look for.
///
/// Every place that is found lies in its article, and reports on it are sound.
enum SearchInvariants {
  static func check(_ bytes: [UInt8]) throws {
    let words = String(decoding: DecodedText(bytes).bytes, as: UTF8.self)
    let reader = try SampleStore.reader()
    var options = StoreSearcher.Options()
    options.limit = 1 + bytes.count % 7
    if bytes.count % 3 == 0 { options.speaker = PersonQuery(String(words.prefix(12))) }
    if bytes.count % 5 == 0 { options.firstDay = bytes.count - 50 }
    let result = try StoreSearcher(reader, options: options).search(words)
    try require(result.hits.count <= options.limit, "\(result.hits.count) hits")
    for format in [SearchReport.Format.text, .json] {
      var report = SearchReport(format: format)
      var bytes: [UInt8] = []
      for hit in result.hits { bytes += report.add(hit) }
      bytes += report.finish(result.summary)
      if format == .json {
        try ReportInvariants.checkJSON(bytes, "search")
      } else {
        try ReportInvariants.checkText(bytes, "search")
      }
    }
    let people = try StorePeople(reader)
    _ = people.entries(PersonQuery(words))
  }
}
