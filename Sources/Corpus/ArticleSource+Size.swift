extension ArticleSource {
  /// How many bytes there are to be read at some paths: those of all files that a source would read.
  ///
  /// - Returns: nil if that is not known before they are read, as of standard input and of pipes.
  /// - Complexity: one question to the system for each file.
  public static func byteCount(at paths: [String]) -> Int? {
    var walker = PathWalker(paths: paths)
    var count = 0
    while let step = walker.next() {
      // What fails now fails when it is read as well, and is reported there.
      guard case .file(let found) = step else { continue }
      guard !found.isStandardInput, let status = try? FileStatus(path: found.path),
        status.kind == .file
      else { return nil }
      count += status.size
    }
    return count
  }
}
