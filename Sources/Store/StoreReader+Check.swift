internal import GRDB
internal import Passages

extension StoreReader {
  /// Looks for damage, whatever it takes: reads every page, row and segment.
  ///
  /// - Parameter problem: What is wrong with an article, of whose renderings those are given that
  ///   the store keeps; nil if nothing is.
  /// - Returns: What is damaged, in the user's words; empty if all is well.
  public func problems(
    problem: (StoredArticle, [StoredRendering]) -> String?
  ) throws(StoreFailure) -> [String] {
    var problems: [String] = []
    func note(_ part: String, _ body: () throws -> [String]) {
      do {
        problems += try body().map { "\(part): \($0)" }
      } catch {
        problems.append("\(part): \(StoreFailure(error, path: path).what)")
      }
    }
    // The first question decides whether there is a database to be looked at.
    try connection.access { db in
      note("pages") {
        try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
      }
      note("references") {
        try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
          "a row of \(try row.value(0, as: String.self)) belongs to nothing"
        }
      }
      note("passage index") { try segmentProblems(db) }
    }
    note("articles") {
      var articles = articles()
      var broken: [String] = []
      while let article = try articles.next() {
        if let problem = problem(article, try renderings(of: article.number)) {
          broken.append(problem)
        }
      }
      return Array(broken.prefix(20))
    }
    return problems
  }

  private func segmentProblems(_ db: Database) throws -> [String] {
    var problems: [String] = []
    let entries = try PassageTables.entries(db)
    let deleted = try PassageTables.deleted(db)
    for entry in entries {
      let segment = try PassageTables.segment(entry, connection.queue)
      if segment.documentCount != entry.documentCount {
        problems.append("segment \(entry.id) does not hold what it should")
      }
      // Rewriting a segment reads and checks every byte of it.
      var merger = try PassageSegmentMerger([segment])
      while try merger.nextChunk() != nil {}
    }
    let articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
    let documents = entries.reduce(0) { $0 + $1.documentCount } - deleted.count
    if documents != articles {
      problems.append("it covers \(documents) articles of \(articles)")
    }
    return problems
  }
}
