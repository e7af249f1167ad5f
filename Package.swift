// swift-tools-version:6.2
import PackageDescription

let package = Package(
    name: "caravan",
    products: [
        .executable(name: "caravan", targets: ["caravan"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2"),
    ],
    targets: [
        // The rooms. Each imports Text; an outside library is imported by one room only.
        .target(name: "Text"),
        .target(name: "Formats", dependencies: ["Text", "CZlib"]),
        .target(name: "Memory", dependencies: ["Text"]),
        .target(name: "Checks", dependencies: ["Text", "CStemmer", "CFreeType", "CHarfBuzz", "CHunspell"]),
        .target(
            name: "Engines",
            dependencies: [
                "Text",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            resources: [.embedInCode("Resources/serve.py"), .embedInCode("Resources/examples.json")]
        ),
        .target(name: "Media", dependencies: ["Text"]),
        .target(
            name: "Studio",
            dependencies: [
                "Text", "Media",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            resources: [.embedInCode("Resources/read.py")]
        ),

        // The outside of the house: what is kept, what people do, how they ask for it.
        .target(name: "Storage", dependencies: ["Text", "Memory", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "Workflows",
            dependencies: [
                "Text", "Formats", "Memory", "Checks", "Engines", "Media", "Studio", "Storage",
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [
                .embedInCode("Resources/report.css"), .embedInCode("Resources/report.js"),
                .embedInCode("Resources/dub.css"), .embedInCode("Resources/dub.js"),
            ]
        ),
        .target(
            name: "Command",
            dependencies: [
                "Text", "Formats", "Engines", "Media", "Studio", "Storage", "Workflows",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(name: "caravan", dependencies: ["Command"]),

        // C libraries, one folder each: a module map and one header.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
        .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"])]),

        // An OpenAI-compatible server that misbehaves on request, for the tests and the benches.
        .target(
            name: "FakeEngine",
            dependencies: [
                "Text",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            path: "Tests/FakeEngine"
        ),
        .executableTarget(name: "fake-engine", dependencies: ["FakeEngine"], path: "Tests/fake-engine-tool"),

        // Runs single rooms over much text, for the benches.
        .executableTarget(
            name: "caravan-bench",
            dependencies: ["Text", "Formats", "Media", "Memory", "Checks"],
            path: "Benchmarks/Rooms"
        ),

        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "TextTests", dependencies: ["Text"]),
        .testTarget(name: "FormatsTests", dependencies: ["Text", "Formats"]),
        // The labelled sentences are for `script/bench terms`.
        .testTarget(name: "MemoryTests", dependencies: ["Text", "Memory"], exclude: ["Labelled"]),
        .testTarget(name: "ChecksTests", dependencies: ["Text", "Memory", "Media", "Checks"]),
        .testTarget(name: "EnginesTests", dependencies: ["Text", "Engines", "FakeEngine"]),
        .testTarget(name: "MediaTests", dependencies: ["Text", "Media"]),
        .testTarget(name: "StudioTests", dependencies: ["Text", "Media", "Studio"]),
        .testTarget(name: "StorageTests", dependencies: ["Text", "Storage"]),
        .testTarget(
            name: "WorkflowsTests",
            dependencies: [
                "Text", "Formats", "Memory", "Engines", "Media", "Studio", "Storage", "Workflows", "FakeEngine",
            ]
        ),
        .testTarget(name: "CommandTests", dependencies: ["Text", "Command", "FakeEngine"]),
    ]
)

// `CARAVAN_ROOMS=1 swift test --scratch-path .build-rooms` builds and tests the pure rooms alone: no packages, and of C only
// what Debian has. `CARAVAN_ROOMS=Media,Formats` builds those rooms and what they stand on.
if let wanted = Context.environment["CARAVAN_ROOMS"] {
    var rooms: Set<String> = [
        "Text", "Formats", "Memory", "Checks", "Media", "CZlib", "CStemmer", "CFreeType", "CHarfBuzz", "CHunspell",
        "caravan-bench",
        "ArchitectureTests", "TextTests", "FormatsTests", "MemoryTests", "ChecksTests", "MediaTests",
    ]
    if wanted != "1" {
        let named = wanted.split(separator: ",").map(String.init)
        rooms = Set(named + named.map { "\($0)Tests" } + ["Text"])
        if rooms.contains("Formats") { rooms.insert("CZlib") }
        if rooms.contains("ChecksTests") { rooms.formUnion(["Memory", "Media"]) }
        if rooms.contains("Checks") { rooms.formUnion(["CStemmer", "CFreeType", "CHarfBuzz", "CHunspell"]) }
    }
    package.products = []
    package.dependencies = []
    package.targets.removeAll { !rooms.contains($0.name) }
}

// `CARAVAN_SHERPA=PREFIX swift build --scratch-path .build-speech` builds `caravan-speech` alone: the speech models in a process
// of their own. The folder has the include/ and lib/ of sherpa-onnx (`script/bootstrap series` puts them in place).
if let prefix = Context.environment["CARAVAN_SHERPA"] {
    package.products = []
    package.dependencies = []
    package.targets.removeAll { !["Text", "Media"].contains($0.name) }
    package.targets += [
        .systemLibrary(name: "CSherpaOnnx"),
        .executableTarget(
            name: "caravan-speech",
            dependencies: ["Text", "Media", "CSherpaOnnx"],
            swiftSettings: [.unsafeFlags(["-Xcc", "-I\(prefix)/include"])],
            linkerSettings: [
                .unsafeFlags([
                    "-L\(prefix)/lib", "-Xlinker", "-rpath", "-Xlinker", "\(prefix)/lib",
                    // Where it is installed, the libraries are beside its folder.
                    "-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../sherpa/lib",
                ])
            ]
        ),
    ]
}

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        ]
    // A warning fails the build where nobody would read it.
    if Context.environment["CI"] != nil {
        target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
    }
}
