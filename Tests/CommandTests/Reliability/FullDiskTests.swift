import Foundation
import StrategyStore
import TestSupport
import Testing

@Suite("A full disk", .waiting, .enabled(if: SmallDisk.isAllowed, SmallDisk.refusal))
struct FullDiskTests {
  @Test("Each command says so and leaves what was there; with room again it works at once")
  func full() throws {
    let workspace = try Workspace()
    let disk = try SmallDisk(in: workspace)
    var honbu = Program(workspace)
    let rows = (1...600).map { "n\($0),取組その\($0),来庁せずにできる手続きを増やす\n" }.joined()
    try workspace.write("id,title,summary\n" + rows, to: "first.csv")
    try workspace.write("id,title,summary\n" + rows.replacing("取組", with: "新しい取組"), to: "second.csv")
    honbu.environment["EDITOR"] = "sh \(try workspace.write("sed -i 's/^title: .*/title: 新/' \"$1\"\n", to: "e.sh"))"
    let store = disk.folder + "/s.sqlite"
    for file in ["first.csv", "second.csv"] {
      try #require(try honbu.run("import", file, "--store", store).status == 0)
    }
    let commands: [[String]] = [
      ["import", "first.csv"], ["edit", "n7"], ["undo", "r2"], ["export", "--output", disk.folder + "/out.json"],
      ["backup", disk.folder + "/out.sqlite"],
    ]
    let before = try Data(contentsOf: URL(fileURLWithPath: store))
    try disk.fill(leaving: 65_536)
    let names = try FileManager.default.contentsOfDirectory(atPath: disk.folder).sorted()
    for command in commands {
      let outcome = try honbu.run(command + ["--store", store])
      #expect(outcome.status == 74 && outcome.output.isEmpty, "\(command): \(outcome)")
      #expect(outcome.error.contains("空き"), "\(command): \(outcome.error)")
      #expect(try LedgerCheck.faults(path: store).isEmpty)
      #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder).sorted() == names)
    }
    try disk.free()
    for command in commands where command[0] != "undo" {
      let outcome = try honbu.run(command + ["--store", store])
      #expect(outcome.status == 0, "\(command): \(outcome.error)")
    }
    #expect(try honbu.run("undo", "r4", "--store", store).status == 0)
    #expect(try LedgerCheck.faults(path: store).isEmpty)
    Extent.report("full disk of 4 MiB: 5 of 5 commands refused with 74, store unchanged, then 5 of 5 done")
  }
}

/// A file system of 4 MiB in memory.
final class SmallDisk {
  static let refusal: Comment = "SKIPPED: nothing can be mounted here, so no disk was filled"
  static let isAllowed: Bool = {
    do {
      _ = try SmallDisk(in: try Workspace())
      return true
    } catch {
      return false
    }
  }()

  struct CannotMount: Error {}

  let folder: String
  private let workspace: Workspace

  init(in workspace: Workspace) throws {
    self.workspace = workspace
    folder = workspace.path("disk")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let mounted = try Program(workspace, path: "/bin/mount").run("-t", "tmpfs", "-o", "size=4m", "none", folder)
    guard mounted.status == 0 else { throw CannotMount() }
  }

  deinit {
    do {
      _ = try Program(workspace, path: "/bin/umount").run("-l", folder)
    } catch {
      Issue.record(error)
    }
  }

  func fill(leaving rest: Int) throws {
    let attributes = try FileManager.default.attributesOfFileSystem(forPath: folder)
    let free = try #require(attributes[.systemFreeSize] as? Int)
    try Data(count: free - rest).write(to: URL(fileURLWithPath: folder + "/ballast"))
  }

  func free() throws { try FileManager.default.removeItem(atPath: folder + "/ballast") }
}
