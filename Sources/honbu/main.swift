import Glibc
import Snapshot

StandardOutput.prepare()
exit(CommandRun.status(of: Array(CommandLine.arguments.dropFirst())))
