internal import Prose

/// Finds the roles of an article's marks that cost least together.
///
/// A mark cannot be judged alone: `'` after *boys* is an apostrophe or the end of a quotation,
/// depending on what opened before and what closes later. So the search walks over the marks with a
/// few hypotheses at once. A hypothesis is a stack of open marks and a cost, the sum of
/// - what each mark costs in its role by itself: going against the glyph's direction, against the
///   spaces and punctuation at its sides, against the words at its sides (``MarkCosts``);
/// - what each pair costs: unlike marks, marks nested in their like (``Pairing``);
/// - what is missing: quotations that end with a paragraph and are not carried on by a mark at the
///   head of the next one, closing marks without an opening one.
///
/// Costs are tenths of a plain printer's error and roughly logarithms of odds, so that two small
/// oddities outweigh neither one missing mark nor a certain apostrophe. Hypotheses with equal stacks
/// merge; the cheapest few survive. What is open at a paragraph's end must be carried on by the next
/// paragraph's first mark or ends there: no quotation runs on to a mark in a later paragraph, and
/// an error does not reach past its paragraph.
///
/// - Complexity: O(*n*) in the marks, whatever their order: the number of hypotheses and the work
///   for each are bounded, and stacks are shared.
struct RoleSearch {
  private let marks: PrintedMarks
  private let pairing: Pairing
  private var bounds: SpeechBounds
  private var stacks = OpenMarks()
  private var hypotheses = [Hypothesis()]
  private var steps: [Step] = []
  private var candidates: [Candidate] = []
  private var roles: Roles

  /// How many hypotheses survive a mark.
  private static let beam = 12
  /// How much worse than the best a hypothesis may be.
  private static let margin: Int32 = 120
  /// After how many steps the best hypothesis is taken for the truth.
  private static let longestHistory = 1 << 16
  /// How many inner quotations may end with an outer one's mark.
  private static let deepestClose = 3

  private struct Hypothesis {
    var cost: Int32 = 0
    var stack = OpenMarks.Stack.empty
    /// That of the stack, as the last selection saw it.
    var identity: UInt64 = 0
    /// How many carried quotations still wait for their mark at the paragraph's head.
    var waiting: Int32 = 0
    /// The last step.
    var step: Int32 = -1
  }

  private struct Step {
    var previous: Int32
    /// The mark, or for the end of a paragraph the complement of its index.
    var place: Int32
    var role: Role
  }

  private struct Candidate {
    var cost: Int32
    var order: Int32
    var stack: OpenMarks.Stack
    var pushed: Glyph?
    var identity: UInt64
    var waiting: Int32
    var previous: Int32
    var role: Role
  }

  init(marks: PrintedMarks, conventions: MarkConventions, bounds: SpeechBounds) {
    self.marks = marks
    pairing = Pairing(conventions: conventions)
    self.bounds = bounds
    roles = Roles(
      marks: Array(repeating: Role(kind: .other), count: marks.marks.count),
      carried: Array(repeating: 0, count: marks.paragraphs.count))
  }

  mutating func run() -> Roles {
    for (index, range) in marks.paragraphs.enumerated() {
      if range.isEmpty, !hypotheses.contains(where: { !$0.stack.isEmpty }) { continue }
      for mark in range where !marks.marks[mark].isSettled {
        for hypothesis in hypotheses { expand(hypothesis, mark) }
        select(place: mark, mark: mark)
        if steps.count > Self.longestHistory { decide() }
      }
      endParagraph(index)
      if hypotheses.count == 1 || steps.count > Self.longestHistory { decide() }
    }
    decide()
    return roles
  }

  // MARK: One mark

