internal import FoundationEssentials
internal import Glibc

/// The few things that workflows do with files; every write is beside the old file and renamed over it.
enum Files {
    static func read(_ path: String) throws(WorkflowError) -> [UInt8] {
        do {
            var status = stat()
            // A pipe has no size: it is read to its end.
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO { return try readPipe(path) }
            return try [UInt8](Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))
        } catch let error as WorkflowError {
            throw error
        } catch {
            throw WorkflowError(.file, "\(path) cannot be read: \(reason()).", cause: error)
        }
    }

    private static func readPipe(_ path: String) throws(WorkflowError) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw WorkflowError(.file, "\(path) cannot be read: \(reason()).") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw WorkflowError(.file, "\(path) cannot be read: \(reason()).") }
            guard count > 0 else { return bytes }
            bytes += part[..<count]
        }
    }

    static func readText(_ path: String) throws(WorkflowError) -> String {
        let bytes = try read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw WorkflowError(.file, "\(path) is not UTF-8. Save it as UTF-8 and try again.")
        }
        return text
    }

    /// Writes beside the file and renames, so that a reader never sees half a file; makes the folder.
    static func write(_ bytes: [UInt8], to path: String) throws(WorkflowError) {
        let folder = parent(of: path)
        let beside = "\(path).\(getpid()).part"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(filePath: beside))
        } catch {
            unlink(beside)
            throw WorkflowError(
                .file,
                "\(path) cannot be written. See that its folder may be written and that the disk has room.",
                cause: error
            )
        }
        guard rename(beside, path) == 0 else {
            let why = reason()
            unlink(beside)
            throw WorkflowError(.file, "\(path) cannot be written: \(why).")
        }
    }

    static func write(_ text: String, to path: String) throws(WorkflowError) {
        try write(Array(text.utf8), to: path)
    }

    /// The files under a folder, as paths from it, in natural order; hidden ones and `.caravan` folders are left out.
    static func below(_ folder: String) throws(WorkflowError) -> [String] {
        let entries: [String]
        do {
            entries = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw WorkflowError(.file, "\(folder) cannot be read: \(error).", cause: error)
        }
        var files: [String] = []
        for entry in entries.sorted(by: NaturalOrder.precedes)
        where !entry.hasPrefix(".") && !entry.hasSuffix(".caravan") {
            let path = join(folder, entry)
            if isLink(path), isFolder(path) { continue }
            if isFolder(path) { files += try below(path).map { "\(entry)/\($0)" } } else { files.append(entry) }
        }
        return files
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Size in bytes and seconds since 1970 of the last change; nil when there is no such file.
    static func status(_ path: String) -> (size: Int64, modified: Double)? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return (Int64(status.st_size), Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9)
    }

    /// Copies a file with its date, beside the target and renamed; one that is there with the same size and no older is left.
    static func copy(_ source: String, to target: String) throws(WorkflowError) {
        guard let from = status(source) else { return }
        if let to = status(target), to.size == from.size, to.modified >= from.modified { return }
        let beside = "\(target).\(getpid()).part"
        do {
            try FileManager.default.createDirectory(atPath: parent(of: target), withIntermediateDirectories: true)
            unlink(beside)
            try FileManager.default.copyItem(atPath: source, toPath: beside)
        } catch {
            unlink(beside)
            throw WorkflowError(
                .file,
                "\(target) cannot be written. See that its folder may be written and that the disk has room.",
                cause: error
            )
        }
        guard rename(beside, target) == 0 else {
            let why = reason()
            unlink(beside)
            throw WorkflowError(.file, "\(target) cannot be written: \(why).")
        }
    }

    /// Whether two paths lead to the same file.
    static func remove(_ path: String) throws(WorkflowError) {
        guard unlink(path) == 0 else { throw WorkflowError(.file, "\(path) cannot be removed: \(reason()).") }
    }

    static func isSame(_ left: String, _ right: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(left, &first) == 0 && stat(right, &second) == 0 && first.st_ino == second.st_ino
            && first.st_dev == second.st_dev
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func name(of path: String) -> String {
        var path = path[...]
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? String(path)
    }

    /// The name without its extension: `book` of `a/book.txt`.
    static func stem(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    static func join(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") { return path }
        return folder == "." ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}

extension Files {
    /// The ending of a file's name in lower case, without the dot; empty when it has none.
    static func ending(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}
