/// What a mark does.
struct Role: Sendable, Hashable {
  enum Kind: UInt8, Sendable {
    /// It is no quotation mark.
    case other
    /// It opens a quotation.
    case open
    /// It closes the open quotation; those inside of it, `amount` less one, never closed.
    case close
    /// It carries a quotation on at the head of a paragraph.
    case resume
    /// It closes a quotation that has no opening mark.
    case unopened
    /// It opens a quotation where the one before was never closed.
    case reopen
  }

  var kind: Kind
  var amount: Int32 = 1
}

/// What every mark of an article does.
struct Roles: Sendable {
  /// One role for each mark.
  var marks: [Role]
  /// For each paragraph the number of quotations, from the outermost one, that the next paragraph's
  /// first marks carry on, or ``sameParagraph``.
  var carried: [Int32]

  /// All that is open stays open: the next paragraph is only another line of this one.
  static let sameParagraph: Int32 = -1
  /// How many levels of quotations may run over the end of a paragraph.
  static let deepestCarried: Int32 = 3
}
