public import Prose

/// Finds the quotations of an article: its marks, their pairs, nesting, and repair.
///
/// Every mark ends up in a quotation, among the marks that are none, or in a diagnostic. What a
/// quotation is (speech, a title, irony) and which quotations an interrupting cue joins is not
/// decided here: all are `direct` and `speech`, and only a quotation that runs over paragraphs has
/// several pieces, one for each paragraph.
///
/// The work is linear in the text, whatever stands in it. For the method see ``RoleSearch``.
public struct QuotationFinder: Sendable {
  /// Whether single marks are quotation marks.
  public enum SingleQuotes: String, Hashable, Sendable, CaseIterable {
    /// The article decides whether they carry speech, as in British print, or stand inside
    /// quotations and in headlines.
    case auto
    /// They carry speech.
    case on
    /// They are apostrophes.
    case off
  }

  /// Whether a dash at the head of a paragraph opens speech.
  public enum DashDialogue: String, Hashable, Sendable, CaseIterable {
    /// It does where the locale prints speech so, or where an article that marks no speech
    /// otherwise has several such paragraphs.
    case auto
    case on
    case off
  }

  public struct Options: Hashable, Sendable {
    public var singleQuotes: SingleQuotes
    public var dashDialogue: DashDialogue
    /// A locale, such as `de` or `fr-CH`, whose marks take precedence over what the article shows.
    public var marksLocale: String?
    /// How many diagnostics an article may have; one more says how many were left out.
    public var maximumDiagnostics: Int

    /// How many quotations may stand inside one another; deeper ones are left out, with a
    /// diagnostic. No prose goes beyond four.
    public var maximumDepth: Int

    public init(
      singleQuotes: SingleQuotes = .auto, dashDialogue: DashDialogue = .auto,
      marksLocale: String? = nil, maximumDiagnostics: Int = 1000, maximumDepth: Int = 32
    ) {
      self.maximumDepth = maximumDepth
      self.singleQuotes = singleQuotes
      self.dashDialogue = dashDialogue
      self.marksLocale = marksLocale
      self.maximumDiagnostics = maximumDiagnostics
    }
  }

  public let options: Options
  private let localeMarks: QuotationMarks?
  private let localeProblem: Diagnostic?

  public init(options: Options = Options()) {
    self.options = options
    guard let locale = options.marksLocale else {
      localeMarks = nil
      localeProblem = nil
      return
    }
    do throws(ICUError) {
      localeMarks = try QuotationMarks.cldr(locale: locale)
      localeProblem = nil
    } catch {
      localeMarks = nil
      localeProblem = Diagnostic(
        code: "unreadable-locale", severity: .warning,
        message: "The marks of the locale \(locale) cannot be read (\(error)); the article's own "
          + "marks decide. Name a locale such as de or fr-CA.")
    }
  }

  /// Finds the quotations of one article.
  ///
  /// - Complexity: O(*n* log *n*) in the marks, O(*n*) in the bytes.
  public func quotations(in text: TokenizedText) -> FoundQuotations {
    var marks = MarkReader(text: text).read()
    let costs = MarkCosts(text: text)
    costs.priceOthers(&marks.marks)
    let conventions = MarkConventions(
      of: marks.marks, singleQuotes: options.singleQuotes, localeMarks: localeMarks)
    costs.priceQuoting(&marks.marks, conventions)
    let bounds = SpeechBounds(text: text)
    var search = RoleSearch(marks: marks, conventions: conventions, bounds: bounds)
    var builder = QuotationBuilder(
      text: text, marks: marks, roles: search.run(), conventions: conventions, bounds: bounds)
    var found = builder.build()
    found.arrange()
    let dialogue = DialogueFinder(text: text, bounds: bounds)
    if usesDashes(dialogue, found) {
      found.quotations += dialogue.quotations(beside: found)
      found.arrange()
    }
    limitDepth(&found)
    limitDiagnostics(&found)
    if let localeProblem { found.diagnostics.append(localeProblem) }
    return found
  }

  private func limitDepth(_ found: inout FoundQuotations) {
    var depths: [Int] = []
    depths.reserveCapacity(found.quotations.count)
    for quotation in found.quotations {
      depths.append(quotation.parent.map { depths[$0] + 1 } ?? 0)
    }
    let limit = max(1, options.maximumDepth)
    guard let first = depths.firstIndex(where: { $0 >= limit }) else { return }
    found.diagnostics.append(
      Diagnostic(
        code: "nested-too-deeply", severity: .warning,
        message: "Quotations stand inside one another more than \(limit) deep; the inner ones are "
          + "left out. Check the marks, or raise the limit.",
        span: found.quotations[first].pieces[0].span))
    found.quotations = zip(found.quotations, depths).filter { $0.1 < limit }.map(\.0)
    found.arrange()
  }

  private func limitDiagnostics(_ found: inout FoundQuotations) {
    let more = found.diagnostics.count - max(0, options.maximumDiagnostics)
    guard more > 0 else { return }
    found.diagnostics.removeLast(more)
    found.diagnostics.append(
      Diagnostic(
        code: "more-diagnostics", severity: .warning,
        message:
          "The article has \(more) more diagnostics of its quotation marks; its marks may be "
          + "damaged throughout. Raise the limit to see them all."))
  }

  private func usesDashes(_ dialogue: DialogueFinder, _ found: FoundQuotations) -> Bool {
    switch options.dashDialogue {
    case .on: return true
    case .off: return false
    case .auto:
      if let locale = options.marksLocale {
        let language = locale.prefix { $0 != "-" && $0 != "_" }.lowercased()
        if DialogueFinder.languages.contains(language) { return true }
      }
      return dialogue.isUsed(beside: found)
    }
  }
}

extension FoundQuotations {
  /// Sorts everything by position and finds what stands inside what.
  mutating func arrange() {
    quotations.sort { $0.span < $1.span }
    var enclosing: [Int] = []
    for index in quotations.indices {
      let span = quotations[index].span
      while let last = enclosing.last, quotations[last].span.end <= span.start {
        enclosing.removeLast()
      }
      quotations[index].parent = enclosing.last
      enclosing.append(index)
    }
    otherMarks.sort { $0.span < $1.span }
    diagnostics.sort { a, b in
      guard let first = a.span, let second = b.span else { return a.span != nil && b.span == nil }
      return first != second ? first < second : a.code < b.code
    }
  }
}
