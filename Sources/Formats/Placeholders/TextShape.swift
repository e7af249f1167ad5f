import Text

/// Tells names of resources (paths, files, addresses, identifiers) from texts by their shape.
///
/// A program looks them up: translated, it no longer finds them. White space or punctuation of sentences makes a text of
/// every string, and a slash alone does too: `男/女` is shown to players.
enum TextShape {
    /// Whether a string names a resource.
    /// - Parameter key: what a data file calls the string: in `icon` and the like, a bare word is a name too. Nil in tables
    ///   of a program's strings, where `file` is the label of a menu.
    static func isResource(_ text: String, key: @autoclosure () -> String? = nil) -> Bool {
        guard text.utf8.count <= longest, !text.isEmpty else { return false }
        var hasMark = false
        for scalar in text.unicodeScalars {
            if scalar.value <= 0x20 || isSpace(scalar) || isSentenceMark(scalar) { return false }
            switch scalar {
            case "/", "\\", ".", ":": hasMark = true
            default: break
            }
        }
        if hasMark, isAddress(text) || isPath(text) || isIdentifier(text) { return true }
        guard let key = key(), keys.contains(key.lowercased()) else { return false }
        // What says what the key says is its label.
        return text.utf8.contains(where: PlaceholderText.isWord) || !labels.contains { text.contains($0) }
    }

    /// A longer string is a text.
    private static let longest = 1_024

    /// The spaces beyond ASCII; the scalar's properties, looked up for each of a file's, would be slow.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Marks that sentences have and names of files do not. `?` stands in addresses.
    private static func isSentenceMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "!", ",", ";", "\"", "“", "”", "‘", "’", "…", "—", "<", ">": true
        // 【头像】 and （小） stand in names of files.
        case "（", "）", "【", "】", "－", "＿", "・": false
        default: scalar.isCJKPunctuation
        }
    }

    /// `https://…`, `res://…`.
    private static func isAddress(_ text: String) -> Bool {
        guard let mark = text.firstRange(of: "://") else { return false }
        let scheme = text[..<mark.lowerBound].utf8
        return scheme.first.map(PlaceholderText.isLetter) == true && mark.upperBound < text.endIndex
            && scheme.allSatisfy { PlaceholderText.isWord($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
    }

    private static func isPath(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        guard let name = parts.last, !text.contains("?") else { return false }
        if let dot = name.lastIndex(of: "."), dot > name.startIndex {
            let ending = name[name.index(after: dot)...].lowercased()
            if media.contains(ending) { return true }
            if data.contains(ending) {
                if parts.count > 1 { return true }
                // `学习Node.js` is a sentence that ends with a name, `说明.txt` a file.
                let stem = name[..<dot]
                return !(stem.containsHan && stem.utf8.contains(where: PlaceholderText.isLetter))
            }
        }
        guard parts.count > 1, let first = parts.first else { return false }
        if first == "." || first == ".." || first == "~" { return !name.isEmpty }
        return folders.contains(first.lowercased()) && parts.dropFirst().contains { !$0.isEmpty }
    }

    /// `ui.menu.title`, `app::menu::title`: at least three parts in ASCII.
    private static func isIdentifier(_ text: String) -> Bool {
        let parts = text.replacing("::", with: ".").split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 2
            && parts.allSatisfy { part in
                part.utf8.count > 1 && !(part.utf8.first.map(PlaceholderText.isDigit) ?? true)
                    && part.utf8.allSatisfy(PlaceholderText.isWord)
            }
    }

    private static let media: Set<String> = [
        "png", "jpg", "jpeg", "webp", "gif", "svg", "bmp", "tga", "psd", "ico", "dds", "ogg", "mp3", "wav", "m4a",
        "flac",
        "mp4", "webm", "avi", "mov", "ogv", "ttf", "otf", "woff", "woff2", "prefab", "asset", "unity", "tscn", "tres",
        "plist", "atlas", "fbx", "obj", "glb", "gltf", "anim", "mat", "shader", "rpgmvp", "rpgmvo", "rpgmvm",
    ]

    private static let data: Set<String> = [
        "json", "js", "ts", "lua", "rb", "rs", "py", "cs", "gd", "txt", "md", "xml", "csv", "xlsx", "html", "htm",
        "css",
        "yml", "yaml", "toml", "ini", "cfg", "zip", "bytes", "dat", "bin", "exe", "dll",
    ]

    private static let folders: Set<String> = [
        "img", "image", "images", "icon", "icons", "pic", "pics", "sprite", "sprites", "texture", "textures", "audio",
        "sound", "sounds", "music", "bgm", "voice", "voices", "movies", "video", "asset", "assets", "res", "resource",
        "resources", "data", "script", "scripts", "prefab", "prefabs", "scene", "scenes", "font", "fonts", "model",
        "models", "effect", "effects", "animation", "animations", "src", "www",
    ]

    private static let keys: Set<String> = [
        "icon", "img", "image", "path", "file", "src", "url", "href", "sprite", "texture", "audio", "voice", "bgm",
        "se",
        "sound", "script", "asset", "prefab", "model", "animation",
    ]

    /// What those keys are called in menus.
    private static let labels = [
        "图标", "圖標", "图片", "圖片", "图像", "圖像", "路径", "路徑", "文件", "檔案", "来源", "來源", "网址", "網址", "链接", "連結", "精灵",
        "精靈", "纹理", "紋理", "贴图", "貼圖", "音频", "音頻", "语音", "語音", "音乐", "音樂", "音效", "声音", "聲音", "脚本", "腳本", "资源",
        "資源", "模型", "型号", "型號", "动画", "動畫",
    ]
}
