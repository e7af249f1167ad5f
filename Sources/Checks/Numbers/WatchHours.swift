/// The double hours of the old day (时辰), each named by an earthly branch: 子 from eleven at night to one, 卯 from five to seven.
enum WatchHours {
    private static let branches: [Unicode.Scalar: Double] = [
        "子": 23, "丑": 1, "寅": 3, "卯": 5, "辰": 7, "巳": 9, "午": 11, "未": 13, "申": 15, "酉": 17, "戌": 19, "亥": 21,
    ]

    static func isBranch(_ scalar: Unicode.Scalar) -> Bool { branches[scalar] != nil }

    /// The times of the clock, of twelve and of twenty-four hours, that a branch at a place may be given as; none where it
    /// names no hour.
    static func hours(in scalars: [Unicode.Scalar], at index: Int) -> [Double] {
        guard let start = branches[scalars[index]], index + 1 < scalars.count,
            "时時初末正刻间間牌".unicodeScalars.contains(scalars[index + 1])
        else { return [] }
        // Its beginning, middle and end, and the quarters of 刻.
        let quarters = stride(from: 0.0, through: 2, by: 0.25).map { (start + $0).truncatingRemainder(dividingBy: 24) }
        let minutes = quarters.flatMap { hour -> [Double] in
            // 6.30 and 6:30 are read as a fraction and as two numbers.
            let whole = hour.rounded(.down)
            let part = (hour - whole) * 60
            return [whole, whole + part / 100, part]
        }
        return minutes.flatMap { [$0, $0 > 12 ? $0 - 12 : $0 + 12] } + [12]
    }
}
