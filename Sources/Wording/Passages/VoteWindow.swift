/// Where votes for words of a quotation crowd in a source.
enum VoteWindow {
  struct Vote: Hashable {
    /// The word's place in the source.
    var position: UInt32
    /// The word's number in the quotation.
    var word: UInt32
  }

  /// A stretch of the source, and the weight of the votes in it.
  struct Crowd: Hashable {
    var weight: Int
    var range: Range<Int>
    /// The stretch up to the nearest crowds that are as heavy, which are places of their own.
    var room = 0..<Int.max
  }

  /// The stretches of at most `width` words whose votes weigh most, each word of the quotation
  /// counted once; best first, none overlapping.
  ///
  /// - Complexity: O(*v* log *v*) in the votes.
  static func best(
    _ votes: [Vote], width: Int, weights: [Int], limit: Int
  ) -> [Crowd] {
    var counts = [Int](repeating: 0, count: weights.count)
    var weight = 0
    var start = 0
    var peaks: [Crowd] = []
    for vote in votes {
      let word = Int(vote.word)
      if counts[word] == 0 { weight += weights[word] }
      counts[word] += 1
      while Int(vote.position) - Int(votes[start].position) >= width {
        let old = Int(votes[start].word)
        counts[old] -= 1
        if counts[old] == 0 { weight -= weights[old] }
        start += 1
      }
      // What the window has again further on makes it only longer, and bridges repeats.
      while counts[Int(votes[start].word)] > 1 {
        counts[Int(votes[start].word)] -= 1
        start += 1
      }
      let range = Int(votes[start].position)..<(Int(vote.position) + 1)
      // Of windows that overlap the heaviest is kept; of equals the first, unless another is far
      // tighter: one that is a little so has the end of a repeat and the beginning of the next.
      if let last = peaks.last, last.range.overlaps(range) {
        let isTighter = 4 * range.count < 3 * last.range.count
        if weight > last.weight || weight == last.weight && isTighter {
          peaks[peaks.count - 1] = Crowd(weight: weight, range: range)
        }
      } else {
        peaks.append(Crowd(weight: weight, range: range))
      }
    }
    giveRoom(to: &peaks)
    peaks.sort {
      $0.weight != $1.weight
        ? $0.weight > $1.weight : $0.range.lowerBound < $1.range.lowerBound
    }
    return Array(peaks.prefix(limit))
  }

  /// Says of each crowd how far it is to the next ones that are as heavy.
  ///
  /// - Complexity: O(*n*) for *n* crowds, which stand in the order of the source.
  private static func giveRoom(to crowds: inout [Crowd]) {
    // Crowds that none behind them outweighs, the heaviest first.
    var heavier: [Int] = []
    for number in crowds.indices {
      while let last = heavier.last, crowds[last].weight < crowds[number].weight {
        crowds[last].room = crowds[last].room.lowerBound..<crowds[number].range.lowerBound
        heavier.removeLast()
      }
      if let last = heavier.last {
        let isEqual = crowds[last].weight == crowds[number].weight
        crowds[number].room = crowds[last].range.upperBound..<Int.max
        if isEqual {
          crowds[last].room = crowds[last].room.lowerBound..<crowds[number].range.lowerBound
          heavier.removeLast()
        }
      }
      heavier.append(number)
    }
  }
}
