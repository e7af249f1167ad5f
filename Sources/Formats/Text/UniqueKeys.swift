/// Gives each unit of a document a key of its own: the second with the same name gets `.2`, the third `.3`.
struct UniqueKeys {
    private var counts: [String: Int] = [:]

    mutating func key(_ name: String) -> String {
        guard let count = counts[name] else {
            counts[name] = 1
            return name
        }
        var number = count
        var key: String
        repeat {
            number += 1
            key = "\(name).\(number)"
        } while counts[key] != nil
        counts[name] = number
        counts[key] = 1
        return key
    }
}