  private mutating func expand(_ hypothesis: Hypothesis, _ index: Int) {
    let mark = marks.marks[index]
    if hypothesis.waiting > 0 {
      add(hypothesis, 0, hypothesis.stack, Role(kind: .resume), waiting: hypothesis.waiting - 1)
      return
    }
    add(hypothesis, mark.otherCost, hypothesis.stack, Role(kind: .other))
    let top = hypothesis.stack.isEmpty ? nil : stacks[hypothesis.stack]
    let isCarried = top.map { marks.marks[Int($0.mark)].paragraph < mark.paragraph } ?? false
    var openCost = mark.openCost + pairing.nest(top?.glyph, mark.glyph, isCarried: isCarried)
    if let top, top.glyph == mark.glyph, Int(top.mark) == index - 1,
      marks.marks[index - 1].end == mark.start
    {
      openCost += Pairing.openedTwice
    }
    add(hypothesis, openCost, hypothesis.stack, Role(kind: .open), pushed: mark.glyph)
    guard let top else {
      var cost = Pairing.missingMark + mark.closeCost
      if mark.glyph.isSingle, !pairing.conventions.singlesCarrySpeech { cost += 20 }
      add(hypothesis, cost, .empty, Role(kind: .unopened))
      return
    }
    if top.glyph.family == mark.glyph.family {
      let outer = top.parent.isEmpty ? nil : stacks[top.parent].glyph
      add(
        hypothesis,
        Pairing.missingMark + mark.openCost + pairing.nest(outer, mark.glyph), top.parent,
        Role(kind: .reopen), pushed: mark.glyph)
    }
    expandClosing(hypothesis, mark, index)
  }

  private mutating func expandClosing(_ hypothesis: Hypothesis, _ mark: PrintedMark, _ index: Int) {
    var link = hypothesis.stack
    var unclosed: Int32 = 0
    for amount in 1...Self.deepestClose {
      guard !link.isEmpty else { return }
      let level = stacks[link]
      if let cost = pairing.close(level.glyph, mark.glyph) {
        let opening = marks.marks[Int(level.mark)]
        var total = cost + mark.closeCost + unclosed
        total += pairing.length(level.glyph, mark.start - opening.end)
        if Int(level.mark) == index - 1, mark.start <= opening.end + 1 {
          total += Pairing.emptyQuotation
        }
        add(
          hypothesis, total, level.parent,
          Role(kind: .close, amount: Int32(truncatingIfNeeded: amount)))
      }
      unclosed += level.glyph.isInner ? Pairing.missingInnerMark : Pairing.missingMark
      link = level.parent
    }
  }

  private mutating func add(
    _ hypothesis: Hypothesis, _ cost: Int32, _ stack: OpenMarks.Stack, _ role: Role,
    pushed: Glyph? = nil, waiting: Int32 = 0
  ) {
    var identity = stacks.identity(stack)
    if let pushed { identity = OpenMarks.identity(of: identity, with: pushed) }
    candidates.append(
      Candidate(
        cost: hypothesis.cost + cost, order: Int32(truncatingIfNeeded: candidates.count),
        stack: stack, pushed: pushed, identity: identity, waiting: waiting,
        previous: hypothesis.step, role: role))
  }

  /// Keeps the cheapest candidates with unlike stacks.
  private mutating func select(place: Int, mark: Int) {
    candidates.sort { $0.cost != $1.cost ? $0.cost < $1.cost : $0.order < $1.order }
    hypotheses.removeAll(keepingCapacity: true)
    let limit = (candidates.first?.cost ?? 0) + Self.margin
    for candidate in candidates {
      if candidate.cost > limit || hypotheses.count == Self.beam { break }
      if hypotheses.contains(where: {
        $0.identity == candidate.identity && $0.waiting == candidate.waiting
      }) {
        continue
      }
      steps.append(
        Step(
          previous: candidate.previous, place: Int32(truncatingIfNeeded: place),
          role: candidate.role))
      var stack = candidate.stack
      if let glyph = candidate.pushed { stack = stacks.push(glyph, mark: mark, on: stack) }
      hypotheses.append(
        Hypothesis(
          cost: candidate.cost, stack: stack, identity: candidate.identity,
          waiting: candidate.waiting, step: Int32(truncatingIfNeeded: steps.count - 1)))
    }
    candidates.removeAll(keepingCapacity: true)
  }

  // MARK: The end of a paragraph

