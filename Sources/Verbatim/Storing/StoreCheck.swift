internal import Prose
internal import Speakers
public import Store
internal import Wording

extension StoreReader {
  /// Looks for damage, texts that differ from what was indexed and renderings in no group included:
  /// reads every page, row and segment.
  ///
  /// - Returns: What is damaged, in the user's words; empty if all is well.
  public func problems() throws(StoreFailure) -> [String] {
    let keepsGroups = try grouping()?.isCurrent ?? false
    let comparer = WordingComparer()
    return try problems { article, renderings in
      let name = article.key.name
      guard ArticleVersion.hash(of: article.attributed.article) == article.version.hash else {
        return "the text of \(name) has changed"
      }
      guard keepsGroups else { return nil }
      let comparable = ComparableArticle(article.attributed, comparer: comparer)
      let expected = comparable.passages.indices.map { comparable.span(ofPassage: $0) }
      return renderings.map(\.span) == expected
        && renderings.map(\.passage) == Array(expected.indices)
        ? nil : "quotations of \(name) are in no group"
    }
  }
}
