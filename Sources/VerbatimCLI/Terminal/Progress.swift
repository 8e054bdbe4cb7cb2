import Verbatim

/// A line on a terminal that says how far long work has come.
///
/// It appears after a second and is gone when the work is done; where standard error is no terminal, or
/// one that cannot take a line back, it never appears.
struct Progress {
  private let isEnabled =
    FileDescriptor.error.isTerminal && Process.environment("TERM") != "dumb"
  private let start = Process.seconds()
  private var lastUpdate = Process.seconds()
  private var isVisible = false
  private var line: ProgressLine
  private var meter: ReadMeter?
  /// The bytes of what was read before the meter was.
  private var unmeteredBytes = 0

  /// - Parameters:
  ///   - noun: What is counted, in the plural.
  ///   - total: How many there will be, if that is known.
  init(of noun: String = "articles", total: Int? = nil) {
    line = ProgressLine(noun: noun, totalCount: total)
  }

  /// Begins to read files: from now on a meter says how much was read.
  mutating func read(_ paths: [String], meter: ReadMeter) {
    guard isEnabled else { return }
    readUnmetered()
    self.meter = meter
    line.totalByteCount = ArticleSource.byteCount(at: paths).map { $0 + unmeteredBytes }
  }

  /// Begins to read something whose size nobody knows beforehand.
  mutating func readUnmetered() {
    unmeteredBytes += meter?.byteCount ?? 0
    meter = nil
    line.totalByteCount = nil
  }

  /// Counts one more.
  ///
  /// - Parameter byteCount: Its size, which counts where no meter says how much was read.
  mutating func add(bytes byteCount: Int = 0) {
    guard isEnabled else { return }
    line.count += 1
    if let meter {
      line.byteCount = unmeteredBytes + meter.byteCount
    } else {
      unmeteredBytes += byteCount
      line.byteCount = unmeteredBytes
    }
    update(every: 0.2)
  }

  /// Says something besides from now on.
  mutating func note(_ text: String) { line.remark = text }

  /// Says at once what takes long from now on.
  mutating func announce(_ text: String) {
    guard isEnabled else { return }
    line.remark = text
    update(every: 0)
  }

  /// Makes room for a part of the report: where that goes to a file or a pipe, the line stays.
  mutating func hideForReport() {
    if isVisible, FileDescriptor.output.isTerminal { hide() }
  }

  /// Makes room for messages, and for the end.
  mutating func hide() {
    guard isVisible else { return }
    isVisible = false
    StandardError.write("\r\u{1B}[K")
  }

  private mutating func update(every interval: Double) {
    let now = Process.seconds()
    guard now - start > 1, now - lastUpdate >= interval else { return }
    lastUpdate = now
    line.seconds = now - start
    isVisible = true
    // The last column stays free: some terminals go to the next line behind it.
    let columns = (FileDescriptor.error.columns ?? 80) - 1
    StandardError.write("\r\u{1B}[K" + line.text(columns: columns))
  }
}
