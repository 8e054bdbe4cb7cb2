import Prose

extension SequenceReader {
  /// Joins the words of one number into one compared word: `two hundred and fifty thousand`,
  /// `$2.6 million`, which becomes the number and its unit.
  mutating func combineNumbers() {
    guard !numbers.isEmpty else { return }
    numbers += repeatElement(.none, count: sequence.words.count - numbers.count)
    let old = sequence.words
    let oldPrints = sequence.prints
    // Each printed word's index after printed words of one number have become one.
    var owner = Array(oldPrints.indices)
    var words: [WordSequence.Word] = []
    words.reserveCapacity(old.count)
    var index = 0
    while index < old.count {
      let mayStart = numbers[index].kind != .none || isIndefinite(index)
      guard mayStart, let run = run(from: index) else {
        words.append(sequence.words[index])
        index += 1
        continue
      }
      var word = old[run.first]
      let letters = NumberLetters.letters(run.value, isOrdinal: run.isOrdinal)
      word.key = WordKey.of(letters)
      word.signature = lexicon.entry(word.key)?.signature ?? 0
      word.lettersStart = UInt32(sequence.letters.count)
      word.lettersCount = UInt16(clamping: letters.count)
      sequence.letters.append(contentsOf: letters)
      word.bits = 10
      word.bitsInContext = 10
      word.letterSet = letters.reduce(0) { $0 | 1 << UInt32($1 & 31) }
      word.traits.subtract([.function, .article, .pronoun, .startsPhrase, .unit, .quantifier])
      if run.isLoneOne {
        word.traits.insert(.function)
        word.bits = 5
        word.bitsInContext = 5
      } else {
        word.traits.insert(.number)
      }
      if run.isOrdinal { word.traits.insert(.ordinal) }
      let carried = old[index].traits.intersection([
        .afterSkip, .afterEllipsis, .pieceStart, .sentenceStart,
      ])
      word.traits.formUnion(carried)
      words.append(word)
      if let unit = run.unit {
        var word = old[unit]
        word.traits.subtract(carried)
        words.append(word)
      }
      var end = run.end
      if let month = month(behind: run) {
        // The 3rd of May is May 3.
        words.insert(old[month], at: words.count - 1)
        words[words.count - 2].traits.formUnion(carried)
        words[words.count - 1].traits.subtract(carried)
        end = month + 1
      }
      for print in Int(old[index].print)...Int(old[end - 1].print) {
        owner[print] = owner[Int(old[index].print)]
      }
      index = end
    }
    rebuildPrints(words, owner, oldPrints)
  }

  /// Notes that the last word is a number.
  mutating func note(_ number: ReadNumber) {
    let index = sequence.words.count - 1
    if numbers.count <= index {
      numbers += repeatElement(.none, count: index + 1 - numbers.count)
    }
    numbers[index] = number
  }

  private mutating func rebuildPrints(
    _ words: [WordSequence.Word], _ owner: [Int], _ oldPrints: [WordSequence.Print]
  ) {
    var words = words
    var prints: [WordSequence.Print] = []
    var target = [Int32](repeating: 0, count: oldPrints.count)
    for (index, print) in oldPrints.enumerated() {
      if owner[index] == index {
        var print = print
        print.wordCount = 0
        prints.append(print)
      } else {
        prints[prints.count - 1].end = print.end
        prints[prints.count - 1].endToken = print.endToken
      }
      target[index] = Int32(prints.count - 1)
    }
    for index in words.indices {
      let print = Int(target[Int(words[index].print)])
      if prints[print].wordCount == 0 { prints[print].firstWord = Int32(index) }
      prints[print].wordCount += 1
      words[index].print = Int32(print)
      words[index].start = prints[print].start
      words[index].end = prints[print].end
    }
    sequence.words = words
    sequence.prints = prints
  }

  /// The month that a day stands before: `3 May`, `3rd of May`.
  private func month(behind run: Run) -> Int? {
    guard run.unit == nil, (1...31).contains(run.value) else { return nil }
    let words = sequence.words
    var index = run.end
    if index < words.count, words[index].key == Self.of, isAdjacent(index) { index += 1 }
    guard index < words.count, words[index].traits.contains(.month), isAdjacent(index) else {
      return nil
    }
    return index
  }

  /// The words of one number.
  private struct Run {
    /// The first word of the number itself, and the index behind the last.
    var first: Int
    var end: Int
    var value: Double
    var isOrdinal = false
    /// The word of the currency sign before it.
    var unit: Int?
    /// *one* alone is rather a pronoun than a number.
    var isLoneOne = false
  }

