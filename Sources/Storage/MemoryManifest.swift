internal import FoundationEssentials
internal import Memory

/// What belongs to a memory at a time: the file is replaced as a whole whenever its segments change.
struct MemoryManifest: Codable, Sendable {
    /// Of the folder's layout.
    var version = 1
    /// Offset behind the last record that a segment covers.
    var indexed = RecordFrame.mark.count
    /// Names of files, the oldest first.
    var segments: [String] = []
    /// Name of the file with the offsets of entries that segments hold and that were replaced or taken out; each eight bytes.
    var dead: String?
    /// Number of the next file.
    var next = 1

    static let name = "manifest.json"
    static let newest = 1

    /// Nil when there is none, or a damaged one: then the records alone say everything.
    static func read(_ folder: String) throws(StoreError) -> MemoryManifest? {
        guard let bytes = MemoryFile.map("\(folder)/\(name)"),
            let manifest = try? JSONDecoder().decode(MemoryManifest.self, from: Data(bytes.base))
        else { return nil }
        guard manifest.version <= newest else {
            throw StoreError(
                .newerVersion,
                "\(folder) was written by a newer Caravan. Use that version, or export the memory there and import it here."
            )
        }
        let files = manifest.segments + [manifest.dead].compactMap(\.self)
        // Names of files in the folder, not paths to elsewhere.
        return files.contains { $0.contains("/") } || manifest.indexed < RecordFrame.mark.count ? nil : manifest
    }

    func write(_ folder: String) throws(StoreError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        guard let data = try? encoder.encode(self) else { return }
        try MemoryFile.write("\(folder)/\(Self.name)") { write in
            try [UInt8](data).withUnsafeBytes(write)
        }
    }
}
