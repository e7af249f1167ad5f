package import Text

package struct BurnedText: Sendable {
    package init() {}
    package static var isInstalled: Bool { false }
    package func read(_ film: Film, progress: @escaping @Sendable (Double) -> Void) async throws -> (
        lines: [SpokenLine], findings: [Finding]
    ) { ([], []) }
}
