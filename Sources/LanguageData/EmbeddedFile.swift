internal import CLanguageData

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A data file that was embedded into the binary at build time.
package enum EmbeddedFile {
  /// The bytes of the file at a path such as `en/titles.txt`; empty when there is none.
  package static func bytes(_ path: String) -> UnsafeBufferPointer<UInt8> {
    for index in 0..<language_data_file_count {
      let file = language_data_files[index]
      if String(cString: file.name) == path {
        return UnsafeBufferPointer(start: file.bytes, count: file.count)
      }
    }
    return UnsafeBufferPointer(start: nil, count: 0)
  }

  /// A number that is another one, in all likelihood, when any file is: FNV-1a of names and bytes.
  package static var digest: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for index in 0..<language_data_file_count {
      let file = language_data_files[index]
      for byte in String(cString: file.name).utf8 { add(byte) }
      for byte in UnsafeBufferPointer(start: file.bytes, count: file.count) { add(byte) }
    }
    return hash
  }

  /// A number that is another one, in all likelihood, when the files directly in a folder are.
  ///
  /// - Complexity: O(*n*) in their bytes, at some GB/s.
  package static func digest(ofFolder folder: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ word: UInt64) {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    for index in 0..<language_data_file_count {
      let file = language_data_files[index]
      let name = UnsafeRawBufferPointer(start: file.name, count: strlen(file.name))
      guard name.lastIndex(of: UInt8(ascii: "/")) == folder.utf8.count,
        name.starts(with: folder.utf8)
      else { continue }
      for byte in name { add(UInt64(byte)) }
      let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.count)
      add(UInt64(bytes.count))
      var offset = 0
      while offset + 8 <= bytes.count {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        offset += 8
      }
      for byte in bytes[offset...] { add(UInt64(byte)) }
    }
    return hash
  }

  /// Calls `body` with the fields of each line that is neither blank nor a comment.
  package static func forEachLine(
    of path: String, _ body: ([UnsafeBufferPointer<UInt8>]) -> Void
  ) {
    let bytes = bytes(path)
    var start = 0
    var fields: [UnsafeBufferPointer<UInt8>] = []
    while start < bytes.count {
      fields.removeAll(keepingCapacity: true)
      var index = start
      var fieldStart = start
      while index < bytes.count && bytes[index] != 0x0A {
        if bytes[index] == 0x09 {
          fields.append(UnsafeBufferPointer(rebasing: bytes[fieldStart..<index]))
          fieldStart = index + 1
        }
        index += 1
      }
      fields.append(UnsafeBufferPointer(rebasing: bytes[fieldStart..<index]))
      if index > start && bytes[start] != UInt8(ascii: "#") { body(fields) }
      start = index + 1
    }
  }
}
