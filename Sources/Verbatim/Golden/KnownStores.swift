internal import Locking
internal import Store

/// Which paths are stores: asked once for each, before any is opened.
///
/// To look into a file that the process has open as a store elsewhere, on another thread, would let
/// go of its locks; see ``StoreFile/isDatabase(path:)``.
final class KnownStores: Sendable {
  private let known = Guarded<[String: Bool]>([:])

  func contains(_ path: String) -> Bool {
    known.withLock { known in
      if let isStore = known[path] { return isStore }
      let isStore = StoreFile.isDatabase(path: path)
      known[path] = isStore
      return isStore
    }
  }
}
