/// How often each printed form of an entity occurs.
///
/// Most entities have one form; only those with more need a dictionary.
package struct FormCounts: Sendable {
  private var first = ""
  private var firstCount = 0
  private var others: [String: Int] = [:]

  init() {}

  /// One occurrence of one form.
  init(_ form: String) { add(form) }

  /// Counts some more occurrences of a form.
  mutating func add(_ form: String, times: Int = 1) {
    if firstCount == 0 { first = form }
    if form == first { firstCount += times } else { others[form, default: 0] += times }
  }

  /// The number of all occurrences.
  var total: Int { others.values.reduce(firstCount, +) }

  /// The forms, the most frequent first.
  var byFrequency: [String] {
    all.sorted { $0.count != $1.count ? $0.count > $1.count : $0.form < $1.form }.map(\.form)
  }

  /// The forms with the number of times that they occur, in no particular order.
  var all: [(form: String, count: Int)] {
    (firstCount == 0 ? [] : [(first, firstCount)]) + others.map { ($0.key, $0.value) }
  }
}
