internal import Corpus
public import Golden
internal import Prose
internal import Quotations
internal import Speakers
internal import Store
internal import Wording

/// Answers golden cases with the engines of this library.
///
///     let checker = GoldenChecker(answerer: ProgramAnswerer(version: "verbatim 1.0"))
///     for found in GoldenTree(["golden"]).cases { print(checker.check(found).outcome) }
public struct ProgramAnswerer: GoldenAnswerer {
  public let version: String
  private let stores = KnownStores()

  /// - Parameter version: What golden files name as their writer.
  public init(version: String) { self.version = version }

  /// A store is told by its articles: their paths, identifiers, texts and metadata, in their order,
  /// and by what was said about who is who. Its bytes depend on how it came about.
  public func digest(of path: String) throws(InputFailure) -> InputDigest? {
    guard stores.contains(path) else { return nil }
    do throws(StoreFailure) {
      return try StoreReader(path: path).contentDigest()
    } catch {
      throw InputFailure(error)
    }
  }

  public func answer(
    to header: GoldenHeader, in folder: String, keepsTexts: Bool
  ) -> GoldenAnswer {
    var work = GoldenWork(header, folder: folder, keepsTexts: keepsTexts, stores: stores)
    switch header.job {
    case .list: work.list()
    case .diff: work.diff()
    case .verify: work.verify()
    case .compare: work.compare()
    }
    return work.answer
  }
}

/// The work on one golden case.
struct GoldenWork {
  let header: GoldenHeader
  let folder: String
  let keepsTexts: Bool
  var answer = GoldenAnswer()
  /// The user's list of people.
  private(set) var knownPeople: [KnownPerson] = []
  private(set) var profile = Profile.neutral
  /// What the stores among the inputs know better of who is who.
  private(set) var corrections = PeopleCorrections()
  private let stores: KnownStores

  init(_ header: GoldenHeader, folder: String, keepsTexts: Bool, stores: KnownStores) {
    self.header = header
    self.folder = folder
    self.keepsTexts = keepsTexts
    self.stores = stores
    do throws(InputFailure) {
      if let people = header.people {
        let list = try PeopleList(path: folder.appendingPath(people.path))
        knownPeople = list.people
        answer.problems += list.failures.map { CaseProblem($0) }
      }
      if let profile = header.profile { self.profile = try Self.profile(profile.path, in: folder) }
    } catch {
      answer.problems.append(CaseProblem(error))
    }
  }

  private static func profile(_ name: String, in folder: String) throws(InputFailure) -> Profile {
    if Profile.isPath(name) { return try Profile(path: folder.appendingPath(name)) }
    if let builtIn = Profile.builtIn(name) { return builtIn }
    throw InputFailure(
      path: name, what: "is no built-in profile",
      remedy: "there are \(Profile.builtInNames.joined(separator: ", "))")
  }

  // MARK: Articles

  /// The articles of some inputs, with who said what.
  ///
  /// What cannot be read is a problem of the case.
  mutating func articles(_ references: [GoldenHeader.InputReference]) -> [AttributedArticle] {
    var options = QuotationAnalyzer.Options(
      marks: QuotationFinder.Options(
        singleQuotes: header.singleQuotes.flatMap { .init(rawValue: $0) } ?? .auto,
        marksLocale: header.marks))
    options.speakers.knownPeople = knownPeople
    let analyzer = QuotationAnalyzer(options: options)
    var articles: [AttributedArticle] = []
    for reference in references {
      let path = folder.appendingPath(reference.path)
      if stores.contains(path) {
        articles += self.articles(ofStore: path)
        continue
      }
      var source = ArticleSource(
        paths: [path], options: .init(outlet: header.outlet, date: header.date))
      while let item = source.next() {
        switch item {
        case .failure(let failure): answer.problems.append(CaseProblem(failure))
        case .article(let article, let diagnostics):
          var attributed = analyzer.analyze(article)
          attributed.diagnostics.insert(contentsOf: diagnostics, at: 0)
          articles.append(attributed)
          keepText(of: article)
        }
      }
    }
    return articles
  }

  /// The articles of a store, as they were analysed when they were indexed.
  private mutating func articles(ofStore path: String) -> [AttributedArticle] {
    var articles: [AttributedArticle] = []
    do throws(StoreFailure) {
      let reader = try StoreReader(path: path)
      for correction in try reader.corrections().corrections { corrections.add(correction) }
      let paths = StoredPath(folder: folder)
      var stored = reader.articles()
      while var article = try stored.next()?.attributed {
        article.article.path = article.article.path.map { paths.fromWorkingFolder($0) }
        articles.append(article)
        keepText(of: article.article)
      }
    } catch {
      answer.problems.append(CaseProblem(InputFailure(error)))
    }
    return articles
  }

  private mutating func keepText(of article: Article) {
    guard keepsTexts else { return }
    answer.texts.append(
      .init(
        path: name(of: article), title: article.metadata.title,
        text: String(decoding: article.bytes, as: UTF8.self)))
  }

  /// What names an article in the case: its path from the golden file's folder, and where several
  /// share a file its identifier.
  func name(of article: Article) -> String { name(path: article.path, id: article.id) }

  func name(path: String?, id: String) -> String {
    guard let path else { return id }
    let prefix = folder == "." ? "" : folder + "/"
    let relative = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    return path == id || path.hasSuffix("/" + id) ? relative : "\(relative)#\(id)"
  }

  /// The place of a span.
  func place(_ span: TextSpan, in article: Article, _ map: OffsetMap) -> InputPlace {
    let start = map.location(of: span.start)
    let end = map.location(of: span.end)
    return InputPlace(
      path: name(of: article), utf8: span.range, line: start.line, column: start.column,
      endLine: end.line, endColumn: end.column)
  }
}

extension InputPlace {
  /// The place as golden files have it: `4:1–4:49`.
  var text: String { "\(line):\(column)–\(endLine):\(endColumn)" }
}

extension GoldenFact {
  /// The places of an entry.
  static func place(_ places: [InputPlace]) -> GoldenFact {
    GoldenFact(.place, places.map(\.text).joined(separator: ", "))
  }

  /// A speaker.
  static func speaker(_ speaker: Speaker?) -> GoldenFact {
    GoldenFact(.speaker, speaker.map { text(of: $0) } ?? "unknown")
  }

  static func text(of speaker: Speaker) -> String {
    speaker.kind == .person ? speaker.name : "\(speaker.name) (\(speaker.kind.rawValue))"
  }
}
