public import Prose

extension Article {
  /// The article in parts of about `size` bytes, cut at blank lines: of a novel, its chapters.
  public func parts(of size: Int) -> [Article] {
    guard bytes.count > size * 3 / 2 else { return [self] }
    var parts: [Article] = []
    var start = 0
    var offset = size
    while offset < bytes.count {
      if bytes.count - start > size * 3 / 2, offset - start >= size, bytes[offset] == 0x0A,
        bytes[offset - 1] == 0x0A
      {
        parts.append(Article(id: "\(id):\(parts.count + 1)", bytes: Array(bytes[start..<offset])))
        start = offset
      }
      offset += 1
    }
    parts.append(Article(id: "\(id):\(parts.count + 1)", bytes: Array(bytes[start...])))
    return parts
  }
}
