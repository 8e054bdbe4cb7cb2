public import Corpus
public import Reports

extension QuotationVerifier {
  /// Looks up all quotations of a table, several at a time, with results in the order of the table.
  ///
  /// Memory is bounded: rows are read only while few others are unfinished. The results do not
  /// depend on `jobs`.
  ///
  /// - Parameters:
  ///   - table: The quotations; read on the caller's thread.
  ///   - jobs: How many to work on at a time.
  ///   - transform: Makes of a quotation what the caller wants to keep; runs on any thread.
  ///   - consume: Gets the results, and the rows that could not be used, on the caller's thread.
  /// - Throws: what `consume` throws; nothing is read after that.
  public func verify<Output: Sendable>(
    _ table: inout QuotationTable, jobs: Int,
    transform: @escaping @Sendable (VerifiedQuotation) -> Output,
    consume: (Result<Output, InputFailure>) throws -> Void
  ) throws {
    let map = OrderedParallelMap(jobs: jobs, windowCount: 32 * jobs, windowCost: 16 << 20)
    try map.run(
      next: {
        table.next().map { item in
          if case .quotation(let given) = item {
            return (item, given.pieces.reduce(256) { $0 + $1.utf8.count })
          }
          return (item, 256)
        }
      },
      transform: { item -> Result<Output, InputFailure> in
        switch item {
        case .quotation(let given): .success(transform(verify(given)))
        case .failure(let failure): .failure(failure)
        }
      },
      consume: consume)
  }
}
