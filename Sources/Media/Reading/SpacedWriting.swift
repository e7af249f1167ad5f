import Text

/// Signs are often written with wide spaces, which readers take for spaces between words.
package enum SpacedWriting {
    /// The text without the spaces around single Chinese characters: 二 十 八楼 is 二十八楼, 签约仪式 二十八楼 stays.
    package static func closed(_ text: String) -> String {
        var out = ""
        var wasSingle = false
        for word in text.split(separator: " ") {
            let isHan = word.unicodeScalars.allSatisfy(\.isHan)
            let isSingle = isHan && word.unicodeScalars.count == 1
            let joins = wasSingle && isHan
            if !out.isEmpty, !joins { out += " " }
            out += word
            wasSingle = isSingle
        }
        return out
    }
}
