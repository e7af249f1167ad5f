// The number words of each language, from zero to the billions, cardinal and ordinal. `word:value` adds, `word*value`
// multiplies, `word+` connects, `word=value`
// stands alone.
extension NumberWords {
    static let english = NumberWords(
        words: table(
            """
            zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13
            fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fourty:40
            fifty:50 sixty:60 seventy:70 eighty:80 ninety:90 first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7
            eighth:8 ninth:9 tenth:10 eleventh:11 twelfth:12 thirteenth:13 fourteenth:14 fifteenth:15 sixteenth:16
            seventeenth:17 eighteenth:18 nineteenth:19 twentieth:20 thirtieth:30 fortieth:40 fiftieth:50 sixtieth:60
            seventieth:70 eightieth:80 ninetieth:90 twenties:20 thirties:30 forties:40 fifties:50 sixties:60 seventies:70
            eighties:80 nineties:90 hundred*100 hundreds*100 hundredth*100 thousand*1000 thousands*1000 thousandth*1000
            million*1e6 millions*1e6 millionth*1e6 billion*1e9 billions*1e9 trillion*1e12 dozen*12 dozens*12 score*20
            century:100 centuries*100 decade:10 decades*10 fortnight:14 couple=2 pair=2 pairs=2 twice=2 double=2 doubles=2 doubled=2 thrice=3 triple=3 both=2 once=1 quadruple=4
            half:0.5 quarter:0.25 noon=12 midnight=12 and+ octogenarian:80
            septuagenarian:70
            """
        ),
        endings: ["ish", "s", "fold"],
        months: months("jan feb mar apr may jun jul aug sep oct nov dec")
    )

    static let spanish = NumberWords(
        words: table(
            """
            cero:0 un:1 uno:1 una:1 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 doce:12
            trece:13 catorce:14 quince:15 dieciséis:16 dieciseis:16 diecisiete:17 dieciocho:18 diecinueve:19 veinte:20
            veintiuno:21 veintiún:21 veintiuna:21 veintidós:22 veintidos:22 veintitrés:23 veintitres:23 veinticuatro:24
            veinticinco:25 veintiséis:26 veintiseis:26 veintisiete:27 veintiocho:28 veintinueve:29 treinta:30 cuarenta:40
            cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90 cien:100 ciento:100 doscientos:200 doscientas:200
            trescientos:300 trescientas:300 cuatrocientos:400 cuatrocientas:400 quinientos:500 quinientas:500
            seiscientos:600 seiscientas:600 setecientos:700 setecientas:700 ochocientos:800 ochocientas:800
            novecientos:900 novecientas:900 mil*1000 miles*1000 millar*1000 millares*1000 millón*1e6 millones*1e6
            billón*1e12 billones*1e12 primero:1 primer:1 primera:1 segundo:2 segunda:2 tercero:3 tercer:3 tercera:3
            cuarto:4 cuarta:4 quinto:5 quinta:5 sexto:6 sexta:6 séptimo:7 séptima:7 octavo:8 octava:8 noveno:9 novena:9
            décimo:10 décima:10 undécimo:11 undécima:11 duodécimo:12 duodécima:12 decimotercero:13 decimotercera:13
            vigésimo:20 vigésima:20 trigésimo:30 trigésima:30 cuadragésimo:40 quincuagésimo:50 centésimo:100 centésima:100 sexagésimo:60 septuagésimo:70 octogésimo:80
            nonagésimo:90 vigésima:20 trigésima:30 cuadragésima:40 quincuagésima:50 sexagésima:60 septuagésima:70
            octogésima:80 nonagésima:90 milésimo:1000 milésima:1000 docena*12
            docenas*12 decena*10 decenas*10 centenar*100 centenares*100 medio:0.5 media:0.5 mediodía=12 medianoche=12
            veintipocos:20 veintipocas:20 veintitantos:20 veintitantas:20 treintaitantos:30 quincena:15 veintena:20 treintena:30 y+
            """
        ),
        endings: ["añero", "s"],
        months: months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")
    )

