public import Golden

extension GoldenReport {
  /// The differences of one case as the text format shows them, for a review.
  public static func bytes(for result: CaseResult, style: TerminalStyle) -> [UInt8] {
    var buffer = ByteBuffer()
    var format = TextGoldenFormat(Options(style: style, includesPassed: true))
    format.write(result, to: &buffer)
    return buffer.take()
  }
}
