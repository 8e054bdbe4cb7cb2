/// What a run of indexing did, and what a store holds, for people and as data.
public struct IndexReport: Sendable {
  /// The output formats.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case text, json
  }

  /// A named number of a report; the names are those of the JSON object's keys.
  public struct Count: Hashable, Sendable {
    public var name: String
    /// What is counted, for people: `articles`.
    public var label: String
    public var value: Value

    public enum Value: Hashable, Sendable {
      case number(Int)
      case bytes(Int)
      case text(String?)
    }

    public init(_ name: String, _ label: String, _ value: Value) {
      self.name = name
      self.label = label
      self.value = value
    }
  }

  /// Numbers as lines of text, or as an object of JSON.
  public static func write(_ counts: [Count], as format: Format) -> [UInt8] {
    var buffer = ByteBuffer()
    switch format {
    case .text:
      let width = counts.map { $0.label.utf8.count }.max() ?? 0
      for count in counts {
        buffer.append(count.label)
        buffer.append(spaces: width + 2 - count.label.utf8.count)
        buffer.append(text(of: count.value))
        buffer.newline()
      }
    case .json:
      var writer = JSONWriter()
      writer.object {
        for count in counts {
          $0.key(named: count.name)
          switch count.value {
          case .number(let value), .bytes(let value): $0.integer(value)
          case .text(let text): $0.string(text)
          }
        }
      }
      buffer.append(bytes: writer.buffer.bytes)
      buffer.newline()
    }
    return buffer.bytes
  }

  private static func text(of value: Count.Value) -> String {
    switch value {
    case .number(let number): "\(number)"
    case .bytes(let count) where count >= 10_000_000: "\(count / 1_000_000) MB"
    case .bytes(let count) where count >= 10_000: "\(count / 1_000) kB"
    case .bytes(let count): "\(count) bytes"
    case .text(let text): VisibleText.oneLine(text ?? "-")
    }
  }
}
