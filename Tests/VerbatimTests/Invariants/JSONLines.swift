import Verbatim

/// Analysed articles as `list --all --format jsonl` writes them.
func jsonLines(of articles: [AttributedArticle]) -> String {
  var report = ListReport(options: ListOptions(format: .jsonl))
  var bytes: [UInt8] = []
  for article in articles {
    bytes += report.add(ArticleListing(article, filter: QuotationFilter(includesAll: true)))
  }
  return String(decoding: bytes + report.finish(), as: UTF8.self)
}