  private mutating func run(from start: Int) -> Run? {
    var index = start
    var unit: Int?
    if numbers[index].kind == .prefixUnit {
      unit = index
      index += 1
      guard index < numbers.count, numbers[index].kind == .digits else { return nil }
    }
    let first = index
    var total = 0.0
    var current: Double?
    var last = ReadNumber.none
    var isOrdinal = false
    if isIndefinite(index), next(index, is: .multiplier) || next(index, is: .group) {
      current = 1
      index += 1
    } else if numbers[index].kind == .fraction {
      guard index + 1 < numbers.count, sequence.words[index + 1].traits.contains(.article),
        isAdjacent(index + 1)
      else { return nil }
      if !next(index + 1, is: .multiplier) {
        return Run(first: index, end: index + 2, value: numbers[index].value)
      }
      current = numbers[index].value
      index += 2
    }
    scan: while index < numbers.count, index == first || isAdjacent(index) {
      let number = numbers[index]
      switch number.kind {
      case .digits:
        guard current == nil, total == 0 else { break scan }
        current = number.value
      case .cardinal, .ordinal:
        if let value = current {
          let joins =
            last.kind == .cardinal
            ? last.value >= 20 && last.value < 100 && number.value < 10
            : last.kind == .multiplier && last.value == 100 && number.value < 100
          guard joins else { break scan }
          current = value + number.value
        } else {
          guard total == 0 || number.value < 1000 else { break scan }
          current = number.value
        }
        if number.kind == .ordinal {
          isOrdinal = true
          index += 1
          break scan
        }
      case .multiplier, .group, .suffix:
        // *hundred* alone is one hundred.
        guard let value = current ?? (number.kind == .multiplier && index == first ? 1 : nil) else {
          break scan
        }
        if number.kind == .suffix, !isInOnePrint(index) { break scan }
        if number.value == 100 {
          current = value * 100
        } else {
          total += value * number.value
          current = nil
        }
      case .fraction, .prefixUnit: break scan
      case .none:
        guard last.kind == .multiplier, sequence.words[index].key == Self.and,
          index + 1 < numbers.count, numbers[index + 1].kind == .cardinal,
          numbers[index + 1].value < 100, isAdjacent(index + 1)
        else { break scan }
        index += 1
        continue
      }
      last = number
      index += 1
    }
    guard index > first, current != nil || total > 0 else { return nil }
    let value = total + (current ?? 0)
    guard value.isFinite else { return nil }
    let isLone = index == first + 1 && unit == nil
    // `one second`: behind a number the ordinal is the unit of time.
    if isOrdinal, isLone, value == 2, first > 0, isAdjacent(first),
      [.cardinal, .digits].contains(numbers[first - 1].kind)
    {
      sequence.words[first].traits.insert(.unit)
      return nil
    }
    if isOrdinal, isLone, isBesideMonth(first) { isOrdinal = false }
    return Run(
      first: first, end: index, value: value, isOrdinal: isOrdinal, unit: unit,
      isLoneOne: isLone && value == 1 && numbers[first].kind == .cardinal)
  }

  private static let and = WordKey.of("and")
  private static let a = WordKey.of("a")
  private static let of = WordKey.of("of")

  private func isIndefinite(_ index: Int) -> Bool { sequence.words[index].key == Self.a }

  private func next(_ index: Int, is kind: ReadNumber.Kind) -> Bool {
    index + 1 < numbers.count && numbers[index + 1].kind == kind && isAdjacent(index + 1)
  }

  /// Whether nothing but space stands between a word and the one before it.
  private func isAdjacent(_ index: Int) -> Bool {
    let before = sequence.words[index - 1]
    let word = sequence.words[index]
    return before.print == word.print
      || (before.piece == word.piece
        && sequence.prints[Int(before.print)].endToken
          == sequence.prints[Int(word.print)].firstToken)
  }

  private func isInOnePrint(_ index: Int) -> Bool {
    sequence.words[index - 1].print == sequence.words[index].print
      || sequence.words[index - 1].span.end == sequence.words[index].span.start
  }

  private func isBesideMonth(_ index: Int) -> Bool {
    if index + 2 < sequence.words.count, sequence.words[index + 1].traits.contains(.preposition),
      sequence.words[index + 2].traits.contains(.month)
    {
      return true
    }
    return (index > 0 && sequence.words[index - 1].traits.contains(.month))
      || (index + 1 < sequence.words.count && sequence.words[index + 1].traits.contains(.month))
  }
}
