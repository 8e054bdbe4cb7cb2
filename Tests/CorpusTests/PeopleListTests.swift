import Speakers
import TestSupport
import Testing

@testable import Corpus

@Suite struct PeopleListTests {
  /// `name|aliases|id|gender` of each person, then `! failure` of each failure.
  private func lines(_ text: String, path: String = "people.csv") throws -> [String] {
    let list = try PeopleList(bytes: Array(text.utf8), path: path)
    return list.people.map {
      "\($0.name)|\($0.aliases.joined(separator: ";"))|\($0.identifier ?? "-")|\($0.gender)"
    } + list.failures.map { "! \($0)" }
  }

  private func failure(_ text: String, path: String = "people.csv") -> String? {
    #expect(throws: InputFailure.self) {
      try PeopleList(bytes: Array(text.utf8), path: path)
    }?.description
  }

  @Test func columnsMayStandInAnyOrder() throws {
    #expect(
      try lines("name,aliases,id,gender\nAna Ruiz,Dr Ruiz; A. Ruiz ;;Dr Ruiz,p1,f\nBo,,,\n") == [
        "Ana Ruiz|Dr Ruiz;A. Ruiz|p1|female", "Bo||-|unknown",
      ])
    #expect(
      try lines("\u{FEFF}Gender,party, NAME \r\nmale,x,Ana\r\nFemale,y,Bo") == [
        "Ana||-|male", "Bo||-|female",
      ])
    #expect(try lines("name\nAna\n\nBo\n") == ["Ana||-|unknown", "Bo||-|unknown"])
  }

  @Test func quotedFieldsFollowTheStandard() throws {
    #expect(
      try lines("name,aliases\n\"Ruiz, Ana\",\"the \"\"fox\"\";Ana\nRuiz\"\nBo,\n") == [
        "Ruiz, Ana|the \"fox\";Ana\nRuiz|-|unknown", "Bo||-|unknown",
      ])
  }

  @Test func rowsThatCannotBeUsedAreNamed() throws {
    #expect(
      try lines(
        """
        name,aliases,id,gender
        Ana,,1,f

        ,"x
        y",2,m
        Bo,,3,?
        ana,,4,
        Cy
        """) == [
          "Ana||1|female", "Cy||-|unknown",
          "! people.csv:4: the person has no name; fill in “name”, or remove it",
          "! people.csv:6: “?” is no gender that is known here; "
            + "write f, female, m or male, or leave it empty",
          "! people.csv:7: “ana” is already on the list, in line 2; "
            + "join the two, or tell their names apart",
        ])
  }

  @Test(arguments: [
    (
      "Ana,f\nBo,m\n",
      "people.csv:1: the header row has no column “name”; "
        + "begin the file with the line: name,aliases,id,gender"
    ),
    (" \n", "people.csv: holds no people; write a header row and one row a person"),
    (
      "name\n\"Ana\nBo\n",
      "people.csv: a quotation mark in the CSV has no partner; "
        + "close the quoted field, and double a mark inside it"
    ),
    (
      "name\n\"Ana\"x\nBo\n",
      "people.csv: broken CSV: Can't have non-quote here: x; "
        + "put a field with a quotation mark in quotation marks, and double the mark inside"
    ),
  ])
  func aListThatCannotBeReadIsAFailure(_ text: String, _ expected: String) {
    #expect(failure(text) == expected)
  }

  @Test func encodingsAreThoseOfSpreadsheets() throws {
    let text = "name\r\nJosé\r\n"
    let utf16 = Array("\u{FEFF}\(text)".utf16).flatMap { unit -> [UInt8] in
      [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
    }
    #expect(try PeopleList(bytes: utf16, path: "p.csv").people.map(\.name) == ["José"])
    let latin = Array("name\nBo\nJos".utf8) + [0xE9, 0x0A]
    let error = #expect(throws: InputFailure.self) {
      try PeopleList(bytes: latin, path: "p.csv")
    }
    #expect(error?.description == "p.csv:3: the text is not valid UTF-8; save it as UTF-8")
  }

  @Test func jsonIsAnArrayOfObjects() throws {
    let json = """
      [
        {"name": "Ana Ruiz", "aliases": ["Dr Ruiz", "A. Ruiz"], "id": "p1", "gender": "f"},
        {"name": "Bo", "id": 7, "gender": null, "party": {"x": 1}},
        {"aliases": []},
        {"name": 5},
        {"name": "Cy", "aliases": "C"},
        {"name": "Cy", "id": true},
        {"name": "Cy", "gender": "x"},
        "Cy",
        {"name": " bo "}
      ]
      """
    let expected = [
      "Ana Ruiz|Dr Ruiz;A. Ruiz|p1|female", "Bo||7|unknown",
      "! F: entry 3: the person has no name; fill in “name”, or remove it",
      "! F: entry 4: “name” or “gender” is no string; write it in quotation marks",
      "! F: entry 5: “aliases” is no array of strings; write it as [\"one\", \"another\"]",
      "! F: entry 6: “id” is neither a string nor a whole number; write it in quotation marks",
      "! F: entry 7: “x” is no gender that is known here; "
        + "write f, female, m or male, or leave it empty",
      "! F: entry 8: this is no object; write an object with the key “name”",
      "! F: entry 9: “bo” is already on the list, in entry 2; "
        + "join the two, or tell their names apart",
    ]
    for path in ["p.JSON", "p"] {
      #expect(try lines(json, path: path) == expected.map { $0.replacing("F:", with: path + ":") })
    }
    #expect(try lines("[]", path: "p.json").isEmpty)
    let broken = failure("[{]", path: "p.json") ?? ""
    #expect(broken.hasPrefix("p.json: is not the JSON that is expected: "))
    #expect(
      broken.hasSuffix("write an array of objects with name, aliases (an array), id and gender"))
    #expect(failure("{\"name\":\"Ana\"}", path: "p.json") != nil)
  }

  @Test func filesThatCannotBeOpenedAreFailures() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("p.csv", "name\nAna\n")
    #expect(try PeopleList(path: file).people == [KnownPerson(name: "Ana")])
    for (path, what) in [
      (folder.path("none"), "no such file or folder"), (folder.path, "is a folder"),
    ] {
      let error = #expect(throws: InputFailure.self) { try PeopleList(path: path) }
      #expect(error?.path == path)
      #expect(error?.what == what)
    }
  }
}
