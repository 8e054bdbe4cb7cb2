public import Corpus

/// The golden cases under some folders, and the inputs there that no case names.
public struct GoldenTree: Sendable {
  /// In the order of their paths' bytes.
  public var cases: [FoundCase] = []
  /// Folders that could not be read, and paths that are no case.
  public var failures: [InputFailure] = []

  /// Where a case was found.
  public struct FoundCase: Hashable, Sendable {
    /// The path of the golden file, or of the input that has none.
    public var path: String
    /// The folder that was given, in which the approval log lies.
    public var root: String
    /// What the path leads to.
    public var content: Content

    public enum Content: Hashable, Sendable {
      case golden(GoldenFile)
      /// A golden file that cannot be understood.
      case broken(InputFailure)
      /// An input that no golden file names.
      case input(GoldenJob)
    }

    /// The path of the folder that the header's paths start from.
    public var folder: String { path.folderPath }
  }

  /// Finds cases.
  ///
  /// - Parameter paths: Folders, which are searched with all folders in them, and golden files.
  ///   What is hidden, and a file called README, is no input.
  /// - Complexity: O(*n*) in the size of the golden files.
  public init(_ paths: [String]) {
    var inputs: [FoundCase] = []
    for path in paths {
      let path = path.normalizedPath
      if WorkingFolder.isFolder(path) {
        search(path, root: path, &inputs)
      } else if path.hasSuffix(GoldenFile.suffix) {
        add(path, root: path.folderPath)
      } else {
        failures.append(
          InputFailure(
            path: path,
            what: WorkingFolder.exists(path)
              ? "is neither a folder nor a golden file" : "no such file or folder",
            remedy: "give a folder of cases, or a file that ends in \(GoldenFile.suffix)"))
      }
    }
    var seen: Set<String> = []
    cases = cases.filter { seen.insert($0.path).inserted }
    let named = Set(cases.flatMap(\.referencedPaths))
    cases += inputs.filter { !named.contains($0.path) && seen.insert($0.path).inserted }
    cases.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func search(_ folder: String, root: String, _ inputs: inout [FoundCase]) {
    let entries: [WorkingFolder.Entry]
    do throws(InputFailure) {
      entries = try WorkingFolder.entries(of: folder)
    } catch {
      failures.append(error)
      return
    }
    for entry in entries {
      let path = folder == "." ? entry.name : folder.appendingPath(entry.name)
      if entry.isFolder {
        search(path, root: root, &inputs)
      } else if entry.name.hasSuffix(GoldenFile.suffix) {
        add(path, root: root)
      } else if let job = Self.job(ofInput: entry.name) {
        inputs.append(FoundCase(path: path, root: root, content: .input(job)))
      }
    }
  }

  private mutating func add(_ path: String, root: String) {
    let content: FoundCase.Content
    do throws(InputFailure) {
      content = .golden(try GoldenFile(bytes: try WorkingFolder.bytes(of: path), path: path))
    } catch {
      content = .broken(error)
    }
    cases.append(FoundCase(path: path, root: root, content: content))
  }

  /// What a file without a golden one would be a case of; nil if it is no input.
  private static func job(ofInput name: String) -> GoldenJob? {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex, !isAboutFolder(name) else {
      return nil
    }
    let isArticle = ["txt", "md", "srt", "vtt", "jsonl", "ndjson"].contains(
      name[name.index(after: dot)...].lowercased())
    return isArticle ? .list : nil
  }
}

extension GoldenTree.FoundCase {
  /// The paths of all files that the case depends on.
  public var referencedPaths: [String] {
    guard case .golden(let file) = content else { return [] }
    return file.header.references.map { folder.appendingPath($0.path).normalizedPath }
  }
}

extension String {
  /// The path of the folder that a path lies in.
  var folderPath: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The path of what lies in this folder.
  package func appendingPath(_ path: String) -> String {
    if path.hasPrefix("/") || self == "." || isEmpty { return path }
    return hasSuffix("/") ? self + path : "\(self)/\(path)"
  }

  /// The path without `.` and, where names precede them, `..`.
  var normalizedPath: String {
    var parts: [Substring] = []
    for part in split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let path = parts.joined(separator: "/")
    return hasPrefix("/") ? "/" + path : path.isEmpty ? "." : path
  }
}
