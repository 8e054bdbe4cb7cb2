import Verbatim

/// Files of every kind: the first byte tells the kind, the rest is the file.
///
/// A file gives articles, failures with a reason and a remedy, or both; never nothing. What was
/// read is valid UTF-8, and valid UTF-8 is kept as it is.
enum ReadingInvariants {
  /// The kinds of file, by the byte that tells them.
  enum Kind: UInt8, CaseIterable {
    case text = 0x74  // t
    case markdown = 0x6D  // m
    case jsonLines = 0x6A  // j
    case subRip = 0x73  // s
    case webVTT = 0x76  // v
    case people = 0x70  // p
    case peopleAsJSON = 0x50  // P
    case quotations = 0x71  // q
    case quotationLines = 0x51  // Q
    case pairs = 0x64  // d
    case unnamed = 0x75  // u

    var suffix: String {
      switch self {
      case .text: ".txt"
      case .markdown: ".md"
      case .jsonLines, .quotationLines, .pairs: ".jsonl"
      case .subRip: ".srt"
      case .webVTT: ".vtt"
      case .people, .quotations: ".csv"
      case .peopleAsJSON: ".json"
      case .unnamed: ""
      }
    }
  }

  /// Small enough that a fuzzer gets there.
  private static let options = ArticleSource.Options(
    maximumArticleBytes: 2048, maximumLineBytes: 3072)

  static func check(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let kinds = Kind.allCases
    let kind = Kind(rawValue: first) ?? kinds[Int(first) % kinds.count]
    let content = Array(bytes.dropFirst())
    switch kind {
    case .people, .peopleAsJSON:
      do {
        let list = try PeopleList(bytes: content, path: "people" + kind.suffix)
        for failure in list.failures { try check(failure) }
        for person in list.people { try require(!person.name.isEmpty, "a person has no name") }
      } catch let failure as InputFailure {
        try check(failure)
      }
    case .quotations, .quotationLines:
      try ScratchFolder.with(content, suffix: kind.suffix) { try checkTable($0) }
    case .pairs: try ScratchFolder.with(content, suffix: kind.suffix) { try checkPairs($0) }
    case .text, .markdown, .jsonLines, .subRip, .webVTT, .unnamed:
      try ScratchFolder.with(content, suffix: kind.suffix) {
        try checkArticles($0, content, kind)
      }
    }
  }

  /// Checks that a failure says what is the matter and what to do.
  static func check(_ failure: InputFailure) throws(BrokenInvariant) {
    try require(!failure.path.isEmpty, "a failure names no file")
    try require(!failure.what.isEmpty && !failure.remedy.isEmpty, "a failure says nothing")
    try require(failure.line ?? 1 > 0 && failure.column ?? 1 > 0, "\(failure): a wrong place")
  }

  private static func checkArticles(_ path: String, _ content: [UInt8], _ kind: Kind) throws {
    var source = ArticleSource(paths: [path], options: options)
    var count = 0
    var endedEarly = false
    while let item = source.next() {
      count += 1
      switch item {
      case .article(let article, let diagnostics):
        try check(article, diagnostics)
        if kind == .text, String(validating: content, as: UTF8.self) != nil {
          try requireEqual(article.bytes, content, "the text of a file of UTF-8")
        }
      case .failure(let failure):
        try check(failure)
        if failure.line == nil || count == 1 { endedEarly = true }
      }
    }
    try require(count > 0, "a file of \(content.count) bytes gave nothing, not even a failure")
    guard kind == .jsonLines, !endedEarly else { return }
    let lines = content.split(separator: 0x0A).count { line in
      !line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
    // A byte order mark alone is a blank first line.
    try require(count >= lines - 1, "\(count) of \(lines) lines were read")
  }

  private static func check(_ article: Article, _ diagnostics: [Diagnostic]) throws(BrokenInvariant)
  {
    try require(!article.id.isEmpty, "an article has no name")
    try require(
      String(validating: article.bytes, as: UTF8.self) != nil, "the text is not valid UTF-8")
    let places = TextInvariants(article.bytes)
    try places.check(diagnostics)
    try places.check(TextSpan(0, article.bodyStart), "what stands before the body")
    guard let captions = article.captions else { return }
    try requireEqual(captions.reading.count, article.bytes.count, "the bytes of captions")
    try require(
      String(validating: captions.reading, as: UTF8.self) != nil, "captions are not valid UTF-8")
    for time in captions.timeCodes { try places.check(time.span, "a time code") }
    for turn in captions.turns { try places.check(turn.span, "a turn") }
  }

  private static func checkTable(_ path: String) throws {
    do {
      var table = try QuotationTable(path: path)
      while let item = table.next() {
        switch item {
        case .quotation(let quotation):
          try require(quotation.pieces.contains { !$0.isEmpty }, "an empty quotation")
        case .failure(let failure): try check(failure)
        }
      }
    } catch let failure as InputFailure {
      try check(failure)
    }
  }

  private static func checkPairs(_ path: String) throws {
    do {
      var source = try PairSource(path: path)
      while let item = source.next() {
        if case .failure(let failure) = item { try check(failure) }
      }
    } catch let failure as InputFailure {
      try check(failure)
    }
  }
}
