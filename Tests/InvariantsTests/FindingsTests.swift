import Foundation
import Invariants
import Testing

/// Every input that once broke an invariant, as small as it could be made, keeps it now.
@Suite struct FindingsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Findings")

  private static let findings: [(subject: Subject, name: String)] = Subject.allCases.flatMap {
    subject in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: subject.rawValue).path)
    return (names ?? []).sorted().map { (subject, $0) }
  }

  @Test(arguments: findings)
  func findingKeepsTheInvariants(_ finding: (subject: Subject, name: String)) throws {
    let file = Self.folder.appending(path: "\(finding.subject.rawValue)/\(finding.name)")
    try finding.subject.check([UInt8](Data(contentsOf: file)))
  }

  /// A folder that no subject has would be no test.
  @Test func everyFindingHasASubject() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    for name in names where !name.hasPrefix(".") {
      #expect(Subject(rawValue: name) != nil, "\(name) is no subject")
    }
  }
}
