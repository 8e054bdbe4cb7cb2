internal import CICU

/// The system's ICU.
public enum ICU {
  /// The version, such as `72.1`.
  public static var version: String { String(cString: cicu_version()) }
}
