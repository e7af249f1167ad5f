/// The small words by which a language shows itself: articles, pronouns, prepositions, conjunctions, forms of to be and to
/// have. Written down for this check; about fifty a language suffice for a sentence of eight words.
enum FunctionWords {
    /// Languages that no list of small words tells apart surely; none is taken for another of its group.
    static let siblings: [Set<String>] = [
        ["id", "ms"], ["da", "no", "nb", "nn"], ["cs", "sk"], ["hr", "sr", "bs", "sh"], ["pt", "gl"],
        ["hi", "mr", "ne"],
        ["ru", "be"], ["ar", "arz"], ["fil", "tl"], ["ro", "mo"],
    ]

    static func areSiblings(_ left: String, _ right: String) -> Bool {
        left == right || siblings.contains { $0.contains(left) && $0.contains(right) }
    }

    static let lists: [String: String] = [
        "en": """
        the of and to a in is was that it he she you his her i not with for on at as be had they this have from but
        are were him we my your their so what there if all no when will would me who them then out up about could
        been into do did don't didn't it's i'm what's that's can't won't isn't wasn't an or by one its our us how
        why where which than just only even still can how's let's you're he's she's i'll you'll more some any has
        should must yet said came went like over down back hand eyes two asked again never every other old young man
        woman day night nobody anyone something nothing everything house take make know think look see go come get
        give tell want
        """,
        "es": """
        de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este sí
        porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les
        ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras otra él tanto esa estos
        mucho nada era está fue había ser son tu te si estaba tenía dijo hacia casa nadie nunca siempre años días
        noche hombre mujer vez así entonces aquel aquella quería podía afuera mano ojos dos tres solo después ahora
        aquí allí quién cómo hacer decir ver ir tiene puede quiere entró dejó salir palabra
        """,
        "pt": """
        de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu
        sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos
        ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos havia
        seja qual será nós lhe deles essas esses isto aquilo são vou disse casa ninguém nunca sempre anos dias noite
        homem mulher vez assim então aquele aquela queria podia fora lá mão olhos dois duas três agora aqui ali
        fazer dizer ver ir pode quer entrou sair palavra ainda nada tudo chovia dela dele
        """,
        "fr": """
        de la le et les des en un une du que est pour qui dans il par sur pas au plus ne se ce avec sont elle je
        vous nous son mais comme ou si leur y dont tout était a à être fait été cette ses aussi même sans entre deux
        ces ils lui aux d'un d'une c'est n'est qu'il j'ai l'a n'a s'est qu'elle où quand très bien encore tu te me
        mon ma ta ton sa avait dit fit jour nuit homme femme main yeux rien jamais toujours personne maison alors
        après avant trois voulait pouvait dehors ici là quoi faire dire voir aller peut veut fut furent tous toute
        leurs cet autre toi moi eux elles n'y
        """,
        "de": """
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er
        hat dass daß sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor
        zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir
        soll ich eines jahr zwei diese dieser wieder keine seiner worden will zwischen du was ihn ihm ihr mir mich
        dich doch ja nein ging kam sagte niemand haus nichts immer jetzt hier dort wollte konnte musste stark
        draußen mann frau tag nacht hand augen drei alte diesen diesem dieses seinen seinem ihren ihrem uns euch
        warum wo machen sehen gehen kommen kein keinen ins vielleicht
        """,
        "it": """
        di che è la il un a per in una non sono con del della si da le i al nel lo gli come più ma dei anche alla se
        ha su delle questo ci o dal mi lui lei io tu essere era aveva suo sua loro quando cosa tutto perché solo già
        mai molto dove chi così nella ho hai stato fatto allo degli agli sulla c'è quella quello due ed ti ne
        """,
        "nl": """
        de het een en van in is dat op te zijn met voor niet die aan er om hij ze was als ook maar naar bij dan zich
        door nog had uit je ik dit deze heeft over we hun wel kan hem haar mijn geen zo wat hebben werd ze's waren
        worden tot meer al heb mij jij zij toch iets omdat waar wie wordt zou
        """,
        "id": """
        yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka
        lebih telah oleh dia kami sudah atau kita seperti banyak bahwa hanya aku kamu anda nya saat lagi tapi tetapi
        masih harus jika hari orang satu bagi apa siapa sangat belum setelah ketika para menjadi adalah jangan mau
        sebuah seorang sepatah kata pun masuk keluar rumah luar malam mata tangan berkata bertanya sana sini lalu
        kemudian sambil tetap pernah selalu tak bukan kalau sampai begitu terlalu semua setiap melihat datang pergi
        punya besar kecil mana bagaimana mengapa
        """,
        "vi": """
        và của là có không được cho một người những trong các với đã này khi ra đến để tôi anh cô hắn nàng ta ông bà
        cũng như thì mà vào lại đó ở từ về lên nhưng nếu bị sẽ đang rồi hay vẫn nhiều còn chỉ phải làm gì sao nào
        thế đi nói hai mình ngươi cậu con biết trên sau trước ai muốn khỏi nhà trời ngoài bên rất lắm quá chưa đâu
        đây kia ấy nọ mới bước hỏi nhìn thấy tay mắt ngày đêm năm lời cả chẳng lúc nữa thôi à ư
        """,
        "tr": """
        ve bir bu da de için ile çok ne o gibi daha ama var ben sen olan olarak kadar en mi mı mu mü değil ya ki şey
        her sonra onu ona bana sana beni seni biz siz onlar diye bile ise yok şu nasıl neden kim hiç artık zaman
        önce iki olduğunu dedi vardı oldu hava kimse dışarıda yoktu evden istemiyordu sordu baktı geldi gitti şimdi
        burada orada bunu şunu onun benim senin bizim onların içinde üzerinde sadece hep asla gece gün adam kadın el
        göz ev
        """,
        "pl": """
        i w na z się nie do to że jest o jak a po co tak za od ale już tylko był była było ja ty on ona oni mnie mu
        jej jego ich go być czy przez przed dla może kiedy gdy jeszcze jeśli bardzo sobie ten ta te tego tej tym są
        nic pan pod ze jako także też teraz wszystko tu tam nikt chciał chciała powiedział powiedziała dom domu ręka
        oczy dzień noc lat dwa trzy potem wtedy jednak nawet więc bo albo lub gdzie dlaczego tutaj człowiek mógł
        mogła padał wyjść zawsze nigdy bez nad między swoje swój
        """,
        "cs": """
        a se v na je že to s z do o i jako za ale by si tak po jsem jsi jsme jsou byl byla bylo když už jen k ve ne
        co jak nebo pro také ten ta tento které který která jeho její jejich ho mu mi tě mě vás nás kde proč není
        přes před ještě nic může
        """,
        "sk": """
        a sa v na je že to s z do o i ako za ale by si tak po som sme sú bol bola bolo keď už len k vo nie čo alebo
        pre tiež ten tá tento ktoré ktorý ktorá jeho jej ich ho mu mi ťa ma vás nás kde prečo pred ešte nič môže
        """,
        "ro": """
        de și în a la cu nu pe se este un o din care pentru mai că sunt el ea au fost ce ca lui dar sau prin ale al
        ei lor am ai are avea era acest această după fără numai când cum îi îl îmi își te mă vă eu tu noi voi foarte
        nici unde către despre până să fi le-a l-a n-a
        """,
        "hu": """
        a az és hogy nem is egy ez meg de csak el azt ha már még volt mint ki mi én te ő van vagy lesz kell nagyon
        itt ott most minden után mert azért akkor lehet úgy így sem fel le be pedig majd ezt mit aki ami hogyan
        miért neki engem
        """,
        "sv": """
        och i att det som en på är av för med den till inte har de ett om var men han hon jag du vi så kan när från
        ut eller upp nu bara hade sig vad mig dig honom henne hans hennes efter där här skulle ska vill måste inget
        någon mycket över under själv alla också
        """,
        "da": """
        og i at det som en på er af for med den til ikke har de et om var men han hun jeg du vi så kan når fra ud
        eller op nu kun havde sig hvad mig dig ham hende hans hendes efter der her skulle skal vil må ingen nogen
        meget over under selv alle også blev være jer dem
        """,
        "no": """
        og i at det som en på er av for med den til ikke har de et om var men han hun jeg du vi så kan når fra ut
        eller opp nå bare hadde seg hva meg deg ham henne hans hennes etter der her skulle skal vil må ingen noen
        mye over under selv alle også ble være dere dem
        """,
        "fi": """
        ja on ei se että hän oli mutta kun niin ovat olla minä sinä he me te joka mitä mikä kuin jos vain nyt tämä
        sen siitä sitä hänen minun sinun en et emme olen olet ollut vielä myös tai ole mukaan jo kaikki koko sitten
        mies hänet
        """,
        "fil": """
        ang ng sa na mga at ay ko mo siya ako ka hindi ito kung para niya nang may ni si pero kanyang lang naman din
        rin kami sila nila tayo ikaw iyon doon dito wala walang isang bakit ano sino kapag dahil pa ba po
        """,
        "sw": """
        na ya wa kwa ni katika la za kuwa hii hiyo si yake lakini kama huyo alikuwa sana yeye mimi wewe sisi hapa
        pia tu cha vya hata nini nani bado baada ambao ambaye kila wake
        """,
        "hr": """
        i u je se na da ne za od su s o što kao ali bi te ga iz koji koja koje sam si smo ste nije bio bila bilo
        samo već kad do mu mi ti on ona oni njegov njezin ili ako tako još sve kako po nego nema gdje zašto
        """,
        "ms": """
        yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke kerana tersebut boleh ada mereka
        lebih telah oleh dia kami sudah atau kita seperti banyak bahawa hanya aku kamu anda awak saat lagi tapi
        tetapi masih harus jika hari orang satu bagi apa siapa sangat belum selepas ketika para menjadi adalah
        jangan mahu sebuah rumah luar malam mata tangan berkata bertanya lalu kemudian sambil pernah selalu tak
        bukan kalau sampai begitu terlalu semua setiap melihat datang pergi
        """,
        "ru": """
        и в не на я что он с как а то это по но она к у его из за так же все от ты о мы бы был была было были вы для
        да её ее их мне меня тебя тебе ему ей если только ещё еще когда уже до или ни даже нет вот этот эта этого
        там тут здесь где кто чтобы при себя него неё нее со без под над раз чем никто хотел сказал сказала дождь
        дом дома рука глаза день ночь лет два три потом тогда однако почему сейчас человек мог могла шёл шел всегда
        никогда между своё свой очень больше надо ничего
        """,
        "uk": """
        і в не на я що він з як а те це по але вона до у його із за так же все від ти о ми б був була було були ви
        для та її їх мені мене тебе тобі йому їй якщо тільки ще коли вже або ні навіть немає ось цей ця цього там
        тут де хто щоб при себе нього неї без під над ніж й ніхто хотів сказав сказала дощ дім дому рука очі день
        ніч років два три потім тоді однак чому зараз людина міг могла йшов завжди ніколи між своє свій дуже більше
        треба
        """,
        "bg": """
        и в не на аз че той с като а то това по но тя към у го от за така все ти ние би беше бяха вие да ѝ им ми ме
        те му ако само още когато вече до или ни дори няма ето този тази там тук къде кой при себе без под над ще
        съм е са си се
        """,
        "sr": """
        и у је се на да не за од су с о што као али би те га из који која које сам си смо сте није био била било
        само већ кад до му ми ти он она они његов њен или ако тако још све како по него нема где зашто
        """,
        "ar": """
        في من على إلى أن لا ما هذا هذه التي الذي كان كانت عن مع هو هي لم لن قد ثم أو بل كل بعد قبل عند حتى إذا أنا
        أنت نحن هم ذلك تلك لكن ولكن فقط أي يا كيف ماذا لماذا أين بين غير وهو وهي له لها به فيه إنه أحد يريد البيت
        قال قالت ليس لست كنت يوم ليلة رجل امرأة يد عين الآن هنا هناك دائما أبدا شيء كانوا يكن
        """,
        "fa": """
        و در به از که این را با است برای آن یک خود تا کرد بر هم نیز گفت می ما شما من او آنها اگر اما یا هر بود شد چه
        چرا کجا پس بعد قبل نه هیچ همه فقط دیگر باید نمی شده کرده بودند هستند
        """,
        "ur": """
        کے کی میں ہے اور سے کا کو اس نے ہیں پر یہ وہ کر تھا تھی ایک بھی تو نہیں ہو کہ جو ہم تم آپ میرے اپنے کیا کیوں
        جب تک لیے ساتھ رہا گیا تھے
        """,
    ]
}
