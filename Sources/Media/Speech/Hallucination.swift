/// What Whisper writes where nobody speaks: credits and thanks from the subtitles that it learned from.
package enum Hallucination {
    /// Whether a whole text is a note in brackets, a sign for music, or a phrase known from silence and music.
    ///
    /// Phrases are collected from reports of users (openai/whisper discussions 679, 928 and 1783; whisper.cpp issue 1724).
    package static func isKnown(_ text: String) -> Bool {
        let plain = withoutNotes(text)
        let letters = key(plain)
        if letters.isEmpty { return true }
        return credits.contains { letters.contains($0) } || phrases.contains(letters)
    }

    /// The text without (…), [….], （…）, 【…】 and ♪: what hearing-impaired subtitles add.
    private static func withoutNotes(_ text: String) -> String {
        let closing: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "（": "）", "【": "】", "〔": "〕", "*": "*"]
        var out = String.UnicodeScalarView()
        var end: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if let expected = end {
                if scalar == expected { end = nil }
            } else if let expected = closing[scalar] {
                end = expected
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }

    /// Letters and digits in small letters, nothing else.
    private static func key(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            out.append(scalar)
        }
        return String(out)
    }

    /// Telling wherever they stand.
    private static let credits: [String] = [
        "amaraorg", "字幕by", "中文字幕志愿者", "中文字幕志願者", "字幕志愿者", "字幕志願者", "字幕由", "字幕製作", "字幕制作",
        "请不吝点赞", "請不吝點贊", "明镜与点点", "明鏡與點點", "明镜需要您的支持", "明鏡需要您的支持", "优优独播剧场",
        "優優獨播劇場", "yoyotelevision", "请订阅", "請訂閱", "订阅我的频道", "訂閱我的頻道", "訂閱我們的頻道", "点赞订阅",
        "點贊訂閱", "按赞订阅", "按讚訂閱", "ご視聴ありがとうございました", "チャンネル登録", "시청해주셔서감사합니다", "구독과좋아요",
        "pleasesubscribe", "subscribetomychannel", "likeandsubscribe", "субтитрысделал", "субтитрыделал", "dimatorzok",
        "редакторсубтитров", "untertitelungdeszdf", "untertiteldesz", "sottotitolicreati", "soustitresréalisés",
        "soustitragesociét", "legendaspela", "ondertitelingdoor", "ondertiteldoor", "subtítulosrealizados", "altyazımk",
    ]

    /// Telling when nothing else was said.
    private static let phrases: Set<String> = [
        "谢谢观看", "謝謝觀看", "感谢观看", "感謝觀看", "谢谢大家观看", "謝謝大家觀看", "感谢您的观看", "感謝您的觀看", "感谢收看", "感謝收看",
        "谢谢收看", "謝謝收看", "谢谢大家收看", "謝謝大家收看", "感谢收听", "感謝收聽", "谢谢收听", "谢谢大家收听", "本期视频就到这里",
        "我们下期再见", "我們下期再見", "下期再见", "下期再見", "我们下次再见", "我們下次再見", "音乐播放中", "音樂播放中", "音乐", "音樂", "掌声",
        "掌聲", "笑声", "笑聲", "未经作者授权禁止转载", "未經作者授權禁止轉載", "字幕", "詞曲李宗盛", "词曲李宗盛", "作曲李宗盛", "李宗盛",
        "thankyouforwatching", "thanksforwatching", "thankyouforwatchingthisvideo", "thankyousomuchforwatching",
        "thankyouforlistening", "seeyounexttime", "seeyouinthenextvideo", "music", "musicplaying", "applause",
        "laughter",
        "продолжениеследует", "vielendank", "merciédavoirregardécettevidéo", "graciasporverelvideo",
        "graciasporver", "terimakasihtelahmenonton", "cảmơncácbạnđãtheodõi", "mbc뉴스", "ご清聴ありがとうございました",
    ]
}
