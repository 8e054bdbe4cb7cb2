internal import Prose

/// Reads who speaks in captions: `<v NAME>`, `NAME: …`, `>> NAME: …`, and what only shows that the
/// speaker changes: `>>`, and a dash before each of several lines of one caption.
struct CaptionSpeakers {
  /// The lines of text of each caption.
  let lines: [[Range<Int>]]
  /// The voice tags, in the order of the file.
  let voices: [CaptionMarkup.Voice]

  /// Where a turn begins.
  private struct Start {
    /// The offset of the label, or where there is none of the first word.
    var label: Int
    /// The offset of the first word.
    var offset: Int
    var name: String?
  }

  /// The most words, and bytes, of a label: `COUNCILLOR ANA DE LA RUIZ`.
  private static let longestLabel = (words: 5, bytes: 60)

  /// The turns; makes each a paragraph of the reading, and blanks the marks of a change of speaker.
  func turns(in reading: inout [UInt8]) -> [CaptionTrack.Turn] {
    let all = lines.flatMap(\.self)
    guard let first = all.first, let last = all.last else { return [] }
    let known = repeatedNames(all, reading)
    var starts = [Start(label: first.lowerBound, offset: first.lowerBound, name: nil)]
    var voices = self.voices[...]
    for cue in lines {
      let hasDialogue = cue.count { Self.dash(Self.trimmed($0, reading), reading) > 0 } > 1
      for line in cue {
        while let voice = voices.first, voice.offset < line.upperBound {
          voices.removeFirst()
          let offset = max(voice.offset, line.lowerBound)
          starts.append(Start(label: offset, offset: offset, name: voice.name))
        }
        let printed = Self.trimmed(line, reading)
        let marks = max(
          Self.chevrons(printed, reading), hasDialogue ? Self.dash(printed, reading) : 0)
        for offset in printed.prefix(marks) { reading[offset] = 0x20 }
        let text = Self.trimmed(line, reading)
        let label = Self.label(text, reading, isMarked: marks > 0, known: known)
        guard marks > 0 || label != nil else { continue }
        // The byte before is a line's end or was a mark, except at the very start.
        if text.lowerBound > 0, reading[text.lowerBound - 1] == 0x20 {
          reading[text.lowerBound - 1] = 0x0A
        }
        starts.append(
          Start(
            label: text.lowerBound, offset: label.map { $0.upperBound + 1 } ?? text.lowerBound,
            name: label.map { String(decoding: reading[$0], as: UTF8.self) }))
      }
    }
    return turns(from: starts, upTo: last.upperBound, reading)
  }

  private func turns(
    from starts: [Start], upTo end: Int, _ reading: [UInt8]
  ) -> [CaptionTrack.Turn] {
    var turns: [CaptionTrack.Turn] = []
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1].label : end
      let span = Self.trimmed(start.offset..<max(start.offset, next), reading)
      guard !span.isEmpty else { continue }
      // A voice tag in each caption: one turn as long as the name is the same.
      if let last = turns.last, let name = start.name, last.name == name,
        start.label == start.offset
      {
        turns[turns.count - 1].span.end = span.upperBound
      } else {
        turns.append(.init(name: start.name, span: TextSpan(span.lowerBound, span.upperBound)))
      }
    }
    return turns
  }

  /// The names before a colon that come more than once: `Ruiz:` is a label, `Remember:` is none.
  private func repeatedNames(_ lines: [Range<Int>], _ reading: [UInt8]) -> Set<ArraySlice<UInt8>> {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for line in lines {
      let text = Self.trimmed(line, reading)
      let start = text.dropFirst(Self.chevrons(text, reading)).first ?? text.upperBound
      let name = Self.trimmed(start..<text.upperBound, reading)
      guard let label = Self.nameBeforeColon(name, reading) else { continue }
      counts[reading[label], default: 0] += 1
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }
}

extension CaptionSpeakers {
  /// The label at the front of a line, without its colon; nil if there is none.
  private static func label(
    _ text: Range<Int>, _ reading: [UInt8], isMarked: Bool, known: Set<ArraySlice<UInt8>>
  ) -> Range<Int>? {
    guard let label = nameBeforeColon(text, reading) else { return nil }
    let name = reading[label]
    let isShouted = !name.contains { 0x61...0x7A ~= $0 } && name.count > 2
    return isMarked || isShouted || known.contains(name) ? label : nil
  }

  /// Words with capitals before a colon that white space or the line's end follows.
  private static func nameBeforeColon(_ text: Range<Int>, _ reading: [UInt8]) -> Range<Int>? {
    let bytes = reading[
      text.lowerBound..<min(text.upperBound, text.lowerBound + longestLabel.bytes)]
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > text.lowerBound,
      colon + 1 >= text.upperBound || reading[colon + 1] == 0x20
    else { return nil }
    let words = reading[text.lowerBound..<colon].split(separator: 0x20)
    guard 1...longestLabel.words ~= words.count else { return nil }
    for word in words {
      guard let first = word.first else { return nil }
      let isCapital = 0x41...0x5A ~= first || first >= 0xC3
      let isParticle = word.count < 4 && 0x61...0x7A ~= first
      let isBracket = first == UInt8(ascii: "(")
      guard isCapital || isBracket || isParticle && words.count > 1,
        !word.contains(where: { "!?,;\"".utf8.contains($0) })
      else { return nil }
    }
    return text.lowerBound..<colon
  }

  /// The bytes of `>>` or `>>>` at the front of a line.
  private static func chevrons(_ text: Range<Int>, _ reading: [UInt8]) -> Int {
    let count = reading[text].prefix { $0 == UInt8(ascii: ">") }.count
    return count > 1 ? count : 0
  }

  /// The bytes of a dash at the front of a line.
  private static func dash(_ text: Range<Int>, _ reading: [UInt8]) -> Int {
    for dash in ["-", "–", "—"] where reading[text].starts(with: dash.utf8) {
      return reading[text].dropFirst(dash.utf8.count).first == UInt8(ascii: "-")
        ? 0 : dash.utf8.count
    }
    return 0
  }

  private static func trimmed(_ range: Range<Int>, _ reading: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, reading[start] == 0x20 || reading[start] == 0x0A { start += 1 }
    while start < end, reading[end - 1] == 0x20 || reading[end - 1] == 0x0A { end -= 1 }
    return start..<end
  }
}
