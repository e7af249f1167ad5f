import Text

/// One pass of joining: the letters of both sources side by side, then line by line what that says.
struct SourceMatch {
    private(set) var result = JoinedLines(lines: [])

    private let joiner: SourceJoiner
    private let written: [SpokenLine]
    private let heard: [SpokenLine]
    private let own: LetterRow
    private let other: LetterRow
    /// For each letter that is written, the one that is heard beside it.
    private var partners: [Int?] = []

    init(_ joiner: SourceJoiner, written: [SpokenLine], heard: [SpokenLine]) {
        self.joiner = joiner
        self.written = written.filter(\.hasTime).sorted(by: SpokenLine.isEarlier)
        self.heard = heard.filter(\.hasTime).sorted(by: SpokenLine.isEarlier)
        own = LetterRow(
            self.written.enumerated().filter { $0.element.kind == .dialogue }.map { ($0.offset, $0.element) }
        )
        other = LetterRow(self.heard.enumerated().map { ($0.offset, $0.element) })
        match()
        tellApart()
    }

    private mutating func match() {
        guard !own.letters.isEmpty, !other.letters.isEmpty else {
            oneSided()
            return
        }
        let near = align(within: joiner.slack)
        var agreement = near.agreement
        partners = near.partners
        if agreement < 2 * joiner.sameWork {
            // Times may be off by more than the slack, all of them alike.
            let far = align(within: 90)
            if far.agreement > agreement + 0.15, far.agreement >= joiner.sameWork {
                agreement = far.agreement
                partners = far.partners
                result.findings.append(farFinding(far.partners))
            }
        }
        result.agreement = agreement
        if agreement < joiner.sameWork && min(own.letters.count, other.letters.count) >= 30 {
            result.isSameWork = false
            result.lines = self.written
            result.findings.append(otherEpisode(agreement))
            return
        }
        join()
    }

    /// Gives lines of one id ids of their own.
    private mutating func tellApart() {
        var ids = Set<String>()
        for index in result.lines.indices {
            var id = result.lines[index].id
            while !ids.insert(id).inserted { id += "+" }
            result.lines[index].id = id
        }
    }

    /// One of the two is empty.
    private mutating func oneSided() {
        result.lines = (written + heard).sorted(by: SpokenLine.isEarlier)
        if !written.isEmpty && !heard.isEmpty { result.agreement = 0 }
    }

    // MARK: - Side by side

    private func align(within slack: Double) -> (partners: [Int?], agreement: Double) {
        let (own, other) = (own, other)
        // The window of each letter by time; widest where a letter has no neighbour in time at all.
        var windows: [ClosedRange<Int>] = []
        windows.reserveCapacity(own.letters.count + 1)
        var (low, high) = (0, 0)
        for row in 0...own.letters.count {
            let from = own.letters[max(0, row - 1)].time - slack
            let to = own.letters[min(row, own.letters.count - 1)].time + slack
            while low < other.letters.count, other.letters[low].time < from { low += 1 }
            while high < other.letters.count, other.letters[high].time <= to { high += 1 }
            windows.append(low...max(low, high))
        }
        let readings = joiner.readings
        let alignment = CharacterAlignment(
            firstCount: own.letters.count,
            secondCount: other.letters.count,
            window: { windows[$0] },
            gap: -0.6
        ) { first, second in
            let (one, two) = (own.letters[first], other.letters[second])
            if one.scalar == two.scalar { return 2 }
            // What is as near in time is likelier the same, misheard.
            let near: Float = abs(one.time - two.time) < 0.5 ? 0.2 : 0
            if let sounds = readings[one.scalar], let others = readings[two.scalar],
                sounds.contains(where: others.contains)
            {
                return 1.4 + near
            }
            return -1 + near
        }
        var partners = [Int?](repeating: nil, count: own.letters.count)
        for case .pair(let first, let second) in alignment.steps { partners[first] = second }
        // Only runs count: single characters meet by chance.
        var common = 0
        for index in partners.indices where isLike(index, partners[index]) {
            let before = index > 0 && isLike(index - 1, partners[index - 1])
            let after = index + 1 < partners.count && isLike(index + 1, partners[index + 1])
            if before || after { common += 1 }
        }
        return (partners, Double(common) / Double(min(own.letters.count, other.letters.count)))
    }

