/// Why a passage index could not be built or read.
public enum PassageError: Error, Hashable, Sendable {
  /// The bytes are no segment, or are damaged; what was being read is named.
  case corrupt(String)
  /// The segment was written in a version of the format that this program does not know.
  case unknownVersion(Int)
  /// A document's number is not greater than that of the one before it.
  case documentsOutOfOrder(Int64)
  /// The segment, or a text, has more words than positions can be numbered for.
  case tooLarge
}
