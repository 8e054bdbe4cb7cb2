/// A cue with its frame.
struct CueRecord: Sendable {
  var tokens: Range<Int>
  var lemma: UInt16
  var cueClass: CueClass
  var strength: CueStrength
  /// `saying`, `adding`: its subject is that of another verb before it.
  var isParticiple: Bool
  /// An infinitive or a form after a modal: `to say`, `would say`.
  var isBase: Bool
  /// `was told`: its subject is not whoever speaks.
  var isPassive: Bool
  var sentence: Int
}
