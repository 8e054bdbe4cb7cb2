#if os(Linux)
  import Foundation
  import Testing

  @Suite struct MemoryTests {
    /// The most memory that the program ever held must not follow the length of its input.
    @Test func memoryDoesNotGrowWithTheInput() throws {
      let verbatim = try Verbatim()
      let process = Process()
      process.executableURL = Verbatim.binary
      process.arguments = ["list", "--all", "--format", "jsonl", "--jobs", "2", "-"]
      process.currentDirectoryURL = verbatim.folder
      let input = Pipe()
      process.standardInput = input
      process.standardOutput = FileHandle.nullDevice
      try process.run()

      let filler = String(repeating: "Nothing much happened on that day. ", count: 100)
      let article = #"{"id":"x","text":"\#(filler)“All is well,” said Ana Ruiz."}"# + "\n"
      let part = Data(String(repeating: article, count: 500_000 / article.utf8.count).utf8)
      try input.fileHandleForWriting.write(contentsOf: part)
      let early = try peakKilobytes(of: process)
      for _ in 0..<5 { try input.fileHandleForWriting.write(contentsOf: part) }
      let late = try peakKilobytes(of: process)
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(late - early < 1000, "the peak grew from \(early) kB to \(late) kB")
    }

    /// What Linux calls the high-water mark of the resident set.
    private func peakKilobytes(of process: Process) throws -> Int {
      let status = try String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
      return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    }
  }
#endif
