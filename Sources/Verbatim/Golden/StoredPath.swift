internal import Corpus
internal import Golden

/// The paths of a store's articles, as seen from the folder of a golden case.
///
/// A store keeps the paths that it was made with, and nobody knows in which folder that was; the case
/// may be checked from another one, or on another machine. What an article's path begins with and the
/// case's folder ends with is the way from there to the case, and is left out.
struct StoredPath {
  private let folder: String
  private let location: [Substring]

  /// - Parameter folder: The case's folder, from the working folder.
  init(folder: String) {
    self.folder = folder
    var file = FileLocation()
    location = file.absolute(folder).split(separator: "/")
  }

  /// The path from the working folder, if the article lies in the case's folder; otherwise it joins
  /// the folder all the same, as all paths of a case do.
  ///
  /// - Parameter path: As the store has it.
  func fromWorkingFolder(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    let parts = path.split(separator: "/").filter { $0 != "." }
    var shared = min(parts.count - 1, location.count)
    while shared > 0, !location.suffix(shared).elementsEqual(parts[..<shared]) { shared -= 1 }
    return folder.appendingPath(parts[max(0, shared)...].joined(separator: "/"))
  }
}
