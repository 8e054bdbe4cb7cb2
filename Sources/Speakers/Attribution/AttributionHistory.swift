/// What has been decided so far, which later decisions lean on.
struct AttributionHistory: Sendable {
  /// The mention of the last attributed span; -1 when none.
  var lastMention = -1
  /// The entities of the last spans' speakers, the latest first; -1 when unknown.
  var lastEntity = -1
  var secondLastEntity = -1
  /// The paragraphs of the last span and of the last change of speaker.
  var lastParagraph = -10
  var lastSpanWasClosed = true
  /// The last span asked something.
  var lastSpanAsked = false
  /// How often each entity has spoken so far.
  var turns: [Int32]

  init(entityCount: Int) { turns = [Int32](repeating: 0, count: entityCount) }

  /// Records who said a span.
  mutating func record(mention: Int, entity: Int, paragraph: Int, isClosed: Bool, asks: Bool) {
    if paragraph != lastParagraph || entity != lastEntity {
      if entity != lastEntity { secondLastEntity = lastEntity }
      lastEntity = entity
    }
    lastMention = mention
    lastParagraph = paragraph
    lastSpanWasClosed = isClosed
    lastSpanAsked = asks
    if entity >= 0 { turns[entity] += 1 }
  }
}