    static let portuguese = NumberWords(
        words: table(
            """
            zero:0 um:1 uma:1 dois:2 duas:2 três:3 quatro:4 cinco:5 seis:6 meia:6 sete:7 oito:8 nove:9 dez:10 onze:11
            doze:12 treze:13 catorze:14 quatorze:14 quinze:15 dezesseis:16 dezasseis:16 dezessete:17 dezassete:17
            dezoito:18 dezenove:19 dezanove:19 vinte:20 trinta:30 quarenta:40 cinquenta:50 sessenta:60 setenta:70
            oitenta:80 noventa:90 cem:100 cento:100 duzentos:200 duzentas:200 trezentos:300 trezentas:300
            quatrocentos:400 quatrocentas:400 quinhentos:500 quinhentas:500 seiscentos:600 seiscentas:600
            setecentos:700 setecentas:700 oitocentos:800 oitocentas:800 novecentos:900 novecentas:900 mil*1000
            milhar*1000 milhares*1000 milhão*1e6 milhões*1e6 bilhão*1e9 bilhões*1e9 bilião*1e12 biliões*1e12 trilhão*1e12 trilhões*1e12
            primeiro:1 primeira:1 segundo:2 segunda:2 terceiro:3 terceira:3 quarto:4 quarta:4 quinto:5 quinta:5 sexto:6
            sexta:6 sétimo:7 sétima:7 oitavo:8 oitava:8 nono:9 nona:9 décimo:10 décima:10 vigésimo:20 vigésima:20
            trigésimo:30 trigésima:30 quadragésimo:40 centésimo:100 centésima:100 quadragésima:40 quinquagésimo:50
            quinquagésima:50 sexagésimo:60 sexagésima:60 septuagésimo:70 septuagésima:70 octogésimo:80 octogésima:80
            nonagésimo:90 nonagésima:90 milésimo:1000 milésima:1000 dúzia*12 dúzias*12 dezena*10 dezenas*10 centena*100
            centenas*100 meio:0.5 e+
            """
        ),
        endings: ["s"],
        months: months("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro")
    )

    static let french = NumberWords(
        words: table(
            """
            zéro:0 un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13
            quatorze:14 quinze:15 seize:16 vingt:20 vingts:20 trente:30 quarante:40 cinquante:50 soixante:60
            septante:70 huitante:80 octante:80 nonante:90 cent*100 cents*100 mille*1000 mil*1000 milliers*1000
            millier*1000 million*1e6 millions*1e6 milliard*1e9 milliards*1e9 billion*1e12 billions*1e12 premier:1 première:1 second:2 seconde:2
            deuxième:2 troisième:3 quatrième:4 cinquième:5 sixième:6 septième:7 huitième:8 neuvième:9 dixième:10
            onzième:11 douzième:12 treizième:13 quatorzième:14 quinzième:15 seizième:16 vingtième:20 trentième:30
            quarantième:40 cinquantième:50 soixantième:60 centième*100 millième*1000 unième:1 dizaine*10 dizaines*10
            douzaine*12 douzaines*12 quinzaine:15 vingtaine:20 trentaine:30 quarantaine:40 cinquantaine:50
            soixantaine:60 centaine*100 centaines*100 demi:0.5 demie:0.5 moitié:0.5 midi=12 minuit=12 et+
            """
        ),
        endings: ["s"],
        months: months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
    )

    static let italian = NumberWords(
        words: table(
            """
            zero:0 un:1 uno:1 una:1 due:2 tre:3 tré:3 quattro:4 cinque:5 sei:6 sette:7 otto:8 nove:9 dieci:10 undici:11
            dodici:12 tredici:13 quattordici:14 quindici:15 sedici:16 diciassette:17 diciotto:18 diciannove:19 venti:20
            vent:20 trenta:30 trent:30 quaranta:40 quarant:40 cinquanta:50 cinquant:50 sessanta:60 sessant:60 settanta:70
            settant:70 ottanta:80 ottant:80 novanta:90 novant:90 cento*100 cent*100 mille*1000 mila*1000 milione*1e6
            milioni*1e6 miliardo*1e9 miliardi*1e9 bilione*1e12 bilioni*1e12 trilione*1e12 trilioni*1e12 primo:1 prima:1 secondo:2 seconda:2 terzo:3 terza:3 quarto:4 quarta:4
            quinto:5 quinta:5 sesto:6 sesta:6 settimo:7 settima:7 ottavo:8 ottava:8 nono:9 nona:9 decimo:10 decima:10
            dozzina*12 decina*10 decine*10 centinaio*100 centinaia*100 migliaio*1000 migliaia*1000 ventina:20 trentina:30
            mezzo:0.5 mezza:0.5 metà:0.5 mezzogiorno=12 mezzanotte=12 e+
            """
        ),
        endings: ["esimo", "esima", "enne"],
        isCompound: true,
        months: months("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre")
    )

