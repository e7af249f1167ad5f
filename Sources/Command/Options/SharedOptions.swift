internal import ArgumentParser
internal import FoundationEssentials
internal import Text

extension LanguageTag: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}

struct InputArgument: ParsableArguments {
    @Argument(
        help: "A file, a folder (of chapters, of tables, of a game), or its .caravan project.",
        completion: .file()
    )
    var input: String
}

struct TargetOption: ParsableArguments {
    @Option(
        name: .customLong("to"),
        help: ArgumentHelp(
            "Target locale, BCP 47 (en, es-419, pt-BR). Repeat it for more than one.",
            valueName: "locale"
        )
    )
    var targets: [String] = []

    func locales() throws -> [LanguageTag] {
        try targets.flatMap { $0.split(separator: ",") }.map { text in
            guard let tag = LanguageTag(String(text)) else {
                throw ValidationError("“\(text)” is no language tag. Write it like en, es-419 or zh-Hant.")
            }
            return tag
        }
    }
}

struct PlaceOption: ParsableArguments {
    @Option(
        name: .customLong("out"),
        help: ArgumentHelp(
            "Folder for the edition, kept for later runs; for an input folder it takes that folder's place.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var folder: String?

    /// The folder as an absolute path.
    var path: String? {
        guard let folder, !folder.isEmpty else { return nil }
        return URL(filePath: folder, directoryHint: .isDirectory).standardized.path
    }
}

struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Print JSON lines on standard output, for programs.")
    var json = false
}

struct EngineOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The engine: local, or a name under `engines:` in caravan.yaml.", valueName: "name")
    )
    var engine: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Engine for units on which the first one fails; none for no other.", valueName: "name")
    )
    var fallback: String?

    @Option(name: .long, help: ArgumentHelp("Requests open at once.", valueName: "n"))
    var parallel: Int?

    func validate() throws {
        if let parallel, !(1...1024).contains(parallel) { throw ValidationError("--parallel takes 1 to 1024.") }
    }
}
