internal import Corpus

/// The hashes of what a case depends on, as it is now.
struct InputDigests {
  /// By the path in the header.
  private(set) var digests: [String: String] = [:]
  /// Files that are not there, cannot be read, or are empty.
  private(set) var problems: [CaseProblem] = []

  /// - Parameter answerer: Knows the inputs that are not told by their bytes.
  init(of header: GoldenHeader, in folder: String, _ answerer: any GoldenAnswerer) {
    for reference in header.references where digests[reference.path] == nil {
      let path = folder.appendingPath(reference.path)
      do throws(InputFailure) {
        let now: InputDigest
        if let known = try answerer.digest(of: path) {
          now = known
        } else {
          let (digest, isBlank) = try WorkingFolder.digest(of: path)
          now = InputDigest(digest: digest, isBlank: isBlank)
        }
        digests[reference.path] = now.digest
        if now.isBlank {
          problems.append(
            CaseProblem(
              .emptyInput, what: "\(path) holds nothing",
              remedy: "restore its text, or remove the case"))
        }
      } catch {
        problems.append(
          WorkingFolder.exists(path)
            ? CaseProblem(error)
            : CaseProblem(
              .unreferencedGolden, what: "\(path): \(error.what)",
              remedy: "restore the file, correct the path in the header, or remove the case"))
      }
    }
  }

  /// The files that are not what they were when the answer was accepted.
  func changes(since header: GoldenHeader, path: String) -> [GoldenDifference] {
    var differences: [GoldenDifference] = []
    for reference in header.references {
      guard let now = digests[reference.path], now != reference.digest else { continue }
      var difference = GoldenDifference(
        .inputChanged, subject: reference.path,
        before: reference.digest.map { "sha256 \($0.prefix(12))…" } ?? "never recorded",
        after: "sha256 \(now.prefix(12))…")
      difference.goldenLine = 1
      differences.append(difference)
    }
    GoldenDifference.name(&differences, path: path)
    return differences
  }

  /// The header with the hashes as they are now.
  func updating(_ header: GoldenHeader) -> GoldenHeader {
    func update(_ reference: GoldenHeader.InputReference) -> GoldenHeader.InputReference {
      .init(path: reference.path, digest: digests[reference.path])
    }
    var header = header
    header.inputs = header.inputs.map(update)
    header.sources = header.sources.map(update)
    header.people = header.people.map(update)
    header.profile = header.profile.map(update)
    return header
  }
}
