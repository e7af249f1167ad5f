internal import Formats
internal import Storage
internal import Text

/// What the work is called, in the source and in the target: from its units of kind title and author, else from its files.
struct Titles {
    private(set) var title: String
    private(set) var originalTitle: String?
    private(set) var author: String?

    init(_ project: Project, target: LanguageTag, documents: [StoredDocument]) throws {
        originalTitle = documents.lazy.compactMap(\.title).first
        author = documents.lazy.compactMap(\.author).first
        title = originalTitle ?? Files.stem(of: project.folder)
        var isTranslated = false
        // Title and author stand at the head of a work.
        for chapter in try project.store.progress(locale: target).prefix(3) {
            for unit in try project.store.units(chapter: chapter.id, locale: target).prefix(20) {
                guard let text = unit.translation?.text.plain, !text.isEmpty else { continue }
                if unit.unit.kind == .title, !isTranslated {
                    title = BookTitle.value(of: text)
                    isTranslated = true
                }
                if unit.unit.kind == .author { author = BookTitle.value(of: text) }
            }
        }
    }
}
