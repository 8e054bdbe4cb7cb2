// What Foundation offers for files loads them whole or hides the error number, and reading must be
// bounded in memory and say exactly what went wrong. So files are read with the system's own calls;
// this is the one place that knows which library has them.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A system call that failed.
struct SystemError: Error, Hashable {
  /// The number that the system gave.
  var number: Int32

  /// The error of the call that has just failed.
  static var last: SystemError { SystemError(number: errno) }
  static let isMissing = SystemError(number: ENOENT)
  static let isFolder = SystemError(number: EISDIR)
  static let notPermitted = SystemError(number: EACCES)

  /// What is the matter, and what to do, in the user's words.
  var explanation: (what: String, remedy: String) {
    switch number {
    case ENOENT: ("no such file or folder", "check the path")
    case ENOTDIR: ("a part of the path is not a folder", "check the path")
    case EACCES, EPERM: ("permission denied", "make it readable")
    case ELOOP: ("its symbolic links form a loop", "give the path of the file itself")
    case EISDIR: ("is a folder", "give a file")
    case ENAMETOOLONG: ("the path is too long", "give a shorter path")
    case EMFILE, ENFILE: ("too many files are open", "close some, or raise the system's limit")
    case EIO: ("the device reports a read error", "check the disk, or copy the file again")
    case EBADF: ("is closed", "connect it to a file or a pipe")
    case EROFS: ("the file system is read-only", "copy the folder to where you may write")
    case ENOSPC, EDQUOT: ("no space is left on the device", "make room, and try again")
    default: (Self.systemMessage(number), "check the file")
    }
  }

  private static func systemMessage(_ number: Int32) -> String {
    guard let message = strerror(number) else { return "system error \(number)" }
    return String(cString: message)
  }
}

/// What a path leads to.
struct FileStatus {
  enum Kind: Hashable {
    case file, folder, pipe, device, socket
  }

  var kind: Kind
  var size: Int
  /// When the content last changed, in nanoseconds since 1970.
  var modified: Int
  /// Names the file itself, whatever path led to it.
  var identity: FileIdentity

  /// The status of what the path leads to, symbolic links followed.
  init(path: String) throws(SystemError) {
    // C ends a path at a NUL, and would find another file than the one that was asked for.
    if path.utf8.contains(0) { throw .isMissing }
    var status = stat()
    guard stat(path, &status) == 0 else { throw SystemError.last }
    self.init(status)
  }

  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFIFO: kind = .pipe
    case S_IFSOCK: kind = .socket
    default: kind = .device
    }
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = time.tv_sec * 1_000_000_000 + time.tv_nsec
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}

/// What stays the same of a file whatever path leads to it.
struct FileIdentity: Hashable {
  var device: UInt64
  var number: UInt64
}

/// Where a symbolic link points to; nil if the path is none.
func linkTarget(path: String) -> String? {
  var target = [CChar](repeating: 0, count: 4096)
  let count = readlink(path, &target, target.count)
  guard count >= 0 else { return nil }
  return String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// A file open for reading; closed when its last user lets go of it.
final class OpenFile: Sendable {
  private let descriptor: Int32
  private let isOwned: Bool

  /// Opens the file at a path.
  init(path: String) throws(SystemError) {
    repeat {
      let result = open(path, O_RDONLY | O_CLOEXEC)
      if result >= 0 {
        descriptor = result
        isOwned = true
        return
      }
    } while errno == EINTR
    throw SystemError.last
  }

  /// A descriptor that somebody else opened and will close.
  init(borrowing descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = false
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  static var standardInput: OpenFile { OpenFile(borrowing: STDIN_FILENO) }

  /// Reads up to `buffer.count` bytes; 0 says that the file has ended.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    guard let base = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    while true {
      let count = systemRead(descriptor, base, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw SystemError.last }
    }
  }
}

/// `read(2)`, under a name that ``OpenFile/read(into:)`` does not hide.
private func systemRead(_ descriptor: Int32, _ base: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, base, count)
}

/// Writes all bytes to a new file beside the one at a path, and puts it in that one's place.
///
/// - Throws: the error of the first call that failed; the file at the path is as it was.
func replaceFile(path: String, with bytes: [UInt8]) throws(SystemError) {
  let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
  let name = slash ?? path.startIndex
  let temporary = "\(path[..<name]).\(path[name...]).\(getpid())\(temporarySuffix)"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw SystemError.last }
  var status = stat()
  // Whoever could read the old file can read the new one.
  if stat(path, &status) == 0 { _ = fchmod(descriptor, status.st_mode & 0o777) }
  do throws(SystemError) {
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor)
    guard fsync(descriptor) == 0 else { throw SystemError.last }
  } catch {
    unlink(temporary)
    throw error
  }
  guard rename(temporary, path) == 0 else {
    let error = SystemError.last
    unlink(temporary)
    throw error
  }
}

/// How the names of files end that were being written when their program was killed.
let temporarySuffix = ".tmp"

/// Adds bytes at the end of a file, in one call where the system can: what several programs add
/// does not mix.
func appendToFile(path: String, _ bytes: [UInt8]) throws(SystemError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw SystemError.last }
  defer { close(descriptor) }
  try writeAll(bytes, to: descriptor)
}

/// Removes a file; one that is not there is no error.
func removeFile(path: String) throws(SystemError) {
  guard unlink(path) == 0 || errno == ENOENT else { throw SystemError.last }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
  var offset = 0
  while offset < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
    }
    if count >= 0 {
      offset += count
    } else if errno != EINTR {
      throw SystemError.last
    }
  }
}

/// Whether a process runs.
func processRuns(_ number: Int32) -> Bool { kill(number, 0) == 0 || errno != ESRCH }

/// The names in a folder, unsorted, without `.` and `..`.
///
/// A name that is not valid UTF-8 cannot be opened through a `String`; such names come back apart,
/// repaired for display.
func folderEntries(path: String) throws(SystemError) -> (names: [String], unusable: [String]) {
  guard let folder = opendir(path) else { throw SystemError.last }
  defer { closedir(folder) }
  var names: [String] = []
  var unusable: [String] = []
  while true {
    errno = 0
    guard let entry = readdir(folder) else {
      if errno != 0 { throw SystemError.last }
      return (names, unusable)
    }
    let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
    // The kernel's record holds characters there and nothing else ever did.
    let name = start.assumingMemoryBound(to: CChar.self)
    if let valid = String(validatingCString: name) {
      if valid != ".", valid != ".." { names.append(valid) }
    } else {
      unusable.append(String(cString: name))
    }
  }
}
