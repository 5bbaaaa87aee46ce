import Glibc

/// Writes all bytes to a descriptor, however many calls it takes.
///
/// - Returns: 0, or the `errno` of the call that failed.
func writeAll(_ text: String, to descriptor: Int32) -> Int32 {
  var text = text
  return text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let written = write(descriptor, rest.baseAddress, rest.count)
      if written >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}

/// Standard output that notices when nothing arrives; `print` to a closed or full one succeeds.
public enum StandardOutput {
  /// - Parameter descriptor: 1, except in tests.
  public static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) throws(OutputError) {
    switch writeAll(text, to: descriptor) {
    case 0: return
    case EPIPE: throw .readerGone
    case let number: throw .standardOutput(errno: number)
    }
  }

  /// Makes ready for writing: call it before anything else opens a file.
  ///
  /// A reader that goes away becomes an error instead of a signal. A standard stream that was closed is filled with
  /// one that refuses: else the next file that is opened, the store perhaps, would take its number and our output.
  public static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest free number is the closed one, since those below it are open by now.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
