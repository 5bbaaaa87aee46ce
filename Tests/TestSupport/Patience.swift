/// How long a test waits for what must come. Nothing here is a promise of the program: what takes longer hangs, on
/// the slowest machine too; how long things take is printed and stands in the README.
public enum Patience {
  public static let limit: Duration = .seconds(120)
}
