/// Standard output behind a buffer.
struct StandardOutput {
  private var buffer: [UInt8] = []
  private let capacity = 64 * 1024

  /// Takes bytes, and hands them to the system once there are many.
  mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    buffer += bytes
    if buffer.count >= capacity { try flush() }
  }

  /// Hands all bytes to the system.
  mutating func flush() throws(OutputError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try FileDescriptor.output.write(buffer)
  }

  /// How many bytes wait.
  var pendingCount: Int { buffer.count }
}

/// Standard error, unbuffered. That nobody reads it is no reason to stop.
enum StandardError {
  static func write(_ text: String) { try? FileDescriptor.error.write(Array(text.utf8)) }
}
