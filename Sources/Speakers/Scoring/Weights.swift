/// The trained weights, as a file that can be read and compared line by line.
package enum Weights {
  /// The path of the embedded file.
  package static let path = "model/attribution.txt"

  /// The weights that were embedded at build time.
  package static let embedded = LinearModel(parse(EmbeddedFile.bytes(path), lexicon: .english))

  /// Reads weights: a feature in words, a TAB and a number in thousandths on each line.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) -> [UInt32: Float] {
    var templates: [String: Feature.Template] = [:]
    for template in Feature.Template.allCases { templates[template.name] = template }
    var lemmas: [String: UInt16] = [:]
    for (index, lemma) in lexicon.lemmas.enumerated() { lemmas[lemma] = UInt16(index) }
    var weights: [UInt32: Float] = [:]
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let value = Int(fields[1]),
        let feature = Feature(words: fields[0], templates: templates, lemmas: lemmas, lexicon: lexicon)
      else { continue }
      weights[feature.key] = Float(value) / 1000
    }
    return weights
  }

  /// Writes weights in the order of their features; those that round to nothing are left out.
  package static func write(_ weights: [UInt32: Float], lexicon: Lexicon) -> String {
    var lines: [(UInt32, String)] = []
    for (key, weight) in weights {
      let value = Int((weight * 1000).rounded())
      guard value != 0 else { continue }
      lines.append((key, "\(Feature(key: key).words(lexicon))\t\(value)"))
    }
    lines.sort { $0.0 < $1.0 }
    return lines.map(\.1).joined(separator: "\n") + "\n"
  }
}
