internal import Formats
internal import Storage
internal import Text

/// Makes one EPUB of the text documents of a project, chapter by chapter as they are exported.
struct BookExport {
    private var writer: EPUBBookWriter
    private let layout: Edition.Layout
    private let path: String

    /// Whether a format has no book of its own, so that one is made.
    static func takes(_ format: String) -> Bool { ["txt", "md"].contains(format) }

    init(
        _ project: Project,
        source: LanguageTag,
        target: LanguageTag,
        layout: Edition.Layout,
        path: String
    ) throws {
        let documents = try project.store.documents()
        let titles = try Titles(project, target: target, documents: documents)
        var engines: [String] = []
        for run in try project.store.runs(locale: target) where !engines.contains(run.engine) {
            engines.append(run.engine)
        }
        writer = EPUBBookWriter(
            EPUBBook(
                identifier: EPUBBook.identifier(for: "\(path)\n\(titles.originalTitle ?? "")\n\(target)"),
                title: titles.title,
                originalTitle: titles.originalTitle,
                author: titles.author,
                translator: engines.isEmpty ? nil : engines.reversed().joined(separator: ", "),
                source: source,
                target: target,
                // The date of the source, not of the export: the same texts then give the same bytes.
                modified: ReportBuilder.time(documents.map(\.modified).max() ?? 0)
            )
        )
        self.layout = layout
        self.path = path
    }

    /// Adds the chapters of a document.
    mutating func add(_ document: Document, texts: [String: InlineText]) {
        for chapter in document.chapters {
            var units = document.units[chapter.units]
            // The lines with title and author are on the cover.
            units = units.drop { $0.kind == .title || $0.kind == .author }
            guard !units.isEmpty else { continue }
            var title: InlineText?
            var originalTitle: String?
            var blocks: [EPUBBook.Block] = []
            if let heading = units.first, heading.kind == .heading {
                title = texts[heading.key]
                if title == nil || layout == .bilingual { originalTitle = heading.source.plain }
                units.removeFirst()
            }
            for unit in units {
                if unit.notes["separator"] != nil, !blocks.isEmpty { blocks.append(EPUBBook.Block(.separator)) }
                let target = texts[unit.key]
                blocks.append(
                    EPUBBook.Block(
                        Self.kind(of: unit.kind),
                        target: target,
                        source: target == nil || layout == .bilingual ? unit.source : nil
                    )
                )
            }
            writer.add(
                EPUBBook.Chapter(
                    key: "\(document.file)/\(chapter.key)",
                    title: title,
                    originalTitle: originalTitle,
                    blocks: blocks
                )
            )
        }
    }

    consuming func bytes() -> [UInt8] { writer.finish() }

    private static func kind(of kind: Unit.Kind) -> EPUBBook.Block.Kind {
        switch kind {
        case .heading: .heading
        case .item: .item
        default: .paragraph
        }
    }
}
