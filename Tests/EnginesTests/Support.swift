import FakeEngine
import Synchronization
import Text

@testable import Engines

/// A clock that moves only when somebody waits, and remembers the waits.
final class TestClock: Sendable {
    private let state = Mutex((time: 1000.0, waits: [Double]()))

    var waits: [Double] { state.withLock { $0.waits } }
    var time: Double { state.withLock { $0.time } }

    func pass(_ seconds: Double) { state.withLock { $0.time += seconds } }

    func timing(random: Double = 0.5) -> Timing {
        Timing(
            now: { self.time },
            unixTime: { 784_111_777 },
            sleep: { seconds in
                self.state.withLock {
                    $0.time += seconds
                    $0.waits.append(seconds)
                }
                try Task.checkCancellation()
            },
            random: { random }
        )
    }
}

let english = LanguageTag("en") ?? LanguageTag.fallback
let chinese = LanguageTag("zh-Hans") ?? LanguageTag.fallback

extension LanguageTag {
    /// Only to have no optional in the tests; never used.
    fileprivate static var fallback: LanguageTag { preconditionFailure("a plain tag did not parse") }
}

let paragraphs = [
    "第三章 林动下山", "林动点了点头，说：“我们走吧。”", "山门前的石阶一共三千二百级。", "青檀没有回答，只是看着窗外的雨。",
]

func batch(
    _ texts: [String] = paragraphs,
    context: [Batch.Line] = [],
    terms: [Term] = [],
    people: [Term] = [],
    target: LanguageTag = english
) -> Batch {
    Batch(
        source: chinese,
        target: target,
        items: texts.enumerated().map { Batch.Item(id: $0 + 1, text: InlineText($1)) },
        context: context,
        terms: terms,
        people: people
    )
}

func settings(
    _ server: FakeServer,
    style: EngineSettings.Style = .chat,
    _ edit: (inout EngineSettings) -> Void = { _ in }
) -> EngineSettings {
    var settings = EngineSettings(name: "fake", url: server.url, model: "fake-small", style: style, timeout: 5)
    edit(&settings)
    return settings
}
