extension QuotationAnalyzer {
  /// Analyses all articles of a source, several at a time, with results in the order of the source.
  ///
  /// Memory is bounded: articles are read only while few others are unfinished. The results do not
  /// depend on `jobs`.
  ///
  /// - Parameters:
  ///   - source: The articles; read on the caller's thread.
  ///   - jobs: How many articles to work on at a time.
  ///   - transform: Makes of an analysed article, and what was doubtful about its file, what the
  ///     caller wants to keep; runs on any thread.
  ///   - consume: Gets the results, and the input that could not be read, on the caller's thread.
  /// - Throws: what `consume` throws; nothing is read after that.
  public func analyze<Output: Sendable>(
    _ source: inout ArticleSource, jobs: Int,
    transform: @escaping @Sendable (AttributedArticle, [Diagnostic]) -> Output,
    consume: (Result<Output, InputFailure>) throws -> Void
  ) throws {
    let map = OrderedParallelMap(jobs: jobs, windowCount: 8 * jobs, windowCost: 32 << 20)
    try map.run(
      next: {
        source.next().map { item in
          if case .article(let article, _) = item { (item, article.bytes.count) } else { (item, 0) }
        }
      },
      transform: { item -> Result<Output, InputFailure> in
        switch item {
        case .article(let article, let diagnostics):
          var attributed = analyze(article)
          attributed.diagnostics.insert(contentsOf: diagnostics, at: 0)
          return .success(transform(attributed, diagnostics))
        case .failure(let failure):
          return .failure(failure)
        }
      },
      consume: consume)
  }
}
