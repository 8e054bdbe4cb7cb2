/// A place between equal words where an alignment has words that differ.
struct Zone {
  /// The words that are not the same; one of the two may be empty.
  var a: Range<Int>
  var b: Range<Int>
  /// The links of unequal words inside.
  var links: [Alignment.Link] = []

  /// The zones of an alignment, in order. Words before its first link and behind its last are in none.
  static func zones(of alignment: Alignment) -> [Zone] {
    var zones: [Zone] = []
    var open: Zone?
    var last: Alignment.Link?
    for link in alignment.links {
      if let last, link.a > last.aEnd || link.b > last.bEnd, open == nil {
        open = Zone(a: last.aEnd..<link.a, b: last.bEnd..<link.b)
      }
      if link.isEqual {
        if var zone = open {
          zone.a = zone.a.lowerBound..<link.a
          zone.b = zone.b.lowerBound..<link.b
          zones.append(zone)
        }
        open = nil
      } else {
        if open == nil { open = Zone(a: link.a..<link.a, b: link.b..<link.b) }
        open?.links.append(link)
      }
      last = link
    }
    if var zone = open, let last {
      zone.a = zone.a.lowerBound..<last.aEnd
      zone.b = zone.b.lowerBound..<last.bEnd
      zones.append(zone)
    }
    return zones
  }
}
