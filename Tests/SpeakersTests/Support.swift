import Prose
import Quotations
import Testing

@testable import Speakers

/// The quotations of a text.
func quotations(_ text: TokenizedText) -> [Quotation] {
  QuotationFinder().quotations(in: text).quotations
}

/// Prepares a text as attribution sees it, with all names resolved.
func analyzed(
  _ text: String, known: [KnownPerson] = []
) -> (scene: Scene, entities: EntityTable) {
  let tokens = Tokenizer().tokenize(Array(text.utf8))
  var scene = Scene(text: tokens, quotations: quotations(tokens), lexicon: .english)
  let entities = EntityTable(resolvingNamesOf: &scene, lexicon: .english, known: known)
  return (scene, entities)
}

/// Attributes a text with the embedded weights.
func attributed(_ text: String, _ options: SpeakerAttributor.Options = .init()) -> AttributedArticle
{
  let tokens = Tokenizer().tokenize(Array(text.utf8))
  let found = QuotationFinder().quotations(in: tokens)
  return SpeakerAttributor(options: options).attribute(
    Article(id: "a", text: text), text: tokens, quotations: found.quotations,
    diagnostics: found.diagnostics)
}

/// A text in which `⟦` and `⟧` mark stretches, each with a label before `|`: `⟦name f|Ana Ruiz⟧`.
struct LabelledText {
  /// The text without marks and labels.
  let text: String

  init(_ marked: String) {
    var text = ""
    var isLabel = false
    for character in marked {
      switch character {
      case "⟦": isLabel = true
      case "|" where isLabel: isLabel = false
      case "⟧": break
      default: if !isLabel { text.append(character) }
      }
    }
    self.text = text
  }

  /// Writes marks and labels into a text.
  static func marked(_ bytes: [UInt8], _ stretches: [(span: TextSpan, label: String)]) -> String {
    var result: [UInt8] = []
    for offset in 0...bytes.count {
      for stretch in stretches where stretch.span.end == offset && !stretch.span.isEmpty {
        result += Array("⟧".utf8)
      }
      for stretch in stretches where stretch.span.start == offset && !stretch.span.isEmpty {
        result += Array("⟦\(stretch.label)|".utf8)
      }
      if offset < bytes.count { result.append(bytes[offset]) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Scene {
  /// The place of some tokens in the text.
  func span(_ tokens: Range<Int>) -> TextSpan {
    TextSpan(text.tokens[tokens.lowerBound].start, text.tokens[tokens.upperBound - 1].end)
  }
}
