#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Tells stores from other files.
public enum StoreFile {
  /// Whether a regular file begins as every SQLite database does.
  ///
  /// To be asked before the file is opened as a store: on POSIX systems, closing a file that this
  /// process has open elsewhere lets go of its locks.
  public static func isDatabase(path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let signature = Array("SQLite format 3\0".utf8)
    var start = [UInt8](repeating: 0, count: signature.count)
    return read(descriptor, &start, start.count) == start.count && start == signature
  }

  /// Refuses what is no regular file: SQLite would wait for a pipe and take a device for a disk that
  /// fails.
  static func checkIsNoSpecialFile(path: String) throws(StoreFailure) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    throw .notAStore(path: path, what: "is a folder, a pipe or a device")
  }

  /// Whether anything is at a path.
  static func exists(path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }
}

/// Keeps a second writer away from a store, for as long as the value lives and the process does.
///
/// A file of its own beside the store: SQLite's locks last for one transaction, and a run of indexing
/// is many. The system lets go of the lock when the process ends, however it does.
final class WriterLock: Sendable {
  private let descriptor: Int32
  private let path: String

  /// - Parameter store: The path of the store.
  init(store: String) throws(StoreFailure) {
    path = store + "-lock"
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw Self.failure(store, errno) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let error = errno
        close(descriptor)
        if error == EINTR { continue }
        throw error == EWOULDBLOCK ? .busy(path: store) : Self.failure(store, error)
      }
      // Who had the lock may have removed the file between the two calls.
      var (held, named) = (stat(), stat())
      if fstat(descriptor, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  private static func failure(_ store: String, _ error: Int32) -> StoreFailure {
    switch error {
    case ENOENT, ENOTDIR:
      StoreFailure(
        path: store, reason: .missing, what: "its folder does not exist", remedy: "make the folder")
    case EROFS, EACCES, EPERM:
      StoreFailure(
        path: store, reason: .readOnly, what: "its folder must not be written to",
        remedy: "make the folder writable, or give a path elsewhere")
    case ENOSPC: .diskFull(path: store)
    default:
      StoreFailure(
        path: store, reason: .other, what: String(cString: strerror(error)),
        remedy: "check the path")
    }
  }
}
