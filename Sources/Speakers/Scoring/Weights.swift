import LanguageData

/// The trained weights, as a file that can be read and compared line by line.
package enum Weights {
  /// The path of the embedded file.
  package static let path = "model/attribution.txt"

  /// The weights that were embedded at build time.
  package static let embedded = LinearModel(read(path, lexicon: .english))

  /// Reads weights: on each line a feature in words, a TAB and a number in thousandths.
  static func read(_ path: String, lexicon: Lexicon) -> [UInt32: Float] {
    var templates = ByteStringTable(capacity: 256)
    for template in Feature.Template.allCases {
      var name = template.name
      _ = name.withUTF8 { templates.insert($0) }
    }
    var weights: [UInt32: Float] = [:]
    EmbeddedFile.forEachLine(of: path) { fields in
      guard fields.count == 2, let value = number(fields[1]),
        let feature = Feature(words: fields[0], templates: templates, lexicon: lexicon)
      else { return }
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
