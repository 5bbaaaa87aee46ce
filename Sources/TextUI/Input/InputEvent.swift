/// A key as it is named on the keyboard.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// With the lower-case letter, or the sign, that is held with Control.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
}

/// A press or a turn of the mouse.
public struct Mouse: Hashable, Sendable {
  public enum Button: Hashable, Sendable {
    case left, middle, right, wheelUp, wheelDown
  }

  public var button: Button
  /// In cells of the screen, from 0.
  public var position: Point
  /// False for the release of a button.
  public var isPress: Bool

  public init(button: Button, position: Point, isPress: Bool = true) {
    self.button = button
    self.position = position
    self.isPress = isPress
  }
}

/// What the terminal told us.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// A run of printable scalars outside ASCII that came in one read: what an IME committed.
  case text(String)
  case paste(String)
  case mouse(Mouse)
  case resized(Size)
  /// End of input: the terminal is gone.
  case ended
}
