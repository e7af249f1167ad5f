internal import Formats
internal import Storage
internal import Text

struct BookExport {
    static func takes(_ f: String) -> Bool { false }
    init(_ p: Project, source: LanguageTag, target: LanguageTag, layout: Edition.Layout, now: Timestamp) throws {}
    mutating func add(_ d: Document, texts: [String: InlineText]) throws {}
    func bytes() -> [UInt8] { [] }
}
