/// What one word says about a number, before the words of one number are joined.
struct ReadNumber {
  enum Kind: UInt8 {
    case none
    /// Digits with their separators.
    case digits
    /// *eight*, *eighty*.
    case cardinal
    /// *hundred*, *million*.
    case multiplier
    /// `m` and `bn` behind digits.
    case suffix
    case ordinal
    case fraction
    /// *dozen*.
    case group
    /// A currency sign before its number.
    case prefixUnit
  }

  var kind: Kind
  var value: Double

  static let none = ReadNumber(kind: .none, value: 0)

  init(kind: Kind, value: Double) {
    self.kind = kind
    self.value = value
  }

  init(_ word: WordEntry.NumberWord?) {
    guard let word else {
      self = .none
      return
    }
    value = word.value
    kind =
      switch word.kind {
      case .cardinal: .cardinal
      case .multiplier: .multiplier
      case .suffix: .suffix
      case .ordinal: .ordinal
      case .fraction: .fraction
      case .group: .group
      }
  }
}
