internal import Formats
internal import FoundationEssentials
package import Storage
package import Text

/// Writes the editions of a project in one locale: each document in its own format, a book of the text documents as
/// EPUB, and the report.
package struct Export: Sendable {
    let project: Project
    let source: LanguageTag
    let target: LanguageTag
    let options: Options
    let now: Timestamp
    let events: EventSink

    package struct Options: Sendable, Equatable {
        /// Also write editions with the source beside the target.
        package var bilingual: Bool
        /// Write even what has not changed since it was written.
        package var rewrites: Bool
        /// Write translations that lose or break a placeholder, too.
        package var force: Bool
        /// Absolute path of the folder for the edition; nil: where it went the last time, at first in the project.
        package var output: String?

        package init(bilingual: Bool = false, rewrites: Bool = false, force: Bool = false, output: String? = nil) {
            self.bilingual = bilingual
            self.rewrites = rewrites
            self.force = force
            self.output = output
        }
    }

    package init(
        _ project: Project,
        source: LanguageTag,
        target: LanguageTag,
        options: Options,
        now: Timestamp,
        events: @escaping EventSink
    ) {
        self.project = project
        self.source = source
        self.target = target
        self.options = options
        self.now = now
        self.events = events
    }

    /// Writes what changed since the last time, and returns the paths of all files of the edition, relative to the
    /// project's folder or absolute; files of a folder that are only carried along are not among them. A document whose file is gone or newer than the state is a finding, and its old edition stays.
    @discardableResult
    package func run() throws -> [String] {
        // A bilingual edition that was once asked for is kept up.
        let bilingual = try options.bilingual || project.store.value("bilingual:\(target)") != nil
        let output = try options.output ?? project.store.value("output")
        let place = EditionPlace(project, target: target, output: output)
        let mark = try fingerprint() + (bilingual ? "b" : "") + (options.force ? "f" : "") + (output ?? "")
        let name = "edition:\(target)"
        let list = "files:\(target)"
        if !options.rewrites, try project.store.value(name) == mark, let files = try project.store.value(list) {
            let written = files.split(separator: "\n").map(String.init)
            if written.allSatisfy({ Files.exists(project.path($0)) }) { return written }
        }
        var written: [String] = []
        var findings: [Finding] = []
        for layout in bilingual ? [Edition.Layout.target, .bilingual] : [.target] {
            let part = try write(layout, to: place)
            written += part.files
            findings += part.findings
        }
        findings.forEach { events(.finding($0)) }
        let files = written + ["\(target)/report.html", "\(target)/report.json"]
        let report = try ReportBuilder(project, source: source, target: target, now: now).report(
            files: files,
            findings: findings
        )
        try Files.write(ReportPage.html(report), to: project.path("\(target)/report.html"))
        try Files.write(try ReportBuilder.json(report), to: project.path("\(target)/report.json"))
        files.forEach { events(.wrote(path: project.path($0))) }
        let earlier = try project.store.value(list)?.split(separator: "\n").map(String.init) ?? []
        for file in earlier where !files.contains(file) {
            try? FileManager.default.removeItem(atPath: project.path(file))
        }
        try project.store.setValue(try report.names.map { try Project.json($0) }, for: "names:\(target)")
        if bilingual { try project.store.setValue("1", for: "bilingual:\(target)") }
        if let output { try project.store.setValue(output, for: "output") }
        try project.store.setValue(files.joined(separator: "\n"), for: list)
        try project.store.setValue(mark, for: name)
        return files
    }

    /// Changes when the edition would come out otherwise.
    private func fingerprint() throws -> String {
        var hash = StableHash()
        hash.combine(String(try project.store.revision(locale: target)))
        for run in try project.store.runs(locale: target).prefix(1) { hash.combine("\(run.id) \(run.status)") }
        hash.separate()
        hash.combine("\(project.settings.encoding) \(source) 2")
        return hash.hex
    }

    private func write(
        _ layout: Edition.Layout,
        to place: EditionPlace
    ) throws -> (files: [String], findings: [Finding]) {
        var files: [String] = []
        var findings: [Finding] = []
        let scan = try InputScan(project)
        let paths = Dictionary(uniqueKeysWithValues: scan.files.map { ($0.name, $0.path) })
        let documents = try project.store.documents()
        let formats = Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0.format) })
        let whole = scan.folders.filter { FolderCopy.takes($0, formats: formats) }
        var book: BookExport?
        for stored in documents {
            guard let (document, format) = try document(stored, at: paths[stored.path], &findings) else { continue }
            // Of strings and tables there is no edition with both languages.
            if layout == .bilingual, ![.books, .subtitles].contains(format.family) { continue }
            let name = place.path(of: format.path(of: stored.path, in: target), layout: layout)
            if let source = paths[stored.path], Files.isSame(project.path(name), source) {
                throw WorkflowError(
                    .wrongUse,
                    "\(project.path(name)) is the source itself. Name another folder with --out."
                )
            }
            let guarded = CodeGuard(source: source, target: target, isForced: options.force)
                .filter(try project.store.texts(document: stored.id, locale: target), of: document)
            findings += guarded.findings
            var edition = Edition(
                source: source,
                target: target,
                texts: guarded.texts,
                layout: layout,
                encoding: project.settings.encoding
            )
            var output = try format.write(document, as: edition)
            if layout == .target, format.family != .books, format.family != .subtitles, !edition.texts.isEmpty {
                let added = try added(by: output, of: document, as: edition, format)
                findings += added.values.sorted { ($0.place.unit ?? "") < ($1.place.unit ?? "") }
                if !added.isEmpty, !options.force {
                    for key in added.keys { edition.texts[key] = nil }
                    output = try format.write(document, as: edition)
                }
            }
            findings += output.findings
            try Files.write(output.bytes, to: project.path(name))
            files.append(name)
            if BookExport.takes(document.format), !whole.contains(where: { stored.path.hasPrefix("\($0.name)/") }) {
                if book == nil {
                    book = try BookExport(
                        project,
                        source: source,
                        target: target,
                        layout: layout,
                        path: Files.stem(of: project.folder)
                    )
                }
                book?.add(document, texts: edition.texts)
            }
        }
        if let book {
            let name = place.path(of: "\(Files.stem(of: project.folder)).epub", layout: layout)
            try Files.write(book.bytes(), to: project.path(name))
            files.append(name)
        }
        if layout == .target {
            let copy = FolderCopy(project: project, place: place)
            for folder in whole { _ = try copy.copy(folder, except: Set(files)) }
        }
        return (files, findings)
    }

    /// What an edition reads back with that its sources do not have.
    private func added(
        by output: WrittenFile,
        of document: Document,
        as edition: Edition,
        _ format: any Format.Type
    ) throws -> [String: Finding] {
        var reading = project.reading
        let keepsSource = format.carries.contains(.targets)
        if !keepsSource { reading.options.source = target }
        reading.format = format.name
        guard let again = try? reading.read(output.bytes, file: document.file).document else { return [:] }
        return CodeGuard(source: source, target: target, isForced: options.force)
            .added(to: edition.texts, of: document, written: again, keepsSource: keepsSource)
    }

    /// A document read again from its file; nil with a finding when that is gone or newer than the state.
    private func document(
        _ stored: StoredDocument,
        at path: String?,
        _ findings: inout [Finding]
    ) throws -> (Document, any Format.Type)? {
        guard let path else {
            findings.append(finding("file-gone", "The file is no longer there; it is not in this edition.", stored))
            return nil
        }
        guard let bytes = try? Files.read(path) else {
            findings.append(finding("file-refused", "The file cannot be read; it is not in this edition.", stored))
            return nil
        }
        guard Project.fingerprint(of: bytes) == stored.fingerprint else {
            findings.append(
                finding(
                    "file-changed",
                    "The file has changed since it was read. Run `caravan localize` again.",
                    stored
                )
            )
            return nil
        }
        let read = try project.reading.read(bytes, file: stored.path)
        return (read.document, read.format)
    }

    private func finding(_ code: String, _ message: String, _ document: StoredDocument) -> Finding {
        Finding(code, .warning, message, at: .init(file: document.path))
    }
}
