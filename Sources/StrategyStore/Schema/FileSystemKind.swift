import CLinux

/// What kind of file system a path lies on, by two witnesses: the mount table, which knows what a program in user space
/// serves, and the kernel, which answers also where a container hides or bends the table.
struct FileSystemKind: Equatable {
  /// As the mount table names it; `nil` where it cannot be read.
  var table: String?
  /// `f_type` of statfs(2); `nil` where it cannot be found out.
  var magic: UInt32?

  init(table: String?, magic: UInt32?) { (self.table, self.magic) = (table, magic) }

  static func magic(of path: String) -> UInt32? {
    let found = linux_file_system(path)
    return found < 0 ? nil : UInt32(truncatingIfNeeded: found)
  }

  /// Whether its locks cannot be trusted between machines, by either witness.
  var isRemote: Bool { isRemoteByTable || isRemoteByMagic }

  private var isRemoteByTable: Bool { table.map(NetworkFileSystem.isRemote) ?? false }

  private var isRemoteByMagic: Bool {
    guard let magic else { return false }
    // FUSE is many things, and only the table tells which.
    if magic == Self.fuse { return table.map { !isServedHere($0) } ?? true }
    return Self.remote[magic] != nil
  }

  /// What a program of this machine serves from a disk of this machine.
  private func isServedHere(_ table: String) -> Bool {
    table == "fuseblk" || table.hasPrefix("fuse.") && !NetworkFileSystem.isRemote(table)
  }

  /// Its name; where the two say different things, the worse one.
  var name: String? { !isRemoteByTable && isRemoteByMagic ? magicName : table ?? magicName }

  /// What the other one says, where only one of them says that it is remote.
  var otherName: String? {
    switch (isRemoteByTable, isRemoteByMagic) {
    case (false, true): table
    // A program in user space is told by the table alone.
    case (true, false): magicName
    default: nil
    }
  }

  private var magicName: String? {
    magic.map { magic in
      if magic == Self.fuse { return "fuse" }
      return Self.remote[magic] ?? Self.local[magic] ?? "0x" + String(magic, radix: 16)
    }
  }

  static let fuse: UInt32 = 0x6573_5546

  /// From linux/magic.h, and those of file systems outside the kernel's tree from stat.c of coreutils.
  static let remote: [UInt32: String] = [
    0x6969: "nfs", 0x517B: "smbfs", 0xFF53_4D42: "cifs", 0xFE53_4D42: "smb2", 0x0102_1997: "9p", 0x7375_7245: "coda",
    0x564C: "ncpfs", 0x5346_414F: "afs", 0x6B41_4653: "afs", 0x00C3_6400: "ceph", 0x7461_636F: "ocfs2",
    0x0BD0_0BD0: "lustre", 0x0116_1970: "gfs2", 0x4750_4653: "gpfs", 0x2003_0528: "orangefs", 0x1983_0326: "beegfs",
    0xAAD7_AAEA: "panfs", 0x6163_6673: "acfs", 0x786F_4256: "vboxsf", 0xBACB_ACBC: "vmhgfs",
  ]

  private static let local: [UInt32: String] = [
    0xEF53: "ext4", 0x5846_5342: "xfs", 0x9123_683E: "btrfs", 0x0102_1994: "tmpfs", 0x794C_7630: "overlay",
    0xF2F5_2010: "f2fs", 0x2FC1_2FC1: "zfs",
  ]
}
