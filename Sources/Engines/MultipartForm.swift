/// A form with files as HTTP sends it (RFC 7578).
struct MultipartForm {
    /// Long enough not to stand in a recording by chance.
    private static let boundary = "caravan-7f3c9e21b8d64a05-form-2d1e6b90c47a83f5"
    private var bytes: [UInt8] = []

    var contentType: String { "multipart/form-data; boundary=\(Self.boundary)" }

    mutating func add(_ name: String, _ value: String) {
        bytes += "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n".utf8
        bytes += value.utf8
        bytes += "\r\n".utf8
    }

    /// - Parameter fileName: what would end the header is taken out of it.
    mutating func add(_ name: String, fileName: String, bytes file: [UInt8]) {
        let clean = String(fileName.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline })
        bytes +=
            "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(clean)\"\r\n".utf8
        bytes += "Content-Type: application/octet-stream\r\n\r\n".utf8
        bytes.reserveCapacity(bytes.count + file.count + 200)
        bytes += file
        bytes += "\r\n".utf8
    }

    func finished() -> [UInt8] { bytes + "--\(Self.boundary)--\r\n".utf8 }
}
