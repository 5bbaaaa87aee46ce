import StrategyStore
import Testing
import TextUI

@testable import honbu

@Suite("What doctor says of a store elsewhere")
struct StoreExaminationTests {
  @Test("One on a network file system is a fault, or a remark where somebody answers for it")
  func network() throws {
    let workspace = try Workspace()
    try workspace.write("x", to: "s.sqlite")
    var facts = try #require(StoreFacts(path: workspace.path("s.sqlite")))
    #expect(!facts.isRemote && !facts.isAccepted)
    facts.isRemote = true
    facts.fileSystem = "nfs4"
    let examination = StoreExamination(location: nil, words: DoctorWords(language: .ja, lines: .unicode))
    let refused = examination.file(facts)
    #expect(refused.status == .fault && refused.text.contains("nfs4"))
    facts.otherFileSystem = "ext4"
    #expect(examination.file(facts).text.contains("nfs4（ext4 という答えもあります）"))
    facts.otherFileSystem = nil
    #expect(
      refused.advice
        == "ネットワーク上の場所では壊れることがあるので開きません。この端末のディスクに移し、--store で指定してください。ほかの端末から書かないと言い切れるなら --allow-network-store")
    facts.isAccepted = true
    let opened = examination.file(facts)
    #expect(opened.status == .remark && opened.text == refused.text)
    #expect(opened.advice == "ネットワーク上の場所です。--allow-network-store なので開きますが、ほかの端末と同時に書くと壊れることがあります")
    // What is worse is told first.
    facts.usesWAL = true
    #expect(examination.file(facts).status == .fault)
  }
}
