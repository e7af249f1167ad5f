import Text

/// Texts of two languages on an English page: fonts, hyphenation, voices and direction go by `lang` and `dir`.
extension ReportPage {
    var sourceAttributes: HTML { attributes(report.source) }
    var targetAttributes: HTML { attributes(report.target) }

    /// Attributes for a text that may be in either language, such as a title before and after its translation.
    func language(of text: String) -> HTML {
        let tag = text.containsHan && !report.target.writesHan ? report.source : report.target
        return " lang=\"\(tag.description)\" dir=\"auto\""
    }

    /// English text with words of the source in it: runs of Han are marked as the source's language.
    func mixed(_ text: String) -> HTML {
        guard text.containsHan else { return HTML(text: text) }
        var all: HTML = ""
        var run = String.UnicodeScalarView()
        var han = false
        func flush() {
            guard !run.isEmpty else { return }
            all += han ? "<span\(sourceAttributes)>\(String(run))</span>" : HTML(text: String(run))
            run = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            let isHan = scalar.isHan || scalar.isCJKPunctuation
            if isHan != han { flush() }
            han = isHan
            run.append(scalar)
        }
        flush()
        return all
    }

    /// A title that stands in a line of its own direction, so that it cannot turn its neighbours round.
    func isolated(_ title: String) -> HTML { "<bdi\(language(of: title))>\(title)</bdi>" }

    /// A path keeps its order also where the target is written from right to left.
    func path(_ path: String) -> HTML { "<code dir=\"ltr\">\(mixed(path))</code>" }

    private func attributes(_ tag: LanguageTag) -> HTML {
        " lang=\"\(tag.description)\" dir=\"\(tag.isRightToLeft ? "rtl" : "ltr")\""
    }
}
