internal import Prose

/// Files that the program keeps for its user, golden files and logs, beside those that it reads.
///
/// Failures name the path, what is the matter and what to do.
package enum WorkingFolder {
  /// A name in a folder.
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var isFolder: Bool
  }

  /// What tells that a file was changed.
  package struct Stamp: Hashable, Sendable {
    private var size: Int
    private var modified: Int
    private var identity: UInt64

    fileprivate init(_ status: FileStatus) {
      size = status.size
      modified = status.modified
      identity = status.identity.number
    }
  }

  /// The largest golden file that is read.
  private static let maximumBytes = 256 << 20

  /// The names in a folder in the order of their bytes; what is hidden is left out.
  package static func entries(of folder: String) throws(InputFailure) -> [Entry] {
    do throws(SystemError) {
      let names = try folderEntries(path: folder).names
      return names.filter { !$0.hasPrefix(".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { name in
          let status = try? FileStatus(path: "\(folder)/\(name)")
          return Entry(name: name, isFolder: status?.kind == .folder)
        }
    } catch {
      throw InputFailure(error, path: folder)
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    (try? FileStatus(path: path))?.kind == .folder
  }

  package static func exists(_ path: String) -> Bool { (try? FileStatus(path: path)) != nil }

  /// nil if there is no such file.
  package static func stamp(of path: String) -> Stamp? {
    (try? FileStatus(path: path)).map { Stamp($0) }
  }

  package static func bytes(of path: String) throws(InputFailure) -> [UInt8] {
    try checkIsFile(path)
    return try readWholeFile(path: path, limit: maximumBytes)
  }

  /// The SHA-256 of a file in hexadecimal, and whether there is nothing but blanks in it.
  package static func digest(
    of path: String
  ) throws(InputFailure) -> (digest: String, isBlank: Bool) {
    try checkIsFile(path)
    do throws(SystemError) {
      var reader = ByteReader(file: try OpenFile(path: path), chunkSize: 256 << 10)
      var hash = SHA256()
      var isBlank = true
      while try reader.fill() {
        let chunk = reader.buffer[reader.pending]
        hash.update(chunk)
        isBlank = isBlank && chunk.allSatisfy { $0 <= 0x20 }
        reader.consume(reader.pending.count)
      }
      return (SHA256.hexadecimal(hash.finish()), isBlank)
    } catch {
      throw InputFailure(error, path: path)
    }
  }

  /// Complains about what is no file: a pipe or a device that somebody's golden file names could be
  /// waited for or read for ever.
  private static func checkIsFile(_ path: String) throws(InputFailure) {
    let kind: FileStatus.Kind
    do throws(SystemError) {
      kind = try FileStatus(path: path).kind
      if kind == .folder { throw .isFolder }
    } catch {
      throw InputFailure(error, path: path)
    }
    guard kind == .file else {
      throw InputFailure(path: path, what: "is no regular file", remedy: "give a file")
    }
  }

  /// Puts a new file in the place of an old one, or where none is. Whoever reads the path finds the
  /// old bytes or the new ones, never a part, even if the program is killed.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(InputFailure) {
    do throws(SystemError) {
      try replaceFile(path: path, with: bytes)
    } catch {
      throw InputFailure(writing: error, path: path)
    }
  }

  /// Adds a line at the end of a file, which is made if need be.
  package static func append(_ line: String, to path: String) throws(InputFailure) {
    do throws(SystemError) {
      try appendToFile(path: path, Array((line + "\n").utf8))
    } catch {
      throw InputFailure(writing: error, path: path)
    }
  }

  /// Removes a file if it is there.
  package static func remove(_ path: String) throws(InputFailure) {
    do throws(SystemError) {
      try removeFile(path: path)
    } catch {
      throw InputFailure(writing: error, path: path)
    }
  }

  /// Removes what programs left in a folder that were killed while they wrote.
  package static func removeRemains(in folder: String) {
    guard let names = try? folderEntries(path: folder).names else { return }
    for name in names where name.hasPrefix(".") && name.hasSuffix(temporarySuffix) {
      let parts = name.dropLast(temporarySuffix.count).split(separator: ".")
      guard let number = parts.last.flatMap({ Int32($0) }), !processRuns(number) else { continue }
      try? removeFile(path: "\(folder)/\(name)")
    }
  }
}

extension InputFailure {
  /// A call of the system that failed on a path.
  init(_ error: SystemError, path: String) {
    let (what, remedy) = error.explanation
    self.init(path: path, what: what, remedy: remedy)
  }

  /// A call of the system that failed to write.
  fileprivate init(writing error: SystemError, path: String) {
    var (what, remedy) = error.explanation
    if what == SystemError.notPermitted.explanation.what {
      remedy = "make the folder and the file writable"
    }
    self.init(path: path, what: "cannot be written: \(what)", remedy: remedy)
  }
}
