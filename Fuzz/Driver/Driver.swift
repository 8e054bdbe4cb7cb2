// What libFuzzer calls.
import Foundation
import Invariants

/// The subject that the environment names, since libFuzzer takes the arguments.
private let subject: Subject = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let subject = Subject(rawValue: name) else {
    print("FUZZ_TARGET is “\(name)”; it can be \(Subject.allCases.map(\.rawValue)).")
    exit(2)
  }
  return subject
}()

/// Checks one input; whatever does not hold is a crash to the fuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try subject.check([UInt8](UnsafeBufferPointer(start: data, count: count)))
  } catch {
    fatalError("\(error)")
  }
  return 0
}
