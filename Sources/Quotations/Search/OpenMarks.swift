/// The stacks of open marks of all hypotheses.
///
/// Hypotheses share what they have in common: a stack is a link to its top, and a link to the top
/// is a link to a stack. What is decided (the one hypothesis that was left) moves out of the nodes
/// into an array, so that the nodes of a long article can be given back.
struct OpenMarks {
  /// A stack. The empty one, a node (0 and above), or a decided level (-2 and below).
  struct Stack: Hashable, Sendable {
    var raw: Int32
    static let empty = Stack(raw: -1)
    var isEmpty: Bool { raw == -1 }
  }

  struct Level: Sendable {
    var parent: Stack
    var glyph: Glyph
    var mark: Int32
    var depth: Int32
    /// Identifies the glyphs of the stack.
    var identity: UInt64
  }

  private var nodes: [Level] = []
  private var decided: [Level] = []

  subscript(stack: Stack) -> Level {
    stack.raw >= 0 ? nodes[Int(stack.raw)] : decided[-2 - Int(stack.raw)]
  }

  func depth(_ stack: Stack) -> Int32 { stack.isEmpty ? 0 : self[stack].depth }

  func identity(_ stack: Stack) -> UInt64 { stack.isEmpty ? 0 : self[stack].identity }

  static func identity(of parent: UInt64, with glyph: Glyph) -> UInt64 {
    (parent &+ UInt64(glyph.rawValue) &+ 1) &* 0x9E37_79B9_7F4A_7C15 ^ (parent >> 29)
  }

  mutating func push(_ glyph: Glyph, mark: Int, on parent: Stack) -> Stack {
    nodes.append(
      Level(
        parent: parent, glyph: glyph, mark: Int32(truncatingIfNeeded: mark),
        depth: depth(parent) + 1,
        identity: Self.identity(of: identity(parent), with: glyph)))
    return Stack(raw: Int32(truncatingIfNeeded: nodes.count - 1))
  }

  /// Forgets all stacks but one, and returns it.
  mutating func decide(_ stack: Stack) -> Stack {
    var levels: [Level] = []
    var link = stack
    while link.raw >= 0 {
      levels.append(self[link])
      link = self[link].parent
    }
    decided.removeSubrange((link.isEmpty ? 0 : -1 - Int(link.raw))...)
    for var level in levels.reversed() {
      level.parent = decided.isEmpty ? .empty : Stack(raw: Int32(-1 - decided.count))
      decided.append(level)
    }
    nodes.removeAll(keepingCapacity: nodes.count < 1 << 16)
    return decided.isEmpty ? .empty : Stack(raw: Int32(-1 - decided.count))
  }
}
