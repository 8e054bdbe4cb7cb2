#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the operating system knows of this program.
enum Process {
  static func exit(_ status: ExitStatus) -> Never {
    #if canImport(Darwin)
      Darwin.exit(status.rawValue)
    #elseif canImport(Glibc)
      Glibc.exit(status.rawValue)
    #elseif canImport(Musl)
      Musl.exit(status.rawValue)
    #endif
  }

  /// Makes writing to a pipe that nobody reads an error instead of a signal, so that the program
  /// ends in order.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// The number of processors in use; at least one.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The value of an environment variable; nil if it is not set.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The name of whoever runs the program, as the system has it.
  static var userName: String {
    environment("USER") ?? environment("LOGNAME") ?? getpwuid(getuid()).map {
      String(cString: $0.pointee.pw_name)
    } ?? "unknown"
  }

  /// The time of day in ISO 8601, UTC.
  static func time() -> String {
    var now = systemTime()
    var parts = tm()
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Waits.
  static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  /// Seconds on a clock that never goes back.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// `time(2)`, under a name that ``Process/time()`` does not hide.
private func systemTime() -> time_t { time(nil) }
