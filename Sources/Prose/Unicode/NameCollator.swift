internal import CICU
internal import Locking

/// Sorts names as a dictionary of a language does, by the Unicode Collation Algorithm with CLDR's
/// tailoring.
public final class NameCollator: Sendable {
  private struct Handle: ~Copyable {
    let pointer: OpaquePointer
    deinit { cicu_collator_close(pointer) }
  }

  private let handle: Guarded<Handle>

  /// Opens the collator of a locale; that of the root locale for one that CLDR does not know.
  ///
  /// - Throws: ``ICUError`` when ICU has no collation data.
  public init(locale: String = "root") throws(ICUError) {
    var status: Int32 = 0
    let opened = cicu_collator_open(locale, &status)
    try ICUError.check(status, "opening a collator for the locale \(locale)")
    guard let opened else { throw ICUError(code: 7, operation: "opening a collator") }
    handle = Guarded(Handle(pointer: opened))
  }

  /// The sort key of a name: two keys compare, byte by byte, as the names do.
  public func sortKey(_ name: String) -> [UInt8] {
    let bytes = Array(name.utf8)
    return handle.withLock { handle in
      var capacity = 8 * bytes.count + 32
      while true {
        var length = 0
        let key = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
          length = Int(
            cicu_sort_key(
              handle.pointer, bytes, Int32(clamping: bytes.count), buffer.baseAddress,
              Int32(clamping: capacity)))
          initialized = min(max(0, length), capacity)
        }
        // The zero behind the key needs a byte too.
        if length < capacity { return key }
        capacity = length + 1
      }
    }
  }

  /// The names in the collator's order; names with equal keys keep theirs.
  public func sorted(_ names: [String]) -> [String] {
    names.map { (name: $0, key: sortKey($0)) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.name)
  }
}
