package import Formats
package import Text

/// Reads files and writes them back untranslated: whether a format gives a file back byte for byte, and what it finds in it.
package struct FormatCheck: Sendable {
    let reading: Reading

    package init(_ reading: Reading) { self.reading = reading }

    /// What became of one file.
    package struct Result: Sendable, Encodable {
        package var file: String
        /// Nil when no format knows the file.
        package var format: String?
        /// IANA name, for text files.
        package var encoding: String?
        package var units: Int
        /// Unicode scalars of all units.
        package var characters: Int
        /// Units that the file has a translation for already.
        package var translated: Int
        /// Whether the bytes written are the bytes read.
        package var identical: Bool
        /// Offset of the first byte that differs.
        package var difference: Int?
        package var findings: [Finding]
    }

    /// The files behind paths: a file is itself, a folder is every file in it whose name some format knows.
    package static func files(_ paths: [String]) throws(WorkflowError) -> [String] {
        var files: [String] = []
        for path in paths {
            guard Files.exists(path) else { throw WorkflowError(.file, "\(path) is not there.") }
            guard Files.isFolder(path) else {
                files.append(path)
                continue
            }
            for file in try Files.below(path) where FormatCatalog.knows(name: file) {
                files.append(Files.join(path, file))
            }
        }
        return files
    }

    package func check(_ file: String) -> Result {
        var result = Result(file: file, units: 0, characters: 0, translated: 0, identical: false, findings: [])
        do {
            let bytes = try Files.read(file)
            let read = try reading.read(bytes, file: file)
            let document = read.document
            result.format = document.format
            result.encoding = document.details.encoding
            result.units = document.units.count
            for unit in document.units {
                result.characters += unit.source.text.unicodeScalars.count
                if unit.existing.contains(where: { $0.value.state != .initial }) { result.translated += 1 }
            }
            result.findings = document.findings
            let tag = LanguageTag.simplifiedChinese
            let written = try read.format.write(document, as: Edition(source: tag, target: tag, texts: [:]))
            result.identical = written.bytes == bytes
            if !result.identical {
                let first = zip(written.bytes, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
                result.difference = first ?? min(written.bytes.count, bytes.count)
            }
            result.findings += written.findings
        } catch let error as FormatError {
            result.findings.append(Finding("file-refused", .error, error.message, at: .init(file: file)))
        } catch {
            let message = (error as? WorkflowError)?.message ?? "\(error)"
            result.findings.append(Finding("file-refused", .error, message, at: .init(file: file)))
        }
        return result
    }

    /// Whether some format would read the file.
    package func isKnown(_ file: String) -> Bool {
        guard let bytes = try? Files.read(file) else { return true }
        return FormatCatalog.format(for: FileSample(bytes, file: file)) != nil
    }

    /// The document of a file.
    package func read(_ file: String) throws -> Document { try reading.read(try Files.read(file), file: file).document }
}
