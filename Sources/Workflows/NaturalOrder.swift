internal import Text

/// The order in which a person sorts file names: 第二章 before 第十章, `2.txt` before `10.txt`.
enum NaturalOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        let left = pieces(of: left)
        let right = pieces(of: right)
        for (a, b) in zip(left, right) where a != b {
            switch (a, b) {
            case (.number(let x), .number(let y)): return x < y
            case (.text(let x), .text(let y)): return x < y
            case (.number, .text): return true
            case (.text, .number): return false
            }
        }
        return left.count < right.count
    }

    private enum Piece: Equatable {
        case number(Double)
        case text(String)
    }

    private static func pieces(of name: String) -> [Piece] {
        var pieces: [Piece] = []
        var run = ""
        var isNumber = false
        func close() {
            guard !run.isEmpty else { return }
            if isNumber, let value = ChineseNumeral.value(of: run) {
                pieces.append(.number(value))
            } else {
                pieces.append(.text(run.lowercased()))
            }
            run = ""
        }
        for scalar in name.unicodeScalars {
            let numeral = ChineseNumeral.digit(scalar) != nil || ChineseNumeral.unit(scalar) != nil
            if numeral != isNumber { close() }
            isNumber = numeral
            run.unicodeScalars.append(scalar)
        }
        close()
        return pieces
    }
}
