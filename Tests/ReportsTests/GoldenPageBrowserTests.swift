import Foundation
import TestSupport
import Testing

@testable import Reports

/// The page of golden cases in a real browser.
@Suite(.enabled(if: SystemProgram.chromium != nil, "Chromium is not installed"))
struct GoldenPageBrowserTests {
  @Test(arguments: ["light", "dark"])
  func readersCanWorkIt(_ scheme: String) throws {
    let browser = try #require(SystemProgram.chromium)
    let folder = try TemporaryFolder()
    try folder.write("page.html", goldenReport(GoldenSamples.all, .html))
    try folder.write("driver.html", PageDriver.page)
    let run = try browser.run(
      [
        // The page is ours; containers do not let a browser build its own sandbox.
        "--headless", "--no-sandbox", "--disable-gpu",
        "--user-data-dir=\(folder.path("profile"))",
        // So that the driver may look into the page.
        "--allow-file-access-from-files", "--virtual-time-budget=10000",
        "--blink-settings=preferredColorScheme=\(scheme == "dark" ? 0 : 1)", "--dump-dom",
        "file://\(folder.path("driver.html"))?\(scheme)",
      ], in: folder)
    let start = try #require(run.output.range(of: "<pre id=\"results\">"), "\(run.output)")
    let results = run.output[start.upperBound...].prefix { $0 != "<" }.split(separator: "\n")
    #expect(results.last == "done")
    #expect(results.count > 40)
    for line in results.dropLast() { #expect(line.hasPrefix("ok "), "\(line)") }
  }
}
