internal import Prose
internal import Speakers

/// Reads a name that stands alone as an article's reader would: what is title, what is name, whether
/// it is a body.
struct SpeakerReader: Sendable {
  private let analyzer = QuotationAnalyzer()

  func speaker(named printed: String) -> Speaker {
    // Names in capitals throughout are a transcript's way of setting them apart.
    let isShouted = !printed.unicodeScalars.contains { $0.properties.isLowercase }
    let isLong = printed.unicodeScalars.count { $0.properties.isUppercase } > 5
    let name = isShouted && isLong && printed.contains(" ") ? Self.lowered(printed) : printed
    let article = Article(id: "", text: "“That is how it is,” said \(name).")
    let read = analyzer.analyze(article)
    if var speaker = read.attributions.first?.speaker.map({ read.speakers[$0] }) {
      if !speaker.aliases.contains(printed) { speaker.aliases.append(printed) }
      return speaker
    }
    return Speaker(name: printed, aliases: [printed], kind: .person)
  }

  /// `ANA DE LA RUIZ` with capitals at the start of words only.
  private static func lowered(_ name: String) -> String {
    var result = ""
    var isInside = false
    for scalar in name.unicodeScalars {
      result += isInside ? scalar.properties.lowercaseMapping : String(scalar)
      isInside = scalar.properties.isAlphabetic
    }
    return result
  }
}
