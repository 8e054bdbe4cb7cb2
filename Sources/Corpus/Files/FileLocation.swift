#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Finds out where a file is, whatever path leads to it.
///
/// It remembers the last folder, since files come folder by folder.
public struct FileLocation: Sendable {
  private var folder: (path: String, location: String)?

  public init() {}

  /// The absolute path: of a folder without symbolic links, of a file with its own name. For what does
  /// not exist the path below the working folder; `-`, standard input, stays.
  public mutating func absolute(_ path: String) -> String {
    if path == "-" { return path }
    if let status = try? FileStatus(path: path), status.kind == .folder {
      return Self.resolved(path) ?? path
    }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let parent = slash.map { String(path[...$0]) } ?? "."
    let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    if folder?.path != parent { folder = (parent, Self.resolved(parent) ?? parent) }
    let location = folder?.location ?? parent
    return location.hasSuffix("/") ? location + name : location + "/" + name
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }
}
