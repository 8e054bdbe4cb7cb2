import Passages
import Prose
import Wording

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures the passage index; see `Benchmarks/passages.py`, which calls it.
enum PassageMeasurement {
  static func build(corpus: String, folder: String) throws {
    var builder = PassageSegmentBuilder()
    var segments: [(path: String, size: Int)] = []
    var written = 0
    var textSize = 0
    var building = 0.0
    var merging = 0.0
    let policy = MergePolicy()

    func write(_ chunks: () throws -> [UInt8]?) rethrows -> (path: String, size: Int) {
      written += 1
      let path = "\(folder)/\(written).segment"
      var size = 0
      guard let file = fopen(path, "wb") else { fail("\(path): cannot be written") }
      while let chunk = try chunks() {
        size += fwrite(chunk, 1, chunk.count, file)
      }
      fclose(file)
      return (path, size)
    }
    func flush() throws {
      let start = processorTime()
      var bytes: [UInt8]? = builder.finish()
      building += processorTime() - start
      segments.append(
        write {
          defer { bytes = nil }
          return bytes
        })
      while let range = policy.merge(of: segments.map(\.size)) {
        let start = processorTime()
        let opened = try segments[range].map { try PassageSegment(MappedFile($0.path)) }
        var merger = try PassageSegmentMerger(opened)
        let merged = try write { try merger.nextChunk() }
        for segment in segments[range] { unlink(segment.path) }
        segments.replaceSubrange(range, with: [merged])
        merging += processorTime() - start
      }
    }

    var number: Int64 = 0
    try forEachDocument(of: corpus) { text in
      number += 1
      textSize += text.count
      let start = processorTime()
      try builder.add(document: number, text: text)
      building += processorTime() - start
      if builder.isFull { try flush() }
    }
    if !builder.isEmpty { try flush() }
    let list = segments.map(\.path).joined(separator: "\n") + "\n"
    guard let file = fopen("\(folder)/segments", "wb") else { fail("\(folder): cannot be written") }
    fputs(list, file)
    fclose(file)
    print(
      """
      {"text": \(textSize), "index": \(segments.reduce(0) { $0 + $1.size }), \
      "segments": \(segments.count), "build_s": \(building), "merge_s": \(merging), \
      "peak_kb": \(peakMemory())}
      """)
  }

  static func search(folder: String, queries: String) throws {
    let paths = try bytes(of: "\(folder)/segments").split(separator: 0x0A)
      .map { String(decoding: $0, as: UTF8.self) }
    let segments = try paths.map { try PassageSegment(MappedFile($0)) }
    let searcher = PassageSearcher(segments: segments)
    let comparer = WordingComparer()
    let tokenizer = Tokenizer()
    let lines = try bytes(of: queries).split(separator: 0x0A)
    // The first round warms the process: what was read from disk stays in memory.
    for isMeasured in [false, true] {
      for line in lines {
        let start = seconds(CLOCK_THREAD_CPUTIME_ID)
        let wallStart = seconds(CLOCK_MONOTONIC)
        let quotation = comparer.read(Rendering(text: tokenizer.tokenize(Array(line))))
        let read = seconds(CLOCK_THREAD_CPUTIME_ID)
        let result = try searcher.search(quotation)
        let end = seconds(CLOCK_THREAD_CPUTIME_ID)
        let wall = seconds(CLOCK_MONOTONIC) - wallStart
        guard isMeasured else { continue }
        let places = result.places.map {
          "[\($0.document), \($0.words.lowerBound), \($0.words.upperBound), \($0.evidence), \($0.coverage)]"
        }
        print(
          """
          {"read_ms": \((read - start) * 1e3), "ms": \((end - start) * 1e3), "wall_ms": \(wall * 1e3), \
          "exact": \(result.isExact), "places": [\(places.joined(separator: ", "))]}
          """)
      }
    }
    print("{\"peak_kb\": \(peakMemory())}")
  }
}

/// A file whose pages the system reads as they are needed.
private final class MappedFile: SegmentBytes {
  private let memory: UnsafeRawBufferPointer

  init(_ path: String) throws {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { fail("\(path): cannot be read") }
    let size = Int(lseek(file, 0, SEEK_END))
    let base = mmap(nil, size, PROT_READ, MAP_SHARED, file, 0)
    close(file)
    guard base != MAP_FAILED else { fail("\(path): cannot be mapped") }
    memory = UnsafeRawBufferPointer(start: base, count: size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count) }

  var count: Int { memory.count }

  func withBytes(in range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    try body(UnsafeRawBufferPointer(rebasing: memory[range]))
  }
}

/// Calls `body` with each document of a file in which the byte 1E divides them.
private func forEachDocument(of path: String, _ body: ([UInt8]) throws -> Void) throws {
  guard let file = fopen(path, "rb") else { fail("\(path): cannot be read") }
  defer { fclose(file) }
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  var document: [UInt8] = []
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { break }
    var rest = buffer[..<count]
    while let end = rest.firstIndex(of: 0x1E) {
      document += rest[..<end]
      try body(document)
      document.removeAll(keepingCapacity: true)
      rest = rest[(end + 1)...]
    }
    document += rest
  }
  if !document.isEmpty { try body(document) }
}
