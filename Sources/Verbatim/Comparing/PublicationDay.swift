/// Reads the day of an article's date.
public enum PublicationDay {
  /// The number of the day in the proleptic Gregorian calendar, counted from 1 January of the year
  /// 0; nil unless the date begins with `YYYY-MM-DD` or `YYYYMMDD`.
  public static func number(of date: String?) -> Int? {
    guard let date else { return nil }
    let digits = date.utf8.prefix(10).filter { $0 != UInt8(ascii: "-") }.prefix(8)
    guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    // Years that begin in March, so that the leap day is a year's last.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  }
}
