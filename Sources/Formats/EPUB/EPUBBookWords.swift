import Text

/// The few words that a book's own pages need, in its language; English where the table has none.
struct EPUBBookWords {
    let contents: String
    let cover: String
    let start: String
    let colophon: String

    init(_ language: LanguageTag) {
        let isTraditional = language.script == "Hant" || ["TW", "HK", "MO"].contains(language.region ?? "")
        let key = language.language == "zh" && isTraditional ? "zh-Hant" : language.language
        let words = Self.table[key] ?? ["Contents", "Cover", "Start of the text", "About this edition"]
        (contents, cover, start, colophon) = (words[0], words[1], words[2], words[3])
    }

    private static let table: [String: [String]] = [
        "ar": ["المحتويات", "الغلاف", "بداية النص", "عن هذه الطبعة"],
        "de": ["Inhalt", "Umschlag", "Textbeginn", "Zu dieser Ausgabe"],
        "es": ["Índice", "Cubierta", "Inicio del texto", "Acerca de esta edición"],
        "fil": ["Nilalaman", "Pabalat", "Simula ng teksto", "Tungkol sa edisyong ito"],
        "fr": ["Table des matières", "Couverture", "Début du texte", "À propos de cette édition"],
        "hi": ["विषय-सूची", "आवरण", "पाठ का आरंभ", "इस संस्करण के बारे में"],
        "id": ["Daftar Isi", "Sampul", "Awal teks", "Tentang edisi ini"],
        "it": ["Indice", "Copertina", "Inizio del testo", "Informazioni su questa edizione"],
        "ja": ["目次", "表紙", "本文", "この版について"],
        "ko": ["차례", "표지", "본문 시작", "이 판에 대하여"],
        "ms": ["Kandungan", "Kulit", "Permulaan teks", "Tentang edisi ini"],
        "pl": ["Spis treści", "Okładka", "Początek tekstu", "O tym wydaniu"],
        "pt": ["Sumário", "Capa", "Início do texto", "Sobre esta edição"],
        "ru": ["Содержание", "Обложка", "Начало текста", "Об этом издании"],
        "th": ["สารบัญ", "ปก", "เริ่มเนื้อหา", "เกี่ยวกับฉบับนี้"],
        "tr": ["İçindekiler", "Kapak", "Metnin başı", "Bu baskı hakkında"],
        "uk": ["Зміст", "Обкладинка", "Початок тексту", "Про це видання"],
        "vi": ["Mục lục", "Bìa", "Bắt đầu nội dung", "Về ấn bản này"],
        "zh": ["目录", "封面", "正文", "关于本书"],
        "zh-Hant": ["目錄", "封面", "正文", "關於本書"],
    ]
}
