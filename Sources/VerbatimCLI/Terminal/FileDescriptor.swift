#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One of the three streams that a program is born with.
enum FileDescriptor: Int32 {
  case input = 0
  case output = 1
  case error = 2

  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The columns of the terminal; nil where there is none or it does not say.
  var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes all bytes, however many calls it takes.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        writeBytes(UnsafeRawBufferPointer(rebasing: buffer[offset...]))
      }
      if count >= 0 {
        offset += count
      } else if errno == EPIPE {
        throw .closed
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        // Somebody made the stream non-blocking, which it is for all who share it.
        var request = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        throw .failed(String(cString: strerror(errno)))
      }
    }
  }

  private func writeBytes(_ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(rawValue, bytes.baseAddress, bytes.count)
    #elseif canImport(Glibc)
      Glibc.write(rawValue, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(rawValue, bytes.baseAddress, bytes.count)
    #endif
  }
}

/// Output that could not be written.
enum OutputError: Error {
  /// Nobody reads any more.
  case closed
  /// Anything else, in the system's words.
  case failed(String)
}
