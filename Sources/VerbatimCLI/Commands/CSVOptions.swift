import ArgumentParser

/// How tables are written: the same for all commands that write them.
struct CSVOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "In CSV, put an apostrophe before cells that a spreadsheet would take for a formula.",
      discussion: "These begin with =, +, -, @, a tab or a carriage return."))
  var csvSafe = false

  /// Complains about options of CSV where another format is written.
  func validate(isCSV: Bool) throws {
    if csvSafe, !isCSV {
      throw ValidationError("--csv-safe only makes sense with --format csv.")
    }
  }
}
