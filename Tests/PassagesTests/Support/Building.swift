import Prose
import Wording

@testable import Passages

/// The segments of texts, so many texts to a segment; documents are numbered 10, 20, ….
func segments(_ texts: [String], each size: Int) throws -> [[UInt8]] {
  var builder = PassageSegmentBuilder()
  var segments: [[UInt8]] = []
  for (index, text) in texts.enumerated() {
    try builder.add(document: Int64(10 * (index + 1)), text: Array(text.utf8))
    if (index + 1) % size == 0 { segments.append(builder.finish()) }
  }
  if !builder.isEmpty { segments.append(builder.finish()) }
  return segments
}

func merged(_ segments: [[UInt8]], deleted: Set<Int64> = []) throws -> [UInt8] {
  var merger = try PassageSegmentMerger(segments.map { try PassageSegment($0) }, deleted: deleted)
  var bytes: [UInt8] = []
  while let chunk = try merger.nextChunk() { bytes += chunk }
  return bytes
}

func sequence(_ text: String) -> WordSequence {
  WordingComparer().read(Rendering(text: Tokenizer().tokenize(Array(text.utf8))))
}
