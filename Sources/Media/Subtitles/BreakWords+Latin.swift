/// Languages in Latin script. Closed classes of words only, as any grammar lists them; where a word has two uses, both are
/// given and the worse break counts.
extension BreakWords {
    static let latin: [(languages: String, lists: Lists)] = [
        (
            "en",
            [
                .conjunction:
                    """
                and but or nor so because since although though if unless until while when whenever where wherever
                whether that which who whom whose than as before after once yet
                """,
                .preposition:
                    """
                in on at by for with without from to into onto of about against among around between behind
                below beneath beside beyond down during except inside like near over past through throughout
                toward towards under upon within across along
                """,
                .focus: "only just even",
                .determiner:
                    """
                a an the this these those my your his her its our their some any no every each either neither all
                both another other such what very too more most much many few little mr mrs ms miss dr old new
                good great big young own same last next first second lord lady s
                """,
                .pronoun: "i you he she it we they there let's",
                .auxiliary:
                    """
                am is are was were be been being have has had do does did will would shall should can could may
                might must not never m re ll ve d don't doesn't didn't won't can't isn't aren't wasn't
                weren't wouldn't couldn't shouldn't haven't hasn't hadn't
                """,
                .clitic: "up out away back down off me him us them",
                .particle: "in on over through around along by about across past under",
                .genitive: "of",
            ]
        ),
        (
            "es",
            [
                .conjunction:
                    """
                y e o u pero sino porque que si cuando mientras aunque como donde pues ni quien cual
                """,
                .preposition:
                    """
                a ante bajo con contra de desde durante en entre hacia hasta para por según sin sobre tras al del
                """,
                .focus: "solo sólo",
                .determiner:
                    """
                el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella mi mis tu
                tus su sus nuestro nuestra nuestros nuestras cada todo toda todos todas otro otra otros otras
                algún alguna ningún ninguna muy más menos tan qué gran buen mal primer don doña señor señora
                señorita
                """,
                .genitive: "de del",
                .pronoun: "yo tú él ella usted nosotros ellos ellas ustedes me te se nos os le les",
                .auxiliary:
                    """
                he has ha hemos han había habían soy eres es somos son era eran fue está están estoy estás no
                nunca jamás voy vas va vamos van puedo puede puedes quiero quieres debe debes debo sido siendo ser
                estar haber
                """,
            ]
        ),
        (
            "fr",
            [
                .conjunction:
                    """
                et ou mais donc or ni car que qu quand lorsque si comme puisque parce qui dont où tandis afin
                """,
                .preposition:
                    """
                à de d en dans par pour sur sous avec sans chez vers entre contre depuis pendant avant après
                jusque jusqu dès au aux du des
                """,
                .focus: "juste",
                .determiner:
                    """
                le la les l un une des ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur
                leurs chaque tout toute tous toutes quel quelle quels quelles quelque quelques plusieurs très plus
                moins aussi trop petit petite grand grande bon bonne monsieur madame mademoiselle m mme
                """,
                .genitive: "de d du des",
                .pronoun: "je j tu il elle on nous vous ils elles me te t se s lui y ça",
                .auxiliary:
                    """
                ai as a avons avez ont avais avait avaient suis es est sommes êtes sont étais était étaient sera
                serai ne n jamais été être avoir vais va vas allons allez vont peux peut pouvez veux veut dois
                doit fait c
                """,
                .clitic: "pas point rien",
            ]
        ),
        (
            "de",
            [
                .conjunction:
                    """
                und oder aber denn sondern dass weil wenn als ob obwohl während bevor nachdem damit sobald falls
                wie
                """,
                .preposition:
                    """
                in im an am auf aus bei beim mit nach seit von vom zu zum zur durch für gegen ohne um unter über
                vor hinter neben zwischen wegen trotz bis ins ans aufs
                """,
                .focus: "nur",
                .determiner:
                    """
                der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein
                meine meinen meinem meiner dein deine deinen deinem deiner sein seine seinen seinem seiner ihr
                ihre ihren ihrem ihrer unser unsere unseren euer eure dieser diese dieses diesen diesem jeder jede
                jedes jeden jedem welche welcher alle viele sehr so herr frau
                """,
                .genitive: "von vom",
                .pronoun: "ich du er sie es wir man mich dich sich uns euch mir dir ihm ihn",
                .auxiliary:
                    """
                bin bist ist sind seid war warst waren habe hast hat haben habt hatte hatten wird werde wirst
                werden wurde wurden kann kannst können konnte muss musst müssen musste will willst wollen wollte
                soll sollst sollen sollte darf darfst mag möchte nicht nie niemals
                """,
            ]
        ),
        (
            "pt",
            [
                .conjunction: "e ou mas porém porque que se quando enquanto embora como onde pois nem quem",
                .preposition:
                    """
                a à ao aos às ante após até com contra de da do das dos desde em na no nas nos entre para pra por
                pela pelo pelas pelos sem sob sobre num numa deste desta desse dessa neste nesta nesse nessa
                """,
                .focus: "só",
                .determiner:
                    """
                o a as os um uma uns umas este esta estes estas esse essa esses essas aquele aquela meu minha meus
                minhas teu tua seu sua seus suas nosso nossa nossos nossas cada todo toda todos todas outro outra
                outros outras algum alguma nenhum nenhuma muito mais menos tão senhor senhora sr sra dona
                """,
                .genitive: "de do da dos das",
                .pronoun: "eu tu você ele ela nós vocês eles elas me te se lhe lhes",
                .auxiliary:
                    """
                sou és é somos são era eram foi foram estou está estamos estão estava estavam tenho tem temos têm
                tinha tinham não nunca jamais vou vai vamos vão posso pode podemos podem quero quer deve devo ser
                estar ter sido
                """,
            ]
        ),
        (
            "it",
            [
                .conjunction:
                    """
                e ed o od ma però perché che se quando mentre sebbene come dove né chi cui affinché
                """,
                .preposition:
                    """
                a ad al allo alla ai agli alle da dal dallo dalla dai dagli dalle di del dello della dei degli
                delle in nel nello nella nei negli nelle con col su sul sullo sulla sui sugli sulle per tra fra
                senza verso contro dopo prima sotto sopra dell dall nell all sull
                """,
                .focus: "solo soltanto",
                .determiner:
                    """
                il lo la i gli le l un uno una questo questa questi queste quel quello quella quei quegli quelle
                mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra loro
                ogni tutto tutta tutti tutte altro altra alcun nessun nessuna molto più meno così tanto troppo
                signor signora signorina
                """,
                .genitive: "di del dello della dei degli delle dell",
                .pronoun: "io tu lui lei noi voi mi ti si ci vi",
                .auxiliary:
                    """
                sono sei è siamo siete era erano fu ho hai ha abbiamo avete hanno avevo aveva avevano non mai sto
                stai sta stiamo stanno posso puoi può possiamo possono voglio vuoi vuole devo devi deve dobbiamo
                essere stato stata avere
                """,
            ]
        ),
        (
            "nl",
            [
                .conjunction: "en of maar want dat omdat als wanneer terwijl hoewel zodat toen waar wie",
                .preposition:
                    """
                in op aan van voor met naar uit bij door over om onder tegen tot zonder tussen achter na sinds
                """,
                .focus: "alleen",
                .determiner:
                    """
                de het een deze dit die mijn jouw zijn haar ons onze jullie hun elk elke alle geen heel zeer te
                meneer mevrouw
                """,
                .genitive: "van",
                .pronoun: "ik jij je hij zij ze wij we u",
                .auxiliary:
                    """
                ben bent is was waren heb hebt heeft hebben had hadden word wordt zal zullen zou kan kunt kunnen
                moet moeten wil niet nooit
                """,
            ]
        ),
        (
            "sv da nb no nn",
            [
                .conjunction:
                    "och og eller men att at eftersom fordi om hvis när når medan mens som där der",
                .preposition:
                    """
                i på av af till til från fra med utan uten uden för for efter etter under över over mellan mellem
                mellom vid ved hos mot mod
                """,
                .determiner:
                    """
                en ett et ei den det de denna denne detta dette dessa disse min mitt mine mina din ditt dine dina
                hans hennes hendes sin sitt vår vores deres varje hver alla alle mycket meget
                """,
                .pronoun: "jag jeg du han hon hun vi ni man",
                .auxiliary:
                    """
                är er var har hade havde hadde ska skal skall vill vil kan måste må inte ikke aldrig aldri
                """,
            ]
        ),
        (
            "pl",
            [
                .conjunction:
                    """
                i a ale lecz albo lub oraz że żeby aby bo ponieważ jeśli jeżeli gdy kiedy choć chociaż jak gdzie
                który która które którzy którego której których niż więc czy ani
                """,
                .preposition:
                    """
                w we na z ze do od o po za u dla bez przez przy pod nad przed między ku wobec według podczas
                """,
                .focus: "tylko",
                .determiner:
                    """
                ten ta to te ci tego tej tych mój moja moje moi twój twoja twoje jego jej ich nasz nasza nasze
                wasz swój swoja swoje każdy każda wszystkie cały bardzo taki taka pan pani
                """,
                .pronoun: "ja ty on ona ono my wy oni one",
                .auxiliary:
                    """
                nie jest są był była było byli były będzie będę będziesz będą mam masz ma mają mogę może możesz
                musi muszę
                """,
                .clitic: "się",
            ]
        ),
        (
            "cs sk",
            [
                .conjunction:
                    """
                a i ale nebo alebo že aby protože pretože když keď pokud jestli ak ač jak ako kde který která
                které kteří než
                """,
                .preposition: "v ve na s z ze do od o po za u pro pre bez přes při pod nad před mezi k ke",
                .determiner:
                    """
                ten ta to ti můj moje tvůj tvoje jeho její jejich náš naše váš vaše svůj každý všechny velmi pan
                paní
                """,
                .pronoun: "já ty on ona my vy oni",
                .auxiliary: "ne je jsou jsem jsi jsme jste byl byla bylo byli bude budu som sú bol",
                .clitic: "se si sa",
            ]
        ),
        (
            "ro",
            [
                .conjunction: "și sau dar iar că dacă când deși care ce unde ca",
                .preposition: "în la de pe cu din prin pentru fără sub peste către după între spre până",
                .determiner:
                    """
                un o al ale acest această acel cei cele meu mea tău ta lui nostru foarte mai cel cea domnul doamna
                """,
                .pronoun: "eu tu el ea noi voi ei ele mă te se ne vă îl îi",
                .auxiliary: "am ai a are au nu sunt ești este e era fost va vor să",
            ]
        ),
        (
            "hu",
            [
                .conjunction: "és vagy de hogy mert ha amikor aki ami mint",
                .determiner: "a az egy ez ezt azt minden nagyon én te ő mi ti ők nem sem ne",
            ]
        ),
        (
            "fi",
            [
                .conjunction: "ja tai mutta että koska jos kun vaikka joka kuin",
                .auxiliary: "ei en et emme ette eivät on",
            ]
        ),
        (
            "id ms",
            [
                .conjunction:
                    """
                dan atau tetapi tapi namun karena kerana sebab bahwa bahawa jika kalau bila ketika saat sementara
                meskipun walaupun agar supaya yang sehingga lalu kemudian
                """,
                .preposition:
                    """
                di ke dari daripada pada kepada untuk bagi dengan tanpa oleh dalam atas bawah antara tentang
                hingga sampai seperti
                """,
                .focus: "hanya cuma",
                .determiner:
                    """
                seorang sebuah seekor sang si para setiap semua beberapa sangat lebih paling terlalu tuan nyonya
                nona pak bu
                """,
                .pronoun: "aku saya kamu kau anda dia ia kami kita mereka",
                .auxiliary:
                    """
                tidak tak bukan belum jangan akan sudah telah sedang masih bisa dapat harus boleh ingin mau adalah
                ialah pernah
                """,
                .clitic: "ini itu pun juga saja",
            ]
        ),
        (
            "fil tl",
            [
                .conjunction: "at o ngunit pero dahil kung kapag nang habang upang",
                .preposition: "sa ng para mula kay ni",
                .determiner: "ang mga si sina isang aking iyong kanyang",
                .auxiliary: "ay hindi huwag",
                .clitic: "na pa ba po nga",
            ]
        ),
        (
            "vi",
            [
                .conjunction: "và hoặc hay nhưng mà vì nên bởi rằng nếu khi lúc dù tuy để thì còn",
                .preposition:
                    """
                ở tại tận trong ngoài trên dưới từ đến tới với của về bằng qua cho theo vào giữa
                """,
                .focus: "chỉ",
                .determiner:
                    """
                một các những mỗi mọi cái con chiếc người vị ông bà anh chị em cô cậu hai ba rất quá hơn
                """,
                .pronoun: "tôi ta tao mày nó hắn chúng họ mình",
                .auxiliary:
                    "không chưa chẳng đừng đã đang sẽ vẫn cũng đều bị được phải có là thể muốn cần hãy",
                .clitic: "đây được này kia đó ấy rồi nữa à ạ nhỉ nhé đâu vậy thế gì",
            ]
        ),
        (
            "tr az",
            [
                .conjunction: "ve veya ya ama fakat çünkü eğer ancak hem",
                .focus: "sadece",
                .determiner:
                    """
                bir bu şu o her bazı hiçbir tüm bütün çok en daha benim senin onun bizim sizin onların
                """,
                .pronoun: "ben sen biz siz onlar",
                .clitic:
                    """
                mi mı mu mü misin mısın musun müsün de da ile için gibi göre sonra önce değil ki diye bile
                bey hanım
                """,
            ]
        ),
    ]
}
