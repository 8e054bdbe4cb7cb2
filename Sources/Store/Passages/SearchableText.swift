internal import Prose

extension Article {
  /// The text in which passages are found: what is read of the body, each byte at its place.
  var searchableText: [UInt8] {
    let start = min(max(0, bodyStart), bytes.count)
    guard start > 0 else { return reading }
    var text = reading
    for offset in 0..<start { text[offset] = 0x20 }
    return text
  }
}
