import Foundation
import Testing

@Test("TextSearch imports Foundation, the model and its scanning loop, nothing else")
func imports() throws {
  let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/TextSearch")
    .standardizedFileURL.resolvingSymlinksInPath()
  let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
  var imported: Set<String> = []
  for case let file as URL in files where file.pathExtension == "swift" {
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "public" || $0 == "internal" }
      if words.first == "import", let name = words.last { imported.insert(String(name)) }
    }
  }
  #expect(imported == ["CTextScan", "Foundation", "StrategyModel"])
}
