internal import ArgumentParser
internal import Formats
internal import Text
internal import Workflows

struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: "List the formats, try them on files, show what is in a file.",
        discussion: """
            Examples:
              caravan formats
              caravan formats check mod/localisation
              caravan formats show strings.xml --to ru
            """,
        subcommands: [List.self, Check.self, Show.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List every format with its file names and what it carries beside text."
        )

        @OptionGroup var output: OutputOptions

        func run() {
            let console = Console(json: output.json)
            for family in FormatFamily.allCases {
                let formats = FormatCatalog.all.filter { $0.family == family }
                guard !formats.isEmpty else { continue }
                console.print("\(family.rawValue)")
                for format in formats {
                    console.emit(Line(format))
                    let names = format.extensions.map { ".\($0)" }.joined(separator: " ")
                    console.print("  \(Self.pad(format.name, 16))\(Self.pad(names, 26))\(format.summary)")
                    let carried = Line(format).carries.joined(separator: ", ")
                    if !carried.isEmpty { console.print("  \(Self.pad("", 42))\(carried)") }
                }
            }
        }

        private static func pad(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }

        /// A format as a JSON line.
        private struct Line: Encodable {
            var name: String
            var family: String
            var summary: String
            var extensions: [String]
            var carries: [String]

            init(_ format: any Format.Type) {
                name = format.name
                family = format.family.rawValue
                summary = format.summary
                extensions = format.extensions
                carries = FormatFeature.allCases.filter(format.carries.contains).map(\.rawValue)
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Read files, write them back untranslated, and compare byte for byte.",
            discussion: """
                Names the format, the units and every finding of each file. Nothing is written to disk. Folders are gone through
                for every file that some format knows by name. Exits 1 when a file cannot be read or does not come back the same.

                Examples:
                  caravan formats check game/data/Map001.json subtitles/
                  caravan formats check table.csv --columns source=Chinese,key=ID,en=English --json
                """
        )

        @Argument(help: "Files and folders.", completion: .file())
        var files: [String]
        @OptionGroup var reading: ReadingOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let console = Console(json: output.json)
            let check = FormatCheck(try reading.reading())
            let named = Set(files)
            let all = try FormatCheck.files(files)
            var failures = 0
            var units = 0
            var skipped = 0
            for file in all {
                let result = check.check(file)
                // In a folder, what no format knows is nobody's loss.
                if result.format == nil, !named.contains(file), result.findings.first?.code == "file-refused",
                    !check.isKnown(file)
                {
                    skipped += 1
                    continue
                }
                units += result.units
                if !result.identical { failures += 1 }
                console.emit(result)
                show(result, console)
            }
            let tail = skipped > 0 ? " \(skipped) of no known format were passed over." : ""
            console.say("\(all.count - skipped) files, \(units) units, \(failures) not the same.\(tail)")
            if failures > 0 { throw ExitCode(Program.incomplete) }
        }

        private func show(_ result: FormatCheck.Result, _ console: Console) {
            let mark = result.identical ? "same" : result.format == nil ? "not read" : "DIFFERENT"
            var line = "\(mark)\t\(result.format ?? "-")\t\(result.units) units\t\(result.file)"
            if let difference = result.difference { line += " (from byte \(difference))" }
            console.print(line)
            for finding in result.findings.prefix(20) {
                let place = finding.place.line.map { ", line \($0)" } ?? ""
                console.print("    \(finding.severity.rawValue) \(finding.code)\(place): \(finding.message)")
            }
            if result.findings.count > 20 { console.print("    and \(result.findings.count - 20) more findings") }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Print the units of a file with ids, codes and context, as JSON lines.",
            discussion: """
                Each line is an object: id, chapter, kind, text (with codes as they stand in the file), tagged (as an engine sees
                it), codes, context, plural, targets. Findings go to standard error.

                Examples:
                  caravan formats show game/data/Map001.json
                  caravan formats show messages.po --to ru
                """
        )

        @Argument(help: "The file.", completion: .file())
        var file: String
        @OptionGroup var reading: ReadingOptions
        @Flag(name: .long, help: .hidden)
        var json = false

        func run() throws {
            let lines = Console(json: true)
            let console = Console(json: false)
            let document = try FormatCheck(try reading.reading()).read(file)
            for chapter in document.chapters {
                for unit in document.units[chapter.units] { lines.emit(UnitLine(unit, chapter: chapter)) }
            }
            for finding in document.findings {
                let place = finding.place.line.map { ", line \($0)" } ?? ""
                console.say("\(finding.severity.rawValue) \(finding.code)\(place): \(finding.message)")
            }
        }
    }
}

/// A unit as a JSON line.
struct UnitLine: Encodable {
    var id: String
    var chapter: String
    var kind: String
    /// Text and codes as they stand in the file's string.
    var text: String
    /// As an engine sees it.
    var tagged: String
    var codes: [Code]
    var context: [String: String]
    var plural: String?
    var targets: [String: Target]

    struct Code: Encodable {
        var id: Int
        var role: String
        var kind: String
        var text: String
    }

    struct Target: Encodable {
        var text: String
        var state: String
    }

    init(_ unit: Unit, chapter: Document.Chapter) {
        id = unit.key
        self.chapter = chapter.title ?? chapter.key
        kind = unit.kind.rawValue
        text = unit.source.literal
        tagged = unit.source.tagged
        codes = unit.source.codes.map {
            Code(id: $0.id, role: $0.role.rawValue, kind: $0.kind.rawValue, text: $0.data)
        }
        context = unit.notes
        plural = unit.plural?.rawValue
        targets = unit.existing.mapValues { Target(text: $0.text.literal, state: $0.state.rawValue) }
    }
}