    private func isLike(_ index: Int, _ partner: Int?) -> Bool {
        guard let partner else { return false }
        let (one, two) = (own.letters[index].scalar, other.letters[partner].scalar)
        if one == two { return true }
        guard let sounds = joiner.readings[one], let others = joiner.readings[two] else { return false }
        return sounds.contains(where: others.contains)
    }

    // MARK: - Line by line

    private mutating func join() {
        var used = [Int](repeating: 0, count: heard.count)
        var lines: [SpokenLine] = []
        for (index, line) in written.enumerated() {
            guard line.kind == .dialogue, let range = own.ranges[index] else {
                lines.append(line)
                continue
            }
            let alike = range.filter { isLike($0, partners[$0]) }
            for place in alike { if let partner = partners[place] { used[other.letters[partner].line] += 1 } }
            let share = Double(alike.count) / Double(max(1, range.count))
            if alike.count >= min(2, range.count) && share >= 0.3 {
                lines.append(
                    LineTiming(
                        line,
                        range: range,
                        alike: alike,
                        partners: partners,
                        own: own,
                        other: other,
                        heard,
                        closest: joiner.closest
                    ).line
                )
            } else {
                lines.append(line)
            }
            if share < 0.5 { disagreement(line, share: share) }
        }
        for (index, line) in heard.enumerated() {
            let letters = other.ranges[index]?.count ?? 0
            guard letters > 0 else { continue }
            let covered = written.contains { own in
                own.kind == .dialogue && own.time.overlap(with: line.time) > 0.3 * line.time.duration
            }
            guard used[index] * 4 < letters, !covered, letters >= 2 else { continue }
            lines.append(line)
            note(
                "only-heard",
                line,
                "“\(SpeechPlace.short(line.text))” is heard but not written in the \(joiner.names.written)"
            )
        }
        lines.sort(by: SpokenLine.isEarlier)
        result.lines = lines
    }

    /// A line whose letters are not those that are heard at its time.
    private mutating func disagreement(_ line: SpokenLine, share: Double) {
        let near = heard.filter { $0.time.overlap(with: line.time) > 0.25 * min($0.time.duration, line.time.duration) }
        guard !near.isEmpty else {
            note("only-seen", line, "“\(SpeechPlace.short(line.text))” is written but nobody is heard to say it")
            return
        }
        let said = SpeechPlace.short(near.map(\.text).joined(separator: " "))
        result.findings.append(
            Finding(
                "source-disagrees",
                share < 0.2 ? .warning : .note,
                "The \(joiner.names.written) says “\(SpeechPlace.short(line.text))”, the \(joiner.names.heard) “\(said)” "
                    + "(\(SpeechPlace.clock(line.time.start))): the first was taken. Compare them.",
                at: .init(unit: line.id)
            )
        )
    }

    private mutating func note(_ code: String, _ line: SpokenLine, _ text: String) {
        let message = "\(text) (\(SpeechPlace.clock(line.time.start))): the line was kept. Check it."
        result.findings.append(Finding(code, .note, message, at: .init(unit: line.id)))
    }

    private func otherEpisode(_ agreement: Double) -> Finding {
        let percent = Int((agreement * 100).rounded())
        return Finding(
            "other-episode",
            .error,
            "Only \(percent) % of the \(joiner.names.written) is heard in the \(joiner.names.heard): they are of different "
                + "episodes. Give the file of this one."
        )
    }

    private func farFinding(_ partners: [Int?]) -> Finding {
        let offsets = partners.enumerated().compactMap { index, partner -> Double? in
            guard let partner, isLike(index, partner) else { return nil }
            return other.letters[partner].time - own.letters[index].time
        }.sorted()
        let offset = offsets.isEmpty ? 0 : offsets[offsets.count / 2]
        return Finding(
            "subtitles-shifted",
            .warning,
            "The \(joiner.names.written) is \(SpeechPlace.seconds(abs(offset))) s \(offset > 0 ? "early" : "late"): "
                + "its lines were put where they are heard. Check a few of them."
        )
    }
}

extension SpokenLine {
    /// Whether its times are numbers in order.
    var hasTime: Bool { time.start.isFinite && time.end.isFinite && time.duration >= 0 }

    static func isEarlier(_ one: SpokenLine, _ other: SpokenLine) -> Bool {
        (one.time.start, one.time.end, one.id) < (other.time.start, other.time.end, other.id)
    }
}
