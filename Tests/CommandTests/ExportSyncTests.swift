import Foundation
import Testing

/// The order of system calls in which a file is written, seen by strace.
@Suite("The order of an export's calls")
struct ExportSyncTests {
  @Test(
    "The text is written and synced under a name of its own, takes the final name, and the folder is synced",
    .enabled(if: Strace.isAllowed, Strace.refusal),
    arguments: [
      ["export"], ["export", "--kind", "items", "--format", "csv"], ["snapshot", "overview", "--format", "html"],
      ["import", "--template", "items"],
    ])
  func order(command: [String]) throws {
    let workspace = try Workspace()
    let store = command[0] == "import" ? [] : ["--sample"]
    let trace = workspace.path("trace")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
    process.arguments =
      [
        "-f", "-qq", "-e", "trace=openat,write,fsync,fdatasync,rename,renameat,renameat2,unlinkat,close", "-o", trace,
        Program.path,
      ]
      + command + store + ["--output", workspace.path("out.txt")]
    process.environment = workspace.environment
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let calls = String(decoding: try workspace.bytes("trace"), as: UTF8.self).split(separator: "\n").map {
      String($0.drop { $0.isNumber || $0 == " " })
    }
    let opened = try #require(
      calls.firstIndex { $0.hasPrefix("openat(") && $0.contains("\".honbu-") && $0.contains("O_EXCL") })
    let file = try #require(calls[opened].split(separator: " ").last)
    #expect(calls[opened].contains("O_CREAT") && calls[opened].contains("O_NOFOLLOW"))
    let lastWrite = try #require(calls.lastIndex { $0.hasPrefix("write(\(file),") })
    let synced = try #require(calls.lastIndex { $0.hasPrefix("fsync(\(file))") && $0.hasSuffix("= 0") })
    let renamed = try #require(
      calls.firstIndex { $0.hasPrefix("renameat") && $0.contains("\"out.txt\"") && $0.hasSuffix("= 0") })
    let folder = try #require(calls[renamed].firstMatch(of: #/renameat2?\(([0-9]+), /#)?.output.1)
    let confirmed = try #require(calls.lastIndex { $0.hasPrefix("fsync(\(folder))") && $0.hasSuffix("= 0") })
    #expect(opened < lastWrite && lastWrite < synced && synced < renamed && renamed < confirmed, "\(calls)")
    // The final name is never opened for writing.
    #expect(!calls.contains { $0.hasPrefix("openat(") && $0.contains("out.txt\"") && !$0.contains("O_RDONLY") })
  }
}
