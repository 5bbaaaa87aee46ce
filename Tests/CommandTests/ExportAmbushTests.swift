import Foundation
import TestSupport
import Testing

/// Targets that an export must not write to, over or through, with every command that writes a file.
@Suite("An export's target lies in ambush")
struct ExportAmbushTests {
  let workspace: Workspace
  let honbu: Program

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
    try workspace.write(Sheets.items(20), to: "a.csv")
    try #require(try honbu.run("import", "a.csv", "--store", "s.sqlite").status == 0)
    try makeTargets()
  }

  private func makeTargets() throws {
    func path(_ name: String) -> String { workspace.path(name) }
    for (name, text) in [("victim", "犠牲"), ("readonly", "読むだけ"), ("victim.csv", "犠牲"), ("beside.proof.txt", "x")] {
      try workspace.write(text, to: name)
    }
    try #require(chmod(path("readonly"), 0o444) == 0)
    for folder in ["folder", "elsewhere", "open", "open/real"] {
      try #require(mkdir(path(folder), 0o755) == 0)
    }
    // Anybody may turn a link that stands here.
    try #require(chmod(path("open"), 0o777) == 0)
    let links = [
      ("victim", "link"), ("missing", "dangling"), ("link", "chain"), ("loop", "loop"), ("s.sqlite", "tostore"),
      ("folder", "tofolder"), ("/dev/null", "tonull"), ("../elsewhere", "open/away"),
    ]
    for (target, name) in links { try #require(symlink(target, path(name)) == 0) }
    try #require(link(path("s.sqlite"), path("alias")) == 0)
    try #require(mkfifo(path("fifo"), 0o644) == 0)
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = Array(path("socket").utf8)
    // The name of a socket has room for 107 bytes.
    try #require(name.count < 107)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
  }

  /// Each with its exit code and a piece of the sentence.
  private static let targets: [(name: String, status: Int32, says: String)] = [
    ("link", 73, "シンボリックリンク"), ("dangling", 73, "シンボリックリンク"), ("chain", 73, "シンボリックリンク"),
    ("loop", 73, "シンボリックリンク"), ("tostore", 73, "シンボリックリンク"), ("tofolder", 73, "シンボリックリンク"),
    ("tonull", 73, "シンボリックリンク"), ("open/away/x", 73, "ほかの人も置き換えられるシンボリックリンク"), ("s.sqlite", 73, "保存場所そのもの"),
    ("./folder/../s.sqlite", 73, "保存場所そのもの"), ("alias", 73, "保存場所そのもの"), ("s.sqlite-journal", 73, "保存場所そのもの"),
    ("s.sqlite-wal", 73, "保存場所そのもの"), ("fifo", 73, "ふつうのファイルではない"), ("socket", 73, "ふつうのファイルではない"),
    ("/dev/null", 73, "ふつうのファイルではない"), ("/dev/full", 73, "ふつうのファイルではない"), ("folder", 73, "フォルダーです"),
    ("folder/", 73, "フォルダーです"), ("..", 73, "フォルダーです"), ("readonly", 73, "読み取り専用"),
    ("nowhere/x", 73, "その場所がありません"), ("victim/x", 73, "フォルダーではありません"), ("", 73, "名前として使えません"),
    ("/proc/self/status", 73, "読み取り専用"),
  ]

  private static let commands: [[String]] = [
    ["export"], ["export", "--kind", "items", "--format", "csv"], ["import", "--template", "items"],
    ["snapshot", "actions", "--format", "text"], ["snapshot", "actions", "--format", "markdown"],
    ["snapshot", "actions", "--format", "html"], ["snapshot", "actions", "--format", "svg"],
    ["snapshot", "actions", "--format", "ansi"], ["snapshot", "actions", "--format", "csv"],
    ["snapshot", "actions", "--format", "json"],
  ]

  /// What must be as it was: contents, kinds, targets of links, modes.
  private func victims() throws -> [String: String] {
    var victims: [String: String] = [:]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: workspace.folder)) {
      if name.hasPrefix(".std") || name.hasPrefix("home") { continue }
      var found = stat()
      guard lstat(workspace.path(name), &found) == 0 else { continue }
      var text = "\(found.st_mode) \(found.st_ino) \(found.st_nlink)"
      if found.st_mode & S_IFMT == S_IFREG { text += " \(try workspace.bytes(name).hashValue)" }
      victims[name] = text
    }
    return victims
  }

  @Test("No victim changes, and each refusal has its sentence", arguments: 0..<commands.count)
  func targets(number: Int) throws {
    let command = Self.commands[number]
    let before = try victims()
    #expect(Self.targets.count >= 23)
    // In the small form a format meets every fifth target, a writer of its own all of them.
    let isOwn = command[0] != "snapshot" || command.contains("csv")
    for (place, target) in Self.targets.enumerated() where Extent.isWhole || isOwn || place % 5 == number % 5 {
      let outcome = try honbu.run(command + ["--store", "s.sqlite", "--output", target.name])
      #expect(!outcome.isHung, "\(command) \(target.name)")
      #expect(outcome.status == target.status, "\(command) \(target.name): \(outcome)")
      #expect(
        outcome.error.contains(target.says) && outcome.output.isEmpty, "\(command) \(target.name): \(outcome.error)")
      #expect(try victims() == before, "\(command) \(target.name)")
    }
    #expect(try honbu.run("check", "--store", "s.sqlite").status == 0)
  }

  @Test("A name with ESC and a newline is written as it is, and told without them")
  func hostileName() throws {
    let name = "a\u{1B}]0;x\u{7}\n\u{202E}b.txt"
    let outcome = try honbu.run("snapshot", "actions", "--store", "s.sqlite", "--output", name)
    #expect(outcome.status == 0 && workspace.exists(name))
    let refused = try honbu.run("snapshot", "actions", "--store", "s.sqlite", "--output", "folder/\(name)/x")
    #expect(refused.status == 73)
    #expect(refused.error.contains("a␛]0;x␇␊<U+202E>b.txt"))
    #expect(!refused.error.dropLast().contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\n" || $0 == "\u{202E}" })
  }

  @Test("A mode that is there is kept, a new file has that of the umask", arguments: [0o022, 0o077, 0o002])
  func modes(umask mask: Int) throws {
    func mode(_ name: String) throws -> Int {
      try #require(try FileManager.default.attributesOfItem(atPath: workspace.path(name))[.posixPermissions] as? Int)
    }
    // The mask of a process is that of its shell.
    let shell = "umask 0\(String(mask, radix: 8)); exec '\(Program.path)' export --store s.sqlite --output "
    for (name, expected) in [("new.json", 0o666 & ~mask), ("kept.json", 0o640), ("open.json", 0o664)] {
      if name != "new.json" {
        try workspace.write("old", to: name)
        try #require(chmod(workspace.path(name), mode_t(expected)) == 0)
      }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "cd '\(workspace.folder)' && { \(shell)\(name); }"]
      process.environment = workspace.environment
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(try mode(name) == expected, "\(name)")
    }
  }

  @Test("While another turns a folder of the path into a link and back, nothing is written outside")
  func swapped() throws {
    // Two names change places in one step, over and over, until the file that says so is gone.
    try workspace.write("", to: "swapping")
    let script = """
      import ctypes, os
      libc = ctypes.CDLL(None)
      while os.path.exists("swapping"):
          for _ in range(50):
              libc.renameat2(-100, b"open/real", -100, b"open/away", 2)
      """
    try workspace.write(script, to: "swap.py")
    let shell = """
      while [ -e swapping ]; do mv -T open/real open/held && mv -T open/away open/real \
      && mv -T open/real open/away && mv -T open/held open/real; done
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "cd '\(workspace.folder)' && { python3 swap.py 2>/dev/null || { \(shell); }; }"]
    try process.run()
    defer { process.waitUntilExit() }
    defer {
      do { try FileManager.default.removeItem(atPath: workspace.path("swapping")) } catch { Issue.record(error) }
    }
    var (written, refused) = (0, 0)
    for round in 0..<Extent.rounds(24, whole: 300) {
      let outcome = try honbu.run(
        "export", "--kind", "items", "--format", "csv", "--store", "s.sqlite", "--output", "open/real/\(round).csv")
      switch outcome.status {
      case 0: written += 1
      case 73: refused += 1
      default: Issue.record("\(outcome)")
      }
      #expect(try workspace.names(in: "elsewhere").isEmpty)
    }
    Extent.report("置き換わるフォルダー: 書けた \(written)、断った \(refused)")
    #expect(written > 0 && refused > 0)
  }
}
