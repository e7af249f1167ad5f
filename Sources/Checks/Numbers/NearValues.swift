/// Values that are compared as numbers in texts are: equal but for rounding.
struct NearValues: Sendable {
    private let exact: Set<Double>
    private let sorted: [Double]

    init(_ values: Set<Double>) {
        exact = values
        // A handful is compared one by one.
        sorted = values.count > 16 ? values.sorted() : []
    }

    func contains(_ value: Double) -> Bool {
        if exact.contains(value) { return true }
        let slack = abs(value) * 1e-9
        guard !sorted.isEmpty else { return exact.contains { abs($0 - value) <= slack } }
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value - slack { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] <= value + slack
    }
}
