internal import Formats
internal import FoundationEssentials
internal import Storage
package import Text

/// The terms that a project works with: its own base first, then the lists and other projects that its settings name, in
/// order. A source form belongs to the first layer that knows it.
package struct Termbase: Sendable {
    package private(set) var layers: [Layer] = []
    package private(set) var findings: [Finding] = []
    /// The locale that is meant where none is said: the project's only target.
    package var locale: LanguageTag?

    /// One list of concepts.
    package struct Layer: Sendable {
        /// `this project`, or the path of a list or a project as the settings have it.
        package var name: String
        /// The base in the project's own state, which commands change.
        package var isOwn: Bool
        package var concepts: [Concept]
    }

    /// A concept with the layer that it is from.
    package struct Entry: Sendable {
        package var concept: Concept
        package var layer: Layer

        /// Who decided it, as far as is known: a person, or the list that it is from.
        package var decidedBy: String { concept.decidedBy ?? layer.name }
    }

    package static let ownName = "this project"

    /// A base of lists alone, for work without a project.
    package init(files: [String], locale: LanguageTag? = nil) throws {
        self.locale = locale
        for file in files { try add(file, path: file, locale: locale) }
    }

    /// The base of a project.
    /// - Parameter files: lists that stand in the place of those in the settings for this time; nil for the settings'.
    package init(_ project: Project, files: [String]? = nil) throws {
        let targets = project.knownTargets
        locale = targets.count == 1 ? targets.first : nil
        layers.append(Layer(name: Self.ownName, isOwn: true, concepts: try project.store.concepts()))
        if let files {
            for file in files { try add(file, path: file, locale: nil) }
        } else {
            for file in project.settings.terms { try add(file, path: project.path(file), locale: nil) }
        }
    }

    private mutating func add(_ name: String, path: String, locale: LanguageTag?) throws {
        guard Files.isFolder(path) else {
            let list = try TermList.read(try Files.read(path), file: path, locale: locale)
            findings += list.findings
            if !list.rules.isEmpty {
                let message =
                    "\(list.rules.count) replacement rule(s) are no terms and are not used; only terms are."
                findings.append(Finding("term-rule", .note, message, at: .init(file: path)))
            }
            layers.append(Layer(name: name, isOwn: false, concepts: list.concepts))
            return
        }
        // Another project of the series shares its base and its lists; what that one borrows from others it keeps.
        let other = try Project.open(path)
        layers.append(Layer(name: name, isOwn: false, concepts: try other.store.concepts()))
        for file in other.settings.terms where !Files.isFolder(other.path(file)) {
            try add(Files.join(path, file), path: other.path(file), locale: locale)
        }
    }

    // MARK: What holds

    /// The approved terms in the locale that is meant where none is said.
    package var terms: [Term] { terms(locale: locale) }

    /// The approved terms in a locale, as they are frozen for a run. A form that an earlier layer approves or rejects is not
    /// taken from a later one, but for the chapters before those in which it holds; in one layer a form may stand again from
    /// another chapter on.
    package func terms(locale: LanguageTag?) -> [Term] {
        let tag = locale?.description ?? Concept.anyLocale
        var known = Beginnings()
        var terms: [Term] = []
        for layer in layers {
            var here = known
            var stood: Set<[String]> = []
            for concept in layer.concepts where concept.status != .proposed {
                if concept.status == .rejected {
                    for form in concept.forms { here.add(form.text, from: nil) }
                    continue
                }
                for term in concept.terms(locale: tag) where !known.hide(term.source, from: term.validFrom) {
                    guard stood.insert([term.source, term.validFrom.map { String($0) } ?? ""]).inserted else {
                        continue
                    }
                    here.add(term.source, from: term.validFrom)
                    terms.append(term)
                }
            }
            known = here
        }
        return terms
    }

    /// From which chapter on a layer has said what a form is.
    private struct Beginnings {
        private var chapters: [String: Int] = [:]

        mutating func add(_ form: String, from chapter: Int?) {
            chapters[form] = min(chapters[form] ?? .max, chapter ?? 1)
        }

        func hide(_ form: String, from chapter: Int?) -> Bool { chapters[form].map { $0 <= chapter ?? 1 } ?? false }
    }

    /// Every concept with its layer, those that an earlier layer hides left out: proposed and rejected ones too.
    package func entries() -> [Entry] {
        var known = Beginnings()
        var entries: [Entry] = []
        for layer in layers {
            var here = known
            for concept in layer.concepts
            where !concept.forms.allSatisfy({ known.hide($0.text, from: concept.validFrom) }) {
                entries.append(Entry(concept: concept, layer: layer))
                // A proposal hides nothing: it is not used.
                guard concept.status != .proposed else { continue }
                for form in concept.forms {
                    here.add(form.text, from: concept.status == .rejected ? nil : concept.validFrom)
                }
            }
            known = here
        }
        return entries
    }

    /// The concept that a person means by a source form or an id: the one whose form it is, in the first layer that knows
    /// it, an approved one before a proposed one, and one that holds from the beginning before one that holds later.
    package func entry(for name: String) -> Entry? {
        let found = entries().filter { entry in
            entry.concept.id == name || entry.concept.forms.contains { $0.text == name }
        }
        let approved = found.filter { $0.concept.status == .approved }
        let earliest = approved.map { $0.concept.validFrom ?? 1 }.min()
        return approved.first { $0.concept.id == name && $0.concept.validFrom != nil }
            ?? approved.first { $0.concept.validFrom ?? 1 == earliest } ?? found.first
    }
}

extension Project {
    /// The terms that the project works with.
    package func terms() throws -> Termbase { try Termbase(self) }
}
