import Foundation
import Testing

@testable import StrategyStore

/// A7: locks of a network file system are not trusted, whoever says that it is one.
@Suite("Kinds of file systems")
struct FileSystemKindTests {
  /// The kernel's own list, which is there wherever C can be compiled.
  private static func kernelNumber(_ name: String) throws -> UInt32 {
    let header = try String(contentsOfFile: "/usr/include/linux/magic.h", encoding: .utf8)
    for line in header.split(separator: "\n") {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count > 2, words[0] == "#define", words[1] == name else { continue }
      return try #require(UInt32(words[2].dropFirst(2), radix: 16))
    }
    Issue.record("\(name) is not in linux/magic.h")
    return 0
  }

  @Test(
    "The kernel's number alone tells one",
    arguments: [
      ("NFS_SUPER_MAGIC", "nfs"), ("SMB_SUPER_MAGIC", "smbfs"), ("CIFS_SUPER_MAGIC", "cifs"),
      ("SMB2_SUPER_MAGIC", "smb2"), ("V9FS_MAGIC", "9p"), ("CODA_SUPER_MAGIC", "coda"), ("NCP_SUPER_MAGIC", "ncpfs"),
      ("AFS_SUPER_MAGIC", "afs"), ("AFS_FS_MAGIC", "afs"), ("CEPH_SUPER_MAGIC", "ceph"),
      ("OCFS2_SUPER_MAGIC", "ocfs2"), ("FUSE_SUPER_MAGIC", "fuse"),
    ])
  func byNumber(header: String, name: String) throws {
    let kind = FileSystemKind(table: nil, magic: try Self.kernelNumber(header))
    #expect(kind.isRemote && kind.name == name && kind.otherName == nil)
    // A table that says something harmless does not make it harmless.
    let bent = FileSystemKind(table: "ext4", magic: kind.magic)
    #expect(bent.isRemote && bent.name == name && bent.otherName == "ext4")
  }

  @Test(
    "Those that the kernel's list does not have",
    arguments: ["lustre", "gpfs", "gfs2", "beegfs", "vboxsf", "vmhgfs"])
  func others(name: String) throws {
    let magic = try #require(FileSystemKind.remote.first { $0.value == name }?.key)
    #expect(FileSystemKind(table: nil, magic: magic).isRemote)
  }

  @Test(
    "Local ones are local",
    arguments: [
      ("EXT4_SUPER_MAGIC", "ext4"), ("XFS_SUPER_MAGIC", "xfs"), ("BTRFS_SUPER_MAGIC", "btrfs"),
      ("TMPFS_MAGIC", "tmpfs"), ("OVERLAYFS_SUPER_MAGIC", "overlay"),
    ])
  func local(header: String, name: String) throws {
    let magic = try Self.kernelNumber(header)
    for table in [nil, name] {
      let kind = FileSystemKind(table: table, magic: magic)
      #expect(!kind.isRemote && kind.name == name && kind.otherName == nil)
    }
    let told = FileSystemKind(table: "nfs4", magic: magic)
    #expect(told.isRemote && told.name == "nfs4" && told.otherName == name)
  }

  @Test(
    "Of what a program in user space serves, the mount table tells what it is",
    arguments: [
      ("fuseblk", false), ("fuse.ntfs-3g", false), ("fuse.mergerfs", false), ("fuse.gocryptfs", false),
      ("fuse.sshfs", true), ("fuse.rclone", true), ("fuse.anything", true), ("fuse", true), ("virtiofs", true),
      ("xfs", true),
    ])
  func userSpace(table: String, isRemote: Bool) {
    #expect(FileSystemKind(table: table, magic: FileSystemKind.fuse).isRemote == isRemote)
  }

  @Test("Without an answer of the kernel the table counts, and without both nothing is said")
  func silence() {
    #expect(FileSystemKind(table: "nfs4", magic: nil).isRemote)
    #expect(FileSystemKind(table: "nfs4", magic: nil).name == "nfs4")
    #expect(!FileSystemKind(table: "ext4", magic: nil).isRemote)
    let unknown = FileSystemKind(table: nil, magic: nil)
    #expect(!unknown.isRemote && unknown.name == nil)
    #expect(FileSystemKind(table: nil, magic: 0x1234).name == "0x1234")
  }

  @Test("The kernel is asked for the path itself")
  func asked() throws {
    #expect(FileSystemKind.magic(of: "/proc/self") == (try Self.kernelNumber("PROC_SUPER_MAGIC")))
    #expect(FileSystemKind.magic(of: "/nowhere/at/all") == nil)
    let kind = NetworkFileSystem.kind(of: "/proc/self")
    #expect(kind.table == "proc" && !kind.isRemote)
  }
}
