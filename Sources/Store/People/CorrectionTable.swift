internal import GRDB
public import Speakers

/// Keeps corrections of people in their table.
enum CorrectionTable {
  private enum Action: String {
    case merge, split, rename
  }

  static func corrections(_ db: Database) throws -> PeopleCorrections {
    let rows = try Row.fetchAll(
      db, sql: "SELECT action, name, other FROM person_correction ORDER BY id")
    return PeopleCorrections(
      try rows.map { row in
        let (name, other): (String, String) = (try row.value(1), try row.value(2))
        switch Action(rawValue: try row.value(0)) {
        case .merge: return .merge(name, into: other)
        case .split: return .split(name, from: other)
        case .rename: return .rename(name, to: other)
        case nil: throw DamagedRow(what: "a correction of people is unknown")
        }
      })
  }

  static func insert(_ correction: PeopleCorrections.Correction, _ db: Database) throws {
    let (action, name, other): (Action, String, String) =
      switch correction {
      case .merge(let name, let other): (.merge, name, other)
      case .split(let name, let other): (.split, name, other)
      case .rename(let name, let other): (.rename, name, other)
      }
    try db.execute(
      sql: "INSERT INTO person_correction (action, name, other) VALUES (?, ?, ?)",
      arguments: [action.rawValue, name, other])
  }

  static func deleteLast(_ db: Database) throws -> Bool {
    try db.execute(
      sql: """
        DELETE FROM person_correction WHERE id = (SELECT max(id) FROM person_correction)
        """)
    return db.changesCount > 0
  }
}

extension StoreWriter {
  /// Remembers a correction, whatever is indexed later.
  public func add(_ correction: PeopleCorrections.Correction) throws(StoreFailure) {
    try connection.access { db in
      try db.inTransaction(.immediate) {
        try CorrectionTable.insert(correction, db)
        return .commit
      }
    }
  }

  /// Forgets the last correction.
  ///
  /// - Returns: Whether there was one.
  public func removeLastCorrection() throws(StoreFailure) -> Bool {
    try connection.access { try CorrectionTable.deleteLast($0) }
  }
}
