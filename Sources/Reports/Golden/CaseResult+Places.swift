internal import Golden

extension CaseResult {
  /// The path of a file beside the golden file, joined to the golden file's folder.
  ///
  /// `.` and `..` are taken out, so that every format names a file in one way.
  func joined(_ path: String) -> String {
    let folder = path.utf8.first == UInt8(ascii: "/") ? "" : self.folder
    var parts: [Substring] = []
    for part in (folder + path).split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    let isAbsolute = (folder + path).utf8.first == UInt8(ascii: "/")
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  /// The golden file's folder with its slash; empty for a file without one.
  var folder: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  /// The golden file's name without its folder.
  var fileName: String { String(path.dropFirst(folder.count)) }

  /// Where the words of a difference stand in the input: `cases/bridge.md:4:1`.
  func inputPlace(of difference: GoldenDifference) -> String? {
    difference.place.map { "\(joined($0.path)):\($0.line):\($0.column)" }
  }

  /// Where the golden file speaks of a difference: `cases/bridge.golden:12`.
  func goldenPlace(of difference: GoldenDifference) -> String? {
    difference.goldenLine.map { "\(path):\($0)" }
  }

  /// The file that an article is in, if it is one of several there; nil if it is a file itself.
  ///
  /// Behind the file's path such an article has `#` and its identifier, and its lines are not the
  /// file's.
  func container(of place: InputPlace) -> String? {
    guard let header else { return nil }
    return header.references.map(\.path).first { place.path.hasPrefix($0 + "#") }
  }

  /// The differences that make the case fail.
  var failures: [GoldenDifference] { differences.filter(\.kind.isFailure) }
}
