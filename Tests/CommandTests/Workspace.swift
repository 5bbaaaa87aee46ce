import Foundation
import Testing

/// A folder of its own for one test, with an empty home in it.
final class Workspace {
  let folder: String
  private var count = 0

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/honbu-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/home", withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      Issue.record("\(folder): \(error)")
    }
  }

  var environment: [String: String] {
    [
      "HOME": folder + "/home", "XDG_DATA_HOME": folder + "/home/data", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "USER": "tester", "TERM": "xterm-256color",
    ]
  }

  var defaultStore: String { folder + "/home/data/honbu/honbu.sqlite" }

  func path(_ name: String) -> String { folder + "/" + name }

  func newPath(_ name: String) -> String {
    count += 1
    return folder + "/.\(name)-\(count)"
  }

  @discardableResult
  func write(_ text: String, to name: String, encoding: String.Encoding = .utf8) throws -> String {
    let data = try #require(text.data(using: encoding))
    try data.write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: name.hasPrefix("/") ? name : path(name)))
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: name.hasPrefix("/") ? name : path(name))
  }

  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }
}
