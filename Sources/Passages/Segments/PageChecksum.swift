/// The checksums of a segment's pages.
///
/// They tell damage of a disk or a program, not an adversary's work.
package enum PageChecksum {
  package static let pageSize = 4096

  /// The checksum of some bytes.
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var offset = 0
    while offset + 32 <= bytes.count {
      lanes.0 = step(lanes.0, load(bytes, offset))
      lanes.1 = step(lanes.1, load(bytes, offset + 8))
      lanes.2 = step(lanes.2, load(bytes, offset + 16))
      lanes.3 = step(lanes.3, load(bytes, offset + 24))
      offset += 32
    }
    var value = step(step(lanes.0, lanes.1), step(lanes.2, lanes.3))
    while offset < bytes.count {
      value = step(value, UInt64(bytes[offset]) + 1)
      offset += 1
    }
    value = step(value, UInt64(bytes.count))
    return UInt32(truncatingIfNeeded: value ^ value >> 32)
  }

  /// A bijection of either argument, so that no single change is lost.
  @inline(__always)
  private static func step(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let value = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    return value ^ (value >> 31)
  }

  @inline(__always)
  private static func load(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
