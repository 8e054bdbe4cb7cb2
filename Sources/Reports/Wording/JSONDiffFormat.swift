internal import Wording

/// One pair a line, as JSON with stable keys in a stable order.
struct JSONLinesDiffFormat: DiffFormat {
  func write(_ pair: CheckedPair, to buffer: inout ByteBuffer) {
    JSONWriter.append(to: &buffer) { $0.pair(pair) }
    buffer.newline()
  }
}

/// One JSON document: `{"pairs":[…],"failures":[…]}`. The pairs are the objects of JSON Lines, each
/// on a line of its own.
struct JSONDiffFormat: DiffFormat {
  func begin(_ buffer: inout ByteBuffer) { buffer.append("{\"pairs\":[\n") }

  func write(_ pair: CheckedPair, to buffer: inout ByteBuffer) {
    JSONWriter.append(to: &buffer) { $0.pair(pair) }
  }

  func separate(_ buffer: inout ByteBuffer) { buffer.append(",\n") }

  func end(_ summary: DiffSummary, _ buffer: inout ByteBuffer) {
    buffer.append("],\"failures\":")
    JSONWriter.append(to: &buffer) { writer in
      writer.array(summary.failures) { $0.failure($1) }
    }
    buffer.append("}\n")
  }
}

extension JSONWriter {
  /// Writes a pair as the object that JSON and JSON Lines have in common.
  ///
  /// `severity` is a number from 0 to 4. `id` is null for a pair that was given alone, `relation`
  /// where the two share nothing, `medium` where none was given. `breaches` names the differences, by
  /// their place in the array, that break a rule of the profile.
  mutating func pair(_ pair: CheckedPair) {
    object {
      $0.key("id")
      $0.string(pair.id)
      $0.key("verdict")
      $0.string(pair.verdict.rawValue)
      $0.key("severity")
      $0.integer(pair.severity.rawValue)
      $0.comparisonKeys(
        relation: pair.relation, similarity: pair.similarity, differences: pair.differences)
      $0.key("profile")
      $0.string(pair.profile.name)
      $0.key("medium")
      $0.string(pair.medium?.rawValue)
      $0.key("breaches")
      $0.breaches(pair.breaches)
    }
  }

  /// Writes an array of breaches: `{"difference":0,"rule":"forbidden","source":"…"}`.
  mutating func breaches(_ breaches: [Profile.Breach]) {
    array(breaches) { writer, breach in
      writer.object {
        $0.key("difference")
        $0.integer(breach.difference)
        $0.key("rule")
        $0.string(breach.ruling.rule.rawValue)
        $0.key("source")
        $0.string(breach.ruling.source)
      }
    }
  }

  /// Writes input that could not be read: `{"path","line","message"}`.
  mutating func failure(_ failure: ReadFailure) {
    object {
      $0.key("path")
      $0.string(failure.path)
      $0.key("line")
      if let line = failure.line { $0.integer(line) } else { $0.null() }
      $0.key("message")
      $0.string(failure.message)
    }
  }
}
