/// The most frequent characters of written Chinese, as evidence that bytes were decoded in the right encoding.
enum CommonHan {
    /// Whether the scalar is one of about 600 characters that make up 70–80 % of modern text in either script.
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        guard case 0x4E00...0x9FFF = scalar.value else { return false }
        let offset = Int(scalar.value - 0x4E00)
        return bits[offset >> 6] & (1 << UInt64(offset & 63)) != 0
    }

    private static let bits: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: (0x9FFF - 0x4E00) / 64 + 1)
        for scalar in (simplified + traditional).unicodeScalars {
            let offset = Int(scalar.value) - 0x4E00
            bits[offset >> 6] |= 1 << UInt64(offset & 63)
        }
        return bits
    }()

    /// Jun Da, Modern Chinese Character Frequency List (2004), the head of the combined list:
    /// https://lingua.mtsu.edu/chinese-computing/statistics/char/list.php?Which=MO
    private static let simplified =
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
        + "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
        + "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美"
        + "相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水"
        + "名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期"
        + "市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色"
        + "路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"
        + "笑哪谁吧呢啊吗嘴脸剑怎您爷娘爱快听哥姐弟妹叫坐站刚忽办法字简繁体书章节"
    /// The same characters as Taiwan and Hong Kong write them, where they differ.
    private static let traditional =
        "這個們來為國說時會對後裡裏發過還進樣從實軍無與長機動開當經種學麼沒點關業間問產兩將現應戰頭體給題氣變"
        + "總數電報結務場計資許統區隊決馬書則聽卻達強難權設記類據張該規萬術領確傳師觀讓識帶導爭運義處認條係爾東"
        + "聲員論幾見門兒話內別邊臉劍誰嗎爺愛辦簡繁節於著麗請誠曰爾汝矣哉乃焉吾"
}
