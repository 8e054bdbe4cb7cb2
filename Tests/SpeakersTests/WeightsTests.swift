import LanguageData
import Testing

@testable import Speakers

@Suite struct WeightsTests {
  @Test("the image on file is that of the text and the word lists on file")
  func imageIsCurrent() {
    let image = EmbeddedFile.bytes(Weights.imagePath)
    // Not `==`, which would print a megabyte.
    let isCurrent = Weights.image.elementsEqual(image)
    #expect(isCurrent, "make the image anew: make weights-image")
  }

  @Test("image and text give every feature the same weight")
  func imageAgreesWithText() throws {
    let image = EmbeddedFile.bytes(Weights.imagePath)
    let model = try #require(
      LinearModel(
        image: UnsafeRawBufferPointer(image), lexiconDigest: Lexicon.digest,
        textCount: EmbeddedFile.bytes(Weights.path).count))
    let weights = Weights.read(Weights.path, lexicon: .english)
    #expect(weights.count > 10_000)
    let wrong = weights.filter { model.weight(of: Feature(key: $0.key)) != $0.value }
    #expect(wrong.isEmpty)
    let text = Weights.readFromText
    for key in stride(from: UInt32(1), through: 0xFF00_0000, by: 40_009) {
      let feature = Feature(key: key)
      #expect(model.weight(of: feature) == weights[key] ?? 0)
      #expect(text.weight(of: feature) == weights[key] ?? 0)
    }
  }

  @Test(
    "an image that does not fit is refused",
    arguments: ["as it is", "other words", "other text", "cut", "another kind", "empty"])
  func refusal(_ fault: String) {
    let weights: [UInt32: Float] = [0x0100_0000: 0.5, 0x0200_0001: -1.25]
    var bytes = LinearModel(weights).image(lexiconDigest: 7, textCount: 90)
    switch fault {
    case "cut": bytes.removeLast(8)
    case "another kind": bytes[0] ^= 1
    case "empty": bytes = []
    default: break
    }
    let model = bytes.withUnsafeBytes { buffer in
      let place = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count, alignment: 16)
      defer { place.deallocate() }
      place.copyMemory(from: buffer)
      let model = LinearModel(
        image: UnsafeRawBufferPointer(place), lexiconDigest: fault == "other words" ? 8 : 7,
        textCount: fault == "other text" ? 91 : 90)
      return model.map { model in weights.keys.map { model.weight(of: Feature(key: $0)) } }
    }
    #expect(model == (fault == "as it is" ? Array(weights.values) : nil))
  }

  @Test("the same weights give the same image, in whatever order they come")
  func determinism() {
    let pairs = (1...500).map { (UInt32($0) &* 77_003, Float($0)) }
    let image = LinearModel(Dictionary(uniqueKeysWithValues: pairs))
      .image(lexiconDigest: 1, textCount: 2)
    let reversed = LinearModel(Dictionary(uniqueKeysWithValues: pairs.reversed()))
      .image(lexiconDigest: 1, textCount: 2)
    #expect(image == reversed)
  }
}
