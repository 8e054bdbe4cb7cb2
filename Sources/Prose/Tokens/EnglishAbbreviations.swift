/// The abbreviations of English news, law and books that end with a full stop.
///
/// Initials (`J.`) and words with full stops inside (`U.S.`, `a.m.`) need no list. The list holds
/// the titles, months, companies and states of the Associated Press Stylebook and the Chicago
/// Manual of Style, and the Latin ones. Where the same letters are a word of their own, a condition
/// on what follows tells the two apart.
enum EnglishAbbreviations {
  /// What stands behind the full stop.
  enum Follower {
    case capital, small, number, punctuation
    /// The paragraph ends.
    case nothing
  }

  /// Whether the letters from `start` up to `end` are an abbreviation before what follows.
  ///
  /// - Complexity: O(1); the longest entry has six letters.
  static func contains(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, followedBy follower: Follower
  ) -> Bool {
    guard let key = key(bytes, start, end), let condition = entries[key] else { return false }
    switch condition {
    case .title, .always: return true
    case .beforeNumber: return follower == .number
    case .beforeName: return follower == .capital
    case .insideSentence: return follower == .small || follower == .punctuation
    }
  }

  /// Whether the letters from `start` up to `end` are a title, which a name follows.
  static func isTitle(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard let key = key(bytes, start, end) else { return false }
    return entries[key] == .title
  }

  private enum Condition {
    case title
    case always
    /// `No. 10`, but `No.` by itself is an answer.
    case beforeNumber
    /// `Fr. Brown`.
    case beforeName
    /// `Springfield, Mass., said`, but `the sun.` before a new sentence.
    case insideSentence
  }

  /// Up to six ASCII letters in one number; nil when there are more or other characters.
  private static func key(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> UInt64? {
    guard start < end, end - start <= 6 else { return nil }
    // A word set in capitals counts as one with an initial capital: `MR. LOW`.
    let isCapital = { (offset: Int) in (0x41...0x5A).contains(bytes[offset]) }
    let fold: UInt8 = (start..<end).allSatisfy(isCapital) ? 0x20 : 0
    var key = UInt64(bytes[start])
    for offset in start + 1..<end {
      guard bytes[offset] < 0x80 else { return nil }
      key = key << 8 | UInt64(bytes[offset] | fold)
    }
    return key
  }

  private static let entries: [UInt64: Condition] = {
    var entries: [UInt64: Condition] = [:]
    func add(_ condition: Condition, _ list: String) {
      for word in list.split(separator: " ") {
        let bytes = Array(word.utf8)
        bytes.withUnsafeBufferPointer { buffer in
          if let key = key(buffer, 0, buffer.count) { entries[key] = condition }
        }
      }
    }
    // Titles before names.
    add(
      .title,
      """
      Mr Mrs Ms Mx Dr Prof Hon Rev Revd Msgr Mgr Messrs Mme Mlle St Ste Gov Govs Sen Sens Rep \
      Reps Pres Amb Atty Asst Supt Insp Det Sgt Cpl Pvt Pfc Lt Capt Maj Col Gen Brig Adm Cmdr \
      Cdr Cmdt Comdr Lieut Ald Dep Dir Mt Mts Ft Pt
      """)
    // Behind names, of bodies, and of places.
    add(
      .always,
      """
      Sr Jr Esq Bros Dist Sec Treas Corp Inc Co Cos Ltd Dept Assn Assoc Univ Inst Intl Natl Govt \
      Ave Blvd Rd Hwy Pkwy approx est
      """)
    // Months and days, as they are shortened before a date.
    add(
      .always, "Jan Feb Aug Sept Oct Nov Dec Apr Jun Jul Mon Tue Tues Wed Thu Thur Thurs Fri")
    // States, as the Associated Press shortened them in datelines.
    add(
      .always,
      """
      Ala Ariz Calif Colo Conn Del Fla Ky Md Mich Minn Mont Neb Nebr Nev Okla Penn Tenn Tex Vt \
      Va Wis Wisc Wyo Ont Que
      """)
    add(.insideSentence, "Ark Ga Ill Ind Kan Kans La Mass Miss Mo Ore Pa Wash Me")
    add(.beforeNumber, "No no Nos nos Mar Sun Sat Art art Fig fig Figs figs p pp vol Vol vols Vols")
    add(.beforeNumber, "ch Ch chap Chap par sect c ca")
    add(.always, "vs etc viz al ibid Ibid cf Cf eg ie")
    add(.beforeName, "Fr Br Bp Abp")
    return entries
  }()
}
