import TestSupport
import Testing

@testable import Passages

/// Leaving out what stands alone, against looking at every vote.
@Suite struct CrowdsTests {
  private static let words = [
    "harvest", "festivals", "bring", "strangers", "the", "of", "together", "lanterns", "copper",
    "meadows", "the", "winter",
  ]
  /// Of several tiles.
  private static let wordCount = 3 << 20

  private static func query(_ text: String) throws -> PassageQuery {
    let corpus = (0..<40).map { _ in words.joined(separator: " ") }
    return try PassageQuery(
      sequence(text), segments(corpus, each: 40).map { try PassageSegment($0) })
  }

  /// Features all over a segment, and quotations in which words are left out or put in, some of them
  /// where two tiles meet.
  private static func places(
    _ query: PassageQuery, seed: Int, gap: Int
  ) -> (features: [FeaturePlaces], planted: [Int]) {
    var generator = SeededGenerator(seed: seed)
    let tile = CrowdTile.cellCount << CrowdTile.cellBits
    var planted = (1...2).flatMap { number in
      (0..<4).map { _ in number * tile + Int.random(in: -200...40, using: &generator) }
    }
    planted += (0..<20).map { _ in Int.random(in: 0..<wordCount - 4000, using: &generator) }
    var positions = query.features.map { _ in
      Set((0..<2000).map { _ in UInt32.random(in: 0..<UInt32(wordCount), using: &generator) })
    }
    for start in planted {
      var drift = 0
      for unit in query.units {
        if Int.random(in: 0..<6, using: &generator) == 0 { continue }
        if Int.random(in: 0..<4, using: &generator) == 0 {
          drift += Int.random(in: -3...40, using: &generator)
        }
        let skipped = query.words[unit.word].skipsBefore * gap
        positions[unit.feature].insert(UInt32(max(0, start + unit.word + drift + skipped)))
      }
    }
    let features = zip(query.features, positions).map {
      FeaturePlaces(positions: $1.sorted(), units: $0.units)
    }
    return (features, planted)
  }

  private static func votes(_ features: [FeaturePlaces]) -> [UInt64] {
    features.flatMap { feature in
      feature.units.flatMap { unit in feature.positions.map { UInt64($0) << 16 | UInt64(unit) } }
    }.sorted()
  }

  @Test(arguments: 0..<12) func noGoodPlaceIsLeftOut(seed: Int) throws {
    let query = try Self.query(Self.words.joined(separator: " "))
    let (features, _) = Self.places(query, seed: seed, gap: 0)
    let all = Self.votes(features)
    let share = [0.35, 0.5, 0.7][seed % 3]
    let bounds = PlaceBounds(
      query, asked: query.features.count, least: Int(share * Double(query.worth)))
    let kept = Crowds(bounds, features, wordCount: Self.wordCount).votes.sorted()
    #expect(kept.count < all.count / 2, "\(kept.count) of \(all.count)")
    let stretches = { (votes: [UInt64]) in
      bounds.stretches(votes, segment: 0, wordCount: Self.wordCount).map {
        [$0.words.lowerBound, $0.words.upperBound, $0.bound]
      }
    }
    #expect(!stretches(all).isEmpty)
    #expect(stretches(kept) == stretches(all))
  }

  @Test(arguments: 0..<4) func placesWithAnEllipsis(seed: Int) throws {
    let half = Self.words.count / 2
    let query = try Self.query(
      Self.words[..<half].joined(separator: " ") + " … "
        + Self.words[half...].joined(separator: " "))
    #expect(query.skips == 1)
    let (features, planted) = Self.places(query, seed: seed, gap: 900)
    let bounds = PlaceBounds(query, asked: query.features.count, least: query.worth / 2)
    let kept = Crowds(bounds, features, wordCount: Self.wordCount).votes.sorted()
    #expect(kept.count < Self.votes(features).count)
    let found = bounds.stretches(kept, segment: 0, wordCount: Self.wordCount)
    let all = bounds.stretches(Self.votes(features), segment: 0, wordCount: Self.wordCount)
    for start in planted {
      let isFound = { (stretches: [PlaceBounds.Stretch]) in
        stretches.contains { $0.words.contains(max(0, start) + half) }
      }
      #expect(isFound(found) == isFound(all), "\(start)")
    }
    #expect(found.count > 4)
  }
}
