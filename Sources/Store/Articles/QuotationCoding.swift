internal import Prose
internal import Quotations
internal import Speakers

/// A quotation and its attribution as bytes: all of it that has no column of its own.
///
/// Words that recur, such as the names of evidence, are numbers of terms.
enum QuotationCoding {
  static func encode(
    _ quotation: Quotation, _ attribution: Attribution, term: (String) throws -> Int
  ) rethrows -> [UInt8] {
    var writer = CompactWriter()
    writer.write(try term(quotation.style.rawValue))
    let origin = quotation.pieces[0].span.start
    writer.write(quotation.pieces) { writer, piece in
      writer.write(piece.span, from: origin)
      writer.write(piece.opening) { $0.write($1, from: origin) }
      writer.write(piece.closing) { $0.write($1, from: origin) }
    }
    if let mention = attribution.mention {
      writer.write(true)
      writer.write(mention.span, from: origin)
      writer.write(try term(mention.kind.rawValue))
      writer.write(try term(mention.gender.rawValue))
      writer.write(mention.isPlural)
    } else {
      writer.write(false)
    }
    if let cue = attribution.cue {
      writer.write(true)
      writer.write(cue.span, from: origin)
      writer.write(try term(cue.lemma))
    } else {
      writer.write(false)
    }
    writer.write(attribution.evidence.count)
    for evidence in attribution.evidence {
      writer.write(try term(evidence.name))
      writer.write(evidence.weight)
    }
    return writer.bytes
  }

  /// - Parameter origin: The first piece's start.
  static func decode(
    _ bytes: [UInt8], origin: Int, term: (Int) throws(DamagedRow) -> String
  ) throws(DamagedRow) -> (
    style: MarkStyle, pieces: [Quotation.Piece], mention: Mention?, cue: Cue?, evidence: [Evidence]
  ) {
    var reader = CompactReader(bytes)
    func value<Value: RawRepresentable<String>>(
      _ number: Int
    ) throws(DamagedRow) -> Value {
      guard let value = Value(rawValue: try term(number)) else {
        throw DamagedRow(what: "a quotation has an unknown property")
      }
      return value
    }
    let style: MarkStyle = try value(try reader.int())
    let pieces = try reader.array { (reader) throws(DamagedRow) in
      Quotation.Piece(
        span: try reader.span(from: origin),
        opening: try reader.optional { (reader) throws(DamagedRow) in
          try reader.span(from: origin)
        },
        closing: try reader.optional { (reader) throws(DamagedRow) in
          try reader.span(from: origin)
        })
    }
    guard !pieces.isEmpty else { throw DamagedRow(what: "a quotation has no piece") }
    let mention = try reader.optional { (reader) throws(DamagedRow) in
      Mention(
        span: try reader.span(from: origin), kind: try value(try reader.int()),
        gender: try value(try reader.int()), isPlural: try reader.flag())
    }
    let cue = try reader.optional { (reader) throws(DamagedRow) in
      Cue(span: try reader.span(from: origin), lemma: try term(try reader.int()))
    }
    let evidence = try reader.array { (reader) throws(DamagedRow) in
      Evidence(name: try term(try reader.int()), weight: try reader.double())
    }
    return (style, pieces, mention, cue, evidence)
  }
}

extension CompactWriter {
  mutating func write(_ span: TextSpan, from origin: Int = 0) {
    write(span.start - origin)
    write(span.end - span.start)
  }
}

extension CompactReader {
  mutating func span(from origin: Int = 0) throws(DamagedRow) -> TextSpan {
    let start = try int()
    let count = try int()
    let (first, isLow) = start.addingReportingOverflow(origin)
    let (end, isHigh) = first.addingReportingOverflow(count)
    guard !isLow, !isHigh, first >= 0, count >= 0 else {
      throw DamagedRow(what: "a quotation has an impossible place")
    }
    return TextSpan(first, end)
  }
}
