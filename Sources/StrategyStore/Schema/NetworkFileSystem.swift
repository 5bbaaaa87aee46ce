import Glibc

/// File systems whose locks cannot be trusted between machines
/// (https://www.sqlite.org/howtocorrupt.html#_file_locking_problems).
enum NetworkFileSystem {
  /// The file system's type, as the mount table names it, when the path lies on one of these; else `nil`.
  static func type(of path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    let resolved = String(cString: real)
    free(real)
    guard let table = fopen("/proc/self/mountinfo", "re") else { return nil }
    defer { fclose(table) }
    var best: (length: Int, type: String)?
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, table) > 0, let text = line.map({ String(cString: $0) }) {
      guard let mount = mount(text), isAbove(resolved, mount.point) else { continue }
      // Of several mounts on one point the last one counts.
      if mount.point.utf8.count >= best?.length ?? 0 { best = (mount.point.utf8.count, mount.type) }
    }
    return best.flatMap { isRemote($0.type) ? $0.type : nil }
  }

  static func isRemote(_ type: String) -> Bool { remote.contains(type) }

  /// Mount point and type of one line (https://www.kernel.org/doc/html/latest/filesystems/proc.html, 3.5).
  private static func mount(_ line: String) -> (point: String, type: String)? {
    let parts = line.utf8.split(separator: UInt8(ascii: " "))
    guard parts.count > 8, let dash = parts.firstIndex(where: { $0.elementsEqual("-".utf8) }), dash + 1 < parts.count
    else { return nil }
    return (String(decoding: parts[4], as: UTF8.self), String(decoding: parts[dash + 1], as: UTF8.self))
  }

  private static func isAbove(_ path: String, _ mount: String) -> Bool {
    mount == "/" || path == mount || path.hasPrefix(mount + "/")
  }

  private static let remote: Set<String> = [
    "9p", "afs", "ceph", "cifs", "coda", "fuse.ceph", "fuse.curlftpfs", "fuse.davfs2", "fuse.gcsfuse",
    "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "gfs2", "lustre", "ncpfs", "nfs",
    "nfs4", "ocfs2", "smb3", "smbfs",
  ]
}
