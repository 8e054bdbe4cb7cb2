/// A store that could not be opened, read or written: what is the matter and what the user can do.
///
/// Whatever the failure, what was committed before is there.
public struct StoreFailure: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// There is no such file, or no folder to make it in.
    case missing
    /// A file that is no SQLite database, or one of another program.
    case notAStore
    /// A newer version of this program made it.
    case newerVersion
    /// Pages, rows or segments of it are damaged.
    case damaged
    /// Another process writes to it.
    case busy
    /// The file, or its folder, must not be written to.
    case readOnly
    /// The file, or its folder, must not be read.
    case forbidden
    /// There is no space left.
    case diskFull
    /// Anything else, in SQLite's words.
    case other
  }

  /// The store's file, as the user gave it.
  public var path: String
  public var reason: Reason
  /// What is the matter.
  public var what: String
  /// What to do.
  public var remedy: String

  public init(path: String, reason: Reason, what: String, remedy: String) {
    self.path = path
    self.reason = reason
    self.what = what
    self.remedy = remedy
  }
}

extension StoreFailure: CustomStringConvertible {
  public var description: String { "\(path): \(what); \(remedy)" }
}
