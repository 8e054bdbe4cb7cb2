import Verbatim

/// House styles: the bytes are a profile's file.
///
/// It is read or refused with a reason; what was read has a rule for every class.
enum ProfileInvariants {
  static func check(_ bytes: [UInt8]) throws {
    do {
      let profile = try Profile(bytes: bytes, path: "house.json")
      try require(!profile.name.isEmpty, "a profile has no name")
      for medium in Profile.Medium.allCases {
        for differenceClass in DifferenceClass.allCases {
          _ = profile.ruling(for: differenceClass, medium: medium)
        }
      }
      _ = ProfileReport.list(of: [profile])
      for pair in [("We may sign it.", "We will sign it."), ("“Yes”", "yes")] {
        _ = WordingCheck(profile: profile, medium: .spoken).check(pair.0, pair.1)
      }
    } catch let failure as InputFailure {
      try ReadingInvariants.check(failure)
    }
  }
}
