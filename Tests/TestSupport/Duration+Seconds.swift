extension Duration {
  public var inSeconds: Double { self / .seconds(1) }
}
