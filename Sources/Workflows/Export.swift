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
        package var force: Bool

        package init(bilingual: Bool = false, force: Bool = false) {
            self.bilingual = bilingual
            self.force = force
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
    /// project's folder. A document whose file is gone or newer than the state is a finding, and its old edition stays.
    @discardableResult
    package func run() throws -> [String] {
        // A bilingual edition that was once asked for is kept up.
        let bilingual = try options.bilingual || project.store.value("bilingual:\(target)") != nil
        let mark = try fingerprint() + (bilingual ? "b" : "")
        let name = "edition:\(target)"
        let list = "files:\(target)"
        if !options.force, try project.store.value(name) == mark, let files = try project.store.value(list) {
            let written = files.split(separator: "\n").map(String.init)
            if written.allSatisfy({ Files.exists(project.path($0)) }) { return written }
        }
        var written: [String] = []
        var findings: [Finding] = []
        for layout in bilingual ? [Edition.Layout.target, .bilingual] : [.target] {
            let part = try write(layout)
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

    private func write(_ layout: Edition.Layout) throws -> (files: [String], findings: [Finding]) {
        var files: [String] = []
        var findings: [Finding] = []
        let scan = try InputScan(inputs: project.settings.inputs, relativeTo: project.folder)
        let paths = Dictionary(uniqueKeysWithValues: scan.files.map { ($0.name, $0.path) })
        var book: BookExport?
        for stored in try project.store.documents() {
            guard let path = paths[stored.path] else {
                findings.append(finding("file-gone", "The file is no longer there; it is not in this edition.", stored))
                continue
            }
            guard let bytes = try? Files.read(path) else {
                findings.append(finding("file-refused", "The file cannot be read; it is not in this edition.", stored))
                continue
            }
            guard Project.fingerprint(of: bytes) == stored.fingerprint else {
                findings.append(
                    finding(
                        "file-changed",
                        "The file has changed since it was read. Run `caravan localize` again.",
                        stored
                    )
                )
                continue
            }
            let document = try project.document(bytes, file: stored.path)
            let edition = Edition(
                source: source,
                target: target,
                texts: try project.store.texts(document: stored.id, locale: target),
                layout: layout,
                encoding: project.settings.encoding
            )
            guard let format = FormatCatalog.format(named: document.format) else { continue }
            let output = try format.write(document, as: edition)
            findings += output.findings
            let name = Self.name(of: stored.path, layout: layout)
            try Files.write(output.bytes, to: project.path("\(target)/\(name)"))
            files.append("\(target)/\(name)")
            if BookExport.takes(document.format) {
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
            let name = Self.name(of: "\(Files.stem(of: project.folder)).epub", layout: layout)
            try Files.write(book.bytes(), to: project.path("\(target)/\(name)"))
            files.append("\(target)/\(name)")
        }
        return (files, findings)
    }

    private func finding(_ code: String, _ message: String, _ document: StoredDocument) -> Finding {
        Finding(code, .warning, message, at: .init(file: document.path))
    }

    /// `novel/001.txt` → `novel/001.txt`, or `novel.bilingual/001.txt`; `book.txt` → `book.bilingual.txt`.
    static func name(of path: String, layout: Edition.Layout) -> String {
        guard layout == .bilingual else { return path }
        if let slash = path.firstIndex(of: "/") { return "\(path[..<slash]).bilingual\(path[slash...])" }
        guard let dot = path.lastIndex(of: ".") else { return "\(path).bilingual" }
        return "\(path[..<dot]).bilingual\(path[dot...])"
    }
}
