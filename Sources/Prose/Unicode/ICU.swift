internal import CICU

/// The system's ICU.
public enum ICU {
  /// The version, such as `72.1`.
  public static var version: String { String(cString: cicu_version()) }

  /// The version of Unicode that this ICU implements, such as `15.0`.
  public static var unicodeVersion: String { String(cString: cicu_unicode_version()) }
}
