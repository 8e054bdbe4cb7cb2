internal import Speakers
public import Store

extension StoreReader {
  /// Looks for damage, texts that differ from what was indexed included: reads every page, row and
  /// segment.
  ///
  /// - Returns: What is damaged, in the user's words; empty if all is well.
  public func problems() throws(StoreFailure) -> [String] {
    try problems { article in
      ArticleVersion.hash(of: article.attributed.article) == article.version.hash
    }
  }
}
