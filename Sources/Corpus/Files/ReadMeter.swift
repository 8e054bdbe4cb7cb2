internal import Synchronization

/// Counts the bytes that were read so far, for whoever shows how far long work has come.
///
/// It may be asked on any thread while others read.
public final class ReadMeter: Sendable {
  private let count = Atomic<Int>(0)

  /// How many bytes were read.
  public var byteCount: Int { count.load(ordering: .relaxed) }

  func add(_ byteCount: Int) { count.wrappingAdd(byteCount, ordering: .relaxed) }
}
