internal import Engines
internal import Foundation
internal import Text
internal import Workflows

/// What one command works with: the project, its terms and its engines, which all locales of the command share.
struct RunSetup {
    let project: Project
    let terms: Termbase
    let choice: EngineChoice
    let engine: any Engine
    let fallback: (any Engine)?
    let keepFlagged: Bool?

    init(project: Project, terms: [String], engines: EngineOptions, keepFlagged: Bool?, console: Console) throws {
        let hears: LocalServer.Progress = { console.show(.note($0)) }
        self.project = project
        self.terms = try Termbase(project, files: terms.isEmpty ? nil : terms)
        self.keepFlagged = keepFlagged
        var choice = try EngineChoice(
            project.settings,
            name: engines.engine,
            fallback: engines.fallback,
            environment: ProcessInfo.processInfo.environment
        )
        if let parallel = engines.parallel { choice.engine.parallel = parallel }
        self.choice = choice
        engine = try choice.engine.engine(progress: hears)
        fallback = try choice.fallback?.engine(progress: hears)
    }

    func localize(source: LanguageTag, target: LanguageTag, console: Console) throws -> Localize {
        terms.findings.forEach { console.show(.finding($0)) }
        var prices: [String: EngineSettings.Prices] = [:]
        prices[engine.name] = choice.engine.prices
        if let fallback { prices[fallback.name] = choice.fallback?.prices }
        let isEmbedded = choice.engine.name == "local"
        return try Localize(
            project,
            source: source,
            target: target,
            terms: terms.terms(locale: target),
            engine: engine,
            fallback: fallback,
            keepsFlagged: keepFlagged ?? project.settings.keep.map { $0 == .flagged } ?? isEmbedded,
            prices: prices,
            clock: Console.clock,
            events: console.show
        )
    }
}
