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
        let full = sightings.lazy.flatMap { $0.readings.joined() }.map(\.box.width).max() ?? 0
        var groups: [Group] = []
        var gone = 0
        for sighting in sightings.sorted(by: { $0.frames.lowerBound < $1.frames.lowerBound }) {
            let texts = sighting.readings.map { ReadText(lines($0), full: full) }.filter { !$0.core.isEmpty }
            guard !texts.isEmpty else {
                gone = max(gone, sighting.frames.upperBound)
                continue
            }
            let weight = Double(min(50, sighting.frames.count))
            let one = Group(frames: sighting.frames, readings: texts.map { ($0, weight) })
            if let last = groups.last, goesOn(last, one, likeness: sighting.likeness, gone: gone) {
                groups[groups.count - 1].join(one)
            } else if let last = groups.last, isTyped(last, one) {
                // The whole text counts, not the parts of it that were there before.
                groups[groups.count - 1] = Group(
                    frames: last.frames.lowerBound...one.frames.upperBound,
                    readings: one.readings
                )
            } else {
                groups.append(one)
            }
        }
        return result(of: groups)
    }

    /// One text on the screen, with all its readings.
    private struct Group {
        var frames: ClosedRange<Int>
        var readings: [(text: ReadText, weight: Double)]
        var text: ReadText

        init(frames: ClosedRange<Int>, readings: [(text: ReadText, weight: Double)]) {
            self.frames = frames
            self.readings = readings
            text = ReadingVote(readings).result
        }

        mutating func join(_ other: Group) {
            frames = frames.lowerBound...max(frames.upperBound, other.frames.upperBound)
            // Many readings of a text that stands for minutes say no more than some.
            if readings.count < 24 { readings += other.readings }
            text = ReadingVote(readings).result
        }
    }

    /// Whether a sighting shows the text of the one before it: by what was read, by how sure that is, and by the ink.
    private func goesOn(_ last: Group, _ next: Group, likeness: Double, gone: Int) -> Bool {
        let gap = next.frames.lowerBound - last.frames.upperBound - 1
        // A sighting in between that could not be read hides the text no longer than a second.
        let isBridged = gone >= next.frames.lowerBound - 2 && Double(gap) <= frameRate
        guard gap <= 3 || isBridged else { return false }
        let (first, second) = (last.text, next.text)
        if first.core == second.core { return true }
        let alike = EditDistance.likeness(first.core, second.core)
        guard alike >= 0.5 else { return false }
        if likeness >= 0.6 && gap <= 3 { return true }
        // Both surely read and not alike: another text, be it by one character.
        var (changes, isSure) = (0, false)
        let (left, right) = (first.letters, second.letters)
        for step in CharacterAlignment(left.map(\.text), right.map(\.text)).steps {
            let sure: Double
            switch step {
            case .pair(let one, let other):
                if left[one].text == right[other].text { continue }
                sure = min(left[one].confidence, right[other].confidence)
            case .first(let one): sure = left[one].confidence
            case .second(let other, _): sure = right[other].confidence
            }
            changes += 1
            isSure = isSure || sure >= 0.85
        }
        return !isSure && changes * 4 <= max(4, left.count, right.count)
    }

    /// Whether a text goes on where the one before it ended: written out by and by, or read without its last character.
    private func isTyped(_ last: Group, _ next: Group) -> Bool {
        let (first, second) = (last.text.core, next.text.core)
        return next.frames.lowerBound - last.frames.upperBound <= 2 && first.unicodeScalars.count >= 2
            && second.unicodeScalars.count > first.unicodeScalars.count && second.hasPrefix(first)
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

    private func result(of groups: [Group]) -> Result {
        var result = Result()
        for group in groups {
            let text = group.text.text.trimmed
            let sure = group.text.confidence
            guard isLine(group.text, frames: group.frames.count) else { continue }
            let id = "\(prefix)\(result.lines.count + 1)"
            let time = TimeSpan(
                Double(group.frames.lowerBound) / frameRate,
                Double(group.frames.upperBound + 1) / frameRate
            )
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
