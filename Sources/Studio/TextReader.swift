internal import FoundationEssentials
internal import Media

/// Reads writing in pictures by PaddleOCR's models, in a Python process (`Resources/read.py`).
struct TextReader {
    private let dialogue: Dialogue

    /// Where `script/bootstrap --series` installs the models.
    static var python: String { "\(Tools.dataFolder)/ocr/bin/python" }

    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: python) }

    /// Runs the reader while a closure works with it.
    /// - Throws: `missingTool` when it is not installed or cannot load its models.
    static func run<Answer: Sendable>(_ body: (TextReader) async throws -> Answer) async throws -> Answer {
        guard isInstalled else {
            throw StudioError(
                .missingTool,
                "The reader of burned-in text is not installed at \(python). `script/bootstrap --series` installs it."
            )
        }
        let script = String(decoding: PackageResources.read_py, as: UTF8.self)
        return try await Tool(name: "The reader of burned-in text", path: python).talk(["-c", script, "1"]) {
            dialogue in
            let ready = try Self.answer(try await dialogue.next())
            if let error = ready.error {
                throw StudioError(.missingTool, "\(error). Run `script/bootstrap --series` again.")
            }
            return try await body(TextReader(dialogue: dialogue))
        }
    }

    /// Finds the lines of writing in a picture, and what they say.
    ///
    /// - Parameter side: the longest side in pixels at which to look for them.
    func read(_ image: GrayImage, side: Int) async throws -> [TextReading] {
        try await ask(Job(task: "read", image, side: side))
    }

    /// Finds the lines of writing in a picture.
    func detect(_ image: GrayImage, side: Int) async throws -> [PixelBox] {
        try await ask(Job(task: "detect", image, side: side)).map(\.box)
    }

    /// Reads one line of writing in each box of a picture.
    func recognize(_ image: GrayImage, boxes: [PixelBox]) async throws -> [TextReading] {
        boxes.isEmpty ? [] : try await ask(Job(task: "recognize", image, boxes: boxes))
    }

    private func ask(_ job: Job) async throws -> [TextReading] {
        try Task.checkCancellation()
        let line = String(decoding: try JSONEncoder().encode(job), as: UTF8.self)
        let answer = try Self.answer(try await dialogue.ask(line))
        if let error = answer.error { throw StudioError(.failed, "A picture could not be read: \(error).") }
        return (answer.lines ?? []).compactMap(\.reading)
    }

    private static func answer(_ line: String) throws -> Answer {
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(line.utf8)) else {
            throw StudioError(.failed, "The reader of burned-in text gave an answer that cannot be read.")
        }
        return answer
    }

    private struct Job: Encodable {
        var task: String
        var pixels: Data
        var width: Int
        var height: Int
        var side: Int?
        var boxes: [[Int]]?

        init(task: String, _ image: GrayImage, side: Int? = nil, boxes: [PixelBox]? = nil) {
            self.task = task
            // Data is written as base64.
            pixels = Data(image.pixels)
            (width, height) = (image.width, image.height)
            self.side = side
            self.boxes = boxes?.map { [$0.x, $0.y, $0.width, $0.height] }
        }
    }

    private struct Answer: Decodable {
        var error: String?
        var lines: [Line]?

        struct Line: Decodable {
            var box: [Int]
            var text: String?
            var confidence: Double?
            var characters: [Character]?

            var reading: TextReading? {
                guard box.count == 4 else { return nil }
                return TextReading(
                    box: PixelBox(x: box[0], y: box[1], width: box[2], height: box[3]),
                    text: text ?? "",
                    confidence: confidence ?? 0,
                    characters: (characters ?? []).map { .init($0.text, confidence: $0.confidence, x: $0.x) }
                )
            }
        }

        /// Written as a row: text, confidence, x.
        struct Character: Decodable {
            var text: String
            var confidence: Double
            var x: Double

            init(from decoder: any Decoder) throws {
                var row = try decoder.unkeyedContainer()
                text = try row.decode(String.self)
                confidence = try row.decode(Double.self)
                x = try row.decode(Double.self)
            }
        }
    }
}