    static let german = NumberWords(
        words: table(
            """
            null:0 ein:1 eins:1 eine:1 einen:1 einem:1 einer:1 eines:1 zwei:2 zwo:2 drei:3 vier:4 fünf:5 sechs:6 sieben:7
            acht:8 neun:9 zehn:10 elf:11 zwölf:12 dreizehn:13 vierzehn:14 fünfzehn:15 sechzehn:16 siebzehn:17 achtzehn:18
            neunzehn:19 zwanzig:20 dreißig:30 dreissig:30 vierzig:40 fünfzig:50 sechzig:60 siebzig:70 achtzig:80
            neunzig:90 hundert*100 hunderte*100 hunderten*100 tausend*1000 tausende*1000 tausenden*1000 million*1e6
            millionen*1e6 milliarde*1e9 milliarden*1e9 billion*1e12 billionen*1e12 erste:1 zweite:2 dritte:3 vierte:4
            fünfte:5 sechste:6 siebte:7 siebente:7 achte:8 neunte:9 zehnte:10 elfte:11 zwölfte:12 dutzend*12 beide=2
            beiden=2 halb:0.5 halbe:0.5 halben:0.5 hälfte:0.5 anderthalb:1.5 mittag=12 mitternacht=12 und+
            """
        ),
        endings: [
            "sten", "ster", "stes", "stem", "ste", "ten", "ter", "tes", "tem", "te", "jährigen", "jähriger", "jährige",
            "jährig", "mal", "er", "ern", "n", "r", "s", "m",
        ],
        isCompound: true,
        months: months("januar februar märz april mai juni juli august september oktober november dezember")
    )

    static let dutch = NumberWords(
        words: table(
            """
            nul:0 een:1 één:1 twee:2 drie:3 vier:4 vijf:5 zes:6 zeven:7 acht:8 negen:9 tien:10 elf:11 twaalf:12 dertien:13
            veertien:14 vijftien:15 zestien:16 zeventien:17 achttien:18 negentien:19 twintig:20 dertig:30 veertig:40
            vijftig:50 zestig:60 zeventig:70 tachtig:80 negentig:90 honderd*100 honderden*100 duizend*1000
            duizenden*1000 miljoen*1e6 miljoenen*1e6 miljard*1e9 biljoen*1e12 eerste:1 tweede:2 derde:3 vierde:4 vijfde:5 zesde:6
            zevende:7 achtste:8 negende:9 tiende:10 dozijn*12 half:0.5 halve:0.5 beide=2 en+ ën+ middag=12 middernacht=12
            """
        ),
        endings: ["ste", "de", "jarige", "keer"],
        isCompound: true,
        months: months("januari februari maart april mei juni juli augustus september oktober november december")
    )

    static let indonesian = NumberWords(
        words: table(
            """
            nol:0 kosong:0 satu:1 dua:2 tiga:3 empat:4 lima:5 enam:6 tujuh:7 delapan:8 lapan:8 sembilan:9 sepuluh:10
            sebelas:11 belas^ puluh*10 puluhan*10 ratus*100 ratusan*100 seratus:100 ribu*1000 ribuan*1000 seribu:1000
            juta*1e6 jutaan*1e6 sejuta:1e6 miliar*1e9 milyar*1e9 semiliar:1e9 triliun*1e12 trilion*1e12 bilion*1e9 pertama:1 setengah:0.5
            separuh:0.5 selusin:12 lusin*12 belasan:15
            """
        ),
        endings: ["nya", "an"],
        beginnings: ["ke"],
        months: months("januari februari maret april mei juni juli agustus september oktober november desember")
    )

    static let vietnamese = NumberWords(
        words: table(
            """
            không:0 một:1 mốt:1 hai:2 ba:3 bốn:4 tư:4 năm:5 lăm:5 nhăm:5 sáu:6 bảy:7 bẩy:7 tám:8 chín:9 mười:10 mươi*10
            chục*10 trăm*100 nghìn*1000 ngàn*1000 vạn*10000 triệu*1e6 tỷ*1e9 tỉ*1e9 ức*1e8 nhất:1 nhì:2 rưỡi:0.5 nửa:0.5
            linh+ lẻ+ tá*12
            """
        )
    )

