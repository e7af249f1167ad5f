internal import Text

/// Tells lines that are no part of a book's text: what publishers, libraries and sites put around it.
package enum Boilerplate {
    /// Whether a paragraph is none of the text; short ones only, so that a sentence that names a site stays.
    package static func matches(_ paragraph: String) -> Bool {
        let text = paragraph.trimmed
        guard text.utf8.count <= 600 else { return false }
        if isPageNumber(text) { return true }
        let lower = text.lowercased()
        if anywhere.contains(where: { lower.contains($0) }) { return true }
        guard text.utf8.count <= 240 else { return false }
        if inShort.contains(where: { lower.contains($0) }) { return true }
        return text.utf8.count <= 90 && starts.contains { lower.hasPrefix($0) }
    }

    /// The paragraphs of a book between the marks that Project Gutenberg puts around its texts
    /// (https://www.gutenberg.org/policy/license.html); all of them where there are no marks.
    package static func body(of paragraphs: [String]) -> Range<Int> {
        var start = paragraphs.startIndex
        var end = paragraphs.endIndex
        for (index, paragraph) in paragraphs.enumerated() where paragraph.utf8.count < 400 {
            guard paragraph.contains("***") || paragraph.contains("End of") || paragraph.contains("END OF") else {
                continue
            }
            let upper = paragraph.uppercased()
            guard upper.contains("PROJECT GUTENBERG") else { continue }
            if upper.contains("START OF") {
                start = index + 1
            } else if upper.contains("END OF") {
                end = index
                break
            }
        }
        return start < end ? start..<end : 0..<paragraphs.count
    }

    /// `12`, `- 12 -`, `Page 12 of 300`, `第12页`, `[12]`, `xii`.
    private static func isPageNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        var digits = 0
        var letters = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.numericType != nil, !scalar.isHan {
                digits += 1
            } else if scalar.properties.isAlphabetic {
                letters.append(scalar)
            }
        }
        guard digits > 0 else { return false }
        return ["", "page", "pageof", "p", "pg", "第页", "页", "第頁", "頁", "第页共页"].contains(String(letters).lowercased())
    }

    private static let anywhere = [
        "project gutenberg", "gutenberg.org", "this ebook is for the use of anyone", "distributed proofread",
        "all rights reserved", "版权所有", "版權所有", "isbn", "最新章节", "最新章節", "请收藏本站", "請收藏本站", "手机用户请",
        "手機用戶請", "本章未完", "點擊下一頁", "点击下一页", "全文字更新", "无弹窗", "無彈窗", "txt下载", "加入书签", "推荐阅读",
        "patreon.com", "ko-fi.com", "discord.gg", "if you find any errors", "read latest chapters",
        "please support the translator",
        "this chapter is updated by", "visit our site", "unauthorized use of this",
    ]

    private static let inShort = [
        "http://", "https://", "www.", "（本章完）", "(本章完)", "未完待续", "未完待續", "求月票", "求推荐票", "求收藏", "求订阅",
        "感谢书友", "previous chapter", "next chapter", "table of contents", "copyright ©", "©",
        "to be continued in the next",
        "advertisement", "sponsored content",
    ]

    private static let starts = [
        "translator:", "translated by", "editor:", "edited by", "proofreader:", "proofread by", "produced by",
        "transcriber",
        "tl:", "tl note", "t/n", "translator's note", "译者：", "译者:", "编辑：", "校对：", "校對：", "ps：", "ps:", "p.s.",
        "扫描", "掃描", "录入", "制作：", "chapter end", "end of chapter", "the end of chapter",
    ]
}
