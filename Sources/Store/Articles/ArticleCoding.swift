internal import Prose
internal import Speakers

/// The parts of an article that no query asks for, as bytes.
enum ArticleCoding {
  static func encode(_ fields: [Article.ExtraField]) -> [UInt8]? {
    guard !fields.isEmpty else { return nil }
    var writer = CompactWriter()
    writer.write(fields) {
      $0.write($1.key)
      $0.write($1.json)
    }
    return writer.bytes
  }

  static func fields(_ bytes: [UInt8]) throws(DamagedRow) -> [Article.ExtraField] {
    var reader = CompactReader(bytes)
    return try reader.array { (reader) throws(DamagedRow) in
      Article.ExtraField(key: try reader.string(), json: try reader.string())
    }
  }

  static func encode(_ captions: CaptionTrack) -> [UInt8] {
    var writer = CompactWriter()
    writer.write(blob: captions.reading)
    writer.write(captions.timeCodes) {
      $0.write($1.span)
      $0.write($1.start)
      $0.write($1.end) { $0.write($1) }
    }
    writer.write(captions.turns) {
      $0.write($1.name) { $0.write($1) }
      $0.write($1.span)
    }
    return writer.bytes
  }

  static func captions(_ bytes: [UInt8]) throws(DamagedRow) -> CaptionTrack {
    var reader = CompactReader(bytes)
    return CaptionTrack(
      reading: try reader.blob(),
      timeCodes: try reader.array { (reader) throws(DamagedRow) in
        CaptionTrack.TimeCode(
          span: try reader.span(), start: try reader.int(),
          end: try reader.optional { (reader) throws(DamagedRow) in try reader.int() })
      },
      turns: try reader.array { (reader) throws(DamagedRow) in
        CaptionTrack.Turn(
          name: try reader.optional { (reader) throws(DamagedRow) in try reader.string() },
          span: try reader.span())
      })
  }

  /// A speaker's aliases and roles.
  static func encodeNames(of speaker: Speaker) -> [UInt8] {
    var writer = CompactWriter()
    writer.write(speaker.aliases) { $0.write($1) }
    writer.write(speaker.roles) { $0.write($1) }
    return writer.bytes
  }

  static func names(_ bytes: [UInt8]) throws(DamagedRow) -> (aliases: [String], roles: [String]) {
    var reader = CompactReader(bytes)
    let read = { (reader: inout CompactReader) throws(DamagedRow) in try reader.string() }
    return (try reader.array(read), try reader.array(read))
  }
}
