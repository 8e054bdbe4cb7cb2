/// How a file holds articles.
enum FileForm: Hashable {
  /// One article, with or without front matter.
  case text
  /// One article a line.
  case jsonLines
  /// The captions of a recording, SubRip or WebVTT.
  case captions
  /// What its first byte says: JSON Lines begin with a brace. For what has no name to go by.
  case unknown

  /// The form that a file's name tells; nil if it tells none.
  init?(name: String) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return nil
    }
    switch name[name.utf8.index(after: dot)...].lowercased() {
    case "txt", "md": self = .text
    case "jsonl", "ndjson": self = .jsonLines
    case "srt", "vtt": self = .captions
    default: return nil
    }
  }
}

/// A format that is not text, recognised by the bytes that every file of it begins with.
enum ForeignFormat: CaseIterable {
  case gzip, zip, xz, zstandard, pdf

  init?(start bytes: ArraySlice<UInt8>) {
    guard let format = Self.allCases.first(where: { bytes.starts(with: $0.signature) }) else {
      return nil
    }
    self = format
  }

  private var signature: [UInt8] {
    switch self {
    case .gzip: [0x1F, 0x8B]
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
    case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
    case .pdf: Array("%PDF-".utf8)
    }
  }

  /// What is the matter, and what to do, in the user's words.
  var explanation: (what: String, remedy: String) {
    switch self {
    case .gzip: ("is compressed with gzip", "unpack it (zcat) and pipe it in as “-”")
    case .zip: ("is a ZIP archive or an office document", "unpack it, or save it as plain text")
    case .xz: ("is compressed with xz", "unpack it (xzcat) and pipe it in as “-”")
    case .zstandard: ("is compressed with Zstandard", "unpack it (zstdcat) and pipe it in as “-”")
    case .pdf: ("is a PDF document", "save it as plain text")
    }
  }
}
