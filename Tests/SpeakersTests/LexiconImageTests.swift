import LanguageData
import Testing

@testable import Speakers

@Suite struct LexiconImageTests {
  private let embedded = UnsafeRawBufferPointer(EmbeddedFile.bytes(LexiconImage.path))

  @Test("the image on file is that of the word lists on file")
  func imageIsCurrent() {
    // Not `==`, which would print a megabyte.
    let isCurrent = LexiconImage.bytes.elementsEqual(embedded)
    #expect(isCurrent, "make the image anew: make weights-image")
  }

  @Test("the image has every word, entry, lemma and nickname of the lists, and no other")
  func imageAgreesWithLists() throws {
    let reader = LexiconReader(language: "en")
    let image = try #require(LexiconImage(embedded, digest: Lexicon.digest))
    #expect(image.table.count == reader.table.count && reader.table.count > 10_000)
    for index in 0..<reader.table.count {
      let key = reader.table.key(at: index)
      let found = key.withUnsafeBufferPointer { image.table.index(of: $0) }
      #expect(found == index && image.table.key(at: index).elementsEqual(key))
      let longer = Array(key) + [0x7A]
      let other = longer.withUnsafeBufferPointer { image.table.index(of: $0) }
      #expect(other == longer.withUnsafeBufferPointer { reader.table.index(of: $0) })
    }
    for (index, entry) in reader.entries.enumerated() {
      let same = image.entries[index]
      #expect(same.traits == entry.traits && same.lemma == entry.lemma)
      #expect(same.gender == entry.gender && same.pronoun == entry.pronoun)
      #expect(same.cueClass == entry.cueClass && same.cueStrength == entry.cueStrength)
      #expect(same.person == entry.person)
    }
    for (name, givenNames) in reader.nicknames { #expect(image.nicknames[name] == givenNames) }
    #expect(image.nicknames["q"] == nil)
    for index in 0..<reader.lemmas.count {
      #expect(image.lemmas.key(at: index).elementsEqual(reader.lemmas.key(at: index)))
    }
    #expect(image.commonWords.count == reader.commonWords.count)
  }

  @Test(
    "an image that does not fit is refused",
    arguments: ["as it is", "other words", "cut", "another kind", "empty"])
  func refusal(_ fault: String) {
    var bytes = Array(embedded)
    switch fault {
    case "cut": bytes.removeLast(8)
    case "another kind": bytes[0] ^= 1
    case "empty": bytes = []
    default: break
    }
    let place = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    defer { place.deallocate() }
    place.copyBytes(from: bytes)
    let digest = fault == "other words" ? Lexicon.digest + 1 : Lexicon.digest
    let image = LexiconImage(UnsafeRawBufferPointer(place), digest: digest)
    #expect((image != nil) == (fault == "as it is"))
  }

  @Test("keys of every length are told apart, in a table in memory of its own")
  func keysOfEveryLength() {
    var table = ByteStringTable(capacity: 4)
    let keys = (0...40).map { String(repeating: "ab", count: $0).prefix($0) + "é" }
    for key in keys { _ = table.insert(String(key)) }
    let packed = PackedStringTable(table)
    for (index, key) in keys.enumerated() {
      #expect(packed.index(of: String(key)) == index)
      #expect(packed.index(of: "x" + key) == nil)
    }
    #expect(packed.count == keys.count)
  }
}
