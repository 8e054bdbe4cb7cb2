internal import Prose

extension HTML {
  /// The element that tells the browser to use this style and this script and nothing else, from the
  /// page or from elsewhere.
  static func policyElement(style: String, script: String) -> String {
    let policy =
      "default-src 'none'; style-src \(source(style)); script-src \(source(script)); "
      + "base-uri 'none'; form-action 'none'"
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n"
  }

  /// What names the text of an element in a policy.
  private static func source(_ text: String) -> String {
    var hash = SHA256()
    hash.update(text.utf8)
    return "'sha256-\(base64(hash.finish()))'"
  }

  /// Bytes in Base64 by RFC 4648.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = UInt32(0)
      for index in 0..<3 {
        bits = bits << 8 | (index < group.count ? UInt32(group[start + index]) : 0)
      }
      for index in 0..<4 {
        let digit = digits[Int(bits >> UInt32(18 - 6 * index) & 0x3F)]
        result.append(index <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
