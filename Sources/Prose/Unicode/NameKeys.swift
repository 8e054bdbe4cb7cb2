internal import CICU
internal import Locking

/// Makes keys under which the spellings of one name meet: `Müller` and `Muller`, `O’Neill` and
/// `O'Neill`, `Зеленський` and `Zelensʹkyj`.
///
/// A key is the name in small ASCII letters, without apostrophes. Languages are transcribed in more
/// than one way, so different keys do not show that two names differ; and a key is for names only,
/// never for text.
public enum NameKeys {
  static let transliterator = Transliterator("Any-Latin; Latin-ASCII")

  /// The key of a name.
  ///
  /// - Complexity: O(*n*) for a name in Latin letters. Other scripts take about 10 µs, and about 30 ms
  ///   once, for the first of these.
  /// - Throws: ``ICUError`` when ICU has no transliteration data.
  public static func key(for name: String) throws(ICUError) -> String {
    if let key = latinKey(for: name) { return key }
    let latin = try transliterator.transliterate(Array(name.utf8))
    return String(decoding: latin.compactMap(small), as: UTF8.self)
  }

  /// The key of a name in Latin letters, with the apostrophes, hyphens and spaces of print; nil with any
  /// other character.
  private static func latinKey(for name: String) -> String? {
    var key: [UInt8] = []
    key.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case ..<0x80:
        if let letter = small(UInt8(scalar.value)) { key.append(letter) }
      case 0xA0: key.append(0x20)
      case 0x2010...0x2011: key.append(0x2D)
      case 0x2018...0x2019, 0x02BC: continue
      case 0x0300...0x036F:
        // An accent that stands behind its letter.
        guard let last = key.last, last &- 0x61 < 26 else { return nil }
      case let value:
        guard let letters = LatinLetters.small(for: value) else { return nil }
        key += letters
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// A small letter for a capital; nil for an apostrophe.
  private static func small(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x27, 0x60: nil
    case 0x41...0x5A: byte | 0x20
    default: byte
    }
  }
}

/// One of ICU's transliterators, opened on first use. ICU does not promise that one may serve
/// several threads at a time, so they take turns.
final class Transliterator: Sendable {
  private struct Handle: ~Copyable {
    let pointer: OpaquePointer
    deinit { cicu_transliterator_close(pointer) }
  }

  private let identifier: String
  private let handle = Guarded<Handle?>(nil)

  init(_ identifier: String) { self.identifier = identifier }

  func transliterate(_ bytes: [UInt8]) throws(ICUError) -> [UInt8] {
    let result = handle.withLock { handle -> Result<[UInt8], ICUError> in
      if handle == nil {
        var status: Int32 = 0
        let opened = cicu_transliterator_open(identifier, &status)
        guard status <= 0, let opened else {
          return .failure(
            ICUError(code: status, operation: "opening the transliterator \(identifier)"))
        }
        handle = Handle(pointer: opened)
      }
      switch handle {
      case .some(let open): return .success(Self.run(open.pointer, bytes))
      case .none: return .success(bytes)
      }
    }
    return try result.get()
  }

  private static func run(_ transliterator: OpaquePointer, _ bytes: [UInt8]) -> [UInt8] {
    let count = Int32(clamping: bytes.count)
    var capacity = 4 * bytes.count + 16
    while true {
      var length = 0
      let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
        length = Int(
          cicu_transliterate(
            transliterator, bytes, count, buffer.baseAddress, Int32(clamping: capacity)))
        initialized = min(max(0, length), capacity)
      }
      if length <= capacity { return output }
      capacity = length
    }
  }
}
