public import Wording

/// House styles for a terminal.
public enum ProfileReport {
  /// The names and titles of profiles.
  public static func list(of profiles: [Profile]) -> [UInt8] {
    var buffer = ByteBuffer()
    let width = profiles.map { DisplayWidth.of($0.name) }.max() ?? 0
    for profile in profiles {
      buffer.append(profile.name)
      buffer.append(spaces: width - DisplayWidth.of(profile.name) + 2)
      buffer.append("\(VisibleText.oneLine(profile.title))\n")
    }
    return buffer.take()
  }

  /// The rule of a profile for each class, ordered by severity, with where it stands.
  public static func rules(
    of profile: Profile, medium: Profile.Medium?, style: TerminalStyle
  ) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(style.paint(VisibleText.oneLine(profile.title), as: .heading))
    buffer.append(medium.map { ", \($0.rawValue)\n" } ?? "\n")
    for severity in Severity.allCases.dropFirst() {
      buffer.append("\n\(style.paint(severity.name, as: .heading))\n")
      for differenceClass in DifferenceClass.allCases where differenceClass.severity == severity {
        row(differenceClass, profile, medium, style, &buffer)
      }
    }
    return buffer.take()
  }

  private static func row(
    _ differenceClass: DifferenceClass, _ profile: Profile, _ medium: Profile.Medium?,
    _ style: TerminalStyle, _ buffer: inout ByteBuffer
  ) {
    let ruling = profile.ruling(for: differenceClass, medium: medium)
    let others = medium == nil ? exceptions(differenceClass, profile) : []
    let rules = ([ruling.rule.rawValue] + others).joined(separator: ", ")
    TerminalParagraph(
      "\(differenceClass.rawValue): \(rules)", style: style, indent: 2, hang: 4
    ).write(to: &buffer)
    guard let source = ruling.source else { return }
    TerminalParagraph(VisibleText.oneLine(source), style: style, role: .place, indent: 6)
      .write(to: &buffer)
  }

  /// The rules that differ where the words were given in a certain medium: `allowed if spoken`.
  private static func exceptions(
    _ differenceClass: DifferenceClass, _ profile: Profile
  ) -> [String] {
    Profile.Medium.allCases.compactMap { medium in
      let rule = profile.rule(for: differenceClass, medium: medium)
      return rule == profile.rule(for: differenceClass)
        ? nil : "\(rule.rawValue) if \(medium.rawValue)"
    }
  }
}
