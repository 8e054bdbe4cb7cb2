internal import Speakers

extension PeopleList {
  mutating func readCSV(_ bytes: [UInt8], path: String) throws(InputFailure) {
    let table = try CSVTable(bytes, path: path)
    guard let name = table.column("name") else {
      throw InputFailure(
        path: path, line: 1, what: "the header row has no column “name”",
        remedy: "begin the file with the line: name,aliases,id,gender")
    }
    let aliases = table.column("aliases")
    let identifier = table.column("id")
    let gender = table.column("gender")
    for row in table.rows {
      add(
        Entry(
          name: row.cell(name),
          aliases: row.cell(aliases).split(separator: ";").map(String.init),
          identifier: row.cell(identifier), gender: row.cell(gender), place: .line(row.line)),
        path: path)
    }
  }
}
