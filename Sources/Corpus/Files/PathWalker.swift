/// Goes through the paths that the user gave, and through folders in the order of their names.
///
/// Names are ordered by their bytes, so that the order is the same everywhere. A folder is entered
/// once for each path given, so that symbolic links can neither loop nor multiply.
struct PathWalker {
  struct Found: Hashable {
    /// The path to open; `-` is standard input.
    var path: String
    /// What names the file: its last component, or under a folder its path from there.
    var name: String
    var form: FileForm
    var isStandardInput = false
  }

  enum Step: Hashable {
    case file(Found)
    case failure(InputFailure)
  }

  private struct Folder {
    var path: String
    /// What precedes the names of its files.
    var prefix: String
    /// The names still to visit, the last one first.
    var names: [String]
  }

  private var paths: ArraySlice<String>
  private var folders: [Folder] = []
  private var visited: Set<FileIdentity> = []
  private var failures: [InputFailure] = []
  /// Whether the folder that the user gave has yielded something, if only a failure.
  private var hasYielded = false
  private var hasReadStandardInput = false

  init(paths: [String]) {
    self.paths = paths[...]
  }

  /// The next file or failure; nil at the end.
  mutating func next() -> Step? {
    while true {
      if let failure = failures.popLast() { return .failure(failure) }
      if let name = nextName() {
        if let step = visit(name) { return yield(step) }
      } else if let folder = folders.popLast() {
        if folders.isEmpty, !hasYielded {
          return .failure(
            InputFailure(
              path: folder.path, what: "the folder holds no article",
              remedy: "give a folder with .txt, .md, .jsonl, .ndjson, .srt or .vtt files"))
        }
      } else if let path = paths.popFirst() {
        if let step = begin(path) { return step }
      } else {
        return nil
      }
    }
  }

  private mutating func nextName() -> String? {
    guard let last = folders.indices.last else { return nil }
    return folders[last].names.popLast()
  }

  private mutating func yield(_ step: Step) -> Step {
    hasYielded = true
    return step
  }
}

extension PathWalker {
  /// Starts with a path that the user gave.
  private mutating func begin(_ path: String) -> Step? {
    if path == "-" {
      if hasReadStandardInput {
        return .failure(
          InputFailure(
            path: path, what: "standard input was already read", remedy: "give “-” only once"))
      }
      hasReadStandardInput = true
      return .file(Found(path: path, name: path, form: .unknown, isStandardInput: true))
    }
    let status: FileStatus
    do throws(SystemError) {
      status = try FileStatus(path: path)
    } catch {
      return .failure(failure(error, path: path))
    }
    let name = lastComponent(path)
    switch status.kind {
    case .folder:
      visited = [status.identity]
      hasYielded = false
      return enter(path, prefix: "").map { yield($0) }
    case .file:
      return .file(Found(path: path, name: name, form: FileForm(name: name) ?? .text))
    case .pipe:
      return .file(Found(path: path, name: name, form: FileForm(name: name) ?? .unknown))
    case .device, .socket:
      return .failure(
        InputFailure(
          path: path, what: status.kind == .device ? "is a device" : "is a socket",
          remedy: "give a file, a folder, or “-” for standard input"))
    }
  }

  /// Looks at a name in the innermost folder; nil if it is none of ours.
  private mutating func visit(_ name: String) -> Step? {
    guard let folder = folders.last, !name.hasPrefix("."), !isAboutFolder(name) else { return nil }
    let path = folder.path.hasSuffix("/") ? folder.path + name : folder.path + "/" + name
    let form = FileForm(name: name)
    let status: FileStatus
    do throws(SystemError) {
      status = try FileStatus(path: path)
    } catch {
      // A dead link may have been a folder of articles, whatever it is called.
      guard form != nil || linkTarget(path: path) != nil else { return nil }
      return .failure(failure(error, path: path))
    }
    switch status.kind {
    case .folder:
      guard visited.insert(status.identity).inserted else { return nil }
      return enter(path, prefix: folder.prefix + name + "/")
    case .file:
      return form.map { .file(Found(path: path, name: folder.prefix + name, form: $0)) }
    case .pipe, .device, .socket:
      // Opening a pipe waits for its writer: only where the user asks for that pipe.
      guard form != nil else { return nil }
      return .failure(
        InputFailure(
          path: path, what: "is no regular file",
          remedy: "give the path of a pipe itself, or remove it from the folder"))
    }
  }

  /// Opens a folder; a step only if that fails.
  private mutating func enter(_ path: String, prefix: String) -> Step? {
    do throws(SystemError) {
      let (names, unusable) = try folderEntries(path: path)
      // Every failure is one of an article that may be lost, so the folder is not called empty.
      failures = unusable.sorted(by: isOrderedByBytes).reversed().compactMap { name in
        guard !name.hasPrefix(".") else { return nil }
        return InputFailure(
          path: path.hasSuffix("/") ? path + name : path + "/" + name,
          what: "the name is not valid UTF-8", remedy: "rename it")
      }
      if !failures.isEmpty { hasYielded = true }
      let sorted = names.sorted { isOrderedByBytes($1, $0) }
      folders.append(Folder(path: path, prefix: prefix, names: sorted))
      return nil
    } catch {
      return .failure(failure(error, path: path))
    }
  }

  private func failure(_ error: SystemError, path: String) -> InputFailure {
    let (what, remedy) = error.explanation
    if error == .isMissing, let target = linkTarget(path: path) {
      return InputFailure(
        path: path, what: "is a symbolic link to “\(target)”, which does not exist",
        remedy: "remove the link or restore its target")
    }
    return InputFailure(path: path, what: what, remedy: remedy)
  }

  private func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Whether a file describes the folder that it lies in.
package func isAboutFolder(_ name: String) -> Bool {
  ["readme.md", "readme.txt"].contains(name.lowercased())
}

private func isOrderedByBytes(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}
