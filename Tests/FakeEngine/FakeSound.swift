/// What the fake says and hears: a tone as long as its text, and two lines of which the words have times.
package enum FakeSound {
    /// Seconds that the fake takes for a text.
    package static func seconds(of text: String, speed: Double = 1) -> Double {
        (0.3 + 0.06 * Double(text.count)) / speed
    }

    static func speech(of request: FakeRequest) -> FakeResponse {
        guard !request.prompt.isEmpty, request.voice != nil else { return .error(400, "input and voice are required") }
        var response = FakeResponse()
        response.contentType = "audio/wav"
        response.bytes = wave(seconds: seconds(of: request.prompt, speed: request.speed ?? 1))
        return response
    }

    /// A WAV file (16 bits, 22,050 Hz) with a triangle wave of 245 Hz.
    package static func wave(seconds: Double) -> [UInt8] {
        let rate = 22_050
        let count = Int(seconds * Double(rate))
        var bytes: [UInt8] = []
        func add<Number: FixedWidthInteger>(_ number: Number) {
            withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
        }
        bytes += "RIFF".utf8
        add(UInt32(36 + 2 * count))
        bytes += "WAVEfmt ".utf8
        add(UInt32(16))
        add(UInt16(1))
        add(UInt16(1))
        add(UInt32(rate))
        add(UInt32(2 * rate))
        add(UInt16(2))
        add(UInt16(16))
        bytes += "data".utf8
        add(UInt32(2 * count))
        for index in 0..<count {
            let phase = index % 90
            add(Int16((phase < 45 ? phase : 90 - phase) * 400 - 9_000))
        }
        return bytes
    }

    static func transcription(of request: FakeRequest) -> FakeResponse {
        guard request.fileBytes > 0 else { return .error(400, "file is required") }
        var response = FakeResponse()
        let wantsWords = request.fields.contains { $0.name == "timestamp_granularities[]" && $0.value == "word" }
        let words = zip(["我", "没有", "邀请函", "保安", "在", "哪里"], [0.5, 0.8, 1.2, 2.5, 3.0, 3.3]).map { word, start in
            #"{"word":\#(FakeResponse.quoted(word)),"start":\#(start),"end":\#(start + 0.3)}"#
        }
        response.raw = """
            {"task":"transcribe","language":"chinese","duration":6.0,"text":"我没有邀请函。保安在哪里？","segments":[\
            {"id":0,"start":0.5,"end":1.6,"text":"我没有邀请函。","avg_logprob":-0.2,"no_speech_prob":0.01},\
            {"id":1,"start":2.5,"end":3.8,"text":"保安在哪里？","avg_logprob":-0.3,"no_speech_prob":0.02}]\
            \(wantsWords ? ",\"words\":[\(words.joined(separator: ","))]" : "")}
            """
        return response
    }
}
