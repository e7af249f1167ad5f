package import Text

/// Makes lines of what was read in one region: readings of one text are joined and voted on, what is no subtitle is left
/// out, and texts that differ stay apart however alike they are.
package struct LineJoiner: Sendable {
    /// Frames a second.
    package var frameRate: Double
    package var region: TextRegion
    /// Writing that is no line: logos.
    package var standing: [TextReading]
    /// Middle of the lines in pixels of the film's picture; nil when they stand anywhere.
    package var centre: Double?
    /// Prefix of the ids of the lines.
    package var prefix: String
    /// Below this the text of a line gets a finding.
    package var doubtful = 0.8

    /// - Parameters:
    ///   - frameRate: frames a second; 25 where it is none.
    ///   - map: for the logo, and for the middle of lines of dialogue.
    package init(frameRate: Double, region: TextRegion, map: TextMap, prefix: String = "b") {
        self.frameRate = frameRate > 0 && frameRate.isFinite ? frameRate : 25
        self.region = region
        standing = map.standing
        centre = region.kind == .dialogue && region == map.regions.first ? map.centre : nil
        self.prefix = prefix
    }

    /// What a region says, with how sure the reader is.
    package struct Result: Sendable, Equatable {
        /// In order of time.
        package var lines: [SpokenLine] = []
        /// By id of the line, 0 to 1.
        package var confidence: [String: Double] = [:]
        package var findings: [Finding] = []
    }

    /// - Parameter sightings: of this region in order of time; boxes in pixels of the film's picture.
    package func join(_ sightings: [ReadSighting]) -> Result {
        var done: [RowTrack] = []
        var open: [RowTrack] = []
        var unread = -1
        for sighting in sightings.sorted(by: { $0.frames.lowerBound < $1.frames.lowerBound }) {
            let rows = self.rows(of: sighting)
            if rows.isEmpty { unread = max(unread, sighting.frames.upperBound) }
            // What ended a second ago cannot go on.
            let past = Double(sighting.frames.lowerBound) - frameRate - 4
            done += open.filter { Double($0.frames.upperBound) < past }
            open.removeAll { Double($0.frames.upperBound) < past }
            // Rows may move up or down when another comes or goes; none goes on in two.
            var taken = Set<Int>()
            for row in rows {
                let places = open.indices.filter { place in
                    !taken.contains(place) && open[place].frames.upperBound < row.frames.upperBound
                        && open[place].goesOn(in: row, likeness: sighting.likeness, rate: frameRate, unread: unread)
                }
                let best = places.max {
                    EditDistance.likeness(open[$0].text.core, row.text.core)
                        < EditDistance.likeness(open[$1].text.core, row.text.core)
                }
                if let best {
                    open[best].join(row)
                    taken.insert(best)
                } else if let typed = open.indices.last(where: { !taken.contains($0) && open[$0].isBeginning(of: row) })
                {
                    open[typed].grow(to: row)
                    taken.insert(typed)
                } else {
                    taken.insert(open.count)
                    open.append(row)
                }
            }
        }
        return result(of: lines(of: done + open))
    }

    /// The rows of a sighting: parts at one height, in all of its readings.
    private func rows(of sighting: ReadSighting) -> [RowTrack] {
        var rows: [(y: Double, height: Int, readings: [[TextReading]])] = []
        for reading in sighting.readings {
            for row in ReadText.rows(lines(reading)) {
                guard let first = row.first else { continue }
                let place = rows.firstIndex {
                    abs($0.y - first.box.middle.y) * 2 < Double(min($0.height, first.box.height))
                }
                if let place {
                    rows[place].readings.append(row)
                } else {
                    rows.append((first.box.middle.y, first.box.height, [row]))
                }
            }
        }
        return rows.sorted { $0.y < $1.y }.compactMap { RowTrack(frames: sighting.frames, readings: $0.readings) }
    }

    /// Rows that come and go together are one text; others are texts of their own.
    private func lines(of tracks: [RowTrack]) -> [(frames: ClosedRange<Int>, text: ReadText)] {
        let full = tracks.map(\.width).max() ?? 0
        let tracks = tracks.filter { isLine($0.text, frames: $0.frames.count) }
            .sorted { ($0.frames.lowerBound, $0.y) < ($1.frames.lowerBound, $1.y) }
        var groups: [[RowTrack]] = []
        for track in tracks {
            let place = groups.lastIndex { group in
                guard let first = group.first, group.count < 3 else { return false }
                return abs(first.frames.lowerBound - track.frames.lowerBound) <= 4
                    && abs(first.frames.upperBound - track.frames.upperBound) <= 4
            }
            if let place { groups[place].append(track) } else { groups.append([track]) }
        }
        return groups.map { group in
            let group = group.sorted { $0.y < $1.y }
            let first = group.map(\.frames.lowerBound).min() ?? 0
            let last = group.map(\.frames.upperBound).max() ?? first
            return (first...last, ReadText(rows: group.map { ($0.text, $0.width) }, full: full))
        }
    }

    /// The lines of a picture that belong to the region's kind of writing.
    private func lines(_ readings: [TextReading]) -> [TextReading] {
        let kept = readings.filter { reading in
            reading.confidence >= 0.5 && !StandingText.covers(reading, by: standing)
                && reading.box.height * 2 > region.lineHeight && reading.box.height < region.lineHeight * 2
        }
        let hasHan = kept.contains { $0.text.containsHan }
        return ReadText.rows(kept).filter { row in
            let text = row.map(\.text).joined()
            // The second language of a bilingual subtitle is no line of the film's own.
            guard text.containsHan || !hasHan else { return false }
            guard let centre, let first = row.first, let last = row.last else { return true }
            let middle = Double(first.box.x + last.box.right) / 2
            return abs(middle - centre) <= Double(region.lineHeight) * 1.6
        }.flatMap { $0 }
    }

    private func result(of groups: [(frames: ClosedRange<Int>, text: ReadText)]) -> Result {
        var result = Result()
        for (frames, read) in groups {
            let text = read.text.trimmed
            let sure = read.confidence
            let id = "\(prefix)\(result.lines.count + 1)"
            let time = TimeSpan(Double(frames.lowerBound) / frameRate, Double(frames.upperBound + 1) / frameRate)
            result.lines.append(SpokenLine(id: id, time: time, text: text, kind: region.kind))
            result.confidence[id] = sure
            if sure < doubtful {
                result.findings.append(
                    Finding(
                        "reading-doubtful",
                        .warning,
                        "The burned-in text “\(text)” was hard to read: compare it with the picture and correct it.",
                        at: .init(unit: id)
                    )
                )
            }
        }
        return result
    }

    private func isLine(_ text: ReadText, frames: Int) -> Bool {
        let letters = text.letters
        guard !letters.isEmpty, frames >= 4 else { return false }
        let han = letters.count { $0.text.containsHan }
        // One character alone, and what has no Han, is often a pattern of the picture.
        if han == 0 { return letters.count >= 2 && text.confidence >= 0.9 && frames >= 8 }
        if letters.count == 1 { return text.confidence >= 0.9 && frames >= 8 }
        return text.confidence >= 0.6
    }
}
