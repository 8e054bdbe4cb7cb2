import Prose
import TestSupport
import Testing

@testable import Wording

@Suite struct CommonThreadTests {
  private let comparer = WordingComparer()

  private func digest(_ text: String) -> [WordDigest.Word] {
    WordDigest(comparer.read(Rendering(text: Tokenizer().tokenize(Array(text.utf8))))).words
  }

  private func thread(_ a: String, _ b: String) -> CommonThread {
    var finder = ThreadFinder()
    finder.set(digest(a))
    return finder.thread(with: digest(b))
  }

  @Test func equalWordsAreOneRun() {
    let text = "The ferry sank before the mayor could open the lighthouse."
    let thread = thread(text, text)
    #expect(thread.scattered == 0)
    #expect(thread.unmatched == 0)
    #expect(thread.matched == WordDigest(words: digest(text)).bits)
    #expect(thread.a == 0..<10)
  }

  @Test func aSharedPhraseSpeaksForNothing() {
    let thread = thread(
      "We will fight for every lighthouse on this coast until the last lamp goes out.",
      "We will fight for every apprentice baker whom the strike has left unpaid.")
    #expect(thread.longestRun > 10)
    #expect(thread.balance < 0)
  }

  @Test func editedWordsAddUp() {
    let thread = thread(
      "The orchestra owes the baker four hundred trumpets and a glacier.",
      "An orchestra owed every baker in town trumpets, violins or a glacier.")
    #expect(thread.balance > 10)
  }

  @Test func nothingInCommon() {
    #expect(thread("Rust never sleeps.", "Parrots answer telephones.").bits == 0)
    #expect(thread("", "Parrots").bits == 0)
    #expect(thread("Parrots", "").bits == 0)
  }

  /// Of all chains of equal words none tells more, whichever side comes first.
  @Test(arguments: 0..<40)
  func noChainTellsMore(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    func words() -> [WordDigest.Word] {
      (0..<Int.random(in: 0...24, using: &random)).map { _ in
        let key = UInt32.random(in: 0..<14, using: &random)
        return WordDigest.Word(
          key: key, bits: UInt8(3 + key), bitsInContext: UInt8(1 + key / 2), isContent: key > 4)
      }
    }
    let (a, b) = (words(), words())
    var finder = ThreadFinder()
    finder.set(a)
    let thread = finder.thread(with: b)
    #expect(thread.bits == Self.most(a, b))
    finder.set(b)
    #expect(finder.thread(with: a).bits == thread.bits)
  }

  /// What the best chain tells, tried link by link.
  private static func most(_ a: [WordDigest.Word], _ b: [WordDigest.Word]) -> Int32 {
    func isLeftOut(_ key: UInt32) -> Bool {
      a.count { $0.key == key } > 8 || b.count { $0.key == key } > 8
    }
    var best = Array(repeating: [Int32](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices {
      for j in b.indices {
        best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j])
        guard a[i].key == b[j].key, !isLeftOut(a[i].key) else { continue }
        let isNext = i > 0 && j > 0 && a[i - 1].key == b[j - 1].key
        let weight = isNext ? Int32(a[i].bitsInContext) : max(0, Int32(a[i].bits) - 5)
        best[i + 1][j + 1] = max(best[i + 1][j + 1], best[i][j] + weight)
      }
    }
    return best[a.count][b.count]
  }
}
