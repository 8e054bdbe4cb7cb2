internal import Prose

extension WordingPair {
  /// Reads one wording: the whole text of a file; `-` is standard input.
  ///
  /// - Throws: a failure if the file cannot be read or is no text. Bytes that are not UTF-8, or
  ///   UTF-16 with its mark, are no text either: what was replaced could not be compared.
  public static func text(ofFile path: String) throws(InputFailure) -> String {
    let bytes = try readWholeFile(path: path, limit: maximumFileBytes)
    if let format = ForeignFormat(start: bytes[...]) {
      let (what, remedy) = format.explanation
      throw InputFailure(path: path, what: what, remedy: remedy)
    }
    guard let text = try? FileText(bytes) else {
      throw InputFailure(path: path, what: "is UTF-32", remedy: "save it as UTF-8")
    }
    if let doubt = text.diagnostics.first(where: { $0.severity != .note }) {
      let before = text.bytes[..<(doubt.span?.start ?? 0)]
      throw InputFailure(
        path: path, line: 1 + before.count { $0 == 0x0A },
        what: doubt.code == "nul-character"
          ? "holds NUL characters, as binary files do" : "the text is not valid UTF-8",
        remedy: "save it as plain text in UTF-8")
    }
    let start = text.bytes.starts(with: FileText.mark) ? FileText.mark.count : 0
    return String(decoding: text.bytes[start...], as: UTF8.self)
  }

  /// The largest file that is read as one wording: no speech is so long.
  private static let maximumFileBytes = 64 << 20
}
