internal import Prose
internal import Wording

/// One rendering's text cut where differences begin and end, exact to the byte.
struct MarkedText {
  struct Segment: Hashable {
    var span: TextSpan
    /// The indices of the differences that cover the segment, in ascending order.
    var differences: [Int]
    /// The indices of the differences that end with the segment, or have their place here without
    /// any words on this side.
    var ending: [Int]
  }

  private(set) var segments: [Segment] = []

  /// - Parameters:
  ///   - spans: The places of the differences on this side.
  ///   - range: The stretch of the text to cut up; spans are cut off at its ends.
  /// - Complexity: O(*n* log *n*) in the number of differences, if few overlap.
  init(spans: [TextSpan], in range: TextSpan) {
    struct Event {
      var offset: Int
      var difference: Int
      var isStart: Bool
    }
    var events: [Event] = []
    for (index, span) in spans.enumerated() {
      let start = min(max(span.start, range.start), range.end)
      let end = min(max(span.end, start), range.end)
      if start < end { events.append(Event(offset: start, difference: index, isStart: true)) }
      events.append(Event(offset: end, difference: index, isStart: false))
    }
    events.sort { ($0.offset, $0.difference) < ($1.offset, $1.difference) }
    var open: Set<Int> = []
    var position = range.start
    var index = 0
    while index < events.count {
      let offset = events[index].offset
      var ending: [Int] = []
      let covering = open.sorted()
      var opening: [Int] = []
      while index < events.count, events[index].offset == offset {
        let event = events[index]
        if event.isStart {
          opening.append(event.difference)
        } else {
          ending.append(event.difference)
        }
        index += 1
      }
      if position < offset || !ending.isEmpty {
        segments.append(
          Segment(span: TextSpan(position, offset), differences: covering, ending: ending))
      }
      position = offset
      open.subtract(ending)
      open.formUnion(opening)
    }
    if position < range.end {
      segments.append(Segment(span: TextSpan(position, range.end), differences: [], ending: []))
    }
  }
}
