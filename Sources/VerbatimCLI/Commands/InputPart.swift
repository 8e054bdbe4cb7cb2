import Verbatim

/// Paths that are read in one go: files to be analysed, or a store of analysed articles.
enum InputPart: Hashable {
  case files([String])
  case store(String)

  /// The paths in their order; those that begin as a SQLite database does are stores.
  static func parts(of paths: [String]) -> [InputPart] {
    var parts: [InputPart] = []
    for path in paths {
      if path != "-", StoreFile.isDatabase(path: path) {
        parts.append(.store(path))
      } else if case .files(let others) = parts.last {
        parts[parts.count - 1] = .files(others + [path])
      } else {
        parts.append(.files([path]))
      }
    }
    return parts
  }
}
