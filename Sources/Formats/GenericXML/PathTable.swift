/// The paths of a file, each with a number.
struct PathTable {
    private var numbers: [Key: Int] = [:]
    private var entries: [Key] = []

    private struct Key: Hashable {
        var parent: Int
        var name: String
    }

    mutating func child(_ name: String, of parent: Int) -> Int {
        let key = Key(parent: parent, name: name)
        if let number = numbers[key] { return number }
        numbers[key] = entries.count
        entries.append(key)
        return entries.count - 1
    }

    func existing(_ name: String, of parent: Int) -> Int? { numbers[Key(parent: parent, name: name)] }

    func names(of path: Int) -> [String] {
        var names: [String] = []
        var path = path
        while path >= 0 {
            names.append(entries[path].name)
            path = entries[path].parent
        }
        return names.reversed()
    }
}
