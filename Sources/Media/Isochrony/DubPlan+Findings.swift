package import Text

extension DubPlan {
    /// What a person should look at, with numbers; places hold the line's id as their unit.
    ///
    /// Codes: `dub-unspoken` (error); `dub-overlap`, `dub-rate`, `dub-onset`, `dub-end` (warning); `dub-hang`, `dub-jump`,
    /// `dub-cut`, `dub-short` (note).
    package var findings: [Finding] {
        let spoken = placements.flatMap { placement in
            placement.flags.map { flag in
                let (severity, message) = Self.words(flag, placement)
                return Finding("dub-\(flag.kind.rawValue)", severity, message, at: .init(unit: placement.line))
            }
        }
        return unspoken.map { line in
            let message =
                switch line.reason {
                case .noWording:
                    "Nothing is spoken here, for there is no translation or no voice. Translate the line again."
                case .badTime: "Nothing is spoken here, for the line has no usable time. Correct its time."
                }
            return Finding("dub-unspoken", .error, message, at: .init(unit: line.line))
        } + spoken
    }

    private static func words(_ flag: DubFlag, _ placement: DubPlacement) -> (Finding.Severity, String) {
        let amount = short(abs(flag.amount))
        switch flag.kind {
        case .rate:
            // What it should take at rate 1 to be spoken at an accepted rate in the same time.
            let seconds = short(placement.time.duration * 1.1)
            return (
                .warning,
                "Spoken at \(amount) times the natural rate. Take a wording of about \(seconds) s, or give the line more time."
            )
        case .jump:
            let way = flag.amount > 0 ? "faster" : "slower"
            return (.note, "The rate is \(amount) \(way) than that of the line before. Shorten the faster of the two.")
        case .onset:
            let way = flag.amount > 0 ? "after" : "before"
            return (.warning, "Begins \(amount) s \(way) the original. Shorten the line before, or check the time.")
        case .hang:
            return (.note, "Goes on \(amount) s longer than a mouth may be still. Take a shorter wording.")
        case .overlap:
            return (
                .warning,
                "Speaks \(amount) s over the next line, where the original does not. Take a wording that is \(amount) s shorter."
            )
        case .end:
            return (.warning, "Goes on \(amount) s after the film's end. Take a shorter wording.")
        case .cut:
            return (.note, "Goes on \(amount) s over a shot change. Take a shorter wording.")
        case .short:
            return (
                .note, "Is \(amount) s shorter than the original, while the mouth still moves. Take a longer wording."
            )
        }
    }

    /// Two decimals.
    private static func short(_ number: Double) -> String {
        let hundredths = Int((number < 1e9 ? number * 100 : 1e11).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
