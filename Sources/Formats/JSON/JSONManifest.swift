/// Files in which a program describes itself to other programs: `package.json` and its like. Nearly all of their strings are
/// names and settings.
enum JSONManifest {
    /// Whether a file is one, by its name and its members.
    static func isOne(_ file: String, _ sample: @autoclosure () -> FileSample) -> Bool {
        let name = file.split(separator: "/").last.map { $0.lowercased() } ?? ""
        switch name {
        case "package.json":
            return has(["version", "dependencies", "devDependencies", "scripts", "main", "engines"], sample())
        case "composer.json": return has(["require", "require-dev", "autoload", "type", "license"], sample())
        case "manifest.json": return has(["manifest_version"], sample())
        case let name where name.hasPrefix("tsconfig") && name.hasSuffix(".json"):
            return has(["compilerOptions", "extends", "include", "files", "references"], sample())
        case let name where name.hasPrefix(".eslintrc"):
            return has(["rules", "extends", "env", "parserOptions", "plugins", "root"], sample())
        default: return false
        }
    }

    private static func has(_ names: [String], _ sample: FileSample) -> Bool {
        guard let head = JSONHead(sample), head.isObject else { return false }
        return names.contains { head.has($0) }
    }

    /// Whether people are shown the string at a path.
    static func isText(_ path: String) -> Bool { ["description", "displayName", "window.title"].contains(path) }
}
