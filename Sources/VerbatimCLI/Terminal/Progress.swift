/// A line on a terminal that says how far long work has come.
///
/// It appears after a second and is gone when the work is done; where standard error is no terminal
/// it never appears.
struct Progress {
  private let isEnabled = FileDescriptor.error.isTerminal
  private let start = Process.seconds()
  private var lastUpdate = Process.seconds()
  private var isVisible = false
  private let noun: String
  private var count = 0
  private var bytes = 0
  private var remark = ""

  /// - Parameter noun: What is counted, in the plural.
  init(of noun: String = "articles") { self.noun = noun }

  /// Counts one more.
  mutating func add(bytes byteCount: Int) {
    count += 1
    bytes += byteCount
    guard isEnabled else { return }
    let now = Process.seconds()
    guard now - start > 1, now - lastUpdate > 0.2 else { return }
    lastUpdate = now
    isVisible = true
    StandardError.write("\r\u{1B}[K\(count) \(noun), \(bytes / 1_000_000) MB\(remark)")
  }

  /// Says something besides from now on.
  mutating func note(_ text: String) { remark = ", \(text)" }

  /// Makes room for other output.
  mutating func hide() {
    guard isVisible else { return }
    isVisible = false
    StandardError.write("\r\u{1B}[K")
  }
}