  private mutating func endParagraph(_ index: Int) {
    let heads = headGlyphs(of: index + 1)
    let lineCost = bounds.breaksLine(after: index) ? Pairing.brokenLine : nil
    // What it costs at most to end the paragraph with nothing open.
    let leastCost =
      hypotheses.lazy.filter(\.stack.isEmpty).map { $0.cost + $0.waiting * 100 }.min() ?? Int32.max
    for hypothesis in hypotheses {
      if let lineCost, hypothesis.waiting == 0,
        (1...Roles.deepestCarried).contains(stacks.depth(hypothesis.stack))
      {
        add(
          hypothesis, lineCost, hypothesis.stack,
          Role(kind: .other, amount: Roles.sameParagraph))
      }
      // A carried quotation whose mark did not come: its hypothesis is void.
      let ending = bottom(of: hypothesis.stack, heads.count)
      // Of all that leave nothing open only the cheapest is kept; so words need not be looked at
      // where even they cannot make this one it.
      let missing = missingCost(of: hypothesis, keeping: 0)
      if hypothesis.cost + max(0, missing - Self.cueBonus) + hypothesis.waiting * 100 <= leastCost {
        add(
          hypothesis, endCost(of: hypothesis, keeping: 0, index) + hypothesis.waiting * 100, .empty,
          Role(kind: .other, amount: 0))
      }
      for (level, stack) in ending.enumerated() {
        guard pairing.continues(stacks[stack].glyph, heads[level]) else { break }
        let kept = Int32(truncatingIfNeeded: level + 1)
        add(
          hypothesis, endCost(of: hypothesis, keeping: kept, index), stack,
          Role(kind: .other, amount: kept), waiting: kept)
      }
    }
    select(place: ~index, mark: 0)
  }

  /// The lowest levels of a stack, outermost first.
  private func bottom(of stack: OpenMarks.Stack, _ count: Int) -> [OpenMarks.Stack] {
    guard count > 0 else { return [] }
    var levels: [OpenMarks.Stack] = []
    var link = stack
    while !link.isEmpty {
      let level = stacks[link]
      if Int(level.depth) <= count { levels.append(link) }
      link = level.parent
    }
    return levels.reversed()
  }

  /// How much less it costs that a quotation is not closed where the words of who said it follow.
  private static let cueBonus: Int32 = 10

  /// What the marks cost that are missing when a paragraph ends with the lowest levels kept.
  private func missingCost(of hypothesis: Hypothesis, keeping kept: Int32) -> Int32 {
    var cost: Int32 = 0
    var link = hypothesis.stack
    while !link.isEmpty {
      let current = stacks[link]
      if current.depth > kept {
        cost &+= current.glyph.isInner ? Pairing.missingInnerMark : Pairing.missingMark
      }
      link = current.parent
    }
    return cost
  }

  private mutating func endCost(
    of hypothesis: Hypothesis, keeping kept: Int32, _ paragraph: Int
  ) -> Int32 {
    var cost = missingCost(of: hypothesis, keeping: kept)
    var link = hypothesis.stack
    var level: OpenMarks.Level?
    while !link.isEmpty {
      level = stacks[link]
      link = stacks[link].parent
    }
    guard let level else { return 0 }
    let hasCue = bounds.endsWithCue(paragraph: paragraph, after: level.glyph)
    if kept == 0 { return hasCue ? max(0, cost - Self.cueBonus) : cost }
    cost += kept * Pairing.continuation
    if hasCue { cost += Pairing.continuationAfterCue }
    if !bounds.endsLikeSentence(paragraph: paragraph) { cost += Pairing.continuationInSentence }
    if level.glyph.isSingle, !pairing.conventions.singlesCarrySpeech { cost += 30 }
    return cost
  }

  /// The glyphs of the marks before a paragraph's first word, three at most.
  private func headGlyphs(of paragraph: Int) -> [Glyph] {
    guard paragraph < marks.paragraphs.count else { return [] }
    var glyphs: [Glyph] = []
    for index in marks.paragraphs[paragraph].prefix(Int(Roles.deepestCarried)) {
      let mark = marks.marks[index]
      guard mark.traits.contains(.head), !mark.isSettled, mark.after != .boundary else { break }
      glyphs.append(mark.glyph)
    }
    return glyphs
  }

  // MARK: Decision

  /// Takes the best hypothesis for the truth.
  private mutating func decide() {
    guard let best = hypotheses.min(by: { $0.cost < $1.cost }) else { return }
    var step = best.step
    while step >= 0 {
      let current = steps[Int(step)]
      if current.place >= 0 {
        roles.marks[Int(current.place)] = current.role
      } else {
        roles.carried[Int(~current.place)] = current.role.amount
      }
      step = current.previous
    }
    steps.removeAll(keepingCapacity: true)
    hypotheses = [
      Hypothesis(cost: 0, stack: stacks.decide(best.stack), waiting: best.waiting, step: -1)
    ]
  }
}
