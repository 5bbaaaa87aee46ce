import Foundation
import Testing

/// The program with `FaultShim.c` loaded before the C library.
struct FaultShim: FaultTool {
  let program: Program

  init(_ program: Program) { self.program = program }

  /// Built once; `nil` where there is no compiler.
  private static let library: String? = {
    do {
      // Kept until the tests end: every program that is started loads it.
      let folder = FileManager.default.temporaryDirectory.appending(path: "honbu-shim-\(getpid())").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let (source, built) = (folder + "/shim.c", folder + "/shim.so")
      try Data(PackageResources.FaultShim_c).write(to: URL(fileURLWithPath: source))
      atexit { FaultShim.removeLibrary() }
      return try compilers.first { try compile(source, to: built, by: $0) }.map { _ in built }
    } catch {
      Issue.record("no shim: \(error)")
      return nil
    }
  }()

  private static func removeLibrary() {
    try? FileManager.default.removeItem(
      atPath: FileManager.default.temporaryDirectory.appending(path: "honbu-shim-\(getpid())").path)
  }

  /// Those on the path, of which a machine that builds Swift has at least `clang`.
  private static var compilers: [String] {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    let paths = ["cc", "clang", "gcc"].flatMap { name in folders.map { "\($0)/\(name)" } }
    return paths.filter { access($0, X_OK) == 0 }
  }

  private static func compile(_ source: String, to library: String, by compiler: String) throws -> Bool {
    let outcome = try Program(try Workspace(), path: compiler).run(
      "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-o", library, source, "-ldl")
    return outcome.status == 0
  }

  /// Whether a program can be made to show its calls in this way.
  static let isUsable: Bool = {
    do {
      var program = Program(try Workspace())
      program.environment["XDG_DATA_HOME"] = program.workspace.path("data")
      return try !FaultShim(program).calls(["openat"], of: ["overview"]).lines.isEmpty
    } catch {
      return false
    }
  }()

  private func started(_ fault: Fault?, trace: String, _ arguments: [String]) throws -> Program.Outcome {
    var shimmed = program
    shimmed.environment["LD_PRELOAD"] = Self.library
    shimmed.environment["HONBU_FAULT_PROGRAM"] = Program.path
    shimmed.environment["HONBU_FAULT_FOLDER"] = program.workspace.folder
    shimmed.environment["HONBU_FAULT_TRACE"] = trace
    if let fault {
      let errors = ["EIO": EIO, "ENOSPC": ENOSPC, "EINVAL": EINVAL]
      shimmed.environment["HONBU_FAULT_CALL"] = fault.call
      shimmed.environment["HONBU_FAULT_NUMBER"] = "\(fault.number)"
      shimmed.environment["HONBU_FAULT_ERROR"] = "\(try #require(errors[fault.error]))"
      if fault.lasts { shimmed.environment["HONBU_FAULT_LASTS"] = "1" }
    }
    return try shimmed.run(arguments)
  }

  func run(_ arguments: [String], with fault: Fault) throws -> Program.Outcome {
    try started(fault, trace: "/dev/null", arguments)
  }

  func calls(_ names: [String], of arguments: [String]) throws -> (outcome: Program.Outcome, lines: [String]) {
    let path = program.workspace.newPath("trace")
    let outcome = try started(nil, trace: path, arguments)
    let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let lines = text.split(separator: "\n").map(String.init)
    return (outcome, lines.filter { line in names.contains { line.hasPrefix($0 + "(") } })
  }
}
