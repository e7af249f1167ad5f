import Text

/// Finds plural messages among strings with paths: siblings that are all named by plural categories, `other` among them.
struct PluralGroups {
    private var categories: [Int: PluralCategory] = [:]
    /// By the index of `other`: what the message has.
    private var own: [Int: Set<PluralCategory>] = [:]

    /// `ignored`: names of siblings that are no strings of the message, such as `description`.
    init(_ paths: [[String]], ignored: Set<String> = []) {
        var groups: [[String]: [Int]] = [:]
        for (index, path) in paths.enumerated() {
            guard let last = path.last else { continue }
            if PluralCategory(rawValue: last) != nil { groups[Array(path.dropLast()), default: []].append(index) }
        }
        guard !groups.isEmpty else { return }
        for path in paths {
            guard let last = path.last, PluralCategory(rawValue: last) == nil, !ignored.contains(last) else { continue }
            groups[Array(path.dropLast())] = nil
        }
        for indexes in groups.values {
            let found = indexes.compactMap { paths[$0].last.flatMap { PluralCategory(rawValue: $0) } }
            guard Set(found).count == found.count, let other = zip(indexes, found).first(where: { $0.1 == .other })
            else {
                continue
            }
            for (index, category) in zip(indexes, found) { categories[index] = category }
            own[other.0] = Set(found)
        }
    }

    /// The category of a string; nil for one of no plural message.
    func category(at index: Int) -> PluralCategory? { categories[index] }

    /// The categories that a message lacks, at its `other`; nil elsewhere.
    func missing(after index: Int, _ needed: [PluralCategory]?) -> [PluralCategory]? {
        guard let own = own[index], let needed else { return nil }
        return needed.filter { !own.contains($0) }
    }
}
