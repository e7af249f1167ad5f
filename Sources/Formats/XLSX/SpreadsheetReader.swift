package enum SpreadsheetReader {
    package static func sheets(_ bytes: [UInt8], file: String) throws(FormatError) -> [(name: String, rows: [[String]])]
    { [] }
}
