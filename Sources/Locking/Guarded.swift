#if !THREAD_SANITIZER
  @_exported public import Synchronization

  /// A value that one thread at a time can touch.
  ///
  /// It is the standard library's lock. Thread sanitizer does not see that lock on Linux and reports
  /// every value behind it; under it (`Scripts/sanitize thread`) this is a lock that it knows.
  public typealias Guarded<Value: ~Copyable> = Mutex<Value>
#else
  import Foundation

  /// A value that one thread at a time can touch, behind a lock that thread sanitizer sees.
  // Unchecked: the value is reached with the lock held and in no other way.
  public struct Guarded<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    /// On the heap, since a lock must not move.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let value: UnsafeMutablePointer<Value>

    public init(_ initial: consuming sending Value) {
      lock = .allocate(capacity: 1)
      precondition(pthread_mutex_init(lock, nil) == 0, "no lock could be made")
      value = .allocate(capacity: 1)
      value.initialize(to: initial)
    }

    deinit {
      value.deinitialize(count: 1)
      value.deallocate()
      pthread_mutex_destroy(lock)
      lock.deallocate()
    }

    /// Waits for the lock, calls a function with the value, and lets go of the lock.
    ///
    /// - Throws: What the function throws.
    public borrowing func withLock<Result: ~Copyable, Failure: Error>(
      _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      return try body(&value.pointee)
    }
  }
#endif
