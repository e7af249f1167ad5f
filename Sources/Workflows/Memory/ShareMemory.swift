internal import Memory
internal import Storage
internal import Text

/// Adds what a project has translated to the memories that it shares with others.
struct ShareMemory {
    let project: Project
    let source: LanguageTag
    let target: LanguageTag

    /// Every current translation that the memory does not have as it is; what a rule gave is none.
    func run() throws {
        let policy = project.settings.memory
        guard policy.use != .off else { return }
        for shared in policy.shared where shared.isWritable {
            // A memory that has all of it already is not opened.
            let path = project.path(shared.path)
            let mark = "shared \(target) \(shared.path)"
            let revision = String(try project.store.revision(locale: target))
            if Files.exists(path), try project.store.value(mark) == revision { continue }
            let folder = try MemoryFolder(writing: path)
            try project.store.forEachMemory(source: source, target: target) { memory in
                guard !memory.isFormer, memory.entry.origin != .rule else { return }
                // What came from a memory is there, or was decided in another work.
                if case .memory = memory.entry.origin { return }
                try folder.add(memory.entry)
            }
            try folder.sync()
            try project.store.setValue(revision, for: mark)
        }
    }
}
