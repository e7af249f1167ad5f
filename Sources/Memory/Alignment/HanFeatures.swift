internal import Text

/// Reads the features of segments in Chinese (and what else is written in Han): characters, words, names, values.
struct HanFeatures {
    let segmenter: Segmenter?
    let variants: VariantTable
    let pinyin: Pinyin?
    let dictionary: BilingualDictionary?
    /// The names of the other book by what they spell; empty when there are none.
    var spellings: [Romanizations.Key: [Int32]] = [:]
    /// Features that may be names of the other book, with how many syllables agree.
    private(set) var names: [Int32: [(target: Int32, syllables: Int)]] = [:]
    private var syllables: [UInt32: UInt16] = [:]
    private var latin = LatinFeatures(isEnglish: true)

    init(segmenter: Segmenter?, variants: VariantTable, pinyin: Pinyin?, dictionary: BilingualDictionary?) {
        self.segmenter = segmenter
        self.variants = variants
        self.pinyin = pinyin
        self.dictionary = dictionary
    }

    mutating func read(_ text: String, into table: inout FeatureTable) {
        let scalars = Array(text.unicodeScalars)
        var length: Float = 0
        var index = 0
        var last: Unicode.Scalar?
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.isHan || scalar.isKana {
                var end = index + 1
                while end < scalars.count, scalars[end].isHan || scalars[end].isKana { end += 1 }
                length += Float(end - index)
                run(scalars[index..<end], &table)
                index = end
            } else if let digit = Self.digit(scalar) {
                var end = index
                var text = ""
                var next: Unicode.Scalar? = digit
                while let found = next {
                    text.unicodeScalars.append(found)
                    end += 1
                    next = end < scalars.count ? Self.digit(scalars[end]) : nil
                    if next == nil, end + 1 < scalars.count, [".", "．", ","].contains(scalars[end]),
                        Self.digit(scalars[end + 1]) != nil
                    {
                        if scalars[end] != "," { text += "." }
                        end += 1
                        next = Self.digit(scalars[end])
                    }
                }
                length += Float(end - index) * 0.5
                // 3万 and 1.2亿 are read with their unit.
                var value = Double(text)
                if let known = value, end < scalars.count, let unit = ChineseNumeral.unit(scalars[end]) {
                    value = known * unit
                }
                if let value, let name = NumberWords.feature(value) { table.add(name) }
                index = end
            } else if LatinFeatures.isLetter(scalar) {
                let end = LatinFeatures.endOfWord(scalars, from: index)
                length += Float(end - index) * 0.5
                let word = String(String.UnicodeScalarView(scalars[index..<end])).lowercased()
                table.add(LatinWord.stem(word, isEnglish: true))
                index = end
            } else {
                if let mark = MarkFeature.name(scalar, before: last) { table.add(mark) }
                index += 1
            }
            last = scalar
        }
        if let segmenter { words(of: text, segmenter, &table) }
        table.endSegment(length: length)
    }

    private mutating func words(of text: String, _ segmenter: Segmenter, _ table: inout FeatureTable) {
        var text = text
        var found: [String] = []
        text.withUTF8 { bytes in
            segmenter.segment(String(decoding: bytes, as: UTF8.self)) { start, end in
                // Two Han characters and more.
                guard end - start >= 6, end <= bytes.count, bytes[start] >= 0xE3, bytes[start] != 0xEF else { return }
                found.append(String(decoding: bytes[start..<end], as: UTF8.self))
            }
        }
        for word in found where word.unicodeScalars.first?.isHan == true { table.add(folded(word)) }
    }

    private func folded(_ word: String) -> String {
        var folded = String.UnicodeScalarView()
        for value in variants.folded(word) { if let scalar = Unicode.Scalar(value) { folded.append(scalar) } }
        return String(folded)
    }

    private mutating func run(_ scalars: ArraySlice<Unicode.Scalar>, _ table: inout FeatureTable) {
        let plain = scalars.map { scalar in variants.folded(scalar.value).flatMap { Unicode.Scalar($0) } ?? scalar }
        for scalar in plain { table.add(String(scalar)) }
        numerals(scalars, &table)
        if segmenter == nil, dictionary == nil, plain.count > 1 {
            for index in 0..<(plain.count - 1) { table.add(String(String.UnicodeScalarView(plain[index...index + 1]))) }
        }
        if let dictionary {
            var index = 0
            while index < plain.count {
                var length = min(dictionary.longest, plain.count - index)
                while length > 1 {
                    let word = String(String.UnicodeScalarView(plain[index..<index + length]))
                    if dictionary.contains(word) {
                        table.add(word)
                        break
                    }
                    length -= 1
                }
                index += max(1, length)
            }
        }
        if !spellings.isEmpty { addNames(scalars, plain, &table) }
    }

    private mutating func addNames(
        _ scalars: ArraySlice<Unicode.Scalar>,
        _ plain: [Unicode.Scalar],
        _ table: inout FeatureTable
    ) {
        let read = plain.map { syllable(of: $0) }
        for start in plain.indices {
            var key: Romanizations.Key = 0
            for length in 1...min(4, plain.count - start) {
                let syllable = read[start + length - 1]
                guard syllable != 0 else { break }
                key = key << 10 | Romanizations.Key(syllable)
                guard let targets = spellings[key] else { continue }
                let feature = table.add(String(String.UnicodeScalarView(plain[start..<start + length])))
                if names[feature] == nil {
                    names[feature] = targets.map { ($0, length) }
                }
            }
        }
    }

    private mutating func syllable(of scalar: Unicode.Scalar) -> UInt16 {
        if let known = syllables[scalar.value] { return known }
        let reading = pinyin?.syllables(of: String(scalar))?.first
        let number = reading.flatMap { Romanizations.shared.number(of: $0) } ?? 0
        syllables[scalar.value] = number
        return number
    }

    private func numerals(_ scalars: ArraySlice<Unicode.Scalar>, _ table: inout FeatureTable) {
        func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
            ChineseNumeral.digit(scalar) != nil || ChineseNumeral.unit(scalar) != nil || scalar == "廿" || scalar == "卅"
        }
        var index = scalars.startIndex
        while index < scalars.endIndex {
            guard isNumeral(scalars[index]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.endIndex, isNumeral(scalars[end]) { end += 1 }
            if let value = ChineseNumeral.value(of: String(String.UnicodeScalarView(scalars[index..<end]))),
                let name = NumberWords.feature(value)
            {
                table.add(name)
            }
            index = end
        }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x30...0x39: scalar
        case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30)
        default: nil
        }
    }
}
