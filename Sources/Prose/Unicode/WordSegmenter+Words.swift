extension WordSegmenter {
  /// Calls `body` with where each word of a text starts and ends: the segments that hold a letter or
  /// a digit.
  ///
  /// - Parameter bytes: Valid UTF-8, shorter than 4 GiB.
  /// - Complexity: O(*n*).
  package func forEachWord(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (_ start: Int, _ end: Int) -> Void
  ) {
    forEachStretch(of: bytes) { segmentation in
      for index in 0..<segmentation.segments.count {
        let segment = segmentation.segments[index]
        if segment.kind == .letter || segment.kind == .digit { body(segment.start, segment.end) }
      }
    }
  }
}
