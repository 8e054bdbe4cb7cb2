internal import Quotations
internal import Speakers

/// The words that the formats for people have in common.
enum ListWords {
  /// What stands above a group; empty where the list has no groups.
  static func heading(of group: QuotationGroup) -> String {
    switch group.heading {
    case .none: ""
    case .person(let speaker): speaker.name
    case .unknownSpeaker: "Speaker unknown"
    case .notSpeech: "Not speech"
    case .outlet(let outlet): outlet ?? "Outlet unknown"
    case .article(let article): article.title ?? article.placeName
    }
  }

  /// What else is known of a group: a person's other names, an article's origin.
  static func note(on group: QuotationGroup) -> String? {
    switch group.heading {
    case .person(let speaker):
      let others = speaker.aliases.filter { $0 != speaker.name }
      var parts: [String] = []
      if speaker.kind == .organization { parts.append("organisation") }
      if speaker.kind == .unnamed { parts.append("not named") }
      if !others.isEmpty { parts.append("also: " + others.joined(separator: "; ")) }
      return parts.isEmpty ? nil : parts.joined(separator: "; ")
    case .article(let article):
      let parts = [article.outlet, article.date, article.title == nil ? nil : article.placeName]
      let known = parts.compactMap { $0 }
      return known.isEmpty ? nil : known.joined(separator: ", ")
    case .none, .unknownSpeaker, .notSpeech, .outlet:
      return nil
    }
  }

  /// Where a quotation stands and by what words it is attributed, without what its group's heading
  /// says already.
  static func source(of quotation: ListedQuotation, in group: QuotationGroup) -> [String] {
    var parts: [String] = []
    if case .person = group.heading {
    } else if let speaker = quotation.speaker {
      parts.append(speaker.name)
    } else if quotation.isSpeech {
      parts.append("speaker unknown")
    }
    let article = quotation.article
    let outlet: String? = if case .outlet = group.heading { nil } else { article.outlet }
    let place = "\(quotation.pieces[0].line):\(quotation.pieces[0].column)"
    if case .article = group.heading {
      parts.append(place)
    } else {
      let origin = [outlet, article.date].compactMap { $0 }
      if !origin.isEmpty { parts.append(origin.joined(separator: ", ")) }
      parts.append("\(article.placeName):\(place)")
    }
    if quotation.kind != .direct { parts.append(quotation.kind.rawValue) }
    if case .notSpeech(let reason) = quotation.speech { parts.append(reason.rawValue) }
    if let cue = quotation.cue { parts.append(cue.text) }
    if quotation.speaker != nil { parts.append(decimalText(quotation.confidence)) }
    return parts
  }

  /// What a list amounts to, and what it does not show.
  static func summary(_ summary: ListSummary) -> [String] {
    let articles = counted(summary.articleCount, "article")
    var lines = [
      summary.quotationCount == 0
        ? "No quotations listed from \(articles)."
        : "\(counted(summary.quotationCount, "quotation")) from \(articles)."
    ]
    if let query = summary.query, summary.matchedPeople.count > 1 {
      let names = summary.matchedPeople.joined(separator: "; ")
      lines.append("“\(query)” is the name of \(summary.matchedPeople.count) people: \(names).")
    }
    let hidden = QuotationFilter.Omission.allCases.compactMap { omission -> String? in
      guard let count = summary.omissions[omission], count > 0 else { return nil }
      return "\(count) \(description(of: omission))"
    }
    if !hidden.isEmpty {
      let needsAll = [.notSpeech, .nested, .turn, .unattributed].contains {
        summary.omissions[$0, default: 0] > 0
      }
      lines.append(
        "Not listed: \(hidden.joined(separator: ", "))." + (needsAll ? " See them with --all." : "")
      )
    }
    return lines
  }

  /// One line on input that could not be read.
  static func failure(_ failure: ReadFailure) -> String {
    let place = failure.line.map { "\(failure.path):\($0)" } ?? failure.path
    return "\(place): \(failure.message)"
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func description(of omission: QuotationFilter.Omission) -> String {
    switch omission {
    case .notSpeech: "not speech"
    case .nested: "inside other quotations"
    case .turn: "turns of a transcript"
    case .unattributed: "without a known speaker"
    case .otherPerson: "by others"
    case .tooShort: "too short"
    }
  }
}
