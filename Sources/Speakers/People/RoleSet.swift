/// The roles of one entity. Most have a few, which are found faster one by one than by a hash.
package struct RoleSet: Sendable {
  private var list: [String] = []
  /// The same, once there are more than a few.
  private var set: Set<String> = []

  /// The most roles that are looked through one by one.
  private static let few = 8

  /// The roles in the order in which they were added.
  var all: [String] { list }

  func contains(_ role: String) -> Bool {
    set.isEmpty ? list.contains(role) : set.contains(role)
  }

  /// Adds a role.
  ///
  /// - Returns: False when it was there already.
  mutating func insert(_ role: String) -> Bool {
    guard !contains(role) else { return false }
    list.append(role)
    if !set.isEmpty {
      set.insert(role)
    } else if list.count > Self.few {
      set = Set(list)
    }
    return true
  }
}
