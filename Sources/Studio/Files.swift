internal import FoundationEssentials

/// Files that are written whole or not at all.
enum Files {
    /// Writes beside the place and renames.
    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw StudioError(.failed, "\(path) cannot be written: \(error)")
        }
    }

    /// Has a program write `path` under a name beside it, and renames when it has ended well.
    /// - Parameter work: gets the name to write to, which ends as `path` does, so that programs know the format.
    static func produce(_ path: String, _ work: (String) async throws -> Void) async throws {
        let url = URL(filePath: path)
        let beside = url.deletingLastPathComponent().appending(path: ".new-\(url.lastPathComponent)").path
        try? FileManager.default.removeItem(atPath: beside)
        do {
            try await work(beside)
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
            try FileManager.default.moveItem(atPath: beside, toPath: path)
        } catch {
            try? FileManager.default.removeItem(atPath: beside)
            throw error
        }
    }
}
