internal import Wording

/// One group a line, as JSON with stable keys in a stable order.
struct JSONLinesCompareFormat: CompareFormat {
  mutating func begin(_ buffer: inout ByteBuffer) {}

  mutating func write(_ group: UtteranceGroup, to buffer: inout ByteBuffer) {
    var writer = JSONWriter()
    writer.group(group)
    buffer.append(bytes: writer.buffer.bytes)
    buffer.newline()
  }

  mutating func end(_ summary: CompareSummary, _ buffer: inout ByteBuffer) {}
}

/// One JSON document, `{"groups":[…],"failures":[…]}`, with the objects of JSON Lines.
struct JSONCompareFormat: CompareFormat {
  private var writer = JSONWriter()

  mutating func begin(_ buffer: inout ByteBuffer) {
    writer.beginObject()
    writer.key("groups")
    writer.beginArray()
    buffer.append(bytes: writer.buffer.take())
  }

  mutating func write(_ group: UtteranceGroup, to buffer: inout ByteBuffer) {
    writer.lineBreak()
    writer.group(group)
    buffer.append(bytes: writer.buffer.take())
  }

  mutating func end(_ summary: CompareSummary, _ buffer: inout ByteBuffer) {
    writer.endArray()
    writer.key("failures")
    writer.array(summary.failures) { writer, failure in
      writer.lineBreak()
      writer.failure(failure)
    }
    writer.endObject()
    buffer.append(bytes: writer.buffer.take())
    buffer.newline()
  }
}

extension JSONWriter {
  /// Writes a group of renderings. The keys and their order are a contract.
  mutating func group(_ group: UtteranceGroup) {
    object {
      $0.key("id")
      $0.string(group.id)
      $0.key("verdict")
      $0.string(group.verdict.rawValue)
      $0.key("severity")
      $0.integer(group.severity.rawValue)
      $0.key("speakerConflict")
      $0.bool(group.hasSpeakerConflict)
      $0.key("speakers")
      $0.array(group.speakers) { writer, credited in
        writer.object {
          $0.key("speaker")
          $0.speaker(credited.speaker)
          $0.key("renderings")
          $0.array(credited.renderings) { $0.integer($1) }
        }
      }
      $0.key("base")
      $0.object {
        $0.key("rendering")
        $0.integer(group.base)
        $0.key("choice")
        $0.string(group.choice.rawValue)
      }
      $0.key("renderings")
      $0.array(group.renderings) { $0.rendering($1) }
      $0.key("differences")
      $0.array(group.differences) { $0.readings($1) }
    }
  }

  private mutating func rendering(_ rendering: ComparedRendering) {
    object {
      $0.key("article")
      $0.article(rendering.article)
      $0.key("id")
      $0.string(rendering.id)
      $0.key("pieces")
      $0.array(rendering.pieces) { $0.located($1) }
      $0.key("speaker")
      $0.speaker(rendering.speaker)
      $0.key("alignment")
      guard let alignment = rendering.alignment else { return $0.null() }
      $0.object {
        $0.key("reference")
        $0.integer(alignment.reference)
        $0.key("verdict")
        $0.string(alignment.verdict.rawValue)
        $0.key("relation")
        $0.string(alignment.relation?.rawValue)
        $0.key("similarity")
        $0.decimal(alignment.similarity)
      }
    }
  }

  private mutating func readings(_ place: ReadingPlace) {
    object {
      $0.key("class")
      $0.string(place.differenceClass.rawValue)
      $0.key("severity")
      $0.integer(place.severity.rawValue)
      $0.key("edit")
      $0.string(place.edit.rawValue)
      $0.key("reference")
      $0.integer(place.reference)
      $0.key("readings")
      $0.array(place.readings) { writer, reading in
        writer.object {
          $0.key("text")
          $0.string(reading.text)
          $0.key("classes")
          $0.array(reading.classes) { $0.string($1.rawValue) }
          $0.key("witnesses")
          $0.array(reading.witnesses) { $0.attestation($1) }
        }
      }
    }
  }

  private mutating func attestation(_ attestation: ReadingPlace.Attestation) {
    object {
      $0.key("rendering")
      $0.integer(attestation.rendering)
      $0.key("place")
      guard let place = attestation.place else { return $0.null() }
      $0.place(place)
    }
  }
}
