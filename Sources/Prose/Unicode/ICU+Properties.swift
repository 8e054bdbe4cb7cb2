internal import CICU

/// Properties of Unicode scalars, of the Unicode version that ``ICU/unicodeVersion`` names.
extension ICU {
  /// `Alphabetic`.
  public static func isAlphabetic(_ scalar: Unicode.Scalar) -> Bool {
    cicu_is_alphabetic(value(scalar)) != 0
  }

  /// `Uppercase`, or a titlecase letter.
  public static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    cicu_is_upper(value(scalar)) != 0
  }

  /// `Lowercase`.
  public static func isLowercase(_ scalar: Unicode.Scalar) -> Bool {
    cicu_is_lower(value(scalar)) != 0
  }

  /// `White_Space`.
  public static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    cicu_is_white_space(value(scalar)) != 0
  }

  /// `Quotation_Mark`. Apostrophes have it, accents and primes do not.
  public static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    cicu_is_quotation_mark(value(scalar)) != 0
  }

  /// The four-letter code of the script (ISO 15924), such as `Latn`; `Zyyy` for what is common to
  /// several.
  public static func script(of scalar: Unicode.Scalar) -> String {
    cicu_script(value(scalar)).map { String(cString: $0) } ?? "Zzzz"
  }

  private static func value(_ scalar: Unicode.Scalar) -> Int32 {
    Int32(bitPattern: scalar.value)
  }
}
