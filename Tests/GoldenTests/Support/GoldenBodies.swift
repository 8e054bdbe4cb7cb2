import Corpus
import Golden

/// A golden file from its body; facts may stand behind their words: `> “a” {speaker: Ada}`.
func golden(_ body: String, job: GoldenJob = .list, redact: [GoldenFact.Name] = []) throws
  -> GoldenFile
{
  var lines: [String] = []
  for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
    guard let open = line.lastIndex(of: "{"), line.hasSuffix("}") else {
      lines.append(String(line))
      continue
    }
    lines.append(String(line[..<open].dropLast()))
    let facts = line[line.index(after: open)...].dropLast().split(separator: ";")
    lines += facts.map { String($0.drop { $0 == " " }) }
    lines.append("")
  }
  let redactions =
    redact.isEmpty ? "" : "redact: \(redact.map(\.rawValue).joined(separator: ", "))\n"
  let text = """
    verbatim golden 1
    job: \(job.rawValue)
    input: a.txt
    \(job == .verify ? "against: b.txt\n" : "")\(redactions)
    \(lines.joined(separator: "\n"))
    """
  return try GoldenFile(bytes: Array(text.utf8), path: "a.golden")
}

extension GoldenFile {
  var entries: [GoldenEntry] {
    if case .answer(let entries) = body { entries } else { [] }
  }

  var expectations: [GoldenExpectation] {
    if case .expectations(let expectations) = body { expectations } else { [] }
  }
}
