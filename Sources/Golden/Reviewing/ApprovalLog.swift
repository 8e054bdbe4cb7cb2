public import Corpus

/// Who accepted or rejected which difference, when and why: a file that only grows.
///
/// A line has, between tabs, the time, who decided, `accepted` or `rejected`, the identifier of the
/// difference, the golden file's path from the log's folder, what differs, and the reason.
public struct ApprovalLog: Sendable {
  /// The log's name in the folder of the cases.
  public static let name = "approvals.log"

  private let root: String
  private var path: String { root.appendingPath(Self.name) }

  /// - Parameter root: The folder of the cases.
  public init(root: String) { self.root = root }

  /// Who decided, when and why.
  public struct Decision: Hashable, Sendable {
    public var person: String
    /// In ISO 8601.
    public var time: String
    /// Empty if none was given.
    public var reason: String

    public init(person: String, time: String, reason: String) {
      self.person = person
      self.time = time
      self.reason = reason
    }
  }

  enum Outcome: String {
    case accepted, rejected
  }

  func add(
    _ differences: [GoldenDifference], in found: GoldenTree.FoundCase, _ outcome: Outcome,
    _ decision: Decision
  ) throws(InputFailure) {
    guard !differences.isEmpty else { return }
    let prefix = root == "." ? "" : root + "/"
    let name = found.path.hasPrefix(prefix) ? found.path.dropFirst(prefix.count) : found.path[...]
    let lines = differences.map { difference in
      let change = [difference.before, difference.after].map { $0 ?? "nothing" }
      return [
        decision.time, decision.person, outcome.rawValue, difference.id, String(name),
        "\(difference.kind.rawValue): \(difference.subject): \(change.joined(separator: " → "))",
        decision.reason,
      ].map(EscapedText.escaping).joined(separator: "\t")
    }
    try WorkingFolder.append(lines.joined(separator: "\n"), to: path)
  }

  /// The reasons of what was last rejected, by the difference's identifier.
  public func rejections() throws(InputFailure) -> [String: String] {
    guard WorkingFolder.exists(path) else { return [:] }
    var reasons: [String: String] = [:]
    let bytes = try WorkingFolder.bytes(of: path)
    for line in bytes.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 7 else { continue }
      let isRejected = fields[2] == Outcome.rejected.rawValue
      reasons[fields[3]] = isRejected ? EscapedText.unescaping(fields[6]) ?? fields[6] : nil
    }
    return reasons
  }
}
