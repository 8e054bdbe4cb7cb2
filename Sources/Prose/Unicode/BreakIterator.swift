internal import CICU

/// ICU's iterator over the boundaries of a UTF-8 text: grapheme clusters, words or sentences.
///
/// An iterator is cheap to make: it is the copy of a prototype that is opened once per kind and
/// locale. It serves one thread.
struct BreakIterator: ~Copyable {
  /// What the boundaries separate.
  enum Kind: Int32, Hashable, Sendable {
    case graphemes = 0
    case words = 1
    case sentences = 2
  }

  private let handle: OpaquePointer

  /// Copies the prototype.
  init(_ prototype: Prototype) throws(ICUError) {
    handle = try prototype.copy()
  }

  deinit { cicu_breaks_close(handle) }

  /// Calls `body` with stretches of the boundaries of a text, in order: ends only, the start of the
  /// text is not among them.
  ///
  /// - Complexity: O(*n*), at about 65 MB/s for words.
  func forEachChunk(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt32>) -> Void
  ) throws(ICUError) {
    var status: Int32 = 0
    cicu_breaks_set_text(handle, bytes.baseAddress, Int64(bytes.count), &status)
    try ICUError.check(status, "pointing a break iterator at a text")
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1024) { chunk in
      while true {
        let count = Int(cicu_breaks_fill(handle, chunk.baseAddress, 1024))
        if count == 0 { break }
        body(UnsafeBufferPointer(rebasing: chunk[..<count]))
      }
    }
  }

  /// The boundaries of a text, its start excluded and its end included; empty for an empty text.
  func boundaries(of bytes: [UInt8]) throws(ICUError) -> [Int] {
    var result: [Int] = []
    var failure: ICUError?
    bytes.withUnsafeBufferPointer { buffer in
      do throws(ICUError) {
        try forEachChunk(of: buffer) { chunk in result.append(contentsOf: chunk.lazy.map(Int.init))
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return result
  }
}

extension BreakIterator {
  /// An iterator that is only ever copied.
  ///
  /// It is safe to share: nothing changes it after its creation, and ICU documents copying as
  /// thread safe. The compiler cannot see that of a C pointer, hence `@unchecked`.
  final class Prototype: @unchecked Sendable {
    private let handle: OpaquePointer

    /// Opens an iterator of a kind for a locale, such as `en` or `en@ss=standard`.
    init(_ kind: Kind, locale: String) throws(ICUError) {
      var status: Int32 = 0
      let opened = cicu_breaks_open(kind.rawValue, locale, &status)
      try ICUError.check(status, "opening a break iterator for the locale \(locale)")
      guard let opened else { throw ICUError(code: 7, operation: "opening a break iterator") }
      handle = opened
    }

    /// Opens an iterator for rules in ICU's notation.
    init(rules: String) throws(ICUError) {
      var status: Int32 = 0
      let units = Array(rules.utf16)
      let opened = cicu_breaks_open_rules(units, Int32(units.count), &status)
      try ICUError.check(status, "opening a break iterator for rules")
      guard let opened else { throw ICUError(code: 7, operation: "opening a break iterator") }
      handle = opened
    }

    deinit { cicu_breaks_close(handle) }

    fileprivate func copy() throws(ICUError) -> OpaquePointer {
      var status: Int32 = 0
      let copy = cicu_breaks_clone(handle, &status)
      try ICUError.check(status, "copying a break iterator")
      guard let copy else { throw ICUError(code: 7, operation: "copying a break iterator") }
      return copy
    }
  }
}
