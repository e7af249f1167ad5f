// The words of scales in languages whose other number words are not read: what stands after digits.
extension NumberWords {
    static let scales: [String: NumberWords] = [
        "ko": prefixes("십*10 백*100 천*1000 만*1e4 십만*1e5 백만*1e6 천만*1e7 억*1e8 십억*1e9 백억*1e10 천억*1e11 조*1e12"),
        "th": prefixes(
            "ร้อย*100 พัน*1000 หมื่น*1e4 แสน*1e5 ล้าน*1e6 สิบล้าน*1e7 ร้อยล้าน*1e8 พันล้าน*1e9 หมื่นล้าน*1e10 แสนล้าน*1e11 ล้านล้าน*1e12"
        ),
        "lo": prefixes("ພັນ*1000 ໝື່ນ*1e4 ແສນ*1e5 ລ້ານ*1e6 ຕື້*1e9"),
        "km": prefixes("ពាន់*1000 ម៉ឺន*1e4 សែន*1e5 លាន*1e6 ពាន់លាន*1e9"),
        "my": prefixes("ထောင်*1000 သောင်း*1e4 သိန်း*1e5 သန်း*1e6"),
        "ar": stems("ألف*1000 الف*1000 آلاف*1000 مليون*1e6 ملايين*1e6 مليار*1e9 بليون*1e9 تريليون*1e12 ترليون*1e12"),
        "fa": stems("هزار*1000 میلیون*1e6 میلیارد*1e9 تریلیون*1e12"),
        "ur": stems("ہزار*1000 لاکھ*1e5 کروڑ*1e7 ارب*1e9 کھرب*1e11 ملین*1e6"),
        "he": stems("אלף*1000 אלפ*1000 מיליון*1e6 מיליונ*1e6 מיליארד*1e9 טריליון*1e12 טריליונ*1e12"),
        "el": stems(
            "χιλιάδ*1000 χίλι*1000 εκατομμύρι*1e6 εκατομμυρί*1e6 δισεκατομμύρι*1e9 δισεκατομμυρί*1e9 τρισεκατομμύρι*1e12 τρισεκατομμυρί*1e12 εκατ*1e6 δισ*1e9 τρισ*1e12"
        ),
        "hi": stems("हज़ार*1000 हजार*1000 हज़ार*1000 लाख*1e5 करोड़*1e7 करोड़*1e7 अरब*1e9 खरब*1e11 मिलियन*1e6 बिलियन*1e9 ट्रिलियन*1e12"),
        "bn": stems("হাজার*1000 লাখ*1e5 লক্ষ*1e5 কোটি*1e7"),
        "mr": stems("हजार*1000 लाख*1e5 कोटी*1e7"), "ne": stems("हजार*1000 लाख*1e5 करोड*1e7 अरब*1e9"),
        "ta": stems("ஆயிர*1000 லட்ச*1e5 இலட்ச*1e5 கோடி*1e7 மில்லியன்*1e6"),
        "te": stems("వేలు*1000 వేల*1000 లక్ష*1e5 కోట్ల*1e7 కోటి*1e7"),
        "sv": stems("tusen*1000 miljon*1e6 miljard*1e9 biljon*1e12"),
        "da": stems("tusind*1000 million*1e6 milliard*1e9 billion*1e12 mio*1e6 mia*1e9"),
        "nb": stems("tusen*1000 million*1e6 milliard*1e9 billion*1e12"),
        "no": stems("tusen*1000 million*1e6 milliard*1e9 billion*1e12"),
        "nn": stems("tusen*1000 million*1e6 milliard*1e9 billion*1e12"),
        "fi": stems("tuhat*1000 tuhan*1000 miljoon*1e6 miljard*1e9 biljoon*1e12"),
        "et": stems("tuhat*1000 tuhan*1000 miljon*1e6 miljard*1e9 triljon*1e12"),
        "cs": stems("tisíc*1000 milion*1e6 milión*1e6 miliard*1e9 bilion*1e12 bilión*1e12"),
        "sk": stems("tisíc*1000 milión*1e6 miliard*1e9 bilión*1e12"),
        "hu": stems("ezer*1000 millió*1e6 milliárd*1e9 billió*1e12"),
        "ro": stems("mie*1000 mii*1000 milion*1e6 milioane*1e6 miliard*1e9 trilion*1e12 trilioane*1e12"),
        "bg": stems("хиляд*1000 милион*1e6 милиард*1e9 трилион*1e12 хил*1000 млн*1e6 млрд*1e9"),
        "sr": stems("хиљад*1000 милион*1e6 милијард*1e9 билион*1e12 hiljad*1000 milion*1e6 milijard*1e9 bilion*1e12"),
        "hr": stems("tisuć*1000 milijun*1e6 milijard*1e9 bilijun*1e12"),
        "sl": stems("tisoč*1000 milijon*1e6 milijard*1e9 bilijon*1e12"),
        "lt": stems("tūkstan*1000 milijon*1e6 milijard*1e9 trilijon*1e12"),
        "lv": stems("tūksto*1000 miljon*1e6 miljard*1e9 triljon*1e12"),
        "ca": stems("mil*1000 milió*1e6 milion*1e6 bilió*1e12 bilion*1e12"),
        "tl": stems("libo*1000 milyon*1e6 bilyon*1e9 trilyon*1e12"),
        "fil": stems("libo*1000 milyon*1e6 bilyon*1e9 trilyon*1e12"),
        "sw": stems("elfu*1000 milioni*1e6 bilioni*1e9 trilioni*1e12"),
        "kk": stems("мың*1000 миллион*1e6 миллиард*1e9 триллион*1e12"),
        "uz": stems("ming*1000 million*1e6 milliard*1e9 trillion*1e12"), "mn": stems("мянга*1000 сая*1e6 тэрбум*1e9"),
    ]

    private static func prefixes(_ text: String) -> NumberWords {
        var words = NumberWords(words: table(text))
        (words.isPartial, words.isPrefix) = (true, true)
        return words
    }

    private static func stems(_ text: String) -> NumberWords {
        let scales = table(text)
        var words = NumberWords(words: scales, stems: scales)
        words.isPartial = true
        return words
    }
}
