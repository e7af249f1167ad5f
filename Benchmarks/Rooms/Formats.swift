import Formats
import Foundation
import Text

/// Reads a file and writes it back, without a translation and with every unit translated; prints CPU seconds of the best of
/// three rounds, whether the bytes are the same, and memory.
func measureFormat(_ path: String) throws {
    let bytes = try read(path)
    guard let format = FormatCatalog.format(for: FileSample(bytes, file: path)),
        let source = LanguageTag("zh-Hans"), let target = LanguageTag("en")
    else {
        print("no format")
        return
    }
    let options = ReadOptions(source: nil, targets: [target])
    var (reading, writing, filling) = (Double.infinity, Double.infinity, Double.infinity)
    var line = ""
    for _ in 0..<3 {
        var start = seconds()
        let document = try format.read(bytes, file: path, options: options)
        reading = min(reading, seconds() - start)
        start = seconds()
        let edition = Edition(source: source, target: target, texts: [:])
        let written = try format.write(document, as: edition)
        writing = min(writing, seconds() - start)
        var full = edition
        for unit in document.units { full.texts[unit.key] = translation(of: unit.source) }
        start = seconds()
        let filled = try format.write(document, as: full)
        filling = min(filling, seconds() - start)
        line =
            "\(format.name) units \(document.units.count) bytes \(bytes.count) same \(written.bytes == bytes) filled "
            + "\(filled.bytes.count) findings \(document.findings.count + written.findings.count + filled.findings.count)"
    }
    print("\(line) read \(reading) write \(writing) fill \(filling) MB \(peakMemory())")
}

/// Another text with the codes of the source.
private func translation(of source: InlineText) -> InlineText {
    InlineText(
        parts: source.parts.map { part in
            if case .text(let run) = part { .text("x" + run) } else { part }
        }
    )
}

/// The most memory that the process has had, in megabytes.
private func peakMemory() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) / 1024
}
