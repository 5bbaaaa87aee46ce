import Foundation
import Snapshot
import Testing

@Suite("Writing a file whole")
struct WholeFileTests {
  @Test("A new file holds the text, with the mode less the umask, and nothing is left beside it")
  func newFile() throws {
    try withFolder { folder in
      try WholeFile.write("業務\n", to: folder + "/a.txt")
      #expect(try content(folder + "/a.txt") == "業務\n")
      #expect(try mode(folder + "/a.txt") & 0o133 == 0)
      #expect(try names(folder) == ["a.txt"])
    }
  }

  @Test("A file that is there is replaced and keeps its mode", arguments: [0o640, 0o600, 0o664])
  func keepsMode(_ expected: Int) throws {
    try withFolder { folder in
      let path = folder + "/a.txt"
      try make(path, "old")
      #expect(chmod(path, mode_t(expected)) == 0)
      try WholeFile.write("new", to: path)
      #expect(try content(path) == "new")
      #expect(try mode(path) == expected)
    }
  }

  @Test("What must not be overwritten is refused and stays as it was")
  func refusals() throws {
    try withFolder { folder in
      try make(folder + "/victim", "victim")
      try make(folder + "/store", "store")
      #expect(symlink("victim", folder + "/link") == 0)
      #expect(symlink("missing", folder + "/dangling") == 0)
      #expect(mkdir(folder + "/folder", 0o755) == 0)
      #expect(mkfifo(folder + "/fifo", 0o644) == 0)
      #expect(link(folder + "/store", folder + "/alias") == 0)
      try make(folder + "/readonly", "victim")
      #expect(chmod(folder + "/readonly", 0o444) == 0)
      let before = try names(folder)
      let cases: [(String, OutputError.Refusal)] = [
        ("link", .symbolicLink), ("dangling", .symbolicLink), ("folder", .folder), ("fifo", .specialFile),
        ("store", .store), ("alias", .store), ("readonly", .readOnly), ("folder/", .folder), ("..", .folder),
        (".", .folder), ("a\0b", .invalidName),
      ]
      for (name, refusal) in cases {
        let path = folder + "/" + name
        #expect(throws: OutputError.refused(path: path, refusal)) {
          try WholeFile.write("new", to: path, protecting: [folder + "/store", folder + "/store-journal"])
        }
      }
      #expect(throws: OutputError.refused(path: "", .invalidName)) { try WholeFile.write("new", to: "") }
      #expect(try names(folder) == before)
      #expect(try content(folder + "/victim") == "victim")
      #expect(try content(folder + "/alias") == "store")
    }
  }

  @Test("A folder that is not there is an error with its sentence")
  func missingFolder() throws {
    try withFolder { folder in
      let path = folder + "/no/a.txt"
      let error = OutputError.cannotCreate(path: path, errno: ENOENT)
      #expect(throws: error) { try WholeFile.write("new", to: path) }
      #expect(error.message == "「\(path)」: ファイルを作れません（その場所がありません）")
      #expect(error.exitCode == 73)
    }
  }

  @Test("A body that fails leaves the old file and no other", arguments: [true, false])
  func failingBody(isThere: Bool) throws {
    struct Stop: Error {}
    try withFolder { folder in
      let path = folder + "/a.txt"
      if isThere { try make(path, "old") }
      #expect(throws: Stop.self) {
        try WholeFile.write(to: path) { write in
          try write("half")
          #expect(try names(folder).count == (isThere ? 2 : 1))
          throw Stop()
        }
      }
      #expect(try names(folder) == (isThere ? ["a.txt"] : []))
      if isThere { #expect(try content(path) == "old") }
    }
  }

  @Test("The old file stands until the new one is whole")
  func oldUntilWhole() throws {
    try withFolder { folder in
      let path = folder + "/a.txt"
      try make(path, "old")
      try WholeFile.write(to: path) { write in
        try write("new")
        #expect(try content(path) == "old")
      }
      #expect(try content(path) == "new")
    }
  }

  @Test("What a killed writer left is swept, what a living one writes is not")
  func sweeping() throws {
    try withFolder { folder in
      try make(folder + "/.honbu-left.tmp", "half")
      try make(folder + "/.honbu-notes", "mine")
      try WholeFile.write(to: folder + "/a.txt") { write in
        try WholeFile.write("b", to: folder + "/b.txt")
        try write("a")
      }
      #expect(try names(folder) == [".honbu-notes", "a.txt", "b.txt"])
      #expect(try content(folder + "/a.txt") == "a")
    }
  }

  @Test("A folder that becomes a symbolic link meanwhile leads nowhere else")
  func swappedFolder() throws {
    try withFolder { folder in
      #expect(mkdir(folder + "/out", 0o755) == 0)
      #expect(mkdir(folder + "/elsewhere", 0o755) == 0)
      try WholeFile.write(to: folder + "/out/a.txt") { write in
        #expect(rename(folder + "/out", folder + "/moved") == 0)
        #expect(symlink("elsewhere", folder + "/out") == 0)
        try write("a")
      }
      #expect(try names(folder + "/elsewhere") == [])
      #expect(try content(folder + "/moved/a.txt") == "a")
    }
  }

  @Test("A long name leaves room for the temporary file, a name too long is an error")
  func longNames() throws {
    try withFolder { folder in
      let name = String(repeating: "a", count: 255)
      try WholeFile.write("x", to: folder + "/" + name)
      #expect(try names(folder) == [name])
      let path = folder + "/" + name + "a"
      #expect(throws: OutputError.cannotCreate(path: path, errno: ENAMETOOLONG)) {
        try WholeFile.write("x", to: path)
      }
    }
  }

  @Test("A name in a message cannot act on the terminal")
  func hostileName() {
    let error = OutputError.refused(path: "a\u{1B}]0;x\u{7}\n\u{202E}b", .folder)
    #expect(error.message == "「a␛]0;x␇␊<U+202E>b」: フォルダーです。ファイルの名前を指定してください")
  }
}

func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "honbu-" + UUID().uuidString).path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  defer {
    do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
  }
  try body(folder)
}

func make(_ path: String, _ text: String) throws {
  try Data(text.utf8).write(to: URL(filePath: path))
}

func content(_ path: String) throws -> String {
  try String(contentsOfFile: path, encoding: .utf8)
}

func names(_ folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

func mode(_ path: String) throws -> Int {
  try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
}
