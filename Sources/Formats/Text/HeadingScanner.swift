import Text

/// Reads one line as a chapter heading.
struct HeadingScanner {
    var scalars: [Unicode.Scalar]
    var position = 0

    init(_ line: some Collection<Unicode.Scalar>) {
        scalars = Array(line)
        trim()
    }

    mutating func heading() -> ChapterHeading? {
        guard let first = scalars.first else { return nil }
        unwrap(first)
        skip("正文", before: { $0.isBlank || "第卷楔序引番尾终終".unicodeScalars.contains($0) })
        guard scalars.count <= 100 else { return nil }
        guard var heading = numbered() ?? volumeFirst() ?? named() ?? english() else { return nil }
        heading.text = string(scalars[...])
        return heading
    }

    /// 第 number 章 title.
    private mutating func numbered() -> ChapterHeading? {
        position = 0
        guard peek == "第" else { return nil }
        position += 1
        guard let number = number(), let (kind, unit) = unit() else { return nil }
        let rest = rest()
        guard let title = HeadingTitle.accept(rest.words, separated: rest.separated, unit: unit) else { return nil }
        var heading = ChapterHeading(kind: kind, number: number, title: title, text: "")
        if heading.isVolume, let inner = chapter(inside: rest.words) {
            heading.volume = number
            heading.kind = inner.kind
            heading.number = inner.number
            heading.title = inner.title
        }
        return heading
    }

    /// The chapter in the title of a volume: 风起云涌 第三章 少年.
    private func chapter(inside title: ArraySlice<Unicode.Scalar>) -> ChapterHeading? {
        var index = title.startIndex
        while let found = title[index...].firstIndex(of: "第") {
            if found == title.startIndex || title[found - 1].isBlank || HeadingTitle.isSeparator(title[found - 1]) {
                var inner = HeadingScanner(title[found...])
                if let heading = inner.numbered(), !heading.isVolume { return heading }
            }
            index = found + 1
        }
        return nil
    }

    /// 卷一, 卷之一, 卷三·风云; 上卷, 下册.
    private mutating func volumeFirst() -> ChapterHeading? {
        position = 0
        if peek == "卷" {
            position += 1
            if peek == "之" { position += 1 }
            guard let number = number() else { return nil }
            let rest = rest()
            guard rest.separated || rest.words.isEmpty,
                let title = HeadingTitle.accept(rest.words, separated: true, unit: "卷")
            else { return nil }
            return ChapterHeading(kind: .volume, number: number, title: title, text: "")
        }
        guard let first = peek, let place = "上中下".unicodeScalars.firstOffset(of: first), scalars.count > 1,
            "卷部册冊篇".unicodeScalars.contains(scalars[1])
        else { return nil }
        position = 2
        let rest = rest()
        guard rest.separated || rest.words.isEmpty,
            let title = HeadingTitle.accept(rest.words, separated: true, unit: "卷")
        else { return nil }
        return ChapterHeading(kind: .volume, number: Double(place + 1), title: title, text: "")
    }

    /// 序章, 楔子, 番外一, 尾声（上）.
    private mutating func named() -> ChapterHeading? {
        position = 0
        guard let (word, kind) = HeadingTitle.named(scalars) else { return nil }
        position = word
        if kind == .extra, peek == "篇" || peek == "之" { position += 1 }
        let before = position
        let number = number(inBrackets: true)
        if number == nil { position = before }
        let rest = rest()
        let joined = kind == .extra && position > word
        guard rest.separated || rest.words.isEmpty || (joined && number == nil),
            rest.words.count <= 30,
            let title = HeadingTitle.accept(rest.words, separated: true, unit: "序")
        else { return nil }
        // 序 alone is a word of many sentences: only a short title may follow it.
        if word == 1, rest.words.count > 12 { return nil }
        return ChapterHeading(kind: kind, number: kind == .extra ? number : nil, title: title, text: "")
    }

    private func english() -> ChapterHeading? {
        guard let first = scalars.first, first.isASCII else { return nil }
        return EnglishHeading.parse(string(scalars[...]))
    }

