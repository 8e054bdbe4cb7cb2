public import Reports
public import Store

extension StoreIndexer.Summary {
  /// The numbers as a report shows them.
  ///
  /// - Parameter failures: How much input could not be read.
  public func counts(failures: Int) -> [IndexReport.Count] {
    [
      .init("added", "added", .number(added)), .init("updated", "updated", .number(updated)),
      .init("removed", "removed", .number(removed)),
      .init("unchanged", "unchanged", .number(unchanged)),
      .init("failures", "not readable", .number(failures)),
    ]
  }
}

extension StoreStatistics {
  /// The numbers as a report shows them.
  public var counts: [IndexReport.Count] {
    var groupCounts: [IndexReport.Count] = []
    if let groups, let groupedSince {
      groupCounts = [
        .init("utterances", "in several articles", .number(groups)),
        .init("groupedSince", "grouped bit by bit", .number(groupedSince)),
      ]
    }
    return [
      .init("articles", "articles", .number(articles)), .init("words", "words", .number(words)),
      .init("quotations", "quotations", .number(quotations)),
    ] + groupCounts + [
      .init("outlets", "outlets", .number(outlets)),
      .init("from", "first day", .text(firstDate)),
      .init("to", "last day", .text(lastDate)),
      .init("textBytes", "texts", .bytes(textBytes)),
      .init("segments", "segments", .number(segments)),
      .init("segmentBytes", "passage index", .bytes(segmentBytes)),
      .init("deletedDocuments", "removed, still in it", .number(deletedDocuments)),
      .init("fileBytes", "file", .bytes(fileBytes)),
      .init("freeBytes", "unused of it", .bytes(freeBytes)),
    ]
  }
}
