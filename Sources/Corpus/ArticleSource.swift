public import Prose

/// Reads articles from files, folders and standard input, one at a time.
///
///     var source = ArticleSource(paths: ["articles", "more.jsonl", "-"])
///     while let item = source.next() {
///       switch item {
///       case .article(let article, let diagnostics): …
///       case .failure(let failure): …
///       }
///     }
///
/// - A folder is read with all folders in it, in the order of the names' bytes. Only `.txt`, `.md`,
///   `.jsonl`, `.ndjson`, `.srt` and `.vtt` are taken there; what is hidden, and a README, is left out. A
///   folder without any of these is a failure.
/// - A file given by its path is JSON Lines if its name ends in `.jsonl` or `.ndjson`, captions
///   (``CaptionTrack``) if it ends in `.srt` or `.vtt`, otherwise the text of one article. Its `id`
///   is its name, or under a folder its path from that folder on.
/// - Standard input (`-`), and a pipe whose name tells nothing, is JSON Lines if its first byte that
///   is not blank is `{`, captions of WebVTT if it begins so, otherwise the text of one article.
///
/// Memory is bounded by the largest article, or line, that the options allow; time is linear in the
/// input. What cannot be read is a failure in its place among the articles, and the rest goes on.
///
/// One source is driven from one place at a time; its items may go to any thread.
public struct ArticleSource: ~Copyable, Sendable {
  /// What comes next.
  public enum Item: Sendable {
    /// An article, with what is doubtful about its file.
    case article(Article, [Diagnostic])
    /// Input that could not be read.
    case failure(InputFailure)
  }

  /// How much of the files and of standard input was read so far.
  public let meter = ReadMeter()

  private let options: Options
  private var walker: PathWalker
  /// The JSON Lines file that is being read.
  private var lines: JSONLinesReader?

  /// Creates a source that has read nothing yet.
  public init(paths: [String], options: Options = Options()) {
    self.options = options
    walker = PathWalker(paths: paths)
  }

  /// The next article or failure; nil at the end.
  public mutating func next() -> Item? {
    while true {
      if let item = lines?.next() { return item }
      lines = nil
      switch walker.next() {
      case nil: return nil
      case .failure(let failure): return .failure(failure)
      case .file(let found):
        if let item = open(found) { return item }
      }
    }
  }
}

extension ArticleSource {
  /// Opens a file: the article, if it holds just one; nil if it holds lines to be read.
  private mutating func open(_ found: PathWalker.Found) -> Item? {
    do throws(SystemError) {
      let file = try found.isStandardInput ? .standardInput : OpenFile(path: found.path)
      var reader = ByteReader(file: file, chunkSize: options.chunkSize, meter: meter)
      while reader.pending.count < 8, try reader.fill() {}
      if let format = ForeignFormat(start: reader.buffer[reader.pending]) {
        let (what, remedy) = format.explanation
        return .failure(InputFailure(path: found.path, what: what, remedy: remedy))
      }
      let articlePath = found.isStandardInput ? nil : found.path
      let form = found.form == .unknown ? try sniffedForm(&reader) : found.form
      if form == .jsonLines {
        lines = JSONLinesReader(
          reader: reader, path: found.path, name: found.name, articlePath: articlePath,
          options: options)
        return nil
      }
      return try readText(&reader, found, articlePath, form)
    } catch {
      let (what, remedy) = error.explanation
      return .failure(InputFailure(path: found.path, what: what, remedy: remedy))
    }
  }

  private func readText(
    _ reader: inout ByteReader, _ found: PathWalker.Found, _ articlePath: String?,
    _ form: FileForm
  ) throws(SystemError) -> Item {
    let limit = options.articleLimit
    reader.expectedMaximum = limit
    while reader.pending.count <= limit, try reader.fill() {}
    do throws(TextFault) {
      guard reader.pending.count <= limit else { throw .tooLarge(limit: limit) }
      let read = form == .captions ? readCaptionArticle : readTextArticle
      let (article, diagnostics) = try read(
        Array(reader.buffer[reader.pending]), found.name, articlePath, options)
      return .article(article, diagnostics)
    } catch {
      return .failure(InputFailure(path: found.path, what: error.what, remedy: error.remedy))
    }
  }

  /// What the first byte that is not blank says.
  private func sniffedForm(_ reader: inout ByteReader) throws(SystemError) -> FileForm {
    var searched = 0
    while true {
      let unread = reader.buffer[reader.pending].dropFirst(searched)
      // Blank, or a byte of a byte order mark in UTF-8 or UTF-16, NUL included.
      let skipped: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00]
      if let start = unread.firstIndex(where: { !skipped.contains($0) }) {
        if unread[start] == UInt8(ascii: "{") { return .jsonLines }
        return unread[start...].starts(with: "WEBVTT".utf8) ? .captions : .text
      }
      searched = reader.pending.count
      guard searched < Self.maximumSniffedBytes, try reader.fill() else { return .text }
    }
  }

  /// So many blank bytes at the start are no JSON Lines.
  private static let maximumSniffedBytes = 64 * 1024
}
