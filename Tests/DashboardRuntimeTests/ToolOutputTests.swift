import Foundation
import Testing

@testable import DashboardRuntime

@Suite("What another program says of itself")
struct ToolOutputTests {
  @Test("The first line, nothing, or that it failed")
  func lines() {
    #expect(ToolOutput.line(["sh", "-c", "echo one; echo two"]) == "one")
    #expect(ToolOutput.line(["true"]) == "")
    #expect(ToolOutput.line(["sh", "-c", "echo one; exit 3"]) == nil)
    #expect(ToolOutput.line(["no-such-program"]) == nil)
  }

  @Test(
    "A program that does not end is not waited for, whatever it does meanwhile",
    arguments: ["exec >&-; exec sleep 60", "exec sleep 60", "while :; do echo on; sleep 0.2; done"])
  func endless(script: String) {
    #expect(ToolOutput.line(["sh", "-c", script]) == nil)
  }
}
