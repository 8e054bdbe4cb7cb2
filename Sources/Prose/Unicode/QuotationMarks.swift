internal import CICU

/// The quotation marks that CLDR gives for a locale.
///
/// CLDR is a default, not the truth of print: it gives „…“ for Swiss German, where newspapers print
/// «…».
public struct QuotationMarks: Hashable, Sendable {
  public var opening: String
  public var closing: String
  /// The opening mark of a quotation inside a quotation.
  public var innerOpening: String
  /// The closing mark of a quotation inside a quotation.
  public var innerClosing: String

  public init(opening: String, closing: String, innerOpening: String, innerClosing: String) {
    self.opening = opening
    self.closing = closing
    self.innerOpening = innerOpening
    self.innerClosing = innerClosing
  }

  /// The marks of a locale, such as `de-AT` or `fr`; those of the root locale, “…” and ‘…’, for a
  /// locale that CLDR does not know.
  ///
  /// - Throws: ``ICUError`` when ICU cannot read its data.
  public static func cldr(locale: String) throws(ICUError) -> QuotationMarks {
    QuotationMarks(
      opening: try mark(locale, 0), closing: try mark(locale, 1), innerOpening: try mark(locale, 2),
      innerClosing: try mark(locale, 3))
  }

  private static func mark(_ locale: String, _ which: Int32) throws(ICUError) -> String {
    let capacity = 16
    var units = [UInt16](repeating: 0, count: capacity)
    var status: Int32 = 0
    let length = cicu_quotation_mark(locale, which, &units, Int32(capacity), &status)
    try ICUError.check(status, "reading the quotation marks of the locale \(locale)")
    return String(decoding: units.prefix(max(0, Int(length))), as: UTF16.self)
  }
}
