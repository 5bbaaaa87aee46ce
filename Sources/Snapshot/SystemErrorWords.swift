import Glibc

public enum SystemError {
  /// What an `errno` means: the usual reasons in Japanese, others in the system's words.
  public static func words(_ number: Int32) -> String {
    switch number {
    case ENOSPC: "ディスクの空きがありません"
    case EDQUOT: "使える容量を超えました"
    case EACCES, EPERM: "権限がありません"
    case EROFS: "読み取り専用の場所です"
    case ENOENT: "その場所がありません"
    case ENOTDIR: "途中の名前がフォルダーではありません"
    case ENAMETOOLONG: "名前が長すぎます"
    case EBADF: "閉じられています"
    case EIO: "入出力の誤り"
    case ELOOP: "リンクが循環しています"
    default: String(cString: strerror(number))
    }
  }
}
