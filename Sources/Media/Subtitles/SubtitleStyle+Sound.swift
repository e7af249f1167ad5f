import Text

extension SubtitleStyle {
    /// The style with numbers that can be counted with: settings of people may hold any.
    var sound: SubtitleStyle {
        func held(_ value: Double, _ least: Double, _ most: Double) -> Double {
            value.isNaN ? least : min(max(value, least), most)
        }
        var style = self
        style.line = min(max(line, 2), 1_000)
        style.lines = min(max(lines, 1), 2)
        style.speed = held(speed, 0.5, 1_000)
        style.shortest = held(shortest, 0.05, 60)
        style.longest = held(longest, style.shortest, 3_600)
        style.gapFrames = min(max(gapFrames, 0), 1_000)
        style.chain = held(chain, 0, 10)
        return style
    }
}
