internal import ArgumentParser
internal import Text
internal import Workflows

/// Which checks are asked, and what they fail on.
struct CheckChoiceOptions: ParsableArguments {
    enum Severity: String, ExpressibleByArgument, CaseIterable {
        case error, warning, note, never

        var severity: Finding.Severity? { Finding.Severity(rawValue: rawValue) }
    }

    @Flag(name: .long, help: "Mend what is safe to mend; what a person wrote or reviewed stays.")
    var fix = false
    @Option(name: .customLong("fail-on"), help: "Exit 1 from this severity on: error, warning, note, never.")
    var failOn = Severity.error
    @Option(name: .customLong("code"), help: ArgumentHelp("Only this check. Repeat it.", valueName: "code"))
    var only: [String] = []
    @Option(name: .customLong("without"), help: ArgumentHelp("Not this check. Repeat it.", valueName: "code"))
    var without: [String] = []
    @Option(
        name: .customLong("allow"),
        help: ArgumentHelp("Text that may stay as it is in the source. Repeat it.", valueName: "text")
    )
    var allowed: [String] = []
    @Option(
        name: .customLong("max-characters"),
        help: ArgumentHelp("Longest translation in characters.", valueName: "n")
    )
    var characters: Int?
    @Option(
        name: .customLong("max-bytes"),
        help: ArgumentHelp("Longest translation in bytes of UTF-8.", valueName: "n")
    )
    var bytes: Int?
    @Option(
        name: .customLong("max-utf16"),
        help: ArgumentHelp("Longest translation in bytes of UTF-16.", valueName: "n")
    )
    var utf16: Int?
    @Option(
        name: .customLong("max-shift-jis"),
        help: ArgumentHelp("Longest translation in bytes of Shift-JIS.", valueName: "n")
    )
    var shiftJIS: Int?
    @Option(
        name: .customLong("max-lines"),
        help: ArgumentHelp("Most lines; with --max-pixels, once broken at that width.", valueName: "n")
    )
    var lines: Int?
    @Option(
        name: .customLong("max-pixels"),
        help: ArgumentHelp("Widest line in pixels of --font.", valueName: "n")
    )
    var pixels: Int?
    @Option(
        name: .long,
        help: ArgumentHelp("Font that the texts are shown in: its glyphs are asked for, too.", valueName: "file"),
        completion: .file()
    )
    var font: String?
    @Option(name: .customLong("font-size"), help: ArgumentHelp("Size of --font in pixels.", valueName: "n"))
    var fontSize: Double?
    @Option(name: .long, help: "What is done with honorifics (师兄): keep, translate, drop.")
    var honorifics: String?
    @Option(name: .long, help: "What is done with old measures (里, 丈, 斤): keep, convert.")
    var measures: String?
    @Flag(name: .long, help: "Note words that the dictionary of hunspell does not know.")
    var spelling = false

    func validate() throws {
        if font == nil, pixels != nil || fontSize != nil {
            throw ValidationError("--max-pixels and --font-size go with --font FILE.")
        }
        if font != nil, pixels != nil, fontSize == nil {
            throw ValidationError("How large is the font shown? Say --font-size N, in pixels.")
        }
    }

    func options() throws -> CheckRun.Options {
        var options = CheckRun.Options()
        let known = CheckListing.codes
        for code in only + without where !known.contains(code) {
            throw ValidationError("There is no check “\(code)”. `caravan check --list` names them.")
        }
        options.only = only.isEmpty ? nil : Set(only)
        options.without = Set(without)
        options.fixes = fix
        options.allowed = allowed
        options.characters = characters
        options.bytes = bytes
        options.lines = lines
        options.utf16 = utf16
        options.shiftJIS = shiftJIS
        options.spelling = spelling
        try options.decide(honorifics: honorifics, measures: measures)
        if let font {
            // Which glyphs there are is the same in every size.
            options.font = try CheckFont(font, size: fontSize ?? 16, pixels: pixels, lines: lines)
        }
        return options
    }
}

/// What is not to be shown again.
struct AcknowledgeOptions: ParsableArguments {
    @Option(
        name: .customLong("acknowledge"),
        help: ArgumentHelp("Accept the findings of --code, --unit, --in or --term, for this reason.", valueName: "why")
    )
    var why: String?
    @Option(name: .long, help: ArgumentHelp("Who acknowledges.", valueName: "name"))
    var by: String?
    @Option(name: .long, help: ArgumentHelp("The unit to acknowledge.", valueName: "key"))
    var unit: String?
    @Option(name: .customLong("in"), help: ArgumentHelp("The file to acknowledge.", valueName: "file"))
    var file: String?
    @Option(name: .long, help: ArgumentHelp("Source text of the units to acknowledge.", valueName: "text"))
    var term: String?
    @Option(
        name: .long,
        help: ArgumentHelp("The list of acknowledgements; a project has its own.", valueName: "file"),
        completion: .file()
    )
    var acknowledged: String?
    @Option(
        name: .long,
        help: ArgumentHelp("Show only what is not in this list of findings.", valueName: "file"),
        completion: .file()
    )
    var baseline: String?
    @Option(
        name: .customLong("write-baseline"),
        help: ArgumentHelp("Write the findings into a list for --baseline.", valueName: "file"),
        completion: .file()
    )
    var writeBaseline: String?

    func choice(_ codes: [String]) -> Acknowledgements.Choice {
        Acknowledgements.Choice(code: codes.count == 1 ? codes.first : nil, file: file, unit: unit, term: term)
    }
}

/// How findings are shown.
struct CheckOutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Print one JSON object a finding on standard output.")
    var json = false
    @Option(
        name: .long,
        help: ArgumentHelp("Write the findings as SARIF 2.1.0; - for standard output.", valueName: "file"),
        completion: .file()
    )
    var sarif: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write how good each unit probably is (0 to 100), the worst first, as a table.",
            valueName: "file"
        ),
        completion: .file()
    )
    var quality: String?
    @Flag(name: .long, help: "Show every cause, not the first fifty.")
    var full = false
    @Flag(name: .long, help: "List all checks.")
    var list = false
    @Flag(name: .long, help: "With --list: the documentation of all checks, with examples.")
    var markdown = false
}
