internal import ArgumentParser
internal import Foundation
internal import Text
internal import Workflows

struct TermsFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Show where terms are in texts, and why one was not counted.",
        discussion: """
            Each TEXT is a file, or, when there is no such file, the text itself; - is standard input. With --terms no
            project is needed.

            Offsets count Unicode characters (scalars) from 0 at the start of the line; the end is after the last one.
            With --all also what a boundary refused, with the reason: 王中 in 国王中毒. With --json one match a line:
            file, line, start, end, form, term, target, text, kept, reason.

            Examples:
              caravan terms find --terms names.csv 林动走了 chapter1.txt
              caravan terms find --terms names.csv --all 国王中毒了
              caravan terms find --project Examples/novel Examples/novel/001.txt --json
            """
    )

    @Argument(help: "Files or texts; - is standard input.", completion: .file())
    var texts: [String]
    @Option(
        name: .long,
        help: ArgumentHelp("A term list, or a project, in place of the project's. Repeat it.", valueName: "file"),
        completion: .file()
    )
    var terms: [String] = []
    @OptionGroup var project: ProjectOption
    @OptionGroup var locale: LocaleOption
    @Flag(name: .long, help: "Matches that were refused, too.")
    var all = false
    @OptionGroup var output: OutputOptions

    func run() throws {
        let console = Console(json: output.json)
        let base: Termbase
        var locale = self.locale.locale
        if terms.isEmpty {
            let project = try project.open()
            base = try Termbase(project)
            locale = locale ?? base.locale
        } else {
            base = try Termbase(files: terms, locale: locale)
        }
        base.findings.forEach { finding in
            if !output.json { console.show(.finding(finding)) }
        }
        let find = FindTerms(base, locale: locale, includesRefused: all)
        // Standard output has matches only.
        for problem in find.problems {
            if output.json { Stream.error.write("\(problem.message)\n") } else { console.show(.finding(problem)) }
        }
        var count = 0
        func show(_ hit: FindTerms.Hit) {
            count += 1
            console.emit(hit)
            console.print(Self.line(hit))
        }
        for text in texts {
            if text == "-" {
                find.hits(in: Stream.input(), file: "-", show)
            } else if FileManager.default.fileExists(atPath: text) {
                try find.hits(inFile: text, show)
            } else {
                find.hits(in: Array(text.utf8), file: nil, show)
            }
        }
        if count == 0 { console.say("No term was found.") }
    }

    private static func line(_ hit: FindTerms.Hit) -> String {
        let place = "\(hit.file.map { "\($0):" } ?? "")\(hit.line):\(hit.start)-\(hit.end)"
        let form = hit.form == hit.text ? hit.form : "\(hit.text) (\(hit.form))"
        let term = hit.term == hit.form ? "" : " [\(hit.term)]"
        return "\(place)\t\(form)\t\(hit.target)\(term)" + (hit.reason.map { "\trefused: \($0)" } ?? "")
    }
}
