#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A string as JSON text, quotation marks included.
func jsonText(of string: String) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .withoutEscapingSlashes
  // A string always encodes; the empty string stands for what cannot happen.
  guard let data = try? encoder.encode(string) else { return "\"\"" }
  return String(decoding: data, as: UTF8.self)
}

/// The content of a JSON string, given with its quotation marks; nil if it stands for no text.
func decodedJSONString(_ bytes: Span<UInt8>, isPlain: Bool) -> String? {
  bytes.withUnsafeBufferPointer { buffer in
    if isPlain, buffer.count >= 2 {
      return String(decoding: buffer[1..<(buffer.count - 1)], as: UTF8.self)
    }
    return try? JSONDecoder().decode(String.self, from: Data(buffer))
  }
}

/// The strings of a JSON array; nil if it holds anything else.
func decodedJSONStrings(_ bytes: Span<UInt8>) -> [String]? {
  bytes.withUnsafeBufferPointer { try? JSONDecoder().decode([String].self, from: Data($0)) }
}
