internal import GRDB

/// A connection to a store, checked to be one.
struct StoreConnection: Sendable {
  let path: String
  let queue: DatabaseQueue

  /// Opens a store to read it: one snapshot of it, whatever a writer commits meanwhile.
  static func reading(_ path: String) throws(StoreFailure) -> StoreConnection {
    guard StoreFile.exists(path: path) else { throw .missing(path: path) }
    do {
      return try attempt(path) { try open(path, name: plain(path), isReadOnly: true) }
    } catch {
      // Without permission to write to its folder nobody can share the log of the writer; but where
      // there is no log, nobody writes.
      guard error.reason == .forbidden || error.reason == .readOnly,
        !StoreFile.exists(path: path + "-wal")
      else { throw error }
      return try attempt(path) { try open(path, name: immutable(path), isReadOnly: true) }
    }
  }

  /// Opens a store to write to it, and makes it if there is none.
  static func writing(_ path: String) throws(StoreFailure) -> StoreConnection {
    try attempt(path) { try open(path, name: plain(path), isReadOnly: false) }
  }

  /// 16 MiB of pages: a reader keeps the passage index elsewhere, and a writer hardly ever needs what it
  /// wrote.
  private static let cacheSize = "PRAGMA cache_size = -16384"

  private static func open(
    _ path: String, name: String, isReadOnly: Bool
  ) throws -> StoreConnection {
    try StoreFile.checkIsNoSpecialFile(path: path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      try db.execute(sql: cacheSize)
      // A log that has grown by a merge shrinks again.
      try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
      // Not opened for reading only: such a connection would leave the log's files behind.
      if isReadOnly { try db.execute(sql: "PRAGMA query_only = 1") }
    }
    let queue = try DatabaseQueue(path: name, configuration: configuration)
    let connection = StoreConnection(path: path, queue: queue)
    if isReadOnly { try connection.beginReading() } else { try connection.beginWriting() }
    return connection
  }

  private func beginReading() throws {
    try queue.inDatabase { db in
      try db.beginTransaction(.deferred)
      guard try isStore(db) else {
        throw try isEmpty(db)
          ? StoreFailure.notAStore(path: path, what: "is an empty database") : foreign
      }
      try checkVersion(db)
      guard try StoreSchema.migrator.hasCompletedMigrations(db) else {
        throw StoreFailure(
          path: path, reason: .other, what: "was made by an older version of verbatim",
          remedy: "run “verbatim index” on it once, which brings it up to date")
      }
    }
  }

  private func beginWriting() throws {
    try queue.inDatabase { db in
      if try isStore(db) {
        try checkVersion(db)
      } else {
        guard try isEmpty(db) else { throw foreign }
        try db.execute(sql: "PRAGMA page_size = \(StoreSchema.pageSize)")
        // So many pages as before would be far more memory now.
        try db.execute(sql: Self.cacheSize)
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
      // Committed articles outlive the process always, and a failure of power except the last few.
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    try StoreSchema.migrator.migrate(queue)
  }

  private func isStore(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA application_id") == StoreSchema.applicationID
  }

  /// Whether a run was interrupted before it had made the tables.
  private func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
  }

  private func checkVersion(_ db: Database) throws {
    if try StoreSchema.migrator.hasBeenSuperseded(db) {
      throw StoreFailure.newerVersion(path: path)
    }
  }

  private var foreign: StoreFailure {
    .notAStore(path: path, what: "is no store of verbatim, but another program’s database")
  }

  /// The path as SQLite takes it, for which a name that begins with `file:` is an address.
  private static func plain(_ path: String) -> String {
    path.hasPrefix("file:") ? "./" + path : path
  }

  /// The address of a file that nobody changes.
  private static func immutable(_ path: String) -> String {
    let unreserved = path.utf8.map { byte in
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: String(UnicodeScalar(byte))
      default: "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }
    }
    return "file:" + unreserved.joined() + "?immutable=1"
  }

  /// Does some work on the database, with errors in the user's words.
  func access<Result>(_ body: (Database) throws -> Result) throws(StoreFailure) -> Result {
    try Self.attempt(path) { try queue.inDatabase(body) }
  }

  static func attempt<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws(StoreFailure) -> Result {
    do { return try body() } catch { throw StoreFailure(error, path: path) }
  }
}
