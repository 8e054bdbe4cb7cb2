/// What the table of an alignment needs of one word, laid out so that nearly all pairs of words are
/// judged by a few comparisons, without a look at letters or language data.
struct AlignmentWord: BitwiseCopyable {
  let key: UInt64
  /// The key of the word read on from the word before it; 0 where they are not neighbours.
  let joinedKey: UInt64
  private let traits: WordTraits
  let signature: UInt64
  private let letterSet: UInt32
  private let lettersCount: Int32
  let firstLetter: UInt8
  let lastLetter: UInt8
  /// What linking the word to an equal one gains.
  let match: Int32
  /// What a gap costs that opens with the word, that word included, and what the word costs in one.
  let openGap: Int32
  let extendGap: Int32
  /// What it costs to skip any number of the other side's words behind this word.
  let openLongGap: Int32

  /// Lays out the words that are aligned, the first at the start of `places`.
  static func layOut(
    _ sequence: WordSequence, _ range: Range<Int>,
    at places: UnsafeMutablePointer<AlignmentWord>
  ) {
    sequence.words.withUnsafeBufferPointer { words in
      sequence.letters.withUnsafeBufferPointer { letters in
        for index in range {
          (places + (index - range.lowerBound)).initialize(
            to: AlignmentWord(words, letters, index, in: range))
        }
      }
    }
  }

  private init(
    _ words: UnsafeBufferPointer<WordSequence.Word>, _ allLetters: UnsafeBufferPointer<UInt8>,
    _ index: Int, in range: Range<Int>
  ) {
    let word = words[index]
    let first = Int(word.lettersStart)
    let letters = Int(word.lettersCount)
    key = word.key
    traits = word.traits
    signature = word.signature
    letterSet = word.letterSet
    lettersCount = Int32(letters)
    firstLetter = letters > 0 ? allLetters[first] : 0
    lastLetter = letters > 0 ? allLetters[first + letters - 1] : 0
    match =
      word.traits.contains(.function) ? AlignmentCosts.functionMatch : AlignmentCosts.contentMatch
    let isBracketed = word.traits.contains(.bracketed)
    extendGap = isBracketed ? 0 : AlignmentCosts.gapWord
    openGap = extendGap + (isBracketed ? AlignmentCosts.shownGap : AlignmentCosts.gap)
    openLongGap =
      index + 1 < range.upperBound && words[index + 1].traits.contains(.afterSkip)
      ? AlignmentCosts.shownGap : AlignmentCosts.longGap
    if index > range.lowerBound, words[index - 1].piece == word.piece {
      var key = words[index - 1].key
      for offset in first..<first + letters { key = WordKey.extend(key, allLetters[offset]) }
      joinedKey = key
    } else {
      joinedKey = 0
    }
  }

  /// Whether letters of the word are masked, so that it can be like words of any letters.
  var isMasked: Bool { traits.contains(.masked) }
  /// Whether the word is an ambiguous ending, or one that such an ending can stand for.
  var isClitic: Bool { traits.contains(.clitic) }
  var isCliticMeaning: Bool { traits.contains(.cliticMeaning) }

  /// Whether the word is a form of an irregular one.
  var isIrregular: Bool { traits.contains(.irregular) }

  /// Whether the word gains by being spelled nearly as another is: a word of content.
  var canBeNear: Bool { traits.isDisjoint(with: [.function, .number]) && lettersCount >= 3 }

  /// Words that can be linked to others than their equals by rules of their own.
  private static let special: WordTraits = [.clitic, .masked]

  /// What linking two unequal words gains, as ``WordAffinity/unequalGain(_:_:_:_:)`` has it; nil where
  /// it takes a look at the letters or the language data.
  @inline(__always)
  static func unequalGain(_ x: AlignmentWord, _ y: AlignmentWord) -> Int32? {
    let either = x.traits.rawValue | y.traits.rawValue
    let both = x.traits.rawValue & y.traits.rawValue
    // The words of a relation, or the forms of a word, share a bit of the signature.
    let isRare =
      (either & rare) | (both & WordAffinity.work.rawValue) | (x.signature & y.signature) != 0
    if isRare {
      if either & special.rawValue != 0 { return nil }
      if both & WordAffinity.work.rawValue != 0 { return AlignmentCosts.sameWork }
      return either & WordTraits.number.rawValue != 0 ? AlignmentCosts.unlikeSubstitution : nil
    }
    if either & WordTraits.function.rawValue == 0 {
      return areUnlike(x, y) ? AlignmentCosts.substitution : nil
    }
    return both & WordTraits.function.rawValue != 0
      ? AlignmentCosts.substitution : AlignmentCosts.unlikeSubstitution
  }

  private static let rare = special.rawValue | WordTraits.number.rawValue

  /// Whether two words can not be spelled nearly the same.
  ///
  /// A slip changes two letters of the set at most, an ending a few; and words that start otherwise
  /// and end otherwise too are not alike.
  @inline(__always)
  private static func areUnlike(_ x: AlignmentWord, _ y: AlignmentWord) -> Bool {
    if x.firstLetter != y.firstLetter, x.lastLetter != y.lastLetter { return true }
    return !WordAffinity.canBeNear(
      Int(x.lettersCount), x.letterSet, Int(y.lettersCount), y.letterSet)
  }
}