    static let turkish = NumberWords(
        words: table(
            """
            sıfır:0 bir:1 iki:2 üç:3 dört:4 beş:5 altı:6 yedi:7 sekiz:8 dokuz:9 on:10 yirmi:20 otuz:30 kırk:40 elli:50
            altmış:60 yetmiş:70 seksen:80 doksan:90 yüz*100 yüzlerce*100 bin*1000 binlerce*1000 milyon*1e6 milyar*1e9 trilyon*1e12
            yarım:0.5 buçuk:0.5 ilk:1 düzine*12
            """
        ),
        endings: ["ıncı", "inci", "uncu", "üncü", "nci", "ncı", "üncü", "de", "da", "ye", "a", "e"],
        months: months("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık")
    )

    static let russian = NumberWords(
        words: table(
            """
            ноль:0 нуль:0 один:1 одна:1 одно:1 одного:1 одной:1 два:2 две:2 двух:2 двум:2 двумя:2 двое:2 три:3 трёх:3 трех:3
            трём:3 трем:3 тремя:3 трое:3 четыре:4 четырёх:4 четырех:4 четверо:4 пять:5 пяти:5 пятью:5 шесть:6 шести:6 семь:7
            семи:7 восемь:8 восьми:8 девять:9 девяти:9 десять:10 десяти:10 десятью:10 сорок:40 сорока:40 сто:100 ста:100
            двести:200 двухсот:200 двумстам:200 триста:300 трёхсот:300 трехсот:300 четыреста:400 четырёхсот:400
            четырехсот:400 пятьсот:500 пятисот:500 шестьсот:600 шестисот:600 семьсот:700 семисот:700 восемьсот:800
            восьмисот:800 девятьсот:900 девятисот:900 полтора:1.5 полторы:1.5 полутора:1.5 полтораста:150 половина:0.5
            половину:0.5 половины:0.5 дюжина*12 дюжину*12 дюжины*12 оба=2 обе=2 полдень=12 полночь=12 сотня*100 сотни*100
            сотен*100 сотню*100 тыс*1000 млн*1e6 млрд*1e9 трлн*1e12 половиной:0.5 с+
            """
        ),
        stems: table(
            """
            одиннадцат:11 двенадцат:12 тринадцат:13 четырнадцат:14 пятнадцат:15 шестнадцат:16 семнадцат:17 восемнадцат:18
            девятнадцат:19 двадцат:20 тридцат:30 сороков:40 пятьдесят:50 пятидесят:50 шестьдесят:60 шестидесят:60
            семьдесят:70 семидесят:70 восемьдесят:80 восьмидесят:80 девяност:90 тысяч*1000 тысячн*1000 миллион*1e6
            миллиард*1e9 триллион*1e12 перв:1 втор:2 трет:3 четвёрт:4 четверт:4 пятый:5 пятая:5 пятой:5 пятого:5 пятом:5 шестой:6 шестая:6
            шестого:6 шестом:6 седьм:7 восьмой:8 восьмая:8 восьмого:8 восьмом:8 девятый:9 девятая:9 девятого:9 девятой:9
            девятом:9 десятый:10 десятая:10 десятого:10 десятой:10 десятом:10 сотый:100 сотая:100 двухсот:200 трёхсот:300
            трехсот:300
            """
        ).merging(compounds) { first, _ in first },
        months: months("янв фев мар апр мая июн июл авг сен окт ноя дек")
    )

    /// Adjectives that begin with a number in the genitive: двадцатитрёхлетняя, восьмидесятитысячное.
    private static let compounds: [String: Kind] = {
        let ones = [
            "", "одно", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "одиннадцати",
            "двенадцати", "тринадцати", "четырнадцати", "пятнадцати", "шестнадцати", "семнадцати", "восемнадцати",
            "девятнадцати",
        ]
        let tens = [
            "двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "семидесяти", "восьмидесяти", "девяносто",
        ]
        let hundreds = [
            "сто", "двухсот", "трёхсот", "четырёхсот", "пятисот", "шестисот", "семисот", "восьмисот", "девятисот",
        ]
        var numbers: [(String, Double)] = []
        for (value, word) in ones.enumerated().dropFirst() { numbers.append((word, Double(value))) }
        for (index, ten) in tens.enumerated() {
            for (value, one) in ones.prefix(10).enumerated() {
                numbers.append((ten + one, Double(index * 10 + 20 + value)))
            }
        }
        for (index, word) in hundreds.enumerated() { numbers.append((word, Double(index * 100 + 100))) }
        var stems: [String: Kind] = [:]
        for (word, value) in numbers {
            for (ending, factor) in [("летн", 1.0), ("тысячн", 1e3), ("миллионн", 1e6)] {
                stems[word + ending] = .value(value * factor)
                stems[word.replacing("ё", with: "е") + ending] = .value(value * factor)
            }
        }
        return stems
    }()

