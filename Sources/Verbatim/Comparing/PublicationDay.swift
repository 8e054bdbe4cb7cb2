/// Reads the day of an article's date.
public enum PublicationDay {
  /// The number of the day in the proleptic Gregorian calendar, counted from 1 January of the year
  /// 0; nil unless the date begins with `YYYY-MM-DD` or `YYYYMMDD` and the month has that day.
  public static func number(of date: String?) -> Int? {
    guard let date else { return nil }
    var (value, count) = (0, 0)
    for byte in date.utf8.prefix(10) where byte != UInt8(ascii: "-") && count < 8 {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      count += 1
    }
    guard count == 8 else { return nil }
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
    guard (1...12).contains(month), (1...lastDay(of: month, year)).contains(day) else { return nil }
    // Years that begin in March, so that the leap day is a year's last.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  }

  private static func lastDay(of month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
