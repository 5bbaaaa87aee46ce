/// A terminal as the program's loop uses it.
public protocol TerminalDevice: AnyObject {
  var size: Size { get }
  /// The descriptor to poll for input.
  var inputDescriptor: Int32 { get }
  /// Draws changes and puts the cursor in its place, hidden without one.
  func draw(_ changes: [GridRun], cursor: Point?)
  /// Everything that has come in, without waiting.
  func readInput() -> [InputEvent]
  func setMouse(_ isOn: Bool)
  /// Makes the next `draw` send every cell again.
  func redrawAll()
  /// Gives the terminal back to the shell for a while.
  func suspend()
  func resume()
  /// Gives the terminal back for good; further calls do nothing.
  func restore()
  /// Asks for the size again after it changed.
  func resized() -> Size
  /// While something lies in a descriptor, a terminal that takes nothing is not waited for: what was to be drawn is given up.
  func beInterrupted(by descriptor: Int32)
  /// Sends bytes that are not cells, such as OSC 52. Never text from the data.
  func write(raw: String)
}
