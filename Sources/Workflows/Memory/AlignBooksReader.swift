internal import Formats
internal import Memory
internal import Text

/// Reads a book for alignment: a file of any format, or a folder with a file for each chapter.
struct AlignBooksReader {
    struct Book: Sendable {
        var path: String
        var locale: LanguageTag
        var book: AlignmentBook
        /// Paragraphs that are none of the text.
        var boilerplate: [String]
    }

    let reading: Reading
    private(set) var findings: [Finding] = []

    init(reading: Reading) { self.reading = reading }

    mutating func read(_ path: String, locale: LanguageTag?, isSource: Bool) throws -> Book {
        guard Files.exists(path) else {
            throw WorkflowError(.file, "\(path) is not there. Name a file, or a folder of chapter files.")
        }
        let documents = try documents(path, locale: locale, isSource: isSource)
        var chapters: [AlignmentBook.Chapter] = []
        for document in documents {
            let isAlone = documents.count > 1 && document.chapters.count(where: { $0.title != nil }) <= 1
            for chapter in document.chapters {
                let title = chapter.title
                let heading = title.flatMap { ChapterHeading.parse($0) }
                var number = heading.flatMap { $0.isVolume ? nil : $0.number }
                if number == nil, isAlone, title != nil || document.chapters.count == 1 {
                    number = Self.number(in: document.file)
                }
                let paragraphs = document.units[chapter.units].compactMap(Self.text)
                if !paragraphs.isEmpty { chapters.append(.init(title: title, number: number, paragraphs: paragraphs)) }
            }
        }
        let all = chapters.flatMap(\.paragraphs)
        guard !all.isEmpty else {
            throw WorkflowError(.wrongUse, "There is no text in \(path).")
        }
        var boilerplate: [String] = []
        chapters = Self.cleaned(chapters, body: Boilerplate.body(of: all), &boilerplate)
        let sample = all.prefix(400).joined()
        let chinese = LanguageTag.chinese(of: sample)
        let stated = locale ?? documents.lazy.compactMap(\.details.language).first
        guard var tag = stated ?? chinese ?? LanguageTag(isSource ? "zh" : "en") else {
            throw WorkflowError(.wrongUse, "The language of \(path) is not known. Name it with --from or --to.")
        }
        // A file may call itself zh; its characters tell which.
        if tag.language == "zh", tag.script == nil, let chinese { tag = chinese }
        return Book(
            path: path,
            locale: tag,
            book: AlignmentBook(locale: tag, chapters: chapters),
            boilerplate: boilerplate
        )
    }

    private mutating func documents(
        _ path: String,
        locale: LanguageTag?,
        isSource: Bool
    ) throws -> [Document] {
        var reading = reading
        reading.options.source = locale
        guard Files.isFolder(path) else {
            let document = try reading.read(try Files.read(path), file: path).document
            findings += document.findings.filter { $0.severity > .note }
            return [document]
        }
        let names = try Files.below(path).filter { FormatCatalog.knows(name: $0) }
        // One folder may hold both languages, told apart by the names of its files.
        let wanted = locale?.language ?? (isSource ? "zh" : "en")
        let own = names.filter { Self.language(in: $0) == wanted }
        let unmarked = names.filter { Self.language(in: $0) == nil }
        let chosen = !own.isEmpty ? own : !unmarked.isEmpty ? unmarked : names
        var documents: [Document] = []
        var firstError: FormatError?
        for name in chosen {
            do {
                let document = try reading.read(try Files.read(Files.join(path, name)), file: name).document
                findings += document.findings.filter { $0.severity > .note }
                documents.append(document)
            } catch let error as FormatError {
                firstError = firstError ?? error
                findings.append(Finding("file-refused", .error, error.message, at: .init(file: name)))
            }
        }
        if documents.isEmpty {
            if let firstError { throw firstError }
            throw WorkflowError(
                .wrongUse,
                "No file that Caravan reads in \(path). `caravan formats` lists what it reads."
            )
        }
        return documents
    }

    /// Text that a translation has, too, on one line; nil for what is made from other text or says something of the work.
    private static func text(of unit: Unit) -> String? {
        switch unit.kind {
        case .navigation, .metadata, .alternative: return nil
        default: break
        }
        let text = unit.source.plain.replacing("\n", with: " ").replacing("\r", with: " ").trimmed
        return text.isEmpty ? nil : text
    }

    /// Takes out what stands around a text: the notices of libraries and sites, page numbers, lines at the edges of many chapters.
    private static func cleaned(
        _ chapters: [AlignmentBook.Chapter],
        body: Range<Int>,
        _ boilerplate: inout [String]
    ) -> [AlignmentBook.Chapter] {
        var edges: [String: Int] = [:]
        for chapter in chapters {
            let count = chapter.paragraphs.count
            for index in Set([1, 2, count - 2, count - 1]) where index > 0 && index < count {
                edges[chapter.paragraphs[index], default: 0] += 1
            }
        }
        let often = Set(edges.filter { $0.value >= 4 && $0.value * 10 >= chapters.count * 3 }.keys)
        var place = 0
        var cleaned: [AlignmentBook.Chapter] = []
        for var chapter in chapters {
            var kept: [String] = []
            for (index, paragraph) in chapter.paragraphs.enumerated() {
                let isEdge = index > 0 && (index <= 2 || index >= chapter.paragraphs.count - 2)
                if !body.contains(place) || Boilerplate.matches(paragraph) || (isEdge && often.contains(paragraph)) {
                    boilerplate.append(paragraph)
                } else {
                    kept.append(paragraph)
                }
                place += 1
            }
            chapter.paragraphs = kept
            if !kept.isEmpty { cleaned.append(chapter) }
        }
        return cleaned
    }

    /// The number of a chapter in the name of its file: `012.zh.txt`, `chapter-12.html`, `第十二章.txt`.
    static func number(in file: String) -> Double? {
        let name = Files.stem(of: file)
        if let heading = ChapterHeading.parse(name), let number = heading.number { return number }
        var runs: [String] = []
        var run = ""
        for character in name + " " {
            if character.isASCII, character.isNumber {
                run.append(character)
            } else if !run.isEmpty {
                runs.append(run)
                run = ""
            }
        }
        return runs.count == 1 ? Double(runs[0]) : nil
    }

    /// The language that the name of a file ends in: `zh` of `001.zh.txt` and `chapter_zh.md`.
    static func language(in file: String) -> String? {
        let stem = Files.stem(of: file)
        guard let mark = stem.lastIndex(where: { ".-_".contains($0) }) else { return nil }
        guard let tag = LanguageTag(String(stem[stem.index(after: mark)...])) else { return nil }
        return languages.contains(tag.language) ? tag.language : nil
    }

    /// Languages that novels are translated into; other endings are words (`chapter_end`).
    private static let languages: Set = [
        "zh", "en", "es", "fr", "de", "pt", "it", "ru", "id", "vi", "th", "ja", "ko", "tr", "pl", "ar", "nl", "ms",
        "uk",
    ]
}
