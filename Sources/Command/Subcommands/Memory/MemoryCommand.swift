internal import ArgumentParser

/// `caravan memory`: translations that were made before.
struct MemoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memory",
        abstract: "Translation memories: make them from books.",
        subcommands: [MemoryAlignCommand.self]
    )
}
