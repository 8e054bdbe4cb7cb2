internal import Speakers

/// One JSON document: `{"quotations":[…],"failures":[…]}`, or with groups
/// `{"by":"person","groups":[{…,"count":2,"quotations":[…]}],"failures":[…]}`.
///
/// The quotations are the objects of JSON Lines, each on a line of its own.
struct JSONListFormat: ListFormat {
  private let grouping: ListOptions.Grouping?
  private var writer = JSONWriter()

  init(grouping: ListOptions.Grouping?) { self.grouping = grouping }

  mutating func begin(_ buffer: inout ByteBuffer) {
    writer.beginObject()
    if let grouping {
      writer.key("by")
      writer.string(grouping.rawValue)
      writer.key("groups")
    } else {
      writer.key("quotations")
    }
    writer.beginArray()
    hand(over: &buffer)
  }

  mutating func write(_ group: QuotationGroup, to buffer: inout ByteBuffer) {
    if grouping == nil {
      quotations(of: group)
    } else {
      writer.lineBreak()
      writer.beginObject()
      heading(group.heading)
      writer.key("count")
      writer.integer(group.quotations.count)
      writer.key("quotations")
      writer.beginArray()
      quotations(of: group)
      writer.endArray()
      writer.endObject()
    }
    hand(over: &buffer)
  }

  mutating func end(_ summary: ListSummary, _ buffer: inout ByteBuffer) {
    writer.endArray()
    writer.key("failures")
    writer.array(summary.failures) { writer, failure in
      writer.lineBreak()
      writer.failure(failure)
    }
    writer.endObject()
    hand(over: &buffer)
    buffer.newline()
  }

  private mutating func quotations(of group: QuotationGroup) {
    for quotation in group.quotations {
      writer.lineBreak()
      writer.quotation(quotation)
    }
  }

  private mutating func heading(_ heading: QuotationGroup.Heading) {
    switch heading {
    case .none: break
    case .person(let speaker):
      writer.key("speaker")
      writer.speaker(speaker)
      writer.key("aliases")
      writer.array(speaker.aliases) { $0.string($1) }
    case .unknownSpeaker, .notSpeech:
      writer.key("speaker")
      writer.null()
      writer.key("speech")
      if case .notSpeech = heading { writer.bool(false) } else { writer.bool(true) }
    case .outlet(let outlet):
      writer.key("outlet")
      writer.string(outlet)
    case .article(let article):
      writer.key("article")
      writer.article(article)
    }
  }

  private mutating func hand(over buffer: inout ByteBuffer) {
    buffer.append(bytes: writer.buffer.take())
  }
}
