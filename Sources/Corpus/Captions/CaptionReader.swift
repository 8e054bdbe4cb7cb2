internal import Prose

/// Makes an article of a SubRip or WebVTT file: the file's own bytes, and which of them are words.
func readCaptionArticle(
  _ bytes: [UInt8], id: String, path: String?, options: ArticleSource.Options
) throws(TextFault) -> (article: Article, diagnostics: [Diagnostic]) {
  let text: FileText
  do throws(FileText.Fault) {
    text = try FileText(bytes)
  } catch {
    throw TextFault(what: "is UTF-32", remedy: "save it as UTF-8")
  }
  let start = text.bytes.starts(with: FileText.mark) ? FileText.mark.count : 0
  guard holdsText(text.bytes[start...]) else { throw .holdsNoText }
  let reader = CaptionReader(text.bytes, from: start)
  guard holdsText(reader.track.reading[...]) else {
    throw TextFault(
      what: "holds no captions",
      remedy: "write a line such as 00:01:02,345 --> 00:01:04,000 before the words of each")
  }
  let article = Article(
    id: id, path: path, metadata: MetadataCollector().result(options: options), bytes: text.bytes,
    bodyStart: start, captions: reader.track)
  return (article, text.diagnostics + reader.diagnostics)
}

/// Reads captions: words, times and speakers.
struct CaptionReader {
  private(set) var track: CaptionTrack
  let diagnostics: [Diagnostic]

  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8], from start: Int) {
    let read = CaptionLines(bytes, from: start)
    diagnostics = read.diagnostics
    // Blank, except where a line of text is copied to its place.
    var reading = [UInt8](repeating: 0x20, count: bytes.count)
    var markup = CaptionMarkup()
    for range in read.cues.lazy.flatMap(\.lines) {
      reading.replaceSubrange(range, with: bytes[range])
      markup.clear(range, in: &reading)
    }
    var cues = read.cues
    RollUp.removeRepetitions(from: &cues, &reading)
    let timeCodes = cues.compactMap { cue -> CaptionTrack.TimeCode? in
      guard let first = cue.lines.first, let last = cue.lines.last, let start = cue.time.start
      else { return nil }
      return .init(
        span: TextSpan(first.lowerBound, last.upperBound), start: start, end: cue.time.end)
    }
    let turns = CaptionSpeakers(lines: cues.map(\.lines), voices: markup.voices)
      .turns(in: &reading)
    track = CaptionTrack(reading: reading, timeCodes: timeCodes, turns: turns)
  }
}

/// Captions of live programmes roll up: each repeats the line that the one before ended with.
enum RollUp {
  /// Blanks the lines that only repeat, if the file rolls up.
  ///
  /// People repeat themselves as well, so that a few equal lines are left alone.
  static func removeRepetitions(from cues: inout [CaptionLines.Cue], _ reading: inout [UInt8]) {
    var repeated: [(cue: Int, count: Int)] = []
    var previous: [ArraySlice<UInt8>] = []
    for index in cues.indices {
      let lines = cues[index].lines.map { words(reading[$0]) }
      let count = overlap(previous, lines)
      if count > 0 { repeated.append((index, count)) }
      if !lines.allSatisfy(\.isEmpty) { previous = lines }
    }
    guard repeated.count >= 4, repeated.count * 3 >= cues.count else { return }
    for (cue, count) in repeated {
      for line in cues[cue].lines.prefix(count) {
        for offset in line { reading[offset] = 0x20 }
      }
      cues[cue].lines.removeFirst(count)
    }
  }

  /// How many of the first lines are the last ones of the caption before.
  private static func overlap(
    _ previous: [ArraySlice<UInt8>], _ lines: [ArraySlice<UInt8>]
  ) -> Int {
    for count in stride(from: min(previous.count, lines.count), to: 0, by: -1)
    where previous.suffix(count).elementsEqual(lines.prefix(count))
      && lines.prefix(count).contains(where: { !$0.isEmpty })
    {
      return count
    }
    return 0
  }

  /// A line without the blanks around it.
  private static func words(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = line.lastIndex(where: { $0 != 0x20 }) else { return [] }
    return line[...last].drop { $0 == 0x20 }
  }
}
