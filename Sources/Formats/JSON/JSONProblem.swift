import Text

/// Something wrong in a JSON file, before it has a line.
struct JSONProblem {
    var code: String
    var severity: Severity
    var message: String
    var offset: Int

    typealias Severity = Finding.Severity
}

extension DecodedText {
    /// Problems with their lines, in the order of the file.
    func findings(of problems: [JSONProblem], file: String) -> [Finding] {
        var line = 1
        var position = 0
        return problems.sorted { $0.offset < $1.offset }.map { problem in
            let offset = min(problem.offset, utf8.count)
            line += utf8[position..<offset].count { $0 == 0x0A }
            position = offset
            let message = "Line \(line): \(problem.message)."
            return Finding(problem.code, problem.severity, message, at: .init(file: file, line: line))
        }
    }
}
