internal import Formats
internal import FoundationEssentials
internal import Glibc
package import Storage
package import Text

/// A project: the folder `NAME.caravan/` with its settings and its state.
package struct Project: Sendable {
    /// Path of the folder, as the user would write it.
    package let folder: String
    package let settings: Settings
    package let store: any Store

    package static let stateFile = "caravan.sqlite"

    /// `a/novel` → `a/novel.caravan`, `a/book.txt` → `a/book.caravan`; a project folder stays what it is. Where that project
    /// is another input's, as with `book.txt` beside `book.epub`, the whole name is taken: `a/book.epub.caravan`.
    package static func folder(for input: String) -> String {
        var input = input
        while input.count > 1, input.hasSuffix("/") { input.removeLast() }
        if input.hasSuffix(".caravan") { return input }
        let name = Files.isFolder(input) ? Files.name(of: input) : Files.stem(of: input)
        let folder = Files.join(Files.parent(of: input), "\(name).caravan")
        let file = Files.join(folder, Settings.fileName)
        guard Files.exists(file), let yaml = try? Files.readText(file),
            let settings = try? Settings.read(yaml, file: file),
            case let known = settings.films.isEmpty ? settings.inputs : settings.films, !known.isEmpty,
            !known.contains(where: { Files.name(of: $0) == Files.name(of: input) })
        else { return folder }
        return Files.join(Files.parent(of: input), "\(Files.name(of: input)).caravan")
    }

    /// Opens the project of an input file or folder, or of its `.caravan` folder.
    package static func open(_ input: String) throws -> Project {
        let folder = folder(for: input)
        let file = Files.join(folder, Settings.fileName)
        guard Files.exists(file) else {
            throw WorkflowError(
                .wrongUse,
                "There is no project at \(folder). `caravan localize \(input) --to en` makes one and translates; `caravan init \(input)` only makes it."
            )
        }
        let settings = try Settings.read(try Files.readText(file), file: file)
        return Project(folder: folder, settings: settings, store: try SQLiteStore(path: Files.join(folder, stateFile)))
    }

    /// Makes the project of an input; an existing one is opened as it is. A term list that lies beside the input
    /// (`novel.terms.csv`) is taken up when none is named.
    package static func create(
        for input: String,
        targets: [LanguageTag],
        terms: [String] = [],
        source: LanguageTag? = nil,
        format: String? = nil
    ) throws -> Project {
        let folder = folder(for: input)
        let file = Files.join(folder, Settings.fileName)
        if Files.exists(file) {
            let project = try open(input)
            guard let format, format != project.settings.format else { return project }
            throw WorkflowError(.wrongUse, "The project is there already. Write `format: \(format)` into \(file).")
        }
        guard Files.exists(input), !input.hasSuffix(".caravan") else {
            throw WorkflowError(.file, "\(input) is not there. Name a file or a folder.")
        }
        // A list that cannot be read must not get into the settings.
        _ = try Termbase(files: terms)
        if let format, FormatCatalog.format(named: format) == nil {
            throw WorkflowError(.wrongUse, "There is no format “\(format)”. `caravan formats` lists them.")
        }
        var settings = Settings()
        settings.source = source
        settings.format = format
        settings.targets = targets
        settings.inputs = ["../\(Files.name(of: input))"]
        settings.terms = terms.isEmpty ? Self.termsBeside(input) : terms.map { relative($0, to: folder) }
        try Files.write(settings.yaml(), to: file)
        return try open(input)
    }

    /// Holds the project for one writer until the value goes away; a second run is told so at once.
    package func lock() throws(WorkflowError) -> ProjectLock { try ProjectLock(folder: folder) }

    /// The source language: as set, else Chinese when the first units are in Han, else what a file says it is.
    package func sourceLocale() throws -> LanguageTag {
        if let source = settings.source { return source }
        let target = settings.targets.first ?? .simplifiedChinese
        var sample = ""
        for chapter in try store.progress(locale: target).prefix(5) {
            for unit in try store.units(chapter: chapter.id, locale: target).prefix(200) {
                sample += unit.unit.source.plain
            }
        }
        let stated = try store.documents().lazy.compactMap(\.language).compactMap { LanguageTag($0) }.first
        guard let locale = LanguageTag.chinese(of: sample) ?? stated else {
            throw WorkflowError(
                .settings,
                "The source does not look like Chinese. Say what it is with `--from`, or `source:` in "
                    + "\(path(Settings.fileName))."
            )
        }
        return locale
    }

    /// Path of a file of an edition, as the user would write it.
    package func shown(_ name: String) -> String { path(name) }

    /// Path of a file under the project's folder.
    func path(_ name: String) -> String { Files.join(folder, name) }

    static func termsBeside(_ input: String) -> [String] {
        let stem = Files.isFolder(input) ? Files.name(of: input) : Files.stem(of: input)
        let parent = Files.parent(of: input.hasSuffix("/") ? String(input.dropLast()) : input)
        return ["csv", "tsv", "json", "xlsx", "txt"].map { "\(stem).terms.\($0)" }
            .filter { Files.exists(Files.join(parent, $0)) }.map { "../\($0)" }
    }

    /// A path as seen from a folder, when both are under the working folder or both absolute.
    static func relative(_ path: String, to folder: String) -> String {
        let here = FileManager.default.currentDirectoryPath
        let target = URL(filePath: Files.join(here, path)).standardized.path.split(separator: "/")
        let base = URL(filePath: Files.join(here, folder)).standardized.path.split(separator: "/")
        let common = zip(target, base).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: base.count - common) + target[common...].map(String.init)).joined(
            separator: "/"
        )
    }
}

/// An advisory lock on the project's folder; the system frees it when the process ends, however it ends.
package final class ProjectLock: Sendable {
    private let descriptor: Int32

    init(folder: String) throws(WorkflowError) {
        let path = Files.join(folder, ".lock")
        descriptor = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw WorkflowError(.file, "\(folder) cannot be written: \(String(cString: strerror(errno))).")
        }
        // On failure `deinit` closes the descriptor: all properties are set by then.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw WorkflowError(.busy, "Another run is working on \(folder). Wait for it, or stop it and try again.")
        }
    }

    deinit { close(descriptor) }
}
