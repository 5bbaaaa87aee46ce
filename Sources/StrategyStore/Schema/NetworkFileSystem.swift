import Glibc
import Synchronization

/// File systems whose locks cannot be trusted between machines
/// (https://www.sqlite.org/howtocorrupt.html#_file_locking_problems).
public enum NetworkFileSystem {
  private static let acceptance = Atomic<Bool>(false)
  private static let mounts = "/proc/self/mountinfo"

  /// Whether somebody answers for the locks.
  static var isAccepted: Bool { acceptance.load(ordering: .relaxed) }

  /// Opens stores on network file systems from now on: whoever asks for it answers for the locks.
  ///
  /// - Returns: the type of the one that a store lies on, for a warning.
  public static func accept(for store: String) -> String? { accept(for: store, mounts) }

  static func accept(for store: String, _ table: String) -> String? {
    let folder = StoreFile.split(textually: store).folder
    let type = type(of: StoreFile.exists(store) ? store : folder, table)
    acceptance.store(true, ordering: .relaxed)
    return type
  }

  /// The file system's name, when the path lies on one of these; else `nil`.
  static func type(of path: String, _ table: String = mounts) -> String? {
    guard !isAccepted else { return nil }
    let kind = kind(of: path, table)
    return kind.isRemote ? kind.name : nil
  }

  /// Whatever file system the path lies on.
  static func kind(of path: String, _ table: String = mounts) -> FileSystemKind {
    FileSystemKind(table: mountType(of: path, table), magic: FileSystemKind.magic(of: path))
  }

  /// The type as the mount table names it; `nil` where it cannot be found out.
  private static func mountType(of path: String, _ table: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    let resolved = String(cString: real)
    free(real)
    guard let table = fopen(table, "re") else { return nil }
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
    return best?.type
  }

  /// What a program in user space serves may lie anywhere, unless it is known to lie here.
  static func isRemote(_ type: String) -> Bool {
    remote.contains(type) || type == "fuse" || type.hasPrefix("fuse.") && !local.contains(type)
  }

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
    "9p", "acfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs",
    "nfs", "nfs4", "ocfs2", "orangefs", "panfs", "pvfs2", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs",
  ]

  private static let local: Set<String> = [
    "fuse.bindfs", "fuse.cryfs", "fuse.encfs", "fuse.exfat", "fuse.ext2", "fuse.fuse-overlayfs", "fuse.gocryptfs",
    "fuse.mergerfs", "fuse.ntfs", "fuse.ntfs-3g",
  ]
}
