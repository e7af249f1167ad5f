/// A few sentences of each language in small letters, written for this, from which the shares of its letters are learnt.
enum LanguageSamples {
    static let texts: [String: String] = [
        "en": """
        the old man opened the door and looked at the snow without saying a word then he put his hand on the table and asked
        why she had come so late she answered that the road was long and nobody wanted to help her tomorrow we will leave before
        dawn because there is no other way press the button to continue your level is too low for this task what are you doing
        here i thought you were already dead the girl laughed quietly and pulled the sword out of the wall
        """,
        "es": """
        el viejo abrió la puerta y miró la nieve sin decir una palabra luego puso la mano sobre la mesa y preguntó por qué había
        llegado tan tarde ella respondió que el camino era largo y que nadie quería ayudarla mañana saldremos antes del amanecer
        porque no hay otra manera pulsa el botón para continuar tu nivel es demasiado bajo para esta misión qué haces aquí creía
        que ya estabas muerto la muchacha se rió en voz baja y sacó la espada de la pared
        """,
        "pt": """
        o velho abriu a porta e olhou para a neve sem dizer uma palavra depois pôs a mão sobre a mesa e perguntou por que ela
        tinha chegado tão tarde ela respondeu que o caminho era longo e que ninguém queria ajudá-la amanhã vamos partir antes do
        amanhecer porque não há outra maneira pressione o botão para continuar o seu nível é muito baixo para esta missão o que
        você está fazendo aqui achei que já estivesse morto a moça riu baixinho e tirou a espada da parede
        """,
        "fr": """
        le vieil homme ouvrit la porte et regarda la neige sans dire un mot puis il posa la main sur la table et demanda pourquoi
        elle était venue si tard elle répondit que la route était longue et que personne ne voulait l'aider demain nous partirons
        avant l'aube parce qu'il n'y a pas d'autre moyen appuyez sur le bouton pour continuer votre niveau est trop bas pour cette
        quête que fais-tu ici je te croyais déjà mort la jeune fille rit doucement et tira l'épée du mur
        """,
        "de": """
        der alte mann öffnete die tür und sah auf den schnee ohne ein wort zu sagen dann legte er die hand auf den tisch und fragte
        warum sie so spät gekommen war sie antwortete dass der weg lang sei und niemand ihr helfen wolle morgen brechen wir vor der
        dämmerung auf weil es keinen anderen weg gibt drücke den knopf um fortzufahren deine stufe ist zu niedrig für diese aufgabe
        was machst du hier ich dachte du wärst schon tot das mädchen lachte leise und zog das schwert aus der wand
        """,
        "it": """
        il vecchio aprì la porta e guardò la neve senza dire una parola poi mise la mano sul tavolo e chiese perché lei fosse
        arrivata così tardi lei rispose che la strada era lunga e che nessuno voleva aiutarla domani partiremo prima dell'alba
        perché non c'è altro modo premi il pulsante per continuare il tuo livello è troppo basso per questa missione che cosa fai
        qui credevo che fossi già morto la ragazza rise piano e tirò fuori la spada dal muro
        """,
        "nl": """
        de oude man opende de deur en keek naar de sneeuw zonder een woord te zeggen toen legde hij zijn hand op de tafel en vroeg
        waarom ze zo laat gekomen was ze antwoordde dat de weg lang was en dat niemand haar wilde helpen morgen vertrekken we voor
        zonsopgang omdat er geen andere manier is druk op de knop om verder te gaan je niveau is te laag voor deze opdracht wat doe
        je hier ik dacht dat je al dood was het meisje lachte zachtjes en trok het zwaard uit de muur
        """,
        "id": """
        orang tua itu membuka pintu dan memandang salju tanpa berkata apa-apa lalu ia meletakkan tangannya di atas meja dan bertanya
        mengapa dia datang begitu terlambat perempuan itu menjawab bahwa jalannya panjang dan tidak ada yang mau menolongnya besok
        kita akan berangkat sebelum fajar karena tidak ada cara lain tekan tombol untuk melanjutkan tingkatmu terlalu rendah untuk
        tugas ini apa yang kamu lakukan di sini kukira kamu sudah mati gadis itu tertawa pelan dan mencabut pedang dari dinding
        """,
        "ms": """
        orang tua itu membuka pintu dan memandang salji tanpa berkata apa-apa kemudian dia meletakkan tangannya di atas meja dan
        bertanya kenapa dia datang begitu lewat perempuan itu menjawab bahawa jalannya panjang dan tiada sesiapa mahu menolongnya
        esok kita akan bertolak sebelum subuh kerana tiada cara lain tekan butang untuk meneruskan tahap anda terlalu rendah untuk
        tugasan ini apa yang awak buat di sini saya ingat awak sudah mati gadis itu ketawa perlahan dan mencabut pedang dari dinding
        """,
        "vi": """
        ông lão mở cửa nhìn tuyết rơi mà không nói một lời rồi ông đặt tay lên bàn và hỏi vì sao cô ấy đến muộn như vậy cô trả lời
        rằng đường rất xa và không ai muốn giúp cô ngày mai chúng ta sẽ đi trước khi trời sáng vì không còn cách nào khác nhấn nút
        để tiếp tục cấp độ của bạn quá thấp cho nhiệm vụ này ngươi làm gì ở đây ta tưởng ngươi đã chết rồi cô gái khẽ cười và rút
        thanh kiếm ra khỏi bức tường
        """,
        "tr": """
        yaşlı adam kapıyı açtı ve tek kelime etmeden kara baktı sonra elini masanın üzerine koydu ve neden bu kadar geç geldiğini
        sordu kadın yolun uzun olduğunu ve kimsenin ona yardım etmek istemediğini söyledi yarın şafaktan önce yola çıkacağız çünkü
        başka yol yok devam etmek için düğmeye bas seviyen bu görev için çok düşük burada ne yapıyorsun çoktan öldüğünü sanmıştım
        kız sessizce güldü ve kılıcı duvardan çekti
        """,
        "pl": """
        stary człowiek otworzył drzwi i spojrzał na śnieg nie mówiąc ani słowa potem położył rękę na stole i zapytał dlaczego
        przyszła tak późno odpowiedziała że droga była długa i nikt nie chciał jej pomóc jutro wyruszymy przed świtem bo nie ma
        innego wyjścia naciśnij przycisk aby kontynuować twój poziom jest za niski do tego zadania co tu robisz myślałem że już nie
        żyjesz dziewczyna zaśmiała się cicho i wyciągnęła miecz ze ściany
        """,
        "cs": """
        starý muž otevřel dveře a díval se na sníh aniž by řekl slovo potom položil ruku na stůl a zeptal se proč přišla tak pozdě
        odpověděla že cesta byla dlouhá a nikdo jí nechtěl pomoci zítra vyrazíme před úsvitem protože není jiná možnost stiskněte
        tlačítko pro pokračování tvoje úroveň je pro tento úkol příliš nízká co tady děláš myslel jsem že už jsi mrtvý dívka se tiše
        zasmála a vytáhla meč ze zdi
        """,
        "sk": """
        starý muž otvoril dvere a pozeral na sneh bez toho aby povedal slovo potom položil ruku na stôl a spýtal sa prečo prišla tak
        neskoro odpovedala že cesta bola dlhá a nikto jej nechcel pomôcť zajtra vyrazíme pred úsvitom pretože niet inej možnosti
        stlačte tlačidlo pre pokračovanie tvoja úroveň je pre túto úlohu príliš nízka čo tu robíš myslel som že už si mŕtvy dievča
        sa potichu zasmialo a vytiahlo meč zo steny
        """,
        "ro": """
        bătrânul a deschis ușa și s-a uitat la zăpadă fără să spună un cuvânt apoi a pus mâna pe masă și a întrebat de ce a venit
        atât de târziu ea a răspuns că drumul era lung și că nimeni nu voia să o ajute mâine vom pleca înainte de răsărit pentru că
        nu există altă cale apasă butonul pentru a continua nivelul tău este prea mic pentru această misiune ce faci aici credeam că
        ai murit deja fata a râs încet și a scos sabia din perete
        """,
        "hu": """
        az öregember kinyitotta az ajtót és szó nélkül nézte a havat aztán az asztalra tette a kezét és megkérdezte miért jött ilyen
        későn azt felelte hogy hosszú volt az út és senki sem akart segíteni neki holnap hajnal előtt indulunk mert nincs más
        megoldás nyomd meg a gombot a folytatáshoz a szinted túl alacsony ehhez a feladathoz mit csinálsz itt azt hittem már meghaltál
        a lány halkan nevetett és kihúzta a kardot a falból
        """,
        "sv": """
        den gamle mannen öppnade dörren och såg på snön utan att säga ett ord sedan lade han handen på bordet och frågade varför hon
        hade kommit så sent hon svarade att vägen var lång och att ingen ville hjälpa henne i morgon ger vi oss av före gryningen
        eftersom det inte finns något annat sätt tryck på knappen för att fortsätta din nivå är för låg för det här uppdraget vad gör
        du här jag trodde att du redan var död flickan skrattade tyst och drog svärdet ur väggen
        """,
        "da": """
        den gamle mand åbnede døren og så på sneen uden at sige et ord så lagde han hånden på bordet og spurgte hvorfor hun var kommet
        så sent hun svarede at vejen var lang og at ingen ville hjælpe hende i morgen tager vi af sted før daggry fordi der ikke er
        nogen anden måde tryk på knappen for at fortsætte dit niveau er for lavt til denne opgave hvad laver du her jeg troede at du
        allerede var død pigen lo stille og trak sværdet ud af væggen
        """,
        "no": """
        den gamle mannen åpnet døren og så på snøen uten å si et ord så la han hånden på bordet og spurte hvorfor hun hadde kommet så
        sent hun svarte at veien var lang og at ingen ville hjelpe henne i morgen drar vi før daggry fordi det ikke finnes noen annen
        måte trykk på knappen for å fortsette nivået ditt er for lavt for dette oppdraget hva gjør du her jeg trodde du allerede var
        død jenta lo stille og dro sverdet ut av veggen
        """,
        "fi": """
        vanha mies avasi oven ja katsoi lunta sanomatta sanaakaan sitten hän pani kätensä pöydälle ja kysyi miksi nainen oli tullut
        niin myöhään nainen vastasi että matka oli pitkä eikä kukaan halunnut auttaa häntä huomenna lähdemme ennen aamunkoittoa koska
        muuta keinoa ei ole paina painiketta jatkaaksesi tasosi on liian matala tähän tehtävään mitä sinä täällä teet luulin että
        olet jo kuollut tyttö nauroi hiljaa ja veti miekan seinästä
        """,
        "fil": """
        binuksan ng matandang lalaki ang pinto at tiningnan ang niyebe nang walang sinasabing salita pagkatapos ay ipinatong niya ang
        kanyang kamay sa mesa at tinanong kung bakit siya dumating nang napakahuli sumagot ang babae na mahaba ang daan at walang gustong
        tumulong sa kanya bukas aalis tayo bago magbukang-liwayway dahil wala nang ibang paraan pindutin ang pindutan upang magpatuloy
        masyadong mababa ang antas mo para sa gawaing ito ano ang ginagawa mo rito akala ko patay ka na
        """,
        "sw": """
        mzee alifungua mlango na kutazama theluji bila kusema neno kisha akaweka mkono wake juu ya meza na kuuliza kwa nini alikuwa
        amechelewa sana mwanamke akajibu kwamba njia ilikuwa ndefu na hakuna mtu aliyetaka kumsaidia kesho tutaondoka kabla ya alfajiri
        kwa sababu hakuna njia nyingine bonyeza kitufe ili kuendelea kiwango chako ni cha chini sana kwa kazi hii unafanya nini hapa
        nilidhani umekwisha kufa msichana alicheka polepole na kuchomoa upanga ukutani
        """,
        "hr": """
        starac je otvorio vrata i pogledao snijeg ne rekavši ni riječi zatim je stavio ruku na stol i upitao zašto je došla tako kasno
        odgovorila je da je put bio dug i da joj nitko nije htio pomoći sutra krećemo prije zore jer nema drugog načina pritisni gumb
        za nastavak tvoja razina je preniska za ovaj zadatak što radiš ovdje mislio sam da si već mrtav djevojka se tiho nasmijala i
        izvukla mač iz zida
        """,
        "ru": """
        старик открыл дверь и посмотрел на снег не говоря ни слова потом он положил руку на стол и спросил почему она пришла так поздно
        она ответила что дорога была длинной и никто не хотел ей помочь завтра мы выйдем до рассвета потому что другого пути нет
        нажмите кнопку чтобы продолжить ваш уровень слишком низок для этого задания что ты здесь делаешь я думал ты уже мёртв девушка
        тихо засмеялась и вытащила меч из стены
        """,
        "uk": """
        старий відчинив двері й подивився на сніг не кажучи ні слова потім він поклав руку на стіл і запитав чому вона прийшла так пізно
        вона відповіла що дорога була довгою і ніхто не хотів їй допомогти завтра ми вирушимо до світанку бо іншого шляху немає натисніть
        кнопку щоб продовжити ваш рівень занадто низький для цього завдання що ти тут робиш я думав ти вже мертвий дівчина тихо
        засміялася і витягла меч зі стіни
        """,
        "bg": """
        старецът отвори вратата и погледна снега без да каже дума после сложи ръка на масата и попита защо е дошла толкова късно тя
        отговори че пътят бил дълъг и никой не искал да ѝ помогне утре ще тръгнем преди зазоряване защото няма друг начин натиснете
        бутона за да продължите нивото ви е твърде ниско за тази задача какво правиш тук мислех че вече си мъртъв момичето тихо се
        засмя и извади меча от стената
        """,
        "sr": """
        старац је отворио врата и погледао снег не рекавши ни реч затим је ставио руку на сто и упитао зашто је дошла тако касно
        одговорила је да је пут био дуг и да нико није хтео да јој помогне сутра крећемо пре зоре јер нема другог начина притисните
        дугме да бисте наставили ваш ниво је пренизак за овај задатак шта радиш овде мислио сам да си већ мртав девојка се тихо
        насмејала и извукла мач из зида
        """,
        "ar": """
        فتح الرجل العجوز الباب ونظر إلى الثلج دون أن يقول كلمة ثم وضع يده على الطاولة وسأل لماذا جاءت متأخرة هكذا أجابت بأن الطريق كان
        طويلا وأن أحدا لم يرد مساعدتها غدا سنرحل قبل الفجر لأنه لا توجد طريقة أخرى اضغط على الزر للمتابعة مستواك منخفض جدا لهذه المهمة
        ماذا تفعل هنا ظننت أنك قد مت ضحكت الفتاة بهدوء وسحبت السيف من الجدار
        """,
        "fa": """
        پیرمرد در را باز کرد و بی آنکه حرفی بزند به برف نگاه کرد سپس دستش را روی میز گذاشت و پرسید چرا این قدر دیر آمده است زن جواب داد
        که راه دراز بود و هیچ کس نمی‌خواست به او کمک کند فردا پیش از سپیده دم راه می‌افتیم چون راه دیگری نیست برای ادامه دکمه را فشار
        دهید سطح شما برای این مأموریت خیلی پایین است اینجا چه کار می‌کنی فکر می‌کردم مرده‌ای دختر آرام خندید و شمشیر را از دیوار بیرون کشید
        """,
        "ur": """
        بوڑھے آدمی نے دروازہ کھولا اور ایک لفظ کہے بغیر برف کو دیکھا پھر اس نے میز پر ہاتھ رکھا اور پوچھا کہ وہ اتنی دیر سے کیوں آئی ہے
        اس نے جواب دیا کہ راستہ لمبا تھا اور کوئی اس کی مدد نہیں کرنا چاہتا تھا کل ہم صبح سے پہلے نکلیں گے کیونکہ اور کوئی راستہ نہیں
        جاری رکھنے کے لیے بٹن دبائیں آپ کا درجہ اس کام کے لیے بہت کم ہے تم یہاں کیا کر رہے ہو میں سمجھا تم مر چکے ہو لڑکی آہستہ سے ہنسی
        """,
    ]
}
