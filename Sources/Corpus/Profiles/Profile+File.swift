internal import LanguageData
public import Wording

extension Profile {
  /// The names of the built-in profiles, in the order to show them in.
  public static let builtInNames = [
    "neutral", "strict", "ap", "reuters", "nyt", "wsj", "guardian", "bbc", "chicago",
  ]

  /// Whether an option or a header means a file rather than a built-in profile, whose names hold
  /// neither a dot nor a slash.
  public static func isPath(_ name: String) -> Bool {
    name == "-" || name.contains("/") || name.contains(".")
  }

  /// The built-in profile of a name; nil if there is none.
  public static func builtIn(_ name: String) -> Profile? {
    if name == neutral.name { return neutral }
    guard builtInNames.contains(name) else { return nil }
    let path = "profiles/\(name).json"
    return try? Profile(bytes: Array(EmbeddedFile.bytes(path)), path: path)
  }

  /// The file of a built-in profile, to be copied and changed; nil for ``neutral``, which has none,
  /// and for names of no profile.
  public static func builtInFile(_ name: String) -> [UInt8]? {
    let bytes = Array(EmbeddedFile.bytes("profiles/\(name).json"))
    return bytes.isEmpty ? nil : bytes
  }

  /// Reads the user's profile at a path; `-` is standard input.
  ///
  /// The file is a JSON object:
  ///
  ///     {
  ///       "name": "courier",
  ///       "title": "The Courier",
  ///       "based-on": "ap",
  ///       "rules": {
  ///         "minor": "forbidden",
  ///         "filler": { "rule": "allowed", "source": "memo to the desk, March" }
  ///       },
  ///       "printed": { "filler": "forbidden" }
  ///     }
  ///
  /// A rule is `allowed`, `allowed-if-marked`, `review` or `forbidden`, for a class of difference or
  /// for all classes of a severity (`style`, `marked`, `minor`, `meaning`); a class's own rule
  /// comes before its severity's. The objects `spoken`, `printed` and `translated` hold rules for
  /// words that were given in that medium. `based-on` names a built-in profile, whose rules hold
  /// where the file has none. All keys are optional.
  ///
  /// - Throws: a failure that names what cannot be used, and its place.
  public init(path: String) throws(InputFailure) {
    let bytes = try readWholeFile(path: path, limit: ProfileFile.maximumBytes)
    try self.init(bytes: bytes, path: path)
  }

  /// Reads a profile from the bytes of a file, as ``init(path:)`` does.
  ///
  /// - Parameter path: what failures name.
  public init(bytes: [UInt8], path: String) throws(InputFailure) {
    self = try ProfileFile(bytes: bytes, path: path).profile()
  }
}
