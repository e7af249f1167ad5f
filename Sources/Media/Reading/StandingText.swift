import Text

/// Writing that is there most of the time, in one place or jumping between a few: a logo, the name of the series.
struct StandingText {
    private(set) var readings: [TextReading] = []

    /// - Parameter samples: how many frames were looked at; with fewer than four nothing can be told.
    init(_ seen: [Seen], samples: Int) {
        guard samples >= 4 else { return }
        var groups: [(reading: TextReading, samples: Set<Int>)] = []
        for one in seen {
            let place = groups.firstIndex { group in
                let isThere = group.reading.box.agreement(with: one.reading.box) > 0.6
                let isSame = EditDistance.likeness(group.reading.text, one.reading.text) >= 0.75
                return isSame && (isThere || one.reading.text.unicodeScalars.count >= 3)
            }
            if let place {
                groups[place].samples.insert(one.sample)
                if one.reading.confidence > groups[place].reading.confidence { groups[place].reading = one.reading }
            } else if groups.count < 2_000 {
                groups.append((one.reading, [one.sample]))
            }
        }
        // No line of dialogue is on the screen for two fifths of a film. A logo may be lost on many grounds, but is there from
        // the first part of the film to the last.
        readings = groups.filter { group in
            let (first, last) = (group.samples.min() ?? 0, group.samples.max() ?? 0)
            let isThroughout = (last - first) * 2 >= samples && group.samples.count * 8 >= samples
            return group.samples.count >= 3 && (group.samples.count * 5 >= samples * 2 || isThroughout)
        }.map(\.reading)
    }

    /// Whether a line that was read is one of them.
    func covers(_ reading: TextReading) -> Bool { Self.covers(reading, by: readings) }

    static func covers(_ reading: TextReading, by standing: [TextReading]) -> Bool {
        standing.contains { logo in
            let likeness = EditDistance.likeness(logo.text, reading.text)
            let isThere = logo.box.agreement(with: reading.box) > 0.5
            // A logo that jumps is known by its text, one that is misread by its place.
            return isThere && (likeness >= 0.34 || reading.text.unicodeScalars.count <= 2)
                || likeness >= 0.75 && logo.text.unicodeScalars.count >= 3
                    && logo.box.height < reading.box.height * 2 && reading.box.height < logo.box.height * 2
        }
    }
}
