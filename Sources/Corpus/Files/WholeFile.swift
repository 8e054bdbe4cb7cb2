/// Reads a small file whole: what the user writes by hand, not what articles come in.
///
/// - Throws: a failure if it cannot be read or is larger than `limit`.
func readWholeFile(path: String, limit: Int) throws(InputFailure) -> [UInt8] {
  do throws(SystemError) {
    let file: OpenFile
    if path == "-" {
      file = .standardInput
    } else {
      if try FileStatus(path: path).kind == .folder { throw .isFolder }
      file = try OpenFile(path: path)
    }
    var reader = ByteReader(file: file, chunkSize: 64 * 1024)
    while reader.pending.count <= limit, try reader.fill() {}
    if reader.pending.count <= limit { return Array(reader.buffer[reader.pending]) }
  } catch {
    let (what, remedy) = error.explanation
    throw InputFailure(path: path, what: what, remedy: remedy)
  }
  throw InputFailure(
    path: path, what: "is larger than the limit of \(sizeText(limit))", remedy: "split it")
}
