/// The SHA-256 hash of FIPS 180-4.
///
/// It owns no memory, so that a hash that has read something can be copied and go on twice.
package struct SHA256 {
  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
  /// The bytes that do not fill a block yet.
  private var block = SIMD64<UInt8>.zero
  private var blockCount = 0
  private var byteCount: UInt64 = 0

  package init() {}

  package mutating func update(_ bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ add(UnsafeRawBufferPointer($0)) }) == nil {
      for byte in bytes { withUnsafeBytes(of: byte) { add($0) } }
    }
  }

  /// The 32 bytes of the hash; nothing can be added after this.
  package mutating func finish() -> [UInt8] {
    pad()
    return (0..<32).map { UInt8(truncatingIfNeeded: state[$0 / 4] >> UInt32(24 - 8 * ($0 % 4))) }
  }

  /// A prefix and the first eight bytes of the hash in hexadecimal; nothing can be added after this.
  package mutating func finishedIdentifier(after prefix: StaticString) -> String {
    pad()
    let bits = UInt64(state[0]) << 32 | UInt64(state[1])
    let start = prefix.utf8CodeUnitCount
    return String(unsafeUninitializedCapacity: start + 16) { text in
      for index in 0..<start { text[index] = prefix.utf8Start[index] }
      for index in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: bits >> UInt64(60 - 4 * index)) & 0xF
        text[start + index] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return start + 16
    }
  }

  /// Adds what ends the last block.
  private mutating func pad() {
    let bitCount = byteCount &* 8
    let padding = 1 + (119 - blockCount) % 64
    withUnsafeTemporaryAllocation(byteCount: 64 + 8, alignment: 8) { end in
      end.initializeMemory(as: UInt8.self, repeating: 0)
      end[0] = 0x80
      end.storeBytes(of: bitCount.bigEndian, toByteOffset: padding, as: UInt64.self)
      add(UnsafeRawBufferPointer(rebasing: end[..<(padding + 8)]))
    }
  }

  package mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  package mutating func update(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { add($0) } }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    byteCount &+= UInt64(bytes.count)
    var offset = 0
    while offset < bytes.count {
      if blockCount == 0, bytes.count - offset >= 64 {
        compress(base + offset)
        offset += 64
        continue
      }
      let count = min(64 - blockCount, bytes.count - offset)
      withUnsafeMutableBytes(of: &block) {
        ($0.baseAddress! + blockCount).copyMemory(from: base + offset, byteCount: count)
      }
      blockCount += count
      offset += count
      if blockCount == 64 {
        blockCount = 0
        let full = block
        withUnsafeBytes(of: full) { compress($0.baseAddress!) }
      }
    }
  }

  /// The hash of all bytes in hexadecimal.
  package static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hexadecimal(hash.finish())
  }

  /// Bytes as hexadecimal digits.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 0xF))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Takes in 64 bytes. Every quotation has a hash for its identifier: this runs on memory that the
  /// compiler knows the bounds of, without arrays.
  private mutating func compress(_ bytes: UnsafeRawPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for i in 0..<16 {
        schedule[i] = UInt32(
          bigEndian: bytes.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
      }
      for i in 16..<64 {
        let w15 = schedule[i - 15]
        let w2 = schedule[i - 2]
        let s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >> 3)
        let s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >> 10)
        schedule[i] = schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      Self.constants.withUnsafeBufferPointer { constants in
        for i in 0..<64 {
          let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
          let choice = (e & f) ^ (~e & g)
          let t1 = h &+ s1 &+ choice &+ constants[i] &+ schedule[i]
          let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
          let majority = (a & b) ^ (a & c) ^ (b & c)
          let t2 = s0 &+ majority
          (h, g, f, e) = (g, f, e, d &+ t1)
          (d, c, b, a) = (c, b, a, t1 &+ t2)
        }
      }
      state &+= SIMD8(a, b, c, d, e, f, g, h)
    }
  }

  @inline(__always)
  private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
    0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
    0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
    0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
    0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
