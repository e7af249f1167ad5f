import Text

extension ReportPage {
    /// The chapter map, and below it the chapters that want a look.
    var chapters: Section? {
        let count = report.documents.reduce(0) { $0 + $1.chapters.count }
        guard count > 0 else { return nil }
        let scale = MapScale(chapters: count)
        let books = books
        return Section(
            id: "chapters",
            title: "Chapters",
            count: count,
            aside: legend,
            body: """
                \(books.map { map(of: $0, scale) })
                \(scale == .list ? nil : attention(books))
                """
        )
    }

    /// How big a chapter's cell is: with its title for a few, with its number for some, a plain square for many.
    enum MapScale {
        case list, numbered, dense

        init(chapters: Int) { self = chapters <= 12 ? .list : chapters <= 200 ? .numbered : .dense }
    }

    /// Several books with several chapters each are shown apart; a folder of one chapter a file is one book.
    private var grouped: Bool { report.documents.count(where: { $0.chapters.count > 1 }) > 1 }

    /// Cells of each map, numbered within it.
    private var books: [Book] {
        if grouped {
            return report.documents.filter { !$0.chapters.isEmpty }.map { document in
                let cells = document.chapters.enumerated().map { Cell(number: $0 + 1, chapter: $1, title: $1.title) }
                return Book(title: document.title ?? document.path, cells: cells)
            }
        }
        var cells: [Cell] = []
        for document in report.documents {
            let alone = document.chapters.count == 1
            for chapter in document.chapters {
                let title = chapter.title.ifEmpty(alone ? document.title ?? document.path : "")
                cells.append(Cell(number: cells.count + 1, chapter: chapter, title: title))
            }
        }
        return [Book(title: nil, cells: cells)]
    }

    private func map(of book: Book, _ scale: MapScale) -> HTML {
        guard let title = book.title else { return map(book.cells, scale) }
        return """
            <h3>\(isolated(title)) <span class="n">\(Figures.count(book.cells.count, "chapter"))</span></h3>
            \(map(book.cells, scale))

            """
    }

    private func map(_ cells: [Cell], _ scale: MapScale) -> HTML {
        switch scale {
        case .list:
            let items: [HTML] = cells.map { cell in
                """
                <li><i class="\(cell.state.rawValue)" aria-hidden="true">\(cell.number)</i>\
                <div><p>\(isolated(cell.name))</p>\
                <p class="meta">\(cell.summary)</p></div></li>

                """
            }
            return "<ol class=\"map list\">\n\(items)</ol>"
        case .numbered:
            return "<ol class=\"map numbered\">\n\(items(cells[...], numbered: true))</ol>"
        case .dense:
            let rows: [HTML] = stride(from: 0, to: cells.count, by: 100).map { start in
                """
                <div class="hundred"><p aria-hidden="true">\(start + 1)</p><ol class="map dense" start="\(plain: start + 1)">
                \(items(cells[start..<min(start + 100, cells.count)], numbered: false))</ol></div>

                """
            }
            return "<div class=\"hundreds\">\n\(rows)</div>"
        }
    }

    private func items(_ cells: ArraySlice<Cell>, numbered: Bool) -> [HTML] {
        cells.map { cell in
            let label = "\(Figures.count(cell.number)). \(cell.name): \(cell.summary)"
            let number: HTML = numbered ? "\(cell.number)" : ""
            return """
                <li><i class="\(cell.state.rawValue)" role="img" tabindex="0" aria-label="\(label)">\(number)</i></li>

                """
        }
    }

    private var legend: HTML {
        var counts: [ChapterState: Int] = [:]
        for document in report.documents {
            for chapter in document.chapters { counts[ChapterState(chapter), default: 0] += 1 }
        }
        let items: [HTML] = ChapterState.allCases.compactMap { state in
            counts[state].map { "<li><i class=\"\(state.rawValue)\"></i>\(state.name) <b>\($0)</b></li>\n" }
        }
        return "<ul class=\"legend\">\n\(items)</ul>\n"
    }

