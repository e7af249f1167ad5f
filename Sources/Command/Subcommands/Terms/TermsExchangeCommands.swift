internal import ArgumentParser
internal import Formats
internal import Text
internal import Workflows

struct TermsImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take lists of terms into the project's own terms.",
        discussion: """
            Reads TBX, CSV, TSV, XLSX, JSON, GalTransl text, Glossarion and ParaTranz by their content. A row that cannot
            be used is told with its line, and the rest is taken. What the project has decided otherwise stays, unless
            --replace is said. Translations are not touched; `caravan terms check` says what they lack.

            Examples:
              caravan terms import names.tbx glossary.xlsx --to en --project Examples/novel
              caravan terms import mined.csv --status proposed
            """
    )

    @Argument(help: "Term lists.", completion: .file())
    var files: [String]
    @OptionGroup var project: ProjectOption
    @OptionGroup var locale: LocaleOption
    @Flag(name: .long, help: "What the lists say takes the place of what the project has.")
    var replace = false
    @Option(name: .long, help: "Give every term this status: proposed, approved or rejected.")
    var status: Concept.Status?
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let project = try project.open()
        let lock = try project.lock()
        defer { withExtendedLifetime(lock) {} }
        var options = ImportTerms.Options()
        let known = project.knownTargets
        options.locale = locale.locale ?? (known.count == 1 ? known.first : nil)
        options.replaces = replace
        options.status = status
        let result = try ImportTerms(project, now: Console.clock()).run(files: files, options: options)
        console.emit(result)
        if !output.json { result.findings.forEach { console.show(.finding($0)) } }
        console.print("\(result.added) added, \(result.changed) changed, \(result.unchanged) as before.")
        if !result.kept.isEmpty {
            let shown = result.kept.prefix(10).joined(separator: ", ")
            console.say(
                "\(result.kept.count) term(s) are decided otherwise in the project and stay so: \(shown)"
                    + (result.kept.count > 10 ? " …" : "") + ". --replace takes the list's."
            )
        }
    }
}

struct TermsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the project's terms to a file for other programs.",
        discussion: """
            The ending of the file says the format (.csv, .tsv, .xlsx, .json, .tbx, .txt), or --format does:
              csv, tsv, xlsx       one row for each form, every field
              json                 whole concepts, nothing lost
              tbx                  TBX 3 (ISO 30042:2019) for CAT tools
              ainiee-csv, ainiee-xlsx, ainiee-json
                                   src,dst,info,regex,case_sensitive of AiNiee and LinguaGacha
              galtransl, glossarion, paratranz
            What a format has no place for is told. `-` writes to standard output.

            Examples:
              caravan terms export names.tbx --project Examples/novel
              caravan terms export - --format ainiee-json --to en
            """
    )

    @Argument(help: "The file to write, or - for standard output.", completion: .file())
    var file: String
    @OptionGroup var project: ProjectOption
    @OptionGroup var locale: LocaleOption
    @Option(name: .long, help: ArgumentHelp("The format, when the ending does not say it.", valueName: "name"))
    var format: TermFormat?
    @Flag(name: .long, help: "Proposed and rejected terms, too.")
    var all = false
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        guard let format = format ?? TermFormat(fileName: file) else {
            let names = TermFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("Which format? Say --format with one of \(names).")
        }
        let project = try project.open()
        let base = try Termbase(project)
        let known = project.knownTargets
        // The short formats hold one language.
        let needed = format.isWhole ? nil : known.count == 1 ? known.first : try locale.locale(of: project)
        let result = ExportTerms(base).run(
            as: format,
            locale: locale.locale ?? needed,
            source: (try? project.sourceLocale()) ?? .simplifiedChinese,
            isAll: all
        )
        if file == "-" {
            Stream.output.write(result.bytes)
            return
        }
        try ExportTerms.write(result.bytes, to: file)
        result.findings.forEach { console.show(.finding($0)) }
        console.emit(EventLine(.wrote(path: file)))
        console.print("\(file): \(result.count) term(s) as \(format.rawValue).")
    }
}

extension TermFormat: ExpressibleByArgument {}
