import LanguageData

/// The trained weights: a text that can be read and compared line by line, and beside it an image
/// of the same weights that the program uses in place.
package enum Weights {
  /// The path of the embedded text.
  package static let path = "model/attribution.txt"
  /// The path of the embedded image.
  package static let imagePath = "model/attribution.weights"

  /// The weights that were embedded at build time.
  ///
  /// The image names words by their numbers in the lexicon. When the word lists or the text are not
  /// those that it was made from, the text is read: slower, but never another answer.
  package static let embedded =
    LinearModel(
      image: UnsafeRawBufferPointer(EmbeddedFile.bytes(imagePath)),
      lexiconDigest: Lexicon.digest, textCount: EmbeddedFile.bytes(path).count) ?? readFromText

  /// The weights of the embedded text.
  package static var readFromText: LinearModel { LinearModel(read(path, lexicon: .english)) }

  /// The bytes of ``imagePath`` for the embedded text and word lists.
  package static var image: [UInt8] {
    image(of: read(path, lexicon: .english), textCount: EmbeddedFile.bytes(path).count)
  }

  /// The image of weights.
  ///
  /// - Parameter textCount: The size of the text that holds them.
  package static func image(of weights: [UInt32: Float], textCount: Int) -> [UInt8] {
    var kept: [UInt32: Float] = [:]
    for (key, weight) in weights {
      let value = (weight * 1000).rounded()
      if value != 0 { kept[key] = value / 1000 }
    }
    return LinearModel(kept).image(lexiconDigest: Lexicon.digest, textCount: textCount)
  }

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
