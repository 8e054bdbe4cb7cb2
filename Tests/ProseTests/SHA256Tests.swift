import Prose
import Testing

struct SHA256Tests {
  /// The vectors of FIPS 180-4's examples, and the lengths around the end of a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
  ])
  func hashes(_ text: String, _ expected: String) {
    #expect(SHA256.hexadecimal(of: text.utf8) == expected)
  }

  @Test("bytes that come in parts have the hash of all, and a copy goes on by itself")
  func parts() {
    let bytes = (0..<200).map { UInt8($0) }
    let whole = SHA256.hexadecimal(of: bytes)
    for cut in 0...bytes.count {
      var hash = SHA256()
      hash.update(bytes[..<cut])
      var copy = hash
      _ = copy.finish()
      hash.update(AnySequence(bytes[cut...]))
      #expect(SHA256.hexadecimal(hash.finish()) == whole, "cut at \(cut)")
    }
  }
}
