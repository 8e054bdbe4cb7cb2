import Prose
import Quotations
import Testing

@testable import Speakers

/// Which pieces are one turn, and how much of what was said is marked.
@Suite struct TurnAssemblyTests {
  /// The quotations of a text, each with its pieces between strokes.
  private func turns(_ text: String) -> [String] {
    let result = attributed(text)
    return result.quotations.filter { $0.parent == nil }.map { quotation in
      quotation.pieces.map { result.article.text(of: $0.span) }.joined(separator: " | ")
    }
  }

  @Test(arguments: [
    ("“We shut it,” said Ana Ruiz. “It was rusty.”", ["“We shut it,” | “It was rusty.”"]),
    (
      "“We shut it,” said Ana Ruiz, “and we will mend it.”",
      ["“We shut it,” | “and we will mend it.”"]
    ),
    (
      "“We shut it,” said Ana Ruiz. Then the rain began. “It was rusty.”",
      ["“We shut it,”", "“It was rusty.”"]
    ),
    (
      "“We shut it,” said Ana Ruiz. “It was rusty,” said Ana Ruiz.",
      ["“We shut it,”", "“It was rusty,”"]
    ),
    (
      "Asked whether he had said “rust” himself, Peter Tolland said, “We shut it.”",
      ["“rust”", "“We shut it.”"]
    ),
    (
      "“We shut it” quickly, said Ana Ruiz, “and will mend it.”",
      ["“We shut it” | “and will mend it.”"]
    ),
    (
      "“We shut it,” said Ana Ruiz. “Why did you?” asked Peter Tolland.",
      ["“We shut it,”", "“Why did you?”"]
    ),
    (
      "“We shut it,” said Ana Ruiz.\n\n“It was rusty,” she said.",
      ["“We shut it,”", "“It was rusty,”"]
    ),
    (
      "“We shut it,” said Ana Ruiz. She added: “It was rusty.”",
      ["“We shut it,”", "“It was rusty.”"]
    ),
  ])
  func piecesOfOneTurn(_ text: String, _ expected: [String]) {
    #expect(turns(text) == expected)
  }

  @Test(arguments: [
    ("“We shut it,” said Ana Ruiz.", Quotation.Kind.direct),
    ("Ana Ruiz said: “We shut it.”", .direct),
    ("Ana Ruiz said, “We shut it.”", .direct),
    ("Ana Ruiz said that “we shut it in a hurry.”", .mixed),
    ("Ana Ruiz said they had acted “in a hurry and in the dark.”", .mixed),
    ("Ana Ruiz called it “a hurried thing to do.”", .mixed),
  ])
  func kinds(_ text: String, _ expected: Quotation.Kind) {
    #expect(attributed(text).quotations.map(\.kind) == [expected])
  }

  @Test func nestedQuotationsKeepTheirParents() {
    let result = attributed(
      "“We shut it,” said Ana Ruiz. “He said, ‘Shut it now,’ and we did,” she said.")
    let children = result.quotations.filter { $0.parent != nil }
    #expect(children.count == 1)
    for child in children {
      guard let parent = child.parent else { continue }
      #expect(result.quotations[parent].span.contains(child.span))
    }
    #expect(result.quotations.count == result.attributions.count)
  }
}
