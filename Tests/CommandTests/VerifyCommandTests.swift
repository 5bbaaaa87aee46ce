import Crypto
import Foundation
import TestSupport
import Testing

@Suite("honbu verify")
struct VerifyCommandTests {
  let workspace: Workspace
  let honbu: Program
  private static let formats = ["text", "markdown", "html", "svg", "ansi", "csv", "json"]

  init() throws {
    workspace = try Workspace()
    honbu = Program(workspace)
  }

  /// Files to be named: of a CSV's two, the sheet.
  private func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: workspace.path(folder)).sorted()
      .filter { !$0.hasSuffix(".proof.txt") && $0.contains(".") }.map { "\(folder)/\($0)" }
  }

  @Test("Every view and record in every format is the same, also once the store has grown")
  func all() throws {
    let pins = ["--today", "2026-04-01"]
    for (format, revision) in [("text", "r32"), ("html", "r21")] {
      let outcome = try honbu.run(
        ["snapshot", "--all", "--output", format, "--format", format, "--at", revision] + pins)
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    let views = [
      "overview", "pillars", "actions", "meetings", "updates", "documents", "actions/it_koseki_ai", "diff/r9..r21",
    ]
    for (format, revision) in zip(["markdown", "svg", "ansi", "csv", "json"], ["r32", "r12", "r21", "r23", "r30"]) {
      try FileManager.default.createDirectory(atPath: workspace.path(format), withIntermediateDirectories: true)
      for (number, view) in views.enumerated() where view != "actions/it_koseki_ai" || revision != "r12" {
        let arguments = ["snapshot", view, "--output", "\(format)/\(number).\(format)", "--format", format]
        let width = ["--at", view.hasPrefix("diff") ? "r32" : revision, "--width", "\(80 + number * 10)"]
        let outcome = try honbu.run(arguments + width + pins + (view == "actions" ? ["--filter", "ICT"] : []))
        #expect(outcome.status == 0, "\(outcome.error)")
      }
    }
    // The store grows: what was pinned stays what it was.
    let sheet = try workspace.write("id,title\nnew-1,あとから加わった取組\nit_koseki_ai,戸籍事務のAI化（改題）\n", to: "later.csv")
    #expect(try honbu.run("import", sheet, "--kind", "items", "--date", "2026-04-02").status == 0)
    var count = 0
    for format in Self.formats {
      let files = try files(in: format)
      let outcome = try honbu.run(["verify"] + files)
      #expect(outcome.status == 0 && outcome.error == "", "\(format): \(outcome.output.prefix(600))\(outcome.error)")
      #expect(outcome.lines.count == files.count && outcome.lines.allSatisfy { $0.contains(": 同じ（r") }, "\(format)")
      count += files.count
    }
    #expect(count > 200)
  }

  @Test("One changed byte anywhere is found, in every format")
  func changedByte() throws {
    var random = SeededGenerator(seed: 5)
    let views = ["overview", "actions", "actions/m05", "meetings", "diff/r1..r4"]
    for format in Self.formats {
      var mutated: [String] = []
      for (number, view) in views.enumerated() {
        let name = "\(number)-\(format)"
        let options = view == "actions" ? ["--layout", "table", "--since", "r2"] : []
        let outcome = try honbu.run(
          ["snapshot", view, "--sample", "--today", "2026-04-01", "--format", format, "--output", name] + options)
        #expect(outcome.status == 0, "\(outcome.error)")
        let bytes = try workspace.bytes(name)
        let proof = workspace.exists(name + ".proof.txt") ? try workspace.bytes(name + ".proof.txt") : nil
        for round in 0..<20 {
          let copy = "\(name)-\(round)" + (proof == nil ? "" : ".csv")
          var (changed, changedProof) = (bytes, proof ?? Data())
          // Of the two files of a sheet one byte is changed in either.
          if round % 2 == 0 || proof == nil {
            changed[changed.startIndex + Int.random(in: 0..<changed.count, using: &random)] ^= 1 << (round % 7)
          } else {
            changedProof[Int.random(in: 0..<changedProof.count, using: &random)] ^= 1 << (round % 7)
          }
          try changed.write(to: URL(fileURLWithPath: workspace.path(copy)))
          if proof != nil { try changedProof.write(to: URL(fileURLWithPath: workspace.path(copy + ".proof.txt"))) }
          mutated.append(copy)
        }
      }
      let outcome = try honbu.run(["verify"] + mutated)
      #expect(outcome.status != 0)
      #expect(!outcome.output.contains("同じ（"), "\(format): \(outcome.lines.filter { $0.contains("同じ（") })")
      let told = Set((outcome.output + outcome.error).matches(of: /[0-9]-[a-z]+-[0-9]+/).map { String($0.output) })
      #expect(told.count == mutated.count, "\(format)")
    }
  }

  @Test("Another digit in the command or the layout of a sheet's proof is found, also where the sheet is the same")
  func changedProof() throws {
    let write = ["snapshot", "meetings", "--sample", "--today", "2026-04-01", "--format", "csv", "--output", "m.csv"]
    #expect(try honbu.run(write).status == 0)
    let proof = Array(try workspace.bytes("m.csv.proof.txt"))
    let lines = String(decoding: proof, as: UTF8.self).split(separator: "\n")
    let command = try #require(lines.firstIndex { $0.hasPrefix("再作成: ") })
    #expect(lines[command + 1].hasPrefix("様式: "))
    let start = lines[..<command].reduce(0) { $0 + $1.utf8.count + 1 }
    let end = start + lines[command].utf8.count + lines[command + 1].utf8.count + 1
    var changed: [String] = []
    for place in start..<end where (0x30...0x39).contains(proof[place]) {
      var other = proof
      other[place] = proof[place] == 0x39 ? 0x31 : proof[place] + 1
      let copy = "m\(place).csv"
      try workspace.bytes("m.csv").write(to: URL(fileURLWithPath: workspace.path(copy)))
      try Data(other).write(to: URL(fileURLWithPath: workspace.path(copy + ".proof.txt")))
      changed.append(copy)
    }
    #expect(changed.count > 8)
    let outcome = try honbu.run(["verify"] + changed)
    #expect(outcome.status != 0 && !outcome.output.contains("同じ（"), "\(outcome.output)")
    for file in changed { #expect((outcome.output + outcome.error).contains(file)) }
  }

  @Test("A revision that the store does not have is a difference, not a wrong use of the command line")
  func missingRevision() throws {
    #expect(try honbu.run("snapshot", "meetings", "--sample", "--today", "2026-04-01", "--output", "m.txt").status == 0)
    let text = String(decoding: try workspace.bytes("m.txt"), as: UTF8.self)
    try workspace.write(text.replacing(" --at r8 ", with: " --at r99 "), to: "m.txt")
    let outcome = try honbu.run("verify", "m.txt")
    #expect(outcome.status == 1 && outcome.error.contains("m.txt: 改訂 r99 はありません"), "\(outcome.error)")
  }

  @Test("A changed line is shown with what the store says, and that the file was changed")
  func differences() throws {
    #expect(try honbu.run("snapshot", "meetings", "--sample", "--today", "2026-04-01", "--output", "m.txt").status == 0)
    let text = String(decoding: try workspace.bytes("m.txt"), as: UTF8.self)
    try workspace.write(text.replacing("第4回", with: "第5回", maxReplacements: 1), to: "m.txt")
    let outcome = try honbu.run("verify", "m.txt")
    #expect(outcome.status == 1)
    #expect(outcome.lines.first?.hasPrefix("m.txt: 違います（r8 (") == true)
    #expect(outcome.output.contains("台帳の記録は、書き出したときと同じです"))
    #expect(outcome.output.contains("ファイルは、書き出した後に変えられています"))
    #expect(outcome.output.contains("    ファイル: ") && outcome.output.contains("    台帳から: "))
  }

  @Test("Another store is told from the one that the file was made of")
  func otherStore() throws {
    let sheet = try workspace.write("id,title\na,一\n", to: "items.csv")
    let other = try workspace.write("id,title\na,二\n", to: "other.csv")
    for (file, store) in [(sheet, "one.sqlite"), (other, "two.sqlite")] {
      let arguments = ["import", file, "--kind", "items", "--store", store, "--date", "2026-04-01"]
      #expect(try honbu.run(arguments).status == 0)
    }
    let write = ["snapshot", "actions", "--store", "one.sqlite", "--format", "html", "--output", "a.html"]
    #expect(try honbu.run(write).status == 0)
    #expect(try honbu.run("verify", "a.html", "--store", "one.sqlite").status == 0)
    let outcome = try honbu.run("verify", "a.html", "--store", "two.sqlite")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("台帳の記録が、ファイルに書かれた SHA-256 と合いません"))
    #expect(!outcome.output.contains("変えられています"))
  }

  @Test("A file of another layout is verified by its records, and that is said")
  func otherLayout() throws {
    #expect(try honbu.run("snapshot", "actions", "--sample", "--today", "2026-04-01", "--output", "a.txt").status == 0)
    let text = String(decoding: try workspace.bytes("a.txt"), as: UTF8.self)
    // As an older version would have laid it out and sealed it.
    let above = text.replacing("様式: 3", with: "様式: 0").replacing("取組", with: "とりくみ")
    let body = above.components(separatedBy: "本文 SHA-256: ")[0]
    try workspace.write(body + "本文 SHA-256: \(sha256(body))\n", to: "old.txt")
    let outcome = try honbu.run("verify", "old.txt")
    #expect(outcome.status == 0)
    #expect(outcome.lines.first?.hasPrefix("old.txt: 同じ（r8 (") == true)
    #expect(outcome.output.contains("  様式 0 のファイルです（この版は様式 3）。行ではなく記録の SHA-256 で比べました\n"))
    try workspace.write(body.replacing("とりくみ", with: "とりぐみ") + "本文 SHA-256: \(sha256(body))\n", to: "old.txt")
    let altered = try honbu.run("verify", "old.txt")
    #expect(altered.status == 1)
    #expect(altered.output.contains("変えられています"))
  }

  @Test(
    "A command that would do more than show is refused, and nothing is done",
    arguments: [
      ("--output stolen.txt", "--output"), ("--store other.sqlite", "--store"), ("--all", "--all"),
      ("; touch stolen.txt", nil),
      ("$(touch stolen.txt)", nil), ("`touch stolen.txt`", nil), ("| tee stolen.txt", nil), ("> stolen.txt", nil),
      ("--filter '@mine'", "--filter @mine"), ("--at r1 --at r2", "--at"), ("actions", "actions"), ("--filter", nil),
      ("'", nil),
    ] as [(String, String?)])
  func untrusted(more: String, refused: String?) throws {
    #expect(try honbu.run("snapshot", "actions", "--sample", "--today", "2026-04-01", "--output", "a.txt").status == 0)
    let text = String(decoding: try workspace.bytes("a.txt"), as: UTF8.self)
    try workspace.write(text.replacing(" --layout board\n", with: " --layout board \(more)\n"), to: "b.txt")
    let before = try workspace.names(in: ".")
    let outcome = try honbu.run("verify", "b.txt")
    #expect(outcome.status == 65)
    if let refused {
      #expect(outcome.error == "honbu: b.txt: ファイルのコマンドの「\(refused)」は受け付けません（読み取りのオプションだけを使えます）\n")
    } else {
      #expect(outcome.error.hasPrefix("honbu: b.txt: ファイルのコマンドが honbu snapshot のものではありません（"))
    }
    #expect(try workspace.names(in: ".").filter { !$0.hasPrefix(".std") } == before.filter { !$0.hasPrefix(".std") })
    for command in ["honbu import x.csv", "honbu undo r3", "rm -rf x", "honbu snapshot --all"] {
      try workspace.write(text.replacing(/再作成: .*\n/, with: "再作成: \(command)\n"), to: "c.txt")
      #expect(try honbu.run("verify", "c.txt").status == 65)
    }
  }

  @Test("What is no snapshot is bad data, what is not there no input, and no file a usage error")
  func noSnapshot() throws {
    try workspace.write("ただの文\n", to: "a.txt")
    let plain = try honbu.run("verify", "a.txt")
    #expect(plain.status == 65)
    #expect(plain.error == "honbu: a.txt: honbu snapshot で書き出したファイルではありません（最後の行にコマンドと SHA-256 がありません）\n")
    #expect(try honbu.run("verify", "none.txt").status == 66)
    #expect(try honbu.run("verify").status == 64)
    #expect(try honbu.run("verify", ".").status == 65)
    let snapshot = ["snapshot", "actions", "--sample", "--format", "csv", "--output", "a.csv"]
    #expect(try honbu.run(snapshot).status == 0)
    #expect(try honbu.run("verify", "a.csv").status == 0)
    #expect(try honbu.run("verify", "a.csv.proof.txt").status == 0)
    try FileManager.default.removeItem(atPath: workspace.path("a.csv.proof.txt"))
    let alone = try honbu.run("verify", "a.csv")
    #expect(alone.status == 66)
    #expect(
      alone.error == "honbu: a.csv: CSV の証明 a.csv.proof.txt がないので確かめられません（honbu snapshot … --output FILE なら隣に書きます。"
        + "標準出力に出すときは 2> a.csv.proof.txt で残せます）\n")
    #expect(try honbu.run("verify", "a.txt", "--at", "r1").status == 64)
  }

  @Test("A value that no command line would take is bad data in a file", arguments: ["--width 99999999", "--lang xx"])
  func unusableValue(option: String) throws {
    #expect(try honbu.run("snapshot", "actions", "--sample", "--output", "a.txt").status == 0)
    let text = String(decoding: try workspace.bytes("a.txt"), as: UTF8.self)
    let pinned = option.hasPrefix("--width") ? "--width 80" : "--lang ja"
    let changed = text.replacing(pinned, with: option)
    let file = try workspace.write(changed, to: "b.txt")
    let outcome = try honbu.run("verify", file)
    #expect(outcome.status == 65 && outcome.error.contains("は使えません"), "\(outcome.status) \(outcome.error)")
  }

  @Test("A CSV on standard output has its proof on standard error, just as it stands beside a file")
  func sheetOnStandardOutput() throws {
    let arguments = ["snapshot", "actions", "--sample", "--today", "2026-04-01", "--format", "csv"]
    let outcome = try honbu.run(arguments)
    #expect(outcome.status == 0 && outcome.error.contains("\n再作成: honbu snapshot actions --sample --at r8 "))
    try workspace.write(outcome.output, to: "piped.csv")
    try workspace.write(outcome.error, to: "piped.csv.proof.txt")
    #expect(try honbu.run("verify", "piped.csv").status == 0)
    #expect(try honbu.run(arguments + ["--output", "file.csv"]).error == "")
    #expect(try workspace.bytes("file.csv") == Data(outcome.output.utf8))
    #expect(try workspace.bytes("file.csv.proof.txt") == Data(outcome.error.utf8))
  }

  @Test(
    "Whatever stands in a filter, the file verifies and no control character is in it",
    arguments: [
      "\u{1B}[31m窓口", "窓口\n", "'窓\u{200B}口' \\ $HOME", "\u{7}7", "\u{202E}a", "\u{9B}0'1", "a\tb", "'",
    ])
  func unsafeFilter(filter: String) throws {
    for format in Self.formats {
      let name = "a.\(format)"
      let arguments = ["snapshot", "actions", "--sample", "--today", "2026-04-01", "--filter", filter]
      let outcome = try honbu.run(arguments + ["--format", format, "--output", name])
      #expect(outcome.status == 0, "\(outcome.error)")
      let text = String(decoding: try workspace.bytes(name), as: UTF8.self)
      let isClean = text.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar == "\r" || scalar == "\u{FEFF}" || format == "ansi" && scalar == "\u{1B}"
          || scalar.properties.generalCategory != .control && !["\u{200B}", "\u{202E}"].contains(scalar)
      }
      #expect(isClean, "\(format)")
      let verified = try honbu.run("verify", name)
      #expect(verified.status == 0, "\(format): \(verified.output)\(verified.error)")
    }
  }

  @Test("The same command gives the same bytes under any locale, terminal and time zone, by any user's settings")
  func sameBytes() throws {
    for format in Self.formats {
      let arguments = ["snapshot", "actions", "--sample", "--today", "2026-04-01", "--format", format]
      var texts: Set<String> = []
      for (zone, locale, terminal) in [
        ("Asia/Tokyo", "ja_JP.UTF-8", "xterm"), ("America/Los_Angeles", "C", "dumb"),
        ("Pacific/Kiritimati", "de_DE", ""),
      ] {
        var elsewhere = honbu
        elsewhere.environment = ["TZ": zone, "LANG": locale, "LC_ALL": locale, "TERM": terminal, "COLUMNS": "40"]
        texts.insert(try elsewhere.run(arguments).output)
      }
      #expect(texts.count == 1, "\(format)")
    }
  }
}

private func sha256(_ text: String) -> String {
  SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
}
