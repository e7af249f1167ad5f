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
            let folder = try MemoryFolder(writing: project.path(shared.path))
            try project.store.forEachMemory(source: source, target: target) { memory in
                guard !memory.isFormer, memory.entry.origin != .rule else { return }
                // What came from a memory is there, or was decided in another work.
                if case .memory = memory.entry.origin { return }
                try folder.add(memory.entry)
            }
            try folder.sync()
        }
    }
}
