import CNcurses
import Glibc
import Testing

@Suite("Output that is held until a frame is whole", .serialized)
struct HeldOutputTests {
  private func waiting(in pipe: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    var state = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, 0) > 0 else { return "" }
    let count = read(pipe, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  @Test("What is written to the descriptor goes out in one piece, in order; other descriptors are left alone")
  func held() throws {
    var held: [Int32] = [0, 0]
    var other: [Int32] = [0, 0]
    try #require(pipe(&held) == 0 && pipe(&other) == 0)
    defer { (held + other).forEach { close($0) } }
    honbu_hold_output(held[1])
    for text in ["窓", "口", String(repeating: "線", count: 9_000)] {
      let bytes = Array(text.utf8)
      #expect(write(held[1], bytes, bytes.count) == bytes.count)
    }
    #expect(write(other[1], "b", 1) == 1)
    #expect(waiting(in: held[0]) == "" && waiting(in: other[0]) == "b")
    honbu_release_output()
    #expect(waiting(in: held[0]) == "窓口" + String(repeating: "線", count: 9_000))
    #expect(write(held[1], "c", 1) == 1)
    #expect(waiting(in: held[0]) == "c")
    honbu_hold_output(held[1])
    #expect(write(held[1], "d", 1) == 1)
    honbu_forget_output()
    honbu_release_output()
    #expect(waiting(in: held[0]) == "")
  }

  @Test("libtinfo finds our write, as it does in the program")
  func found() {
    let ours = dlsym(UnsafeMutableRawPointer(bitPattern: 0), "write")
    let theirs = dlsym(UnsafeMutableRawPointer(bitPattern: -1), "write")
    #expect(ours != nil && ours != theirs)
  }
}
