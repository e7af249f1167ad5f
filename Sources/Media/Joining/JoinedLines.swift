package import Text

/// Lines made of several sources, and how well these agree.
package struct JoinedLines: Sendable, Equatable {
    /// In order of time.
    package var lines: [SpokenLine]
    package var findings: [Finding]
    /// The part of the characters of the shorter source that the other has in the same order, 0 to 1.
    package var agreement: Double
    /// False when the two are not of the same episode; `lines` are then those of the first alone.
    package var isSameWork: Bool

    package init(lines: [SpokenLine], findings: [Finding] = [], agreement: Double = 1, isSameWork: Bool = true) {
        self.lines = lines
        self.findings = findings
        self.agreement = agreement
        self.isSameWork = isSameWork
    }
}
