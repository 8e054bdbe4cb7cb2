/// Damage to bytes, as a fuzzer's input tells it: groups of four bytes, of which three tell a place
/// and one its new value. A place beyond the end cuts the bytes off.
enum Damage {
  static func apply(_ patches: [UInt8], to bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for start in stride(from: 0, to: patches.count - 3, by: 4) {
      let number =
        Int(patches[start]) | Int(patches[start + 1]) << 8 | Int(patches[start + 2]) << 16
      // Twice the size, so that few places only cut.
      let place = number % (bytes.count + bytes.count / 64)
      if place < result.count {
        result[place] = patches[start + 3]
      } else {
        result.removeLast(result.isEmpty ? 0 : number % result.count / 8)
      }
    }
    return result
  }
}
