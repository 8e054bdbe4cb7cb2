/// The features of several candidates in one piece of memory, so that they can be judged together.
package struct FeatureLists: Sendable {
  /// The features of all candidates, one list after the other.
  private(set) var features: [Feature] = []
  /// Where each list ends.
  private(set) var ends: [Int] = []

  /// Makes the lists one after the other, in memory of a known size.
  struct Writer {
    private let base: UnsafeMutablePointer<Feature>
    private let limit: Int
    private(set) var count = 0
    private(set) var ends: [Int] = []

    fileprivate init(_ buffer: UnsafeMutableBufferPointer<Feature>, lists: Int) {
      // There is room for at least one feature.
      base = buffer.baseAddress.unsafelyUnwrapped
      limit = buffer.count
      ends.reserveCapacity(lists)
    }

    /// Adds a feature to the list that is being made.
    @inline(__always)
    mutating func append(_ feature: Feature) {
      precondition(count < limit, "more features than there is room for")
      base[count] = feature
      count += 1
    }

    /// Ends the list that is being made.
    mutating func endList() { ends.append(count) }
  }

  /// Makes lists.
  ///
  /// - Parameter featuresOfEach: No list has more.
  init(lists: Int, featuresOfEach: Int, _ write: (inout Writer) -> Void) {
    var ends: [Int] = []
    features = Array(unsafeUninitializedCapacity: max(1, lists * featuresOfEach)) { buffer, count in
      var writer = Writer(buffer, lists: lists)
      write(&writer)
      count = writer.count
      ends = writer.ends
    }
    self.ends = ends
  }

  /// The number of lists.
  package var count: Int { ends.count }

  /// The features of one candidate.
  package subscript(index: Int) -> ArraySlice<Feature> {
    features[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The lists as arrays.
  package var arrays: [[Feature]] { (0..<count).map { Array(self[$0]) } }
}
