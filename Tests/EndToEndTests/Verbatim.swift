import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What a run of the program left behind.
struct Outcome {
  var status: Int32
  var output: Data
  var errors: String

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The objects of an output in JSON Lines.
  func lines() throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  /// The texts of the quotations' first pieces in an output in JSON Lines.
  func quotations() throws -> [String] {
    try lines().map { line in
      let pieces = try #require(line["pieces"] as? [[String: Any]])
      return try #require(pieces.first?["text"] as? String)
    }
  }
}

/// The real program, and a folder of its own to run it in, which is gone afterwards.
final class Verbatim {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "verbatim-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program, beside the bundle of the tests.
  static let binary: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent().appendingPathComponent("verbatim")
    #else
      return Bundle.main.bundleURL.appendingPathComponent("verbatim")
    #endif
  }()

  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return name
  }

  /// Runs the program in its folder.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(Self.binary, arguments, input: Data(input.utf8), environment: environment)
  }

  /// Runs the program in its folder, with arguments that were put together.
  func run(_ arguments: [String]) throws -> Outcome {
    try run(Self.binary, arguments, input: Data(), environment: [:])
  }

  /// Runs a line of bash in which `$VERBATIM` is the program.
  func shell(_ line: String) throws -> Outcome {
    try run(
      URL(fileURLWithPath: "/bin/bash"), ["-c", line], input: Data(),
      environment: ["VERBATIM": Self.binary.path])
  }

  /// The environment of a run: the tests' own, without the variables that change what the
  /// program does, so that the tests mean the same on a desk and on a build server.
  static func environment(_ additions: [String: String] = [:]) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    for name in ["CI", "NO_COLOR", "FORCE_COLOR", "COLUMNS"] { environment[name] = nil }
    return environment.merging(additions) { $1 }
  }

  private func run(
    _ executable: URL, _ arguments: [String], input: Data, environment: [String: String]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Self.environment(environment)
    // Files instead of pipes: nothing can block, however much is written.
    let streams = try ["in", "out", "err"].map { suffix in
      let url = folder.appendingPathComponent(".stream-\(UUID().uuidString).\(suffix)")
      try (suffix == "in" ? input : Data()).write(to: url)
      return url
    }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    return Outcome(
      status: process.terminationStatus, output: try Data(contentsOf: streams[1]),
      errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
  }

  #if canImport(Glibc)
    /// Runs the program with a terminal as its standard output. The output must be short.
    func runOnTerminal(_ arguments: String..., environment: [String: String]) throws -> String {
      let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      try #require(master >= 0)
      defer { close(master) }
      // The C library hides posix_openpt from Swift; these are the kernel's TIOCSPTLCK and TIOCGPTN.
      var lock: Int32 = 0
      var number: UInt32 = 0
      let unlocked = ioctl(master, 0x4004_5431, &lock)
      let named = ioctl(master, 0x8004_5430, &number)
      try #require(unlocked == 0 && named == 0)
      let name = "/dev/pts/\(number)"
      let slave = open(name, O_RDWR | O_NOCTTY)
      try #require(slave >= 0)
      defer { close(slave) }
      let process = Process()
      process.executableURL = Self.binary
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = Self.environment(environment)
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle(fileDescriptor: slave)
      try process.run()
      process.waitUntilExit()
      _ = fcntl(master, F_SETFL, O_NONBLOCK)
      var bytes = [UInt8](repeating: 0, count: 64 * 1024)
      let count = read(master, &bytes, bytes.count)
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
  #endif
}