    /// Where a map says only that something is wrong, a table says where and how much.
    private func attention(_ books: [Book]) -> HTML? {
        let cells = books.flatMap { book in
            book.cells.filter { $0.chapter.failed + $0.chapter.errors > 0 }.map { (book: book.title, cell: $0) }
        }.sorted {
            let (left, right) = ($0.cell.chapter, $1.cell.chapter)
            return (left.failed, left.errors) > (right.failed, right.errors)
        }
        guard !cells.isEmpty else { return nil }
        let rows: [HTML] = cells.prefix(100).map { book, cell in
            let chapter = cell.chapter
            let meta = book.map { " <span class=\"meta\">\(isolated($0))</span>" as HTML }
            return """
                <tr><th scope="row"><span class="n">\(cell.number)</span> \(isolated(cell.name))\(meta)</th>\
                <td data-label="Units" class="number">\(chapter.units)</td>\
                <td data-label="Left" class="number">\(chapter.left)</td>\
                <td data-label="Failed" class="number">\(chapter.failed)</td>\
                <td data-label="Errors" class="number">\(chapter.errors)</td>\
                <td data-label="Warnings" class="number">\(chapter.warnings)</td></tr>

                """
        }
        let more = cells.count - rows.count
        return """
            <details\(rows.count <= 12 ? " open" : "")><summary>\(Figures.count(cells.count, "chapter")) to look at first</summary>
            <table class="list">
            <thead><tr><th scope="col">Chapter</th><th scope="col" class="number">Units</th>\
            <th scope="col" class="number">Left</th><th scope="col" class="number">Failed</th>\
            <th scope="col" class="number">Errors</th><th scope="col" class="number">Warnings</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>
            \(more > 0 ? "<p class=\"meta\">And \(more) more.</p>" : "")
            </details>
            """
    }

    private struct Book {
        var title: String?
        var cells: [Cell]
    }

    private struct Cell {
        /// Place in its map, from 1.
        var number: Int
        var chapter: Report.ChapterFacts
        var title: String

        var name: String { title.ifEmpty("Chapter \(number)") }
        var state: ChapterState { ChapterState(chapter) }

        /// `Translated, 52 units, 1,204 characters`; what is wrong goes first: `2 failed, 1 error, 52 units, …`.
        var summary: String {
            var parts: [String] = []
            if chapter.failed > 0 { parts.append("\(Figures.count(chapter.failed)) failed") }
            if chapter.errors > 0 { parts.append(Figures.count(chapter.errors, "error")) }
            if parts.isEmpty { parts.append(state.name) }
            if chapter.warnings > 0 { parts.append(Figures.count(chapter.warnings, "warning")) }
            let untried = max(0, chapter.left - chapter.failed)
            if untried > 0, untried < chapter.units { parts.append("\(Figures.count(untried)) to do") }
            parts.append(Figures.count(chapter.units, "unit"))
            parts.append(Figures.count(chapter.characters, "character"))
            return parts.joined(separator: ", ")
        }
    }
}

/// The colour of a chapter: the raw value is its class in the style sheet.
enum ChapterState: String, CaseIterable {
    case final, reviewed, translated, begun, untouched, errors, failures

    /// What is wrong goes before what is done.
    init(_ chapter: Report.ChapterFacts) {
        if chapter.failed > 0 {
            self = .failures
        } else if chapter.errors > 0 {
            self = .errors
        } else if chapter.left > 0 {
            self = chapter.left < chapter.units ? .begun : .untouched
        } else if chapter.final == chapter.units {
            self = .final
        } else {
            self = chapter.translated == 0 ? .reviewed : .translated
        }
    }

    var name: String {
        switch self {
        case .final: "Final"
        case .reviewed: "Reviewed"
        case .translated: "Translated"
        case .begun: "Begun"
        case .untouched: "Untouched"
        case .errors: "With errors"
        case .failures: "With failures"
        }
    }
}

extension Report.ChapterFacts {
    var left: Int { max(0, units - translated - reviewed - final) }
}

extension String {
    func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
