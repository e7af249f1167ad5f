/// The words, numbers and marks of the segments of one book, as numbers: what the other book is compared by.
struct FeatureTable: Sendable {
    /// The features by number: words in lower case without endings, `#12` for values, marks as themselves.
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]
    /// Features of all segments one after the other, each once a segment; `starts[i]..<starts[i + 1]` are those of segment i.
    private(set) var features: [Int32] = []
    private(set) var starts: [Int] = [0]
    /// How many segments have a feature.
    private(set) var counts: [Int32] = []
    /// Letters of each segment, at least 1: Han, or the letters and digits of other scripts.
    private(set) var lengths: [Float] = []
    /// Spellings of a feature as a name, where it was seen with a capital.
    private(set) var spellings: [Int32: String] = [:]
    private var lastSegment: [Int32] = []
    private var capitals: [Int32: (upper: Int32, lower: Int32)] = [:]

    var segmentCount: Int { lengths.count }

    func number(of name: String) -> Int32? { numbers[name] }

    func features(of segment: Int) -> ArraySlice<Int32> { features[starts[segment]..<starts[segment + 1]] }

    /// Whether a feature is spelt with a capital as often as not, inside of sentences too.
    func looksLikeName(_ feature: Int32) -> Bool {
        guard let seen = capitals[feature] else { return false }
        return seen.upper > 0 && seen.upper >= seen.lower
    }

    @discardableResult
    mutating func add(_ name: String) -> Int32 {
        let number: Int32
        if let known = numbers[name] {
            number = known
        } else {
            number = Int32(names.count)
            numbers[name] = number
            names.append(name)
            counts.append(0)
            lastSegment.append(-1)
        }
        let segment = Int32(segmentCount)
        if lastSegment[Int(number)] != segment {
            lastSegment[Int(number)] = segment
            features.append(number)
            counts[Int(number)] += 1
        }
        return number
    }

    mutating func note(_ feature: Int32, spelling: String?, isCapital: Bool) {
        if isCapital {
            capitals[feature, default: (0, 0)].upper += 1
            if let spelling, spellings[feature] == nil { spellings[feature] = spelling }
        } else {
            capitals[feature, default: (0, 0)].lower += 1
        }
    }

    mutating func endSegment(length: Float) {
        lengths.append(max(1, length))
        starts.append(features.count)
    }
}
