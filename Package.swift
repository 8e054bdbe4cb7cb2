// swift-tools-version: 6.1

import PackageDescription

/// Settings shared by every Swift target.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Verbatim",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Verbatim", targets: ["Verbatim"]),
    .executable(name: "verbatim", targets: ["VerbatimCLI"]),
    .executable(name: "verbatim-train", targets: ["Trainer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // Carries the compiler and linker flags of the system's ICU; its module map is empty on purpose.
    .systemLibrary(
      name: "SystemICU",
      pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]
    ),
    .target(name: "CICU", dependencies: ["SystemICU"]),
    .target(name: "CLanguageData", exclude: ["en", "model", "profiles"]),

    // Locks that thread sanitizer sees.
    .target(name: "Locking", swiftSettings: strict),
    .target(name: "Prose", dependencies: ["CICU", "Locking"], swiftSettings: strict),
    .target(name: "Quotations", dependencies: ["Prose"], swiftSettings: strict),
    .target(name: "LanguageData", dependencies: ["CLanguageData"], swiftSettings: strict),
    .target(
      name: "Speakers", dependencies: ["LanguageData", "Prose", "Quotations"],
      swiftSettings: strict),
    .target(
      name: "Wording", dependencies: ["LanguageData", "Locking", "Prose"], swiftSettings: strict),
    .target(name: "Passages", dependencies: ["Prose", "Wording"], swiftSettings: strict),
    .target(
      name: "Corpus",
      dependencies: [
        "LanguageData", "Prose", "Speakers", "Wording",
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      swiftSettings: strict),
    // SQLite stays out of Corpus, so that plain readers of files build and start without it.
    .target(
      name: "Store",
      dependencies: [
        "Prose", "Quotations", "Speakers", "Wording", "Passages",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Golden", dependencies: ["Prose", "Wording", "Corpus"], swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["Prose", "Quotations", "Speakers", "Wording", "Golden"],
      swiftSettings: strict),
    .target(
      name: "Verbatim",
      dependencies: [
        "LanguageData", "Locking", "Prose", "Quotations", "Speakers", "Wording", "Passages",
        "Corpus", "Store", "Golden", "Reports",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "VerbatimCLI",
      dependencies: [
        "Verbatim", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Makes the weights in CLanguageData/model; no part of the product.
    .executableTarget(
      name: "Trainer",
      dependencies: [
        "Prose", "Quotations", "Speakers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // What several of the tests need.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    // What holds for every input, as code: for tests and for fuzzing.
    .target(
      name: "Invariants", dependencies: ["Locking", "Verbatim", "Passages"],
      path: "Tests/Invariants",
      swiftSettings: strict),
    // Rewrites and damages the marks of articles; what the tests and the tool below share.
    .target(
      name: "MetamorphicSupport", dependencies: ["Prose", "Quotations", "Speakers"],
      path: "Tests/MetamorphicSupport", swiftSettings: strict),
    // Counts what becomes of rewritten and damaged marks; no part of the product.
    .executableTarget(
      name: "MetamorphicCheck",
      dependencies: [
        "Corpus", "Locking", "MetamorphicSupport", "Prose", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Measures single steps for Benchmarks, beside yardsticks in C; no part of the product.
    .target(name: "CBench", dependencies: ["SystemICU"]),
    .executableTarget(
      name: "Bench",
      dependencies: ["CBench", "Corpus", "Passages", "Prose", "Quotations", "Speakers", "Wording"],
      swiftSettings: strict),

    .testTarget(name: "ProseTests", dependencies: ["Prose", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "QuotationsTests", dependencies: ["Quotations", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SpeakersTests", dependencies: ["Speakers", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "WordingTests", dependencies: ["Wording", "TestSupport"], exclude: ["Pairs"],
      swiftSettings: strict),
    .testTarget(
      name: "PassagesTests", dependencies: ["Passages", "Prose", "Wording", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CorpusTests", dependencies: ["Corpus", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Passages", "Prose", "Quotations", "Speakers", "Store", "TestSupport", "Wording",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GoldenTests", dependencies: ["Golden", "Corpus", "Wording", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "VerbatimTests", dependencies: ["Verbatim", "MetamorphicSupport", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "InvariantsTests", dependencies: ["Invariants", "TestSupport"],
      exclude: ["Findings"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["VerbatimCLI", "Corpus", "Golden", "Prose", "Quotations", "Wording"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17,
  cxxLanguageStandard: .cxx17
)

// A fuzzer needs a runtime that only some toolchains have and has no `main` of its own, so that
// nobody but Scripts/fuzz builds it.
if Context.environment["VERBATIM_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Invariants"], path: "Fuzz/Driver", swiftSettings: strict))
}
