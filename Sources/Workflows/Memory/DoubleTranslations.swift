internal import Storage
package import Text

/// Sources that one work translates in two ways or more.
package struct DoubleTranslations: Sendable {
    /// The sources with most places first.
    package private(set) var sources: [Source] = []

    package struct Source: Sendable, Encodable {
        package var source: String
        /// What a person wrote or approved first, then what most places have.
        package var variants: [Variant]
    }

    package struct Variant: Sendable, Encodable {
        package var target: String
        package var count: Int
        /// Of these, how many a person wrote or approved.
        package var human: Int
        /// The first places, as `document: key`.
        package var places: [String]
    }

    /// Places that are named for each variant.
    private static let mostPlaces = 3

    package init(_ project: Project, source: LanguageTag, target: LanguageTag) throws {
        var found: [String: [Variant]] = [:]
        var order: [String] = []
        try project.store.forEachMemory(source: source, target: target) { memory in
            guard !memory.isFormer else { return }
            let entry = memory.entry
            let (text, translation) = (entry.source.plain, entry.target.plain)
            if found[text] == nil { order.append(text) }
            var variants = found[text] ?? []
            let place = variants.firstIndex { $0.target == translation } ?? variants.count
            if place == variants.count {
                variants.append(Variant(target: translation, count: 0, human: 0, places: []))
            }
            variants[place].count += 1
            if entry.isHuman { variants[place].human += 1 }
            if variants[place].places.count < Self.mostPlaces {
                variants[place].places.append("\(entry.document ?? ""): \(entry.key ?? "")")
            }
            found[text] = variants
        }
        for text in order {
            guard let variants = found[text], variants.count > 1 else { continue }
            let sorted = variants.enumerated().sorted { left, right in
                let (first, second) = (left.element, right.element)
                if (first.human > 0) != (second.human > 0) { return first.human > 0 }
                return first.count == second.count ? left.offset < right.offset : first.count > second.count
            }
            sources.append(Source(source: text, variants: sorted.map(\.element)))
        }
        func places(_ source: Source) -> Int { source.variants.reduce(0) { $0 + $1.count } }
        sources = sources.enumerated().sorted {
            let (left, right) = (places($0.element), places($1.element))
            return left == right ? $0.offset < $1.offset : left > right
        }.map(\.element)
    }
}
