internal import GRDB
internal import Passages

extension StoreFailure {
  /// What an error of SQLite, or of the store's own decoding, means for the user.
  init(_ error: any Error, path: String) {
    switch error {
    case let failure as StoreFailure: self = failure
    case let error as DatabaseError: self.init(error, path: path)
    case let error as DamagedRow: self = .damaged(path: path, detail: error.what)
    case PassageError.corrupt(let what):
      self = .damaged(path: path, detail: "passage index: \(what)")
    case PassageError.unknownVersion: self = .newerVersion(path: path)
    default:
      self.init(
        path: path, reason: .other, what: "\(error)", remedy: "check the file with --check")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let message = error.message ?? "SQLite reports error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: message)
    case .SQLITE_NOTADB: self = .notAStore(path: path, what: "is no SQLite database")
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_READONLY:
      self.init(
        path: path, reason: .readOnly, what: "must not be written to",
        remedy: "make the file and its folder writable, or copy the store")
    case .SQLITE_CANTOPEN:
      self.init(
        path: path, reason: .forbidden, what: "cannot be opened",
        remedy: "check the path, and that the file and its folder may be read and written")
    case .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        path: path, reason: .forbidden, what: "permission denied", remedy: "make it readable")
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE:
      self = .diskFull(path: path)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
      self = .diskFull(path: path)
    default:
      self.init(
        path: path, reason: .other, what: message,
        remedy: "check the disk, and the store with “verbatim index --check”")
    }
  }

  static func missing(path: String) -> StoreFailure {
    StoreFailure(
      path: path, reason: .missing, what: "no such store",
      remedy: "check the path, or make one with “verbatim index”")
  }

  static func damaged(path: String, detail: String) -> StoreFailure {
    StoreFailure(
      path: path, reason: .damaged, what: "is damaged (\(detail))",
      remedy: "restore a copy of it, or index the articles into a new one")
  }

  static func notAStore(path: String, what: String) -> StoreFailure {
    StoreFailure(
      path: path, reason: .notAStore, what: what,
      remedy: "give a store that “verbatim index” made, or a new path for one")
  }

  static func newerVersion(path: String) -> StoreFailure {
    StoreFailure(
      path: path, reason: .newerVersion, what: "was made by a newer version of verbatim",
      remedy: "use that version, or index the articles into a new store")
  }

  static func busy(path: String) -> StoreFailure {
    StoreFailure(
      path: path, reason: .busy, what: "another process is writing to it",
      remedy: "wait until it is done, then run this again; readers need not wait")
  }

  static func diskFull(path: String) -> StoreFailure {
    StoreFailure(
      path: path, reason: .diskFull, what: "there is no space left on its disk",
      remedy: "free some and run this again: it goes on where it stopped")
  }
}

/// A row, or the bytes in it, that this program cannot have written.
struct DamagedRow: Error {
  var what: String
}
