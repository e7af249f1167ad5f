package import Checks
internal import Yams

/// What a project has decided for its checks: `checks:` in `caravan.yaml`. The command line goes before it.
package struct CheckDecisions: Sendable, Equatable {
    /// Texts that may stand in a translation as they are in the source.
    package var allowed: [String] = []
    package var honorifics: HonorificPolicy?
    package var measures: MeasurePolicy?
    /// The longest translation: characters, bytes of UTF-8, lines; nil for no limit.
    package var characters: Int?
    package var bytes: Int?
    package var lines: Int?
    /// Path of the font that texts are shown in, from the project's folder.
    package var font: String?
    /// Pixels to an em.
    package var fontSize: Double?
    package var pixels: Int?

    package init() {}
}

extension SettingsReader {
    func checks(_ node: Node) throws(WorkflowError) -> CheckDecisions {
        var decisions = CheckDecisions()
        for (name, value) in try entries(node, under: "checks") {
            switch name {
            case "allow":
                decisions.allowed = try list(value).map { node throws(WorkflowError) in try text(node) }
            case "honorifics": decisions.honorifics = try choice(value, HonorificPolicy.self)
            case "measures": decisions.measures = try choice(value, MeasurePolicy.self)
            case "max_characters": decisions.characters = try whole(value, in: 1...1_000_000)
            case "max_bytes": decisions.bytes = try whole(value, in: 1...1_000_000)
            case "max_lines": decisions.lines = try whole(value, in: 1...1_000)
            case "font": decisions.font = try optionalText(value)
            case "font_size": decisions.fontSize = try number(value, in: 1...2_048)
            case "max_pixels": decisions.pixels = try whole(value, in: 1...100_000)
            default: throw unknown(name, value)
            }
        }
        if decisions.pixels != nil, decisions.font == nil || decisions.fontSize == nil {
            throw wrong(node, "`max_pixels` goes with `font` and `font_size`")
        }
        return decisions
    }
}

extension CheckRun.Options {
    /// Takes what was said by name: `keep`, `translate`, `drop`; `keep`, `convert`.
    package mutating func decide(honorifics: String?, measures: String?) throws(WorkflowError) {
        func choice<Choice: RawRepresentable & CaseIterable>(
            _ text: String?,
            _ option: String,
            _: Choice.Type
        ) throws(WorkflowError) -> Choice? where Choice.RawValue == String {
            guard let text else { return nil }
            guard let choice = Choice(rawValue: text) else {
                let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
                throw WorkflowError(.wrongUse, "\(option) takes \(all), not “\(text)”.")
            }
            return choice
        }
        self.honorifics = try choice(honorifics, "--honorifics", HonorificPolicy.self)
        self.measures = try choice(measures, "--measures", MeasurePolicy.self)
    }

    /// Takes what a project has decided where nothing was said for this run.
    package mutating func take(_ project: Project) throws {
        let decisions = project.settings.checks
        allowed += decisions.allowed
        honorifics = honorifics ?? decisions.honorifics
        measures = measures ?? decisions.measures
        characters = characters ?? decisions.characters
        bytes = bytes ?? decisions.bytes
        lines = lines ?? decisions.lines
        if font == nil, let path = decisions.font {
            font = try CheckFont(
                project.path(path),
                size: decisions.fontSize ?? 16,
                pixels: decisions.pixels,
                lines: decisions.lines
            )
        }
    }
}
