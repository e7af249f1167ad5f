import Text

/// The XHTML pages of a new book.
struct EPUBBookPage: Sendable {
    let source: LanguageTag
    let target: LanguageTag

    // MARK: Chapters

    func chapter(_ chapter: EPUBBook.Chapter, label: String) -> String {
        let title = chapter.title.map { InlineXHTML.xhtml($0) } ?? ""
        let original = XMLText.escape((chapter.originalTitle ?? "").trimmed)
        var body = ""
        if !title.isEmpty {
            body += "<h1 id=\"title\">\(title)</h1>\n"
            if !original.isEmpty { body += "<p class=\"source subtitle\"\(sourceAttributes)>\(original)</p>\n" }
        } else if !original.isEmpty {
            body += "<h1 id=\"title\" class=\"untranslated\"\(sourceAttributes)>\(original)</h1>\n"
        }
        let labelled = body.isEmpty ? " aria-label=\"\(XMLText.escapeAttribute(label))\"" : " aria-labelledby=\"title\""
        var isInList = false
        var afterBreak = true
        for block in chapter.blocks {
            let isItem = block.kind == .item
            if isItem != isInList { body += isItem ? "<ul>\n" : "</ul>\n" }
            isInList = isItem
            body += self.block(block, isFirst: afterBreak)
            afterBreak = block.kind == .separator || block.kind == .heading
        }
        if isInList { body += "</ul>\n" }
        return page(
            title: label,
            style: "../style.css",
            body: "<section epub:type=\"chapter\" role=\"doc-chapter\"\(labelled)>\n\(body)</section>",
            type: "bodymatter"
        )
    }

    private func block(_ block: EPUBBook.Block, isFirst: Bool) -> String {
        if block.kind == .separator { return "<div class=\"break\" role=\"separator\">* * *</div>\n" }
        let target = block.target.map { InlineXHTML.xhtml($0) } ?? ""
        let source = block.source.map { InlineXHTML.xhtml($0) } ?? ""
        guard !target.isEmpty || !source.isEmpty else { return "" }
        let name =
            switch block.kind {
            case .heading: "h2"
            case .item: "li"
            case .paragraph, .separator: "p"
            }
        if target.isEmpty { return "<\(name) class=\"untranslated\"\(sourceAttributes)>\(source)</\(name)>\n" }
        let first = isFirst && name == "p" ? " class=\"first\"" : ""
        if source.isEmpty { return "<\(name)\(first)>\(target)</\(name)>\n" }
        if name == "li" {
            return "<li>\(target)<div class=\"source\"\(sourceAttributes)>\(source)</div></li>\n"
        }
        let kind = name == "h2" ? "source subtitle" : "source"
        return "<\(name)\(first)>\(target)</\(name)>\n<p class=\"\(kind)\"\(sourceAttributes)>\(source)</p>\n"
    }

    // MARK: Other pages

    func cover(of book: EPUBBook) -> String {
        let labels = EPUBBookWords(target)
        var body = "<p class=\"title\">\(XMLText.escape(book.title.trimmed))</p>\n"
        if let original = book.originalTitle?.trimmed, !original.isEmpty, original != book.title.trimmed {
            body += "<p class=\"original\"\(sourceAttributes)>\(XMLText.escape(original))</p>\n"
        }
        body += "<div class=\"rule\"></div>\n"
        if let author = book.author?.trimmed, !author.isEmpty {
            body += "<p class=\"author\">\(XMLText.escape(author))</p>\n"
        }
        return page(
            title: labels.cover,
            style: "style.css",
            body: "<section epub:type=\"cover\" role=\"region\" aria-label=\"\(labels.cover)\">\n\(body)</section>",
            type: "frontmatter",
            name: "cover"
        )
    }

    func colophon(of book: EPUBBook) -> String {
        let labels = EPUBBookWords(target)
        var lines = book.colophon.filter { !$0.trimmed.isEmpty }
        var language = ""
        if lines.isEmpty {
            let engine = book.translator.map { " with \($0)" } ?? ""
            language = " lang=\"en\" xml:lang=\"en\" dir=\"ltr\""
            lines = [
                """
                This edition was translated from \(source.englishName) into \(target.englishName) by machine\(engine). It may \
                hold mistakes that a person would not make.
                """
            ]
        }
        let text = lines.map { "<p\(language)>\(XMLText.escape($0.trimmed))</p>\n" }.joined()
        return page(
            title: labels.colophon,
            style: "style.css",
            body: """
                <section epub:type="colophon" role="doc-colophon" aria-labelledby="title">
                <h1 id="title">\(labels.colophon)</h1>
                \(text)</section>
                """,
            type: "backmatter",
            name: "colophon"
        )
    }

    func navigation(of book: EPUBBook, labels: [EPUBBookLabel]) -> String {
        let words = EPUBBookWords(target)
        let items = labels.map { label in
            let language = label.isOriginal ? sourceAttributes : ""
            return "<li><a href=\"\(label.path)\"\(language)>\(XMLText.escape(label.text))</a></li>\n"
        }
        return page(
            title: XMLText.escape(book.title.trimmed),
            style: "style.css",
            body: """
                <nav epub:type="toc" role="doc-toc" id="toc">
                <h1>\(words.contents)</h1>
                <ol>
                \(items.joined())</ol>
                </nav>
                <nav epub:type="landmarks" hidden="hidden">
                <ol>
                <li><a epub:type="cover" href="cover.xhtml">\(words.cover)</a></li>
                <li><a epub:type="toc" href="nav.xhtml#toc">\(words.contents)</a></li>
                <li><a epub:type="bodymatter" href="\(labels.first?.path ?? "cover.xhtml")">\(words.start)</a></li>
                </ol>
                </nav>
                """,
            type: "frontmatter",
            name: "contents",
            isEscaped: true
        )
    }

    // MARK: Frame

    /// The language and direction of text in the source language, as attributes.
    private var sourceAttributes: String {
        let direction =
            source.isRightToLeft == target.isRightToLeft ? "" : source.isRightToLeft ? " dir=\"rtl\"" : " dir=\"ltr\""
        return " lang=\"\(source)\" xml:lang=\"\(source)\"\(direction)"
    }

    private func page(
        title: String,
        style: String,
        body: String,
        type: String,
        name: String? = nil,
        isEscaped: Bool = false
    ) -> String {
        let direction = target.isRightToLeft ? " dir=\"rtl\"" : ""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="\(target)" \
            xml:lang="\(target)"\(direction)>
            <head>
            <meta charset="UTF-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>\(isEscaped ? title : XMLText.escape(title))</title>
            <link rel="stylesheet" type="text/css" href="\(style)"/>
            </head>
            <body epub:type="\(type)"\(name.map { " class=\"\($0)\"" } ?? "")>
            \(body)
            </body>
            </html>

            """
    }
}
