/// Paths as golden files have them.
enum RelativePath {
  /// A path as seen from the folder of a file; both paths are given from the working directory.
  static func of(_ path: String, fromFolderOf file: String) -> String {
    if path.hasPrefix("/") { return path }
    func parts(_ path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }
    var target = parts(path)[...]
    var folder = parts(file).dropLast()[...]
    if file.hasPrefix("/") || folder.contains("..") { return path }
    while let first = folder.first, target.count > 1, first == target.first {
      folder.removeFirst()
      target.removeFirst()
    }
    return (folder.map { _ in ".." } + target).joined(separator: "/")
  }
}