    // MARK: pieces

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// A number in any script and width at the position, spaces allowed in it; 1-2 counts as 1.
    private mutating func number(inBrackets: Bool = false) -> Double? {
        skipBlanks()
        var closing: Unicode.Scalar?
        if inBrackets, let open = peek, let close = HeadingTitle.brackets[open] {
            closing = close
            position += 1
        }
        var digits = String.UnicodeScalarView()
        var end = position
        var index = position
        while index < scalars.count, index - position < 16 {
            let scalar = scalars[index]
            if let roman = HeadingTitle.roman(scalar) {
                digits.append(contentsOf: String(roman).unicodeScalars)
            } else if HeadingTitle.isNumeral(scalar) || (scalar == "." && !digits.isEmpty && isDigit(at: index + 1)) {
                digits.append(scalar)
            } else if scalar.isBlank {
                index += 1
                continue
            } else {
                break
            }
            index += 1
            end = index
        }
        guard !digits.isEmpty, let value = ChineseNumeral.value(of: String(digits)) else { return nil }
        position = end
        if let closing {
            guard peek == closing else { return nil }
            position += 1
        }
        let range = position
        if let dash = peek, "-—–~～－至到、".unicodeScalars.contains(dash) {
            position += 1
            if number() == nil { position = range }
        }
        return value
    }

    private func isDigit(at index: Int) -> Bool {
        index < scalars.count && (0x30...0x39).contains(scalars[index].value)
    }

    private mutating func unit() -> (ChapterHeading.Kind, Unicode.Scalar)? {
        skipBlanks()
        guard let unit = peek, let kind = HeadingTitle.kind(of: unit) else { return nil }
        position += 1
        return (kind, unit)
    }

    /// What follows, and whether a space or a sign parts it from the number.
    private mutating func rest() -> (words: ArraySlice<Unicode.Scalar>, separated: Bool) {
        let start = position
        while let scalar = peek, scalar.isBlank || HeadingTitle.isSeparator(scalar) { position += 1 }
        let opens = peek.map { HeadingTitle.brackets[$0] != nil || $0 == "“" || $0 == "第" } ?? false
        return (scalars[position...], position > start || opens)
    }

    private mutating func skipBlanks() {
        while let scalar = peek, scalar.isBlank { position += 1 }
    }

    /// Takes a word off the beginning when what follows it says that it is no part of the heading.
    private mutating func skip(_ word: String, before isNext: (Unicode.Scalar) -> Bool) {
        let word = Array(word.unicodeScalars)
        guard scalars.starts(with: word), scalars.count > word.count, isNext(scalars[word.count]) else { return }
        scalars.removeFirst(word.count)
        trim()
    }

    /// Takes ornaments and brackets off: ☆、第1章, 【第一章】少年, === 第一章 ===.
    private mutating func unwrap(_ first: Unicode.Scalar) {
        var start = 0
        while start < scalars.count, Self.isOrnament(scalars[start]) || scalars[start].isBlank { start += 1 }
        if start > 0, start < scalars.count, scalars[start] == "、" { start += 1 }
        var end = scalars.count
        while start > 0, end > start, Self.isOrnament(scalars[end - 1]) || scalars[end - 1].isBlank { end -= 1 }
        scalars = Array(scalars[start..<end])
        trim()
        if let open = scalars.first, let close = HeadingTitle.brackets[open], let at = scalars.firstIndex(of: close) {
            scalars[at] = " "
            scalars.removeFirst()
        }
        trim()
    }

    private mutating func trim() {
        while let last = scalars.last, last.isBlank { scalars.removeLast() }
        let blanks = scalars.prefix(while: \.isBlank).count
        if blanks > 0 { scalars.removeFirst(blanks) }
    }

    private func string(_ slice: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(slice)) }

    static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // # * + - = _ ~ and their full-width forms, ※, 〓, box drawing, geometric shapes, dingbats.
        case 0x23, 0x2A, 0x2B, 0x2D, 0x3D, 0x5F, 0x7E, 0xFF03, 0xFF0A, 0xFF0B, 0xFF0D, 0xFF1D, 0xFF3F, 0xFF5E, 0x203B,
            0x3013, 0x2013...0x2015, 0x2500...0x25FF, 0x2600...0x27BF:
            true
        default: false
        }
    }
}

extension Collection where Element: Equatable {
    fileprivate func firstOffset(of element: Element) -> Int? {
        firstIndex(of: element).map { distance(from: startIndex, to: $0) }
    }
}
