import Text

extension EngineError {
    /// What a status means and what to do about it.
    /// - Parameters:
    ///   - said: the endpoint's own words; shortened and cleaned here.
    ///   - wantsKey: whether a key was sent, for the remedy.
    static func status(
        _ status: Int,
        from host: String,
        said: String,
        hasKey: Bool,
        model: String?,
        service: Service = .text
    ) -> EngineError {
        let words = clean(said)
        let head = "\(host) answered \(status)" + (words.isEmpty ? "." : ": \(words)")
        if isFilter(said) { return EngineError(.filtered, head + " — its content filter refused the text.") }
        switch status {
        case 401, 403:
            let remedy = hasKey ? "Check the key in \(service.keyVariable)" : "Set \(service.keyVariable)"
            return EngineError(.unauthorized, "\(head) — \(remedy) and what it may use.")
        case 402:
            return EngineError(
                .unauthorized,
                head + " — The account has no balance: top it up or choose another engine."
            )
        case 404:
            let name = model.map { "the model “\(clean($0))”" } ?? "the model"
            return EngineError(.rejected, "\(head) — Check the address and \(name)\(service.whereModelsAre).")
        case 413:
            return EngineError(.rejected, "\(head) — \(service.tooBig)")
        case 429:
            let remedy = isQuota(said) ? "The quota is used up." : service.tooFast
            return EngineError(.busy, "\(head) — \(remedy) Run the same command again to go on.")
        case 500...: return EngineError(.busy, head + " — Its own fault. Run the same command again to go on.")
        case 300..<400:
            return EngineError(.badSettings, head + " — It points elsewhere: set the address that it names.")
        default: return EngineError(.rejected, head)
        }
    }

    /// Content filters of Azure OpenAI, DeepSeek and Alibaba Cloud Model Studio, by their words.
    static func isFilter(_ said: String) -> Bool {
        let said = said.lowercased()
        return [
            "content_filter", "content management policy", "content exists risk", "data_inspection_failed",
            "datainspectionfailed", "inappropriate content",
        ].contains { said.contains($0) }
    }

    /// A 429 that no waiting will cure.
    static func isQuota(_ said: String) -> Bool {
        let said = said.lowercased()
        return said.contains("insufficient_quota") || said.contains("exceeded your current quota")
    }

    /// Words of others for a message of ours: one line, no control characters, 200 characters at most.
    static func clean(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        var wasSpace = true
        for scalar in text.unicodeScalars {
            let isControl =
                scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
            let isSpace = isControl || scalar.properties.isWhitespace
            if !isSpace { view.append(scalar) } else if !wasSpace { view.append(" ") }
            wasSpace = isSpace
            if view.count >= 200 {
                view.append("…")
                break
            }
        }
        return String(view).trimmed
    }
}
