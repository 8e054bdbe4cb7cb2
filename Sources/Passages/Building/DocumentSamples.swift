/// Where in a text every 64th word stands: the length of the text, then the distances from one sample
/// to the next, as varints.
struct DocumentSamples {
  private(set) var bytes: [UInt8] = []
  private var last = 0
  private var next = 0

  init(textLength: Int) { bytes.appendVarint(UInt64(textLength)) }

  /// Notes where some words stand that one printed word stands for.
  @inline(__always)
  mutating func add(words: Range<Int>, at offset: Int) {
    guard next < words.upperBound else { return }
    bytes.appendVarint(UInt64(offset - last))
    last = offset
    next += PassageSegment.wordsPerSample
  }
}
