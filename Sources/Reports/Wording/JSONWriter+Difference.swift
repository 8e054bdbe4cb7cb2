internal import Wording

/// What `diff`, `verify` and `compare` have in common in JSON. Keys and their order are a contract.
extension JSONWriter {
  /// Writes a place: `{"text","utf8":[s,e],"scalar":[s,e],"utf16":[s,e]}`.
  ///
  /// Where the rendering was given as several texts there is `"piece"` besides, counted from 0, and
  /// the offsets are inside that piece.
  mutating func place(_ place: WordingPlace) {
    object {
      $0.key("text")
      $0.string(place.text)
      $0.range("utf8", place.utf8)
      $0.range("scalar", place.scalar)
      $0.range("utf16", place.utf16)
      guard let piece = place.piece else { return }
      $0.key("piece")
      $0.integer(piece)
    }
  }

  /// Writes a difference: `{"class","severity","edit","a":{…},"b":{…}}`, the severity as a number
  /// from 1 to 4.
  mutating func difference(_ difference: LocatedDifference) {
    object {
      $0.key("class")
      $0.string(difference.differenceClass.rawValue)
      $0.key("severity")
      $0.integer(difference.severity.rawValue)
      $0.key("edit")
      $0.string(difference.edit.rawValue)
      $0.key("a")
      $0.place(difference.a)
      $0.key("b")
      $0.place(difference.b)
    }
  }

  /// Writes an array of differences.
  mutating func differences(_ differences: [LocatedDifference]) {
    array(differences) { $0.difference($1) }
  }

  /// Writes the keys `"relation"` (null when the two share nothing), `"similarity"` and
  /// `"differences"` into the object that is open.
  mutating func comparisonKeys(
    relation: Comparison.Relation?, similarity: Double, differences: [LocatedDifference]
  ) {
    key("relation")
    string(relation?.rawValue)
    key("similarity")
    decimal(similarity)
    key("differences")
    self.differences(differences)
  }
}
