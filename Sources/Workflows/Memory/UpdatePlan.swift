internal import Formats
internal import Memory
internal import Storage
package import Text

/// What new versions of files bring to a project, unit by unit, before anything is changed.
package struct UpdatePlan: Sendable {
    package private(set) var files: [File] = []
    /// Files that cannot be read; they would not be taken.
    package private(set) var findings: [Finding] = []

    /// A file of the new version.
    package struct File: Sendable, Encodable {
        /// Its name in the project.
        package var name: String
        package var state: State
        package var counts = Counts()
        /// Units that are not unchanged.
        package var units: [Change] = []
        /// Where the new version is; nil for a file that is gone.
        var path: String?

        package enum State: String, Sendable, Encodable { case same, changed, new, gone }
    }

    package struct Counts: Sendable, Encodable {
        package var unchanged = 0
        /// The same text in another place.
        package var moved = 0
        /// Like a text that was there, which is offered.
        package var changed = 0
        package var new = 0
        package var gone = 0

        package static func += (left: inout Counts, right: Counts) {
            left.unchanged += right.unchanged
            left.moved += right.moved
            left.changed += right.changed
            left.new += right.new
            left.gone += right.gone
        }
    }

    package struct Change: Sendable, Encodable {
        package var key: String
        package var status: Status
        package var source: String
        /// What stood there before, for a changed unit.
        package var before: String?
        /// How like the two are, 50 to 99.
        package var rate: Int?

        package enum Status: String, Sendable, Encodable { case moved, changed, new, gone }
    }

    package var counts: Counts { files.reduce(into: Counts()) { $0 += $1.counts } }

    /// A unit that has no partner yet.
    private struct Loose {
        var file: Int
        var key: String
        var source: InlineText
    }

    /// The lowest rate at which a text is a change of another, and no new one.
    private static let leastRate = 50.0

    /// - Parameters:
    ///   - newFiles: names in the project with the paths of their new versions.
    ///   - isWhole: they are all files of the work: what is not among them is gone.
    init(_ project: Project, newFiles: [(name: String, path: String)], isWhole: Bool) throws {
        let known = try project.store.documents()
        let names = Set(newFiles.map(\.name))
        let gone = isWhole ? known.filter { !names.contains($0.path) } : []
        var old: [String: [(key: String, source: InlineText)]] = [:]
        let locale = project.knownTargets.first ?? .simplifiedChinese
        try project.store.forEachUnit(locale: locale) { old[$0.document, default: []].append(($0.key, $0.source)) }
        var fresh: [Loose] = []
        var lost: [Loose] = []
        for (name, path) in newFiles {
            var file = File(name: name, state: .new, path: path)
            let bytes = try Files.read(path)
            let stored = known.first { $0.path == name }
            if let stored, stored.fingerprint == Project.fingerprint(of: bytes) {
                file.state = .same
                file.counts.unchanged = old[name]?.count ?? 0
                files.append(file)
                continue
            }
            let document: Document
            do {
                document = try project.reading.read(bytes, file: name).document
            } catch {
                findings.append(Finding("file-refused", .error, error.message, at: .init(file: path)))
                continue
            }
            if stored != nil { file.state = .changed }
            var before: [String: InlineText] = [:]
            for unit in stored == nil ? [] : old[name] ?? [] { before[unit.key] = unit.source }
            for unit in document.units {
                if let source = before.removeValue(forKey: unit.key) {
                    if source.literal == unit.source.literal {
                        file.counts.unchanged += 1
                    } else {
                        file.note(unit.key, .changed, unit.source, before: source, rate: Self.rate(source, unit.source))
                    }
                } else {
                    fresh.append(Loose(file: files.count, key: unit.key, source: unit.source))
                }
            }
            for unit in old[name] ?? [] where before[unit.key] != nil {
                lost.append(Loose(file: files.count, key: unit.key, source: unit.source))
            }
            files.append(file)
        }
        for document in gone {
            for unit in old[document.path] ?? [] {
                lost.append(Loose(file: files.count, key: unit.key, source: unit.source))
            }
            files.append(File(name: document.path, state: .gone))
        }
        pair(fresh, with: lost)
    }

    /// Finds for each new unit the lost one that it was, the same text first, then the likest.
    private mutating func pair(_ fresh: [Loose], with lost: [Loose]) {
        var left = Set(lost.indices)
        var byText: [String: [Int]] = [:]
        for index in lost.indices.reversed() { byText[lost[index].source.literal, default: []].append(index) }
        var rest: [Loose] = []
        for unit in fresh {
            if let index = byText[unit.source.literal]?.popLast() {
                left.remove(index)
                files[unit.file].note(unit.key, .moved, unit.source)
            } else {
                rest.append(unit)
            }
        }
        let olds = left.sorted()
        let index = MemoryIndex(
            olds.map {
                MemoryEntry(
                    source: lost[$0].source,
                    target: InlineText(String($0)),
                    sourceLocale: .simplifiedChinese,
                    targetLocale: .simplifiedChinese
                )
            }
        )
        for unit in rest {
            let match = index.matches(for: unit.source, threshold: Self.leastRate, best: 8).first { match in
                Int(match.entry.target.text).map(left.contains) ?? false
            }
            if let match, let place = Int(match.entry.target.text) {
                left.remove(place)
                files[unit.file].note(
                    unit.key,
                    .changed,
                    unit.source,
                    before: match.entry.source,
                    rate: Int(match.rate)
                )
            } else {
                files[unit.file].note(unit.key, .new, unit.source)
            }
        }
        for place in left.sorted() { files[lost[place].file].note(lost[place].key, .gone, lost[place].source) }
    }

    private static func rate(_ old: InlineText, _ new: InlineText) -> Int {
        let index = MemoryIndex([
            MemoryEntry(
                source: old,
                target: InlineText("-"),
                sourceLocale: .simplifiedChinese,
                targetLocale: .simplifiedChinese
            )
        ])
        return index.matches(for: new, threshold: 40, best: 1).first.map { Int($0.rate) } ?? 0
    }
}

extension UpdatePlan.File {
    fileprivate mutating func note(
        _ key: String,
        _ status: UpdatePlan.Change.Status,
        _ source: InlineText,
        before: InlineText? = nil,
        rate: Int? = nil
    ) {
        switch status {
        case .moved: counts.moved += 1
        case .changed: counts.changed += 1
        case .new: counts.new += 1
        case .gone: counts.gone += 1
        }
        units.append(
            UpdatePlan.Change(key: key, status: status, source: source.plain, before: before?.plain, rate: rate)
        )
    }

    private enum CodingKeys: String, CodingKey { case name, state, counts, units }
}
