internal import Prose
internal import Quotations
internal import Speakers

extension JSONWriter {
  /// Writes a quotation as the object that JSON and JSON Lines have in common.
  ///
  /// The keys and their order are a contract: none is ever left out or renamed. Two keys are only
  /// there when the input asks for them: `article.extra`, the fields of the input that are handed
  /// through, and `speaker.id`, the identifier in the user's list of people.
  ///
  /// - Parameter article: The article's object, where it was written before.
  mutating func quotation(_ quotation: ListedQuotation, article: [UInt8]? = nil) {
    object {
      $0.key("article")
      if let article { $0.written(article) } else { $0.article(quotation.article) }
      $0.key("id")
      $0.string(quotation.id)
      $0.key("kind")
      $0.string(quotation.kind.rawValue)
      $0.key("speech")
      $0.bool(quotation.isSpeech)
      $0.key("pieces")
      $0.array(quotation.pieces) { $0.located($1) }
      $0.key("speaker")
      $0.speaker(quotation.speaker)
      $0.key("mention")
      $0.located(quotation.mention)
      $0.key("cue")
      $0.located(quotation.cue, lemma: quotation.cueLemma)
      $0.key("confidence")
      $0.decimal(quotation.confidence)
      $0.key("evidence")
      $0.array(quotation.evidence) { $0.string($1) }
    }
  }

  mutating func article(_ article: ArticleReference) {
    object {
      $0.key("id")
      $0.string(article.id)
      $0.key("path")
      $0.string(article.path)
      $0.key("title")
      $0.string(article.title)
      $0.key("outlet")
      $0.string(article.outlet)
      $0.key("date")
      $0.string(article.date)
      guard !article.extra.isEmpty else { return }
      $0.key("extra")
      $0.object { extra in
        for field in article.extra {
          extra.key(named: field.key)
          extra.raw(field.json)
        }
      }
    }
  }

  mutating func speaker(_ speaker: Speaker?) {
    guard let speaker else { return null() }
    object {
      $0.key("name")
      $0.string(speaker.name)
      $0.key("kind")
      $0.string(speaker.kind.rawValue)
      guard let identifier = speaker.identifier else { return }
      $0.key("id")
      $0.string(identifier)
    }
  }

  /// Writes words with their place; a cue has its dictionary form besides.
  mutating func located(_ located: LocatedText?, lemma: String? = nil) {
    guard let located else { return null() }
    object {
      $0.key("text")
      $0.string(located.text)
      if let lemma {
        $0.key("lemma")
        $0.string(lemma)
      }
      $0.range("utf8", located.utf8)
      $0.range("scalar", located.scalar)
      $0.range("utf16", located.utf16)
      $0.key("line")
      $0.integer(located.line)
      $0.key("column")
      $0.integer(located.column)
    }
  }

  mutating func range(_ name: StaticString, _ range: Range<Int>) {
    key(name)
    beginArray()
    integer(range.lowerBound)
    integer(range.upperBound)
    endArray()
  }
}
