import Verbatim

/// What the commands that correct people have in common.
enum PeopleCorrecting {
  static func people(of store: String) throws(ExitStatus) -> StorePeople {
    do throws(StoreFailure) {
      return try StorePeople(try StoreReader(path: store))
    } catch {
      Message.failure(InputFailure(error))
      throw .unreadable
    }
  }

  /// Makes a correction, or says why it cannot be made.
  static func correct(
    _ store: String,
    _ correction: (StorePeople) throws(StorePeople.Problem) -> PeopleCorrections.Correction
  ) throws(ExitStatus) {
    let people = try people(of: store)
    let made: PeopleCorrections.Correction
    do throws(StorePeople.Problem) {
      made = try correction(people)
    } catch {
      Message.error("\(store): \(text(of: error))")
      throw .usage
    }
    do throws(StoreFailure) {
      try StoreWriter(existingAt: store).add(made)
    } catch {
      Message.failure(InputFailure(error))
      throw .unreadable
    }
  }

  private static func text(of problem: StorePeople.Problem) -> String {
    func list(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: ", ") }
    return switch problem {
    case .unknown(let name, let near) where near.isEmpty:
      "nobody is called “\(name)”; see “verbatim people”"
    case .unknown(let name, let near): "nobody is called “\(name)”; there are \(list(near))"
    case .ambiguous(let name, let people):
      "“\(name)” may be several: \(list(people)); give a fuller name"
    case .alreadyOne(let name, let other): "“\(name)” and “\(other)” are one person already"
    case .notOne(let name, let person): "“\(name)” is no name of “\(person)”"
    case .onlyAlias(let name, let person, let names):
      "no article knows anybody as “\(name)” alone, so that nothing can be parted; the names of "
        + "“\(person)” that can are \(list(names))"
    }
  }
}
