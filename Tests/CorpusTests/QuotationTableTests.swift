import TestSupport
import Testing

@testable import Corpus

@Suite struct QuotationTableTests {
  /// Reads a table and gives a line for each row: `id|speaker|pieces|row`, or `! failure`.
  private func rows(_ name: String, _ text: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, text)
    var result: [String] = []
    do throws(InputFailure) {
      var table = try QuotationTable(path: path)
      while let item = table.next() {
        switch item {
        case .quotation(let given):
          let row =
            switch given.row {
            case .cells(let cells): cells.joined(separator: ";")
            case .json(let text): text
            case nil: ""
            }
          result.append(
            "\(given.id ?? "-")|\(given.speaker ?? "-")|\(given.pieces.joined(separator: "/"))|"
              + row)
        case .failure(let failure):
          result.append("! " + failure.description.replacing(path, with: name))
        }
      }
    } catch {
      result.append("! " + error.description.replacing(path, with: name))
    }
    return result
  }

  @Test func csv() throws {
    #expect(
      try rows("q.csv", "no,Quote,speaker,id\n7,\"We, the\n\"\"few\"\"\",Ana Ruiz,x\n8,Yes,,\n9\n")
        == [
          "x|Ana Ruiz|We, the\n\"few\"|7;We, the\n\"few\";Ana Ruiz;x", "-|-|Yes|8;Yes;;",
          "! q.csv:5: the row has no quotation; fill in the column, or remove the row",
        ])
  }

  @Test func csvWithoutTheColumn() throws {
    #expect(
      try rows("q.csv", "no,said\n1,Yes\n") == [
        "! q.csv:1: the header row has no column “quotation”, “quote” or “text”; it has “no”, "
          + "“said”; rename the column with the quotations"
      ])
  }

  @Test func jsonLines() throws {
    #expect(
      try rows(
        "q.jsonl",
        """
        {"quotation":"We will.","speaker":{"name":"Ana Ruiz","kind":"person"},"id":7,"x":[1, 2]}
        {"pieces":[{"text":"We","line":1},{"text":"will."}],"speaker":null}
        {"quote":["We","will."],"speaker":"Ben Cole"}
        {"said":"We will."}
        {"quote":
        """) == [
          "7|Ana Ruiz|We will.|"
            + #"{"quotation":"We will.","speaker":{"name":"Ana Ruiz","kind":"person"},"id":7,"x":[1, 2]}"#,
          #"-|-|We/will.|{"pieces":[{"text":"We","line":1},{"text":"will."}],"speaker":null}"#,
          #"-|Ben Cole|We/will.|{"quote":["We","will."],"speaker":"Ben Cole"}"#,
          "! q.jsonl:4: the object has no quotation; "
            + "give the text in “quotation”, “quote” or “text”, or as “pieces”",
          "! q.jsonl:5: is no JSON object; write one complete JSON object a line",
        ])
  }

  @Test func nothing() throws {
    #expect(
      try rows("q.csv", " \n") == [
        "! q.csv: holds no quotations; write a header row and one row a quotation"
      ])
  }
}
