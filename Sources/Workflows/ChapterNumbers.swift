internal import Formats
internal import Storage

/// The numbers of chapters, from 1, as terms and genders mean them when they say from which chapter they hold.
///
/// A chapter has the number of its heading where the numbers of all headings rise through the book; where they begin anew, as
/// in volumes, chapters are counted through in reading order, headings or not. What stands before the first heading goes with it.
struct ChapterNumbers: Sendable {
    private var numbers: [Int64: Int] = [:]

    init(_ chapters: [ChapterProgress]) {
        let texts = chapters.filter { !Self.isOutside($0) }
        let stated = texts.map { chapter in
            chapter.title.flatMap { ChapterHeading.parse($0)?.number }.flatMap { Int(exactly: $0.rounded(.down)) }
        }
        let known = stated.compactMap(\.self)
        let rises =
            known.count * 2 > texts.count && zip(known, known.dropFirst()).allSatisfy { $0 <= $1 }
            && known.allSatisfy { $0 > 0 }
        var last = known.first ?? 1
        for (index, chapter) in texts.enumerated() {
            if rises { last = stated[index] ?? last }
            numbers[chapter.id] = rises ? last : index + 1
        }
    }

    subscript(chapter: Int64) -> Int? { numbers[chapter] }

    /// Front matter, package files and the headings of volumes are no chapters.
    private static func isOutside(_ chapter: ChapterProgress) -> Bool {
        if let title = chapter.title, let heading = ChapterHeading.parse(title), heading.isVolume { return true }
        return chapter.key == "front" || chapter.key == "core" || chapter.key.hasSuffix(".opf")
            || chapter.key.hasSuffix(".ncx")
    }
}
