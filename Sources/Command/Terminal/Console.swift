internal import FoundationEssentials
internal import Glibc
internal import Storage
internal import Synchronization
internal import Text
internal import Workflows

/// What a command says while it works: JSON lines, one progress line on a terminal, or plain lines.
final class Console: Sendable {
    enum Mode: Sendable {
        case json, terminal, plain
    }

    let mode: Mode
    private let state = Mutex(State())

    private struct State {
        var hasLine = false
        var lastShown = 0.0
        var lastPlain = -1
    }

    init(json: Bool) {
        mode = json ? .json : isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil ? .terminal : .plain
    }

    /// Now, in seconds since 1970.
    static let clock: @Sendable () -> Double = { Date().timeIntervalSince1970 }

    /// A line for people on standard error; nothing with `--json`.
    func say(_ line: String) {
        guard mode != .json else { return }
        state.withLock { state in
            clearLine(&state)
            Stream.error.write("\(Self.clean(line))\n")
        }
    }

    /// A result on standard output; nothing with `--json`.
    func print(_ line: String) {
        guard mode != .json else { return }
        state.withLock { state in
            clearLine(&state)
            Stream.output.write("\(Self.clean(line))\n")
        }
    }

    /// A JSON object on standard output as one line.
    func emit(_ value: some Encodable) {
        guard mode == .json else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return }
        state.withLock { _ in Stream.output.write(String(decoding: data, as: UTF8.self) + "\n") }
    }

    func show(_ event: Event) {
        if mode == .json {
            emit(EventLine(event))
            return
        }
        switch event {
        case .reading(let done, let total, let file):
            progressLine("Reading \(done + 1) of \(total): \(file)", always: false)
        case .imported(let documents, let changed, let change):
            guard changed > 0 || change.gone > 0 else { return }
            say(
                "Read \(documents) document(s): \(change.new) new units, \(change.changed) changed, \(change.gone) gone, \(change.unchanged) as before."
            )
        case .finding(let finding):
            let unit = finding.place.line == nil ? finding.place.unit : nil
            let place = [finding.place.file, finding.place.line.map { "line \($0)" }, unit].compactMap(\.self)
                .joined(separator: ", ")
            say("  \(finding.severity.rawValue): \(place.isEmpty ? "" : "\(place): ")\(finding.message)")
        case .estimate(let cost): say("Estimate: \(Figures.line(cost)).")
        case .note(let note): say(note)
        case .progress(let progress): show(progress)
        case .stage(let name, let done, let total):
            let isEnd = done >= total
            if mode == .terminal {
                progressLine(total > 1 ? "\(name): \(done)/\(total)" : "\(name) …", always: isEnd)
            } else if isEnd {
                say(total > 1 ? "\(name): \(total)." : "\(name).")
            }
        case .wrote: break
        }
    }

    private func show(_ progress: Workflows.Event.Progress) {
        let percent = progress.total > 0 ? progress.done * 100 / progress.total : 100
        var line = "\(progress.done)/\(progress.total) units (\(percent) %)"
        if progress.failed > 0 { line += ", \(progress.failed) failed" }
        line += ", \(Figures.rate(progress.rate))"
        if let remaining = progress.remaining, progress.done < progress.total {
            line += ", \(Figures.duration(remaining)) left"
        }
        if let money = progress.cost.money { line += ", \(Figures.money(money, progress.cost.currency))" }
        if mode == .terminal {
            progressLine(line, always: progress.done == progress.total)
        } else {
            let isDue = state.withLock { state in
                let now = Self.clock()
                let isLast = progress.done == progress.total
                guard isLast || (percent / 5 > state.lastPlain && now - state.lastShown >= 1) else { return false }
                state.lastPlain = percent / 5
                state.lastShown = now
                return true
            }
            if isDue { say(line) }
        }
    }

    /// A line that the next one replaces; at most ten a second.
    private func progressLine(_ line: String, always: Bool) {
        guard mode == .terminal else { return }
        state.withLock { state in
            let now = Self.clock()
            guard always || now - state.lastShown >= 0.1 else { return }
            state.lastShown = now
            state.hasLine = true
            Stream.error.write("\r\u{1B}[2K\(Self.clean(line))")
        }
    }

    private func clearLine(_ state: inout State) {
        guard state.hasLine else { return }
        state.hasLine = false
        Stream.error.write("\r\u{1B}[2K")
    }

    /// The text without control characters, so that a file name or a model's answer cannot steer the terminal.
    static func clean(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl =
                (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
            clean.append(isControl ? "\u{FFFD}" : scalar)
        }
        return String(clean)
    }
}
