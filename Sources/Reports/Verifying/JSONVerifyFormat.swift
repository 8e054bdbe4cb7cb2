internal import Speakers
internal import Wording

/// One quotation a line, as JSON with stable keys in a stable order.
struct JSONLinesVerifyFormat: VerifyFormat {
  let columns: [String]?

  func write(_ quotation: VerifiedQuotation, to buffer: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.verified(quotation, columns: columns)
    buffer.append(bytes: writer.buffer.bytes)
    buffer.newline()
  }
}

/// One JSON document: `{"quotations":[…],"read":{…},"failures":[…]}`.
///
/// The quotations are the objects of JSON Lines, each on a line of its own.
struct JSONVerifyFormat: VerifyFormat {
  let columns: [String]?

  func begin(_ buffer: inout ByteBuffer) { buffer.append("{\"quotations\":[") }

  func write(_ quotation: VerifiedQuotation, to buffer: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.verified(quotation, columns: columns)
    buffer.newline()
    buffer.append(bytes: writer.buffer.bytes)
  }

  func separate(_ buffer: inout ByteBuffer) { buffer.append(",") }

  func end(_ summary: VerifySummary, _ buffer: inout ByteBuffer) {
    buffer.append("],\"read\":")
    var writer = JSONWriter()
    writer.read(summary.read)
    buffer.append(bytes: writer.buffer.take())
    buffer.append(",\"failures\":")
    writer = JSONWriter()
    writer.array(summary.failures) { $0.failure($1) }
    buffer.append(bytes: writer.buffer.take())
    buffer.append("}\n")
  }
}

extension JSONWriter {
  /// Writes a verified quotation as the object that JSON and JSON Lines have in common.
  ///
  /// The keys and their order are a contract: none is ever left out or renamed. Two keys are only
  /// there when there is something to say: `row`, the user's own cells or keys, and in a place
  /// `parts`, when the quotation was put together from several.
  mutating func verified(_ quotation: VerifiedQuotation, columns: [String]?) {
    object {
      $0.key("article")
      if let article = quotation.article { $0.article(article) } else { $0.null() }
      $0.key("quotation")
      $0.object { writer in
        writer.key("id")
        writer.string(quotation.id)
        writer.key("pieces")
        writer.array(quotation.pieces) { $0.located($1) }
      }
      $0.key("speaker")
      $0.speaker(quotation.speaker)
      $0.key("verdict")
      $0.string(quotation.verdict.rawValue)
      $0.key("severity")
      $0.integer(quotation.severity.rawValue)
      $0.key("speakerConflict")
      $0.bool(quotation.hasSpeakerConflict)
      $0.key("found")
      $0.array(quotation.found) { $0.found($1) }
      $0.key("read")
      $0.read(quotation.read)
      guard let row = quotation.row else { return }
      $0.key("row")
      switch row {
      case .json(let text): $0.raw(text)
      case .cells(let cells):
        $0.object { writer in
          for (name, cell) in zip(columns ?? [], cells) {
            writer.key(named: name)
            writer.string(cell)
          }
        }
      }
    }
  }

  fileprivate mutating func found(_ found: FoundPassage) {
    object {
      $0.key("source")
      $0.object { writer in
        writer.key("id")
        writer.string(found.source.id)
        writer.key("path")
        writer.string(found.source.path)
      }
      $0.foundKeys(found)
    }
  }

  /// Writes where a passage stands, who says it, and how it differs, as keys of an object.
  mutating func foundKeys(_ found: FoundPassage) {
    lineAndTime(found.passage)
    key("passage")
    place(found.passage.place)
    if !found.parts.isEmpty {
      key("parts")
      array(found.parts) { writer, part in
        writer.object {
          $0.lineAndTime(part)
          $0.key("passage")
          $0.place(part.place)
        }
      }
    }
    key("speaker")
    speaker(found.speaker)
    comparisonKeys(
      relation: found.pair.relation, similarity: found.pair.similarity,
      differences: found.pair.differences)
  }

  private mutating func lineAndTime(_ part: FoundPassage.Part) {
    key("line")
    integer(part.line)
    key("time")
    string(part.timeText)
  }

  mutating func read(_ read: VerifiedQuotation.Read) {
    object {
      $0.key("sources")
      $0.integer(read.sources)
      $0.key("words")
      $0.integer(read.words)
    }
  }
}
