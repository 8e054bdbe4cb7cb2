internal import GRDB

/// The tables of a store, and how a store of an older version becomes one of this.
enum StoreSchema {
  /// Marks a SQLite file as a store in its header: `VBTM`.
  static let applicationID = 0x5642_544D

  /// The size of a page. Two chunks of a passage segment fill one without overflow, so that a short
  /// read of a large index touches one page only; and what articles leave free at its end is little.
  static let pageSize = 32_768

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 articles, quotations, people, passages") { db in
      try db.execute(sql: articles)
      try db.execute(sql: people)
      try db.execute(sql: passages)
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    migrator.registerMigration("2 groups of renderings") { db in
      try db.execute(sql: groups)
    }
    return migrator
  }()

  /// `source.rank` is the location with NUL for each slash, so that its order is that in which folders
  /// are walked through. An article's number is never used again, because the passage index knows
  /// deleted ones by it.
  private static let articles = """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      location TEXT NOT NULL UNIQUE,
      rank BLOB NOT NULL,
      path TEXT);
    CREATE INDEX source_by_rank ON source (rank);

    CREATE TABLE analysis (
      id INTEGER PRIMARY KEY,
      fingerprint BLOB NOT NULL UNIQUE);

    CREATE TABLE article (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      source INTEGER NOT NULL REFERENCES source (id),
      name TEXT NOT NULL,
      occurrence INTEGER NOT NULL,
      position INTEGER NOT NULL,
      hash BLOB NOT NULL,
      analysis INTEGER NOT NULL REFERENCES analysis (id),
      title TEXT, outlet TEXT, author TEXT, date TEXT, language TEXT, url TEXT,
      day INTEGER,
      byte_count INTEGER NOT NULL,
      word_count INTEGER NOT NULL);
    CREATE UNIQUE INDEX article_by_key ON article (source, name, occurrence);
    CREATE INDEX article_by_position ON article (source, position, id);

    CREATE TABLE article_text (
      article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
      body_start INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      extra BLOB,
      captions BLOB);

    CREATE TABLE quotation (
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      kind TEXT NOT NULL,
      not_speech TEXT,
      parent INTEGER,
      speaker INTEGER,
      confidence REAL NOT NULL,
      details BLOB NOT NULL,
      PRIMARY KEY (article, number)) WITHOUT ROWID;

    CREATE TABLE term (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE);
    """

  /// A speaker is somebody in one article; who is one person across articles follows from all of
  /// them and from the corrections.
  private static let people = """
    CREATE TABLE speaker (
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      gender TEXT NOT NULL,
      identifier TEXT,
      names BLOB NOT NULL,
      quotation_count INTEGER NOT NULL,
      PRIMARY KEY (article, number)) WITHOUT ROWID;

    CREATE TABLE person_correction (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      action TEXT NOT NULL,
      name TEXT NOT NULL,
      other TEXT NOT NULL);
    """

  /// A chunk's id is its segment's shifted by ``PassageTables/chunkBits`` plus its number.
  private static let passages = """
    CREATE TABLE passage_segment (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      first_document INTEGER NOT NULL,
      last_document INTEGER NOT NULL,
      document_count INTEGER NOT NULL,
      byte_count INTEGER NOT NULL);
    CREATE TABLE passage_chunk (
      id INTEGER PRIMARY KEY,
      bytes BLOB NOT NULL);
    CREATE TABLE passage_deleted (
      document INTEGER PRIMARY KEY);
    """

  /// `grouping` has a row once groups are kept. From then on every passage of every article that is
  /// compared is a rendering, alone in its group if need be. A group's number is of this store only.
  private static let groups = """
    CREATE TABLE grouping (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      rules BLOB NOT NULL,
      wording_count INTEGER NOT NULL,
      corpus BLOB NOT NULL,
      rendering_count INTEGER NOT NULL);

    CREATE TABLE rendering (
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      passage INTEGER NOT NULL,
      quotation INTEGER NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      grp INTEGER NOT NULL,
      PRIMARY KEY (article, passage)) WITHOUT ROWID;
    CREATE INDEX rendering_by_group ON rendering (grp);
    """
}
