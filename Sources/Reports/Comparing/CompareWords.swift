internal import Speakers
internal import Wording

/// The words that the formats for people have in common.
enum CompareWords {
  /// The letter that stands for a rendering: A to Z, then AA and on.
  static func siglum(_ index: Int) -> String {
    var number = index
    var letters = ""
    repeat {
      letters = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(number % 26))) + letters
      number = number / 26 - 1
    } while number >= 0
    return letters
  }

  /// What is known of a group at a glance, without its verdict.
  static func heading(of group: UtteranceGroup) -> String {
    let speakers = group.speakers.map(\.speaker.name)
    let who = speakers.isEmpty ? "speaker unknown" : speakers.joined(separator: " / ")
    let renderings = ListWords.counted(group.renderings.count, "rendering")
    let articles = ListWords.counted(group.articleCount, "article")
    return "\(who) · \(renderings) in \(articles)"
  }

  /// Who credits whom; nil unless they contradict each other.
  static func conflict(of group: UtteranceGroup) -> String? {
    guard group.hasSpeakerConflict else { return nil }
    let parts = group.speakers.map { credited in
      "\(credited.speaker.name) (\(credited.renderings.map(siglum).joined(separator: " ")))"
    }
    return "Speakers differ: " + parts.joined(separator: "; ")
  }

  /// Where a rendering stands, who said it by its article, and what it amounts to.
  static func source(of index: Int, in group: UtteranceGroup) -> [String] {
    let rendering = group.renderings[index]
    var parts: [String] = []
    if index == group.base {
      parts.append(group.choice == .majority ? "base: the majority" : "base: the fullest")
    } else if let alignment = rendering.alignment {
      parts.append(alignment.verdict.rawValue)
      if alignment.relation == .overlap { parts.append("overlaps") }
      if alignment.reference != group.base {
        parts.append("told from \(siglum(alignment.reference))")
      }
    }
    let origin = [rendering.article.outlet, rendering.article.date].compactMap { $0 }
    if !origin.isEmpty { parts.append(origin.joined(separator: ", ")) }
    let place = rendering.pieces[0]
    parts.append("\(rendering.article.placeName):\(place.line):\(place.column)")
    parts.append(rendering.speaker?.name ?? "speaker unknown")
    return parts
  }

  /// One reading; what has no words is a sign that editors use for nothing.
  static func reading(_ text: String) -> String {
    text.utf8.allSatisfy { $0 <= 0x20 } ? "∅" : VisibleText.oneLine(text)
  }

  /// The renderings that have a reading.
  static func witnesses(_ reading: ReadingPlace.Reading) -> String {
    reading.witnesses.map { siglum($0.rendering) }.joined(separator: " ")
  }

  /// A place as an apparatus prints it: `sixty A C ] 60 B · 16 D`.
  static func place(_ place: ReadingPlace) -> String {
    if place.differenceClass == .interruptingCue {
      return place.readings.map { witnesses($0) }.joined(separator: " ] ")
        + " · narration interrupts one where the other reads on"
    }
    let readings = place.readings.map { "\(reading($0.text)) \(witnesses($0))" }
    return readings[0] + " ] " + readings.dropFirst().joined(separator: " · ")
  }

  /// What a place's difference is: `number, insertion`.
  static func kind(of place: ReadingPlace) -> String {
    place.edit.rawValue == place.differenceClass.rawValue
      ? place.differenceClass.rawValue
      : "\(place.differenceClass.rawValue), \(place.edit.rawValue)"
  }

  /// What the comparison amounts to, and what it does not show.
  static func summary(_ summary: CompareSummary) -> [String] {
    let origin =
      "\(ListWords.counted(summary.quotationCount, "quotation")) of "
      + ListWords.counted(summary.articleCount, "article")
    var lines = [
      summary.groupCount == 0
        ? "No utterance with differences in \(origin)."
        : "\(ListWords.counted(summary.groupCount, "utterance")) in \(origin)."
    ]
    if summary.agreeingCount > 0 {
      lines.append(
        "Not shown: \(ListWords.counted(summary.agreeingCount, "utterance")) that all print alike. "
          + "See them with --all.")
    }
    return lines
  }
}

extension ComparedRendering {
  /// The rendering as one line; an ellipsis outside the marks where other words interrupt it.
  var line: String {
    var text = ""
    for (index, piece) in pieces.enumerated() {
      if index > 0 {
        text += isInterrupted.indices.contains(index - 1) && isInterrupted[index - 1] ? " … " : " "
      }
      text += VisibleText.oneLine(piece.text)
    }
    return text
  }
}
