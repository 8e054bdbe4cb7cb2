internal import Prose

/// Text that is no article, or too much of one.
struct TextFault: Error {
  var what: String
  var remedy: String

  static let holdsNoText = TextFault(
    what: "holds no text", remedy: "remove it, or put the article's text into it")

  static func tooLarge(limit: Int) -> TextFault {
    TextFault(
      what: "the article is larger than the limit of \(sizeText(limit))",
      remedy: "split it, or raise the limit for an article")
  }
}

/// Makes an article of the bytes of a text file.
func readTextArticle(
  _ bytes: [UInt8], id: String, path: String?, options: ArticleSource.Options
) throws(TextFault) -> (article: Article, diagnostics: [Diagnostic]) {
  let text: FileText
  do throws(FileText.Fault) {
    text = try FileText(bytes)
  } catch {
    throw TextFault(what: "is UTF-32", remedy: "save it as UTF-8")
  }
  let front = FrontMatter(of: text.bytes)
  guard holdsText(text.bytes[front.bodyStart...]) else { throw .holdsNoText }
  let article = Article(
    id: id, path: path, metadata: front.fields.result(options: options), bytes: text.bytes,
    bodyStart: front.bodyStart)
  return (article, text.diagnostics + front.diagnostics)
}

/// Whether there is anything but white space in valid UTF-8.
func holdsText(_ bytes: ArraySlice<UInt8>) -> Bool {
  let rest = bytes.drop { $0 == 0x20 || 0x09...0x0D ~= $0 }
  guard let first = rest.first else { return false }
  if first < 0x80 { return true }
  return !String(decoding: rest, as: UTF8.self).unicodeScalars.allSatisfy {
    $0.properties.isWhitespace || $0 == "\u{FEFF}"
  }
}

/// A size in the largest unit that it is a whole number of: `64 MiB`.
func sizeText(_ count: Int) -> String {
  if count >= 1 << 20, count % (1 << 20) == 0 { return "\(count >> 20) MiB" }
  if count >= 1 << 10, count % (1 << 10) == 0 { return "\(count >> 10) KiB" }
  return counted(count, "byte")
}
