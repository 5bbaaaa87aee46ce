import Glibc
import Snapshot

StandardOutput.prepare()
// Swift finds them by way of /proc; where that fails there are none, and a command must not become a look at another store.
guard !CommandLine.arguments.isEmpty else {
  Message.show("コマンドの引数を読めません（/proc/self/maps）")
  exit(CommandFailure.ioFailed)
}
exit(CommandRun.status(of: Array(CommandLine.arguments.dropFirst())))
