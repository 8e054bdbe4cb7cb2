/// The features of several candidates in one piece of memory, so that they can be judged together.
package struct FeatureLists: Sendable {
  /// The features of all candidates, one list after the other.
  private(set) var features: [Feature] = []
  /// Where each list ends.
  private(set) var ends: [Int] = []

  init(lists: Int, featuresOfEach: Int) {
    features.reserveCapacity(lists * featuresOfEach)
    ends.reserveCapacity(lists)
  }

  /// The number of lists that were ended.
  package var count: Int { ends.count }

  /// Adds a feature to the list that is being made.
  @inline(__always)
  mutating func append(_ feature: Feature) { features.append(feature) }

  /// Ends the list that is being made.
  mutating func endList() { ends.append(features.count) }

  /// The features of one candidate.
  package subscript(index: Int) -> ArraySlice<Feature> {
    features[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The lists as arrays.
  package var arrays: [[Feature]] { (0..<count).map { Array(self[$0]) } }
}
