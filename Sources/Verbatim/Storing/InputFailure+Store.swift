public import Corpus
public import Store

extension InputFailure {
  /// A failure of a store as one of any input.
  public init(_ failure: StoreFailure) {
    self.init(path: failure.path, what: failure.what, remedy: failure.remedy)
  }
}
