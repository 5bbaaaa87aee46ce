import Foundation

/// What the kernel tells of a process that runs; see proc(5).
struct RunningProcess {
  var id: pid_t

  /// A line of its `status`, as a number.
  func statusNumber(_ name: String) -> Int {
    let line = text("status").split(separator: "\n").first { $0.hasPrefix(name + ":") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }

  /// Such as `S` while it waits and `T` while it is stopped; `nil` once it is gone.
  var state: Character? { Self.fields(text("stat")).first?.first }

  /// Milliseconds of both kinds, by clock ticks of 10.
  var cpuTime: Int {
    let fields = Self.fields(text("stat"))
    return fields.count > 12 ? ((Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)) * 10 : 0
  }

  var descriptors: Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/fd"))?.count ?? 0 }

  /// Some thread computes, waits for a processor to do so, or for a disk.
  var isBusy: Bool {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/task")) ?? []
    return threads.contains { thread in
      Self.fields(text("task/\(thread)/stat")).first.map { $0 == "R" || $0 == "D" } ?? false
    }
  }

  /// Bytes that it has read so far, from anywhere; `nil` where the system does not tell.
  var bytesRead: Int? {
    let line = text("io").split(separator: "\n").first { $0.hasPrefix("rchar:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
  }

  private func text(_ name: String) -> String {
    (try? String(contentsOfFile: "/proc/\(id)/\(name)", encoding: .utf8)) ?? ""
  }

  /// Those behind the name, which may hold anything.
  private static func fields(_ stat: String) -> [Substring] {
    stat.lastIndex(of: ")").map { stat[stat.index(after: $0)...].split(separator: " ") } ?? []
  }
}
