// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
// SQLite's own C interface: binding by hand where rows come by the hundred thousand.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "honbu",
  products: [
    .executable(name: "honbu", targets: ["honbu"]),
    .executable(name: "honbu-bench", targets: ["honbu-bench"]),
  ],
  dependencies: [
    // Exact versions: Package.resolved is not committed.
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    library("StrategyModel"),
    library("TextUI"),
    // The one loop that vector instructions make several times faster than Swift's.
    .target(name: "CTextScan"),
    library("TextSearch", ["StrategyModel", "CTextScan"]),
    library("Dashboard", ["StrategyModel", "TextUI", "TextSearch"]),
    // The bundled facts as bytes: a file of the repository, inside the binary, wherever that is moved.
    .target(name: "CSeedData", exclude: ["osaka-ict.json", "sample-city.json"]),
    // A call of SQLite that Swift cannot make, because it takes any number of arguments.
    .target(name: "CSQLite"),
    library("StrategyStore", ["StrategyModel", "TextSearch", "CSeedData", "CSQLite", "CLinux", grdb, sqlite, crypto]),
    library("Snapshot", ["StrategyModel", "TextUI", "Dashboard", crypto]),
    library(
      "DashboardRuntime",
      ["StrategyModel", "TextUI", "TextSearch", "Dashboard", "StrategyStore", "Snapshot", "CLinux", yams]),
    // eventfd, signalfd, timerfd and pseudo terminals, which Swift's Glibc module does not show.
    .target(name: "CLinux"),
    .target(name: "CNcurses"),
    library("NcursesTerminal", ["CNcurses", "TextUI"]),
    // What a terminal shows, for programs and tests that look at honbu from outside.
    library("TerminalModel"),
    .executableTarget(
      name: "honbu",
      dependencies: [
        "StrategyModel", "TextUI", "TextSearch", "Dashboard", "StrategyStore", "Snapshot", "DashboardRuntime",
        "NcursesTerminal", argumentParser,
      ],
      swiftSettings: strict,
      // The program lies at one place in memory: elsewhere each start would write 100,000 addresses within it anew, a
      // tenth of the time to the first screen. Libraries, stack and heap still lie at places of chance.
      linkerSettings: [
        .unsafeFlags(["-Xclang-linker", "-no-pie"], .when(platforms: [.linux], configuration: .release))
      ]),
    .executableTarget(
      name: "honbu-bench", dependencies: ["CLinux", "CTextScan", "StrategyModel", "StrategyStore", "TerminalModel", "TextSearch"],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["StrategyModel", "TextUI", "Dashboard", "StrategyStore"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("StrategyModelTests", ["StrategyModel"]),
    tests("TextUITests", ["TextUI", "TestSupport"]),
    tests("TextSearchTests", ["StrategyModel", "TextSearch"]),
    tests("StrategyStoreTests", ["StrategyModel", "TextSearch", "StrategyStore", "TestSupport", grdb, crypto]),
    tests("DashboardTests", ["StrategyModel", "TextUI", "TextSearch", "Dashboard", "StrategyStore", "TestSupport"]),
    tests(
      "SnapshotTests", ["StrategyModel", "TextUI", "Dashboard", "StrategyStore", "Snapshot", "TestSupport", crypto]),
    tests(
      "DashboardRuntimeTests",
      ["StrategyModel", "TextSearch", "TextUI", "Dashboard", "StrategyStore", "DashboardRuntime", "TestSupport"]),
    tests("NcursesTerminalTests", ["CLinux", "CNcurses", "TextUI", "NcursesTerminal", "TerminalModel"]),
    tests(
      "EndToEndTests",
      ["honbu", "CLinux", "StrategyModel", "StrategyStore", "TerminalModel", "TestSupport", "TextUI"]),
    tests(
      "CommandTests",
      ["honbu", "honbu-bench", "StrategyModel", "StrategyStore", "TerminalModel", "TestSupport", grdb, crypto],
      // Built by the tests themselves, because it is loaded into the program from outside.
      resources: [.embedInCode("Reliability/FaultShim.c")]),
  ],
  swiftLanguageModes: [.v6]
)
