import Dashboard
import NcursesTerminal
import Snapshot
import TextUI

/// All findings, as text and as JSON.
struct DoctorReport {
  static let schema = 1

  let findings: [Finding]
  let words: DoctorWords

  init(findings: [Finding], words: DoctorWords) {
    self.findings = findings
    self.words = words
  }

  init(examining choices: Choices) {
    let words = DoctorWords(language: choices.language, lines: choices.lines)
    // The terminal's description is looked up in the locale that the dashboard would use.
    let locale = LocaleFacts()
    let terminal = TerminalFacts()
    let device = DeviceExamination(terminal: terminal, choices: choices, words: words)
    let store = StoreExamination(location: choices.location, words: words)
    let surroundings = SurroundingsExamination(words: words)
    self.init(
      findings: [
        device.kind(), device.abilities(), device.locale(locale), device.widths(), device.colours(),
        surroundings.clipboard(isOutputTerminal: terminal.isOutputTerminal),
      ] + store.findings() + [
        surroundings.sqlite(), surroundings.dictionary(), surroundings.personalFiles(), surroundings.editor(),
      ], words: words)
  }

  var isFaulty: Bool { findings.contains { $0.status == .fault } }

  var text: String {
    let lines = findings.flatMap { finding in
      ["\(words.sign(finding.status)) \(words.name(finding.subject)): \(finding.text)"]
        + (finding.advice.map { ["   \(words.arrow) \($0)"] } ?? [])
    }
    return ([words.title] + lines + [words.sum(counts)]).map { SafeText.visible($0) + "\n" }.joined()
  }

  var json: String {
    let entries = findings.map { finding -> JSONValue in
      let head: [(String, JSONValue?)] = [
        ("subject", .text(finding.subject.rawValue)), ("status", .text(finding.status.rawValue)),
        ("text", .text(finding.text)), ("advice", .text(finding.advice)),
      ]
      return .object(head + finding.facts)
    }
    let whole: [(String, JSONValue?)] = [
      ("schema", .whole(Self.schema)), ("version", .text(HonbuCommand.version)),
      ("findings", .list(entries)),
    ]
    return JSONValue.object(whole + counts.map { ($0.rawValue, .whole($1)) }).written + "\n"
  }

  private var counts: [(Finding.Status, Int)] {
    Finding.Status.allCases.map { status in (status, findings.count { $0.status == status }) }
  }
}
