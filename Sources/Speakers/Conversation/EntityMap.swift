/// Values by entity. A `Dictionary` hashes its keys so that nobody can foresee the places; these
/// are numbers that the program gives itself, and a multiplication spreads them well enough.
struct EntityMap<Value> {
  /// -1 where the place is free.
  private var keys = [Int32](repeating: -1, count: 64)
  private var values = [Value?](repeating: nil, count: 64)
  private var count = 0

  subscript(entity: Int) -> Value? {
    get { values[place(of: entity)] }
    set {
      var place = place(of: entity)
      if keys[place] < 0 {
        if (count + 1) * 2 > keys.count {
          grow()
          place = self.place(of: entity)
        }
        keys[place] = Int32(entity)
        count += 1
      }
      values[place] = newValue
    }
  }

  private func place(of entity: Int) -> Int {
    var place = Int(truncatingIfNeeded: UInt64(entity) &* 0x9E37_79B9)
    while true {
      place &= keys.count - 1
      if keys[place] == Int32(entity) || keys[place] < 0 { return place }
      place += 1
    }
  }

  private mutating func grow() {
    let old = zip(keys, values)
    keys = [Int32](repeating: -1, count: keys.count * 2)
    values = [Value?](repeating: nil, count: keys.count)
    for (key, value) in old where key >= 0 {
      let place = place(of: Int(key))
      keys[place] = key
      values[place] = value
    }
  }
}