    static let ukrainian = NumberWords(
        words: table(
            """
            нуль:0 один:1 одна:1 одне:1 два:2 дві:2 двох:2 двоє:2 три:3 трьох:3 троє:3 чотири:4 чотирьох:4 п'ять:5 п’ять:5
            п'яти:5 шість:6 шести:6 сім:7 семи:7 вісім:8 восьми:8 дев'ять:9 дев’ять:9 десять:10 десяти:10 сорок:40 сорока:40
            сто:100 ста:100 двісті:200 двохсот:200 триста:300 трьохсот:300 чотириста:400 п'ятсот:500 п’ятсот:500 шістсот:600
            сімсот:700 вісімсот:800 дев'ятсот:900 дев’ятсот:900 півтора:1.5 половина:0.5 сотня*100 сотні*100 сотень*100 тис*1000 млн*1e6 млрд*1e9 трлн*1e12
            """
        ),
        stems: table(
            """
            одинадцят:11 дванадцят:12 тринадцят:13 чотирнадцят:14 п'ятнадцят:15 п’ятнадцят:15 шістнадцят:16 сімнадцят:17
            вісімнадцят:18 дев'ятнадцят:19 дев’ятнадцят:19 двадцят:20 тридцят:30 п'ятдесят:50 п’ятдесят:50 шістдесят:60
            сімдесят:70 вісімдесят:80 дев'яност:90 дев’яност:90 тисяч*1000 мільйон*1e6 мільярд*1e9 трильйон*1e12 перш:1 друг:2 трет:3
            четверт:4
            """
        ),
        months: months("січ лют бер кві тра чер лип сер вер жов лис гру")
    )

    static let polish = NumberWords(
        words: table(
            """
            zero:0 jeden:1 jedna:1 jedno:1 dwa:2 dwie:2 dwóch:2 dwoje:2 trzy:3 trzech:3 troje:3 cztery:4 czterech:4 pięć:5
            pięciu:5 sześć:6 sześciu:6 siedem:7 siedmiu:7 osiem:8 ośmiu:8 dziewięć:9 dziewięciu:9 dziesięć:10 dziesięciu:10
            sto:100 stu:100 dwieście:200 dwustu:200 trzysta:300 trzystu:300 czterysta:400 czterystu:400 pięćset:500
            pięciuset:500 sześćset:600 siedemset:700 osiemset:800 dziewięćset:900 półtora:1.5 połowa:0.5 pół:0.5
            tuzin*12 setki*100 setek*100 tys*1000 mln*1e6 mld*1e9 bln*1e12
            """
        ),
        stems: table(
            """
            jedenaś:11 jedenast:11 dwanaś:12 dwunast:12 trzynaś:13 trzynast:13 czternaś:14 czternast:14 piętnaś:15
            piętnast:15 szesnaś:16 szesnast:16 siedemnaś:17 siedemnast:17 osiemnaś:18 osiemnast:18 dziewiętnaś:19
            dziewiętnast:19 dwadzieś:20 dwudziest:20 trzydzieś:30 trzydziest:30 czterdzieś:40 czterdziest:40
            pięćdziesiąt:50 pięćdziesięci:50 sześćdziesiąt:60 sześćdziesięci:60 siedemdziesiąt:70 siedemdziesięci:70
            osiemdziesiąt:80 osiemdziesięci:80 dziewięćdziesiąt:90 dziewięćdziesięci:90 tysiąc*1000 tysięc*1000
            milion*1e6 miliard*1e9 bilion*1e12 pierwsz:1 drugi:2 drugie:2 trzeci:3 czwart:4 piąt:5 szóst:6 siódm:7 ósm:8 dziewiąt:9
            dziesiąt:10
            """
        ),
        months: months("sty lut mar kwi maj cze lip sie wrz paź lis gru")
    )
}
