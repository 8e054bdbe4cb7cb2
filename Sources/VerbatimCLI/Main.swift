import ArgumentParser
import Verbatim

/// The program: arguments in, exit status out.
@main
enum Main {
  static func main() {
    Process.exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Everything happens outside the main actor: closures formed on it check at run time where they
  /// run, which makes the loops that they stand in many times slower.
  nonisolated static func run(_ arguments: [String]) -> ExitStatus {
    Process.ignoreBrokenPipes()
    do {
      var command = try VerbatimCommand.parseAsRoot(arguments)
      try command.run()
      return .success
    } catch let status as ExitStatus {
      return status
    } catch let error as OutputError {
      return report(error)
    } catch {
      return report(error)
    }
  }

  private nonisolated static func report(_ error: OutputError) -> ExitStatus {
    switch error {
    case .closed:
      // Whoever reads has had enough, as `head` does: no error.
      return .success
    case .failed(let reason):
      Message.error("the output could not be written: \(reason); free space or check the target")
      return .unreadable
    }
  }

  /// Help and version go to standard output, complaints about the arguments to standard error.
  private nonisolated static func report(_ error: any Error) -> ExitStatus {
    let text = VisibleText.lines(VerbatimCommand.fullMessage(for: error))
    guard VerbatimCommand.exitCode(for: error) == .success else {
      StandardError.write(text + "\n")
      return .usage
    }
    do throws(OutputError) {
      var output = StandardOutput()
      try output.write(Array((text + "\n").utf8))
      try output.flush()
      return .success
    } catch {
      return report(error)
    }
  }
}
