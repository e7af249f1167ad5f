import Text

/// Says where in the film something was heard.
struct SpeechPlace {
    let time: TimeSpan

    init(_ time: TimeSpan) { self.time = time }

    func loop(_ text: String) -> Finding {
        Finding(
            "speech-loop",
            .note,
            "At \(Self.clock(time.start)) the recognizer said “\(Self.short(text))” over and over: it was kept once. Listen to it."
        )
    }

    func invented(_ text: String) -> Finding {
        Finding(
            "speech-invented",
            .note,
            "At \(Self.clock(time.start)) the recognizer made “\(Self.short(text))” of silence or music: it was left out."
        )
    }

    static func short(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count <= 30 ? text : String(String.UnicodeScalarView(scalars.prefix(29))) + "…"
    }

    /// 1:02:03.4, or 2:03.4 in the first hour.
    static func clock(_ seconds: Double) -> String {
        guard seconds.isFinite, abs(seconds) < 1e9 else { return "?" }
        let tenths = Int((abs(seconds) * 10).rounded())
        let (hours, minutes) = (tenths / 36_000, tenths / 600 % 60)
        let rest = "\(tenths / 100 % 6)\(tenths / 10 % 10).\(tenths % 10)"
        let sign = seconds < 0 && tenths > 0 ? "−" : ""
        return hours > 0 ? "\(sign)\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(rest)" : "\(sign)\(minutes):\(rest)"
    }

    /// With two decimals.
    static func seconds(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "?" }
        let hundredths = Int((abs(value) * 100).rounded())
        let rest = hundredths % 100
        return "\(value < 0 ? "−" : "")\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
