package import Storage
internal import Text

/// Makes planned changes of terms, each as one step that can be taken back.
package struct ApplyTermChange {
    private let project: Project

    package init(_ project: Project) { self.project = project }

    /// Changes the termbase and every unit of the plan in one transaction. Throws `.outdated` when the project has changed
    /// since the plan, with nothing changed.
    package func run(_ patch: TermPatch, at now: Timestamp) throws -> TermbaseChangeRecord {
        try project.store.apply(patch.change(), at: now)
    }

    /// Changes the termbase alone.
    package func add(_ patch: TermPatch, at now: Timestamp) throws -> TermbaseChangeRecord {
        var change = patch.change()
        change.units = []
        return try project.store.apply(change, at: now)
    }

    /// Approves every proposed concept that has a target; nil when there is none.
    package func approveAll(by name: String?, at now: Timestamp) throws -> TermbaseChangeRecord? {
        let concepts = try project.store.concepts().filter { concept in
            concept.status == .proposed && concept.targets.values.contains { !$0.preferred.isEmpty }
        }.map { concept in
            var concept = concept
            concept.status = .approved
            concept.decidedBy = name
            concept.decidedAt = now
            return concept
        }
        guard !concepts.isEmpty else { return nil }
        let summary = "approved \(concepts.count) proposed term(s)"
        return try project.store.apply(
            TermbaseChange(summary: summary, decidedBy: name, concepts: concepts),
            at: now
        )
    }

    /// Takes the last change back; nil when there is none.
    package func undo(at now: Timestamp) throws -> TermbaseChangeRecord? {
        try project.store.undoTermbaseChange(at: now)
    }
}
