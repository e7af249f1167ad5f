import Text

/// Attributes of web pages that hold text.
enum HTMLAttribute {
    static func isText(_ name: String, of element: String, _ token: XMLToken, in xml: XMLFile) -> Bool {
        func value(_ name: String) -> String { xml.value(name, of: token)?.lowercased() ?? "" }
        switch (name, element) {
        case ("placeholder", "input"), ("placeholder", "textarea"), ("label", "option"), ("label", "optgroup"),
            ("label", "track"), ("summary", "table"), ("aria-description", _), ("aria-placeholder", _),
            ("aria-roledescription", _), ("aria-valuetext", _):
            return true
        case ("value", "input"): return ["button", "submit", "reset"].contains(value("type"))
        case ("content", "meta"): return metadata.contains(value("name")) || metadata.contains(value("property"))
        default: return false
        }
    }

    private static let metadata: Set = [
        "description", "keywords", "author", "application-name", "og:title", "og:description", "og:site_name",
        "og:image:alt", "twitter:title", "twitter:description", "twitter:image:alt", "apple-mobile-web-app-title",
    ]
}
