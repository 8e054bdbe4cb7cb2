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
