/// The places of a feature, and the units that it is.
struct FeaturePlaces {
  var positions: [UInt32]
  var units: Range<Int>
}

/// Where in a segment enough of the asked features stand near each other that a place with enough
/// evidence may be about them. Elsewhere nothing is done with their places but to add them up.
///
/// Each vote tells where the quotation would begin. These beginnings fall into cells. The words of a
/// place that stand as in the quotation have one beginning; whatever begins in another cell has cost
/// a break, and a bit for each word between the beginnings. So of each cell's votes a break is taken
/// off, and a place whose beginnings are up to *n* words apart is looked for in pairs of stretches of
/// *n* words: the greater *n*, the more must be there.
struct Crowds {
  /// What asked units must add to what is granted. Of a place in pieces one piece at least has its
  /// share.
  private let neededOfPiece: Int
  private let bounds: PlaceBounds
  private let features: [FeaturePlaces]
  private let wordCount: Int
  /// The votes that are left, each as position × 2¹⁶ + unit, in no order.
  private(set) var votes: [UInt64] = []

  /// - Complexity: O(*n*) in all places of the features, and O(*m*) in the words of the segment, a
  ///   thousandth as dear.
  init(_ bounds: PlaceBounds, _ features: [FeaturePlaces], wordCount: Int) {
    self.bounds = bounds
    self.features = features
    self.wordCount = wordCount
    let pieceCount = bounds.query.skips + 1
    neededOfPiece = (bounds.least - bounds.granted + pieceCount - 1) / pieceCount
    let count = features.reduce(0) { $0 + $1.positions.count * $1.units.count }
    if count * Self.wordsForVote < wordCount || neededOfPiece <= ChainCosts.breakCost {
      collectAll(count)
    } else {
      collectCrowded()
    }
  }

  /// Where votes are fewer among the words, to look at each costs less than to look for crowds.
  private static let wordsForVote = 2048

  private mutating func collectAll(_ count: Int) {
    votes.reserveCapacity(count)
    for feature in features {
      for unit in feature.units {
        for position in feature.positions { votes.append(Self.vote(position, unit)) }
      }
    }
  }

  @inline(__always)
  fileprivate static func vote(_ position: UInt32, _ unit: Int) -> UInt64 {
    UInt64(position) << 16 | UInt64(unit)
  }

  private mutating func collectCrowded() {
    var tile = CrowdTile(bounds, neededOfPiece: neededOfPiece)
    // The first vote of each unit that the tile has.
    var cursors = [Int](repeating: 0, count: bounds.units.count)
    let cellCount = (wordCount + PassageQuery.mostWords) >> CrowdTile.cellBits + 1
    var start = 0
    while start < cellCount {
      tile.begin(at: start)
      for feature in features {
        feature.positions.withUnsafeBufferPointer { positions in
          for unit in feature.units {
            tile.add(positions, ofUnit: unit, from: &cursors[unit], bounds.units[unit])
          }
        }
      }
      if tile.findCrowds() {
        for feature in features {
          feature.positions.withUnsafeBufferPointer { positions in
            for unit in feature.units {
              tile.forEachCrowded(positions, from: cursors[unit], bounds.units[unit]) {
                votes.append(Self.vote($0, unit))
              }
            }
          }
        }
      }
      start += CrowdTile.cellCount
    }
    tile.deallocate()
  }
}
