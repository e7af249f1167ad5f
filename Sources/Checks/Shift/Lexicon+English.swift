// Written by script/lexicon.py from sentence pairs of the project's own; not edited by hand.
extension Lexicon {
    /// `stem:share of units with the stem that have a piece, of 99:share of the others, of 1000:pieces`.
    static let english = """
        abacu:68:1:算盘 abando:64:3:弃 about:34:50:约,电费,聊,要,越 above:67:137:头顶,上 abrupt:41:2:止
        accept:61:21:不服,受,收 accord:58:37:记载,走 accoun:67:7:账 achiev:69:1:成就 acros:82:169:对面,推过,横,了一,上
        act:25:3:演 actual:45:13:真 add:30:10:加 admit:35:10:认 advanc:41:34:发 affect:61:1:好感 afraid:73:5:怕
        after:67:122:后,接一,家,了下 aftern:70:1:下午 again:91:113:又,再,重,还 agains:38:33:靠,对 age:60:17:早,岁
        aged:50:1:中年 ago:93:80:年前,早,年,刚 agree:58:78:说 ah:67:13:阿 ahead:63:51:前方,前 ahem:68:2:咳
        air:50:12:空调,风 alchem:41:6:丹 alert:31:1:得惊 alive:63:10:活 all:48:106:全,都,整夜,共,从,锅的 alley:41:20:同
        allian:58:1:盟 allow:34:7:不许,不得 almost:28:13:快 alone:84:166:个人,自,有 along:33:3:跟着,命令,途中
        alread:71:31:已经,已,过了 also:41:45:也 alway:73:51:总,必,照例,永远,长,右 among:46:35:中,通
        an:24:33:间,一张,圈,伞,职业,个时 ancest:50:1:祠堂 ancien:61:3:古 announ:32:4:布
        anothe:83:215:接一,又,再,另一,换一,不 answer:62:53:答,人应,回 antido:64:1:解药 anymor:81:184:不
        anyone:80:196:人,谁,路 apart:68:72:拆,年 apartm:25:3:套 apolog:42:1:歉 appear:32:28:以 appren:76:4:徒
        archiv:58:1:档案 area:41:1:区域 aren't:80:183:不 arena:50:17:场 arm:58:6:怀里,臂,胳膊,抱 armi:41:13:军
        armor:68:5:甲 army:81:12:军 around:54:82:圈,连个,后,围 array:72:3:阵 arriv:80:178:到,来 arrow:58:1:箭
        as:39:51:像,于,眼皮,当,花酿,嘛 ask:87:32:问,打听,请,养 asleep:80:5:睡 assist:72:2:助
        at:46:108:看,点,于,夜,门口,同时 ate:72:21:吃 attack:50:4:攻 attemp:35:5:试 attent:35:27:全 auctio:43:1:拍卖
        audien:28:1:请安 auntie:50:3:姨,婶 automa:41:2:自动 autumn:64:4:秋 awake:70:4:醒 awaken:35:5:醒 award:38:4:奖
        away:47:59:去,身出,收起,钢,过的 baby:38:8:孩子 back:73:110:回,背,后,嫌我,道菜,仰 bad:59:6:不好,坏,得厉
        bag:84:14:包,袋 bai:68:18:柏,白 balanc:41:1:余额 ball:58:3:球 bamboo:68:1:竹 bank:76:2:银行,岸,库
        bankru:41:1:破产 banner:65:4:旗,横幅 banque:62:1:宴 banxia:74:1:半夏 bare:50:27:已经,便 bark:41:1:狗叫
        base:50:16:底 basket:31:1:篓 batch:31:3:炉 battle:75:8:战 be:27:29:该,怕,无法,轻,怒,选 bead:28:1:佛珠
        beam:35:1:房梁 bean:72:3:豆 beard:54:1:胡子 beast:71:2:兽 beat:65:49:敲,打,击 becaus:81:4:因 becom:41:7:成了
        bed:87:7:床,睡 beef:68:1:牛肉 been:68:171:年,已,天了,过,才,被 before:78:178:前,亮就,才,音未,在 beg:54:4:求
        began:57:13:起来,开始 begg:58:4:求 beggar:41:1:乞丐 begin:38:47:开 beginn:57:1:新手,从头 behind:81:72:后,留下
        being:23:25:被 bel:64:1:肚 believ:71:12:信 bell:86:15:铃,钟 belong:72:162:人 below:85:108:低于,下 belt:61:13:带
        beneat:77:108:下 bent:43:1:弯 beside:86:21:旁,边 best:35:1:最好 bet:56:1:赌 better:32:43:好
        betwee:75:35:间,捏着,往 beyond:42:22:外 bid:35:5:价 big:77:60:大 bigger:54:62:大 bill:57:15:账,费 bird:64:1:鸟
        birth:43:37:生 birthd:82:2:寿,生日 bit:45:9:咬人,一点,碎 bite:58:4:咬 bitter:62:1:苦 black:84:10:黑
        blackb:58:1:黑板 blacki:41:1:小黑 blacks:64:1:铁匠 blade:80:33:刀,剑,草 blank:50:15:空 bless:58:3:福 blew:54:3:吹
        blind:73:1:瞎,相亲 blink:60:1:眨 block:25:2:挡 blood:91:4:血 bloods:35:2:在桌 bloom:41:1:一朵 blosso:50:20:花
        blow:25:4:吹 blue:69:9:蓝,青 board:83:15:板,包吃,董事,棋 boat:58:7:船 body:75:30:体,身 boil:50:31:水
        bolt:65:21:雷,了三 bon:68:5:骨 book:59:13:书 bookke:61:1:账房 boom:41:45:声 boot:78:44:靴,四 borrow:84:3:借
        bos:62:3:老板 both:71:57:双,两,俩 bother:25:2:烦 bottle:64:2:瓶 bottom:89:144:底,个 bought:76:5:买
        bound:27:1:绑定 bow:68:54:门,弯,拜 bowl:91:3:碗 box:85:27:盒,匣,箱,万 boy:59:4:少年,童,男生 brais:50:1:烧肉
        branch:61:118:三 brand:41:15:新 breach:31:1:违约 break:40:13:退婚,断 breakf:68:10:早 breast:41:1:胸
        breath:81:23:吸,息,气 brick:74:1:砖 bride:34:1:新娘 bridge:84:1:桥 bright:45:11:亮 bring:36:27:带,舍,送
        bro:50:4:哥 broke:52:23:掰,断,破 broken:81:21:断,坏了,破 bronze:74:3:铜 broom:58:1:帚 broth:64:5:汤
        brothe:79:13:哥,兄,拜把,弟 brough:86:238:带,上,来 brow:70:4:眉,汗 brush:32:9:笔 bucket:61:2:桶
        build:72:19:楼,建,了我 built:43:13:座 bullet:72:6:弹 bun:65:1:馒头,包子 buri:81:31:埋,捂,儿
        burn:73:25:烧,一炷,灯,辣 burp:58:1:嗝 burst:50:25:炸开,笑 bus:68:13:公交,车 busine:36:13:营,做 busy:50:2:忙
        but:80:109:可,却,但,只,的不,不过 button:64:1:按钮 buy:67:4:买 by:43:84:被,前,夜,寸一,守城,块一 cak:58:126:来
        cake:72:1:糕 call:64:19:叫,喊,报警,唤,电话,称 calm:68:19:平静,所 came:87:247:来,口,他的,据说,谁,着 camel:68:1:驼
        camera:42:15:相机,停 camp:67:3:营 campfi:41:1:篝火 can:71:133:能,会,得,可以,罐 can't:88:178:不 candi:58:1:糖葫
        candl:58:2:烛 candle:74:1:烛 candy:72:4:糖 cane:43:1:拐 cannot:58:4:无法,不可 cap:28:2:帽 capita:50:65:都
        captai:89:40:长,队 car:78:11:车 card:81:10:卡,牌 carpet:50:30:半 carri:73:103:来的,以,大 carria:41:1:马车
        carry:43:33:背,娘 cart:64:13:车 carv:65:8:刻 cas:41:7:案 case:53:6:案 cast:58:4:被逐,术 cat:88:1:猫 catti:80:2:斤
        catty:58:3:斤 cavalr:68:3:骑 ceil:58:1:花板 cent:28:2:一分 center:58:25:中 centur:43:5:百年 certif:35:6:证
        chain:50:1:链 chair:65:1:椅 chairm:68:2:董 chalk:64:1:粉笔 chance:40:4:概率,能不 chang:77:18:改,变了,换
        change:70:37:改,换,钱 channe:50:1:频道 chapte:96:57:章,回 charac:77:29:角色,字 charco:58:1:炭 charg:50:23:收,伤
        charge:36:41:要 chas:58:4:追 chat:57:4:群 cheap:43:1:便宜 check:27:6:签到,查 chef:41:3:厨 cheng:72:4:程
        ches:72:2:棋 chest:54:1:胸 chew:28:1:着草 chicke:84:2:鸡 child:68:6:孩 childh:31:17:千 childr:71:14:孩子,岁
        chili:58:2:辣 chin:41:1:下巴 chipp:50:5:缺 choice:43:5:选 choose:61:5:选 chopst:81:1:筷 chosen:41:5:选
        chrysa:58:1:菊 chu:82:4:楚,褚 chub:58:1:胖墩 cigare:72:4:烟 citi:68:15:城 city:88:14:城,市 claim:46:8:领
        clan:58:2:族 clappe:35:1:梆子 clas:65:2:课,职业 classm:41:16:学 clause:64:24:条 claw:64:1:爪 clean:41:1:干净,齐整
        clear:57:24:清,通,显 click:25:1:算盘 client:28:1:客户 cliff:58:1:崖 climb:64:14:爬,翻 clos:54:15:合,闭
        close:28:5:闭 cloth:78:11:布,衣 cloud:62:5:云 clue:41:1:线索 clutch:72:107:攥着,着 coat:56:67:出 code:54:2:码
        coffee:76:1:咖啡 coffin:50:1:棺 coin:63:6:币,铜 cold:75:10:冷,凉,寒 collap:35:1:塌 collec:64:15:收,集齐
        colleg:35:4:考 color:53:15:色,敌人 comb:41:1:梳 combat:56:11:战 come:73:119:来,回家,曾,宅 comman:44:17:军,令
        commen:45:1:弹幕 compan:57:3:公司,陪 compar:41:13:比 compas:64:1:罗盘 compen:41:1:偿 comple:72:57:完成,全,成
        concub:62:1:妾,庶 condit:56:1:空调 confer:50:1:议室 congra:84:1:恭喜 consta:41:23:外 contac:31:1:客服
        contai:72:24:含,死 conten:35:15:意 contin:40:1:继续 contra:54:1:合同,合约 conver:41:1:转化 cook:44:3:厨,做饭
        cooker:41:1:电饭 copper:89:12:文,铜 copy:82:93:抄,本,到 core:41:2:核 corner:88:5:角 corrid:58:1:走廊
        cost:39:14:消耗,价,海 costum:58:5:戏 cough:62:1:咳 could:70:130:能,得,鸦雀,行吗,会,烦 couldn:84:229:不,得
        count:85:22:数,算,计 counte:68:1:柜台,女伯 county:74:1:县 couple:50:49:两 course:28:20:然 court:57:13:朝,堂
        courty:68:6:院 cover:48:15:遮,盖,捂,船 crab:68:1:蟹 crack:70:49:裂,缝,嗑瓜,声 crackl:56:13:响 crawl:50:17:出来
        crazy:64:2:疯 credit:28:18:完 crew:35:1:船员 cri:40:7:哭 crit:58:1:暴击 crook:72:3:歪 cros:21:8:盘
        cross:68:69:渡,过 crouch:76:3:蹲 crowd:45:1:人群 crown:60:1:冠,太子 cry:72:5:哭 cui:58:1:崔 cultiv:75:12:修
        cup:74:6:杯,盏茶 curl:35:6:卷 curren:50:1:当前 curs:81:4:骂 curse:41:6:骂 curtai:65:1:帘 custom:65:10:客
        cut:38:5:剪,切,割 dad:87:5:爸,爹 daddy:64:1:爸爸 dagger:41:10:刀 dai:72:52:日,条 damage:81:5:伤 dar:80:8:敢
        dare:86:7:敢 dark:64:13:黑 data:41:1:数据 date:76:41:相亲,日期,自 daught:93:22:女,媳妇,小姐 dawn:70:27:亮,晨,军
        day:93:60:天,日,头七,如今 daybre:68:11:亮 dead:78:34:死,场 deal:58:1:造成,成交 dear:25:1:亲爱 death:74:33:死,块
        deathb:58:1:终前 debt:86:29:债,本 decid:50:1:决定 deck:31:8:牌 declar:56:1:宣 deduct:50:2:扣 deep:81:70:深,手
        degre:58:9:度 delet:68:1:删 delete:41:1:删 delive:62:11:送 demon:74:4:妖,魔 demoni:58:4:魔 deposi:35:1:押
        design:38:1:设计 desk:61:11:前台,桌 destro:58:1:毁 detect:61:1:测到,刑警 dew:56:1:露水 diary:64:1:日记
        did:66:176:没,么,才,从哪,说过,了三 didn't:91:256:没,不 die:69:22:死,亡 died:72:33:死,留 differ:28:19:于
        diffic:58:1:难度 dig:41:1:挖 ding:65:1:叮 dinner:53:10:饭 direct:29:1:院长,主任 discip:78:6:弟 discov:74:4:发现
        dish:70:20:菜,碗 distan:35:1:远处 distur:41:1:扰 divine:41:9:神 divorc:76:14:离婚,书
        do:48:93:勿,么,吗,千万,可知,多少 dock:41:1:码头 doctor:78:2:医生,大夫 docume:35:1:文件 doe:55:89:疼不,么,吗
        doesn':74:182:不 dog:78:1:狗,犬 doing:47:66:么 domain:58:1:领地 don't:92:195:别,不,莫,我没,放心,勿 done:35:17:完
        donkey:81:1:驴 door:94:62:门,隔壁,走 doorwa:72:6:门口 dorm:43:1:宿舍 dot:68:44:点 doubl:68:2:倍 double:29:3:倍
        down:62:102:下,低头,弯腰,声点,桌,荡荡 downst:61:1:楼下 dowry:68:1:嫁妆 dozen:41:11:几 dr:68:2:医生 drag:43:2:拖
        dragg:41:2:拖 dragon:78:3:龙 drank:50:1:喝了 draw:41:3:拔,远及 dream:61:1:梦 drew:42:4:缩,抽 drink:79:8:喝,盏茶
        dripp:62:3:滴 drive:68:81:车,把 driver:72:13:司机,车 drop:51:9:滴,鸦雀,降 dropp:55:22:掉,跪,丢 drum:72:2:鼓
        drunk:35:11:喝 dry:59:12:干,枯 duan:58:5:段 duck:45:1:鸭 dug:61:138:在 dumpli:35:1:饺子 dungeo:64:1:副本
        dur:72:139:期间,在 dusk:58:67:到 dust:58:3:灰 duty:35:6:值 each:65:22:每,一人,各 ear:83:23:耳,早,提
        earlie:35:23:才 earn:28:1:挣 earth:46:4:土 easy:57:48:放,容,让 eat:80:17:吃 eaten:76:22:吃 eav:56:1:檐
        echo:41:13:响 edg:35:21:边 edge:28:6:的一 effect:67:2:效 egg:64:3:蛋 eight:94:12:八 eighte:72:4:十八
        eighth:68:21:八 eighty:84:19:八 either:82:91:也,要么,两 elder:63:2:长老 eldest:73:61:大 electr:58:15:电
        elevat:72:1:电梯 eleven:92:8:十一,一千 else:63:29:别人,别的,却,还有 embroi:74:1:绣 emerge:50:5:急 emotio:41:9:情
        empero:69:5:帝,皇上,侯 empty:79:11:空 end:61:81:尽头,结,话那,到,终 enemi:76:8:敌,仇家 enemy:86:6:敌,仇
        energy:54:10:灵 engage:78:7:婚 enough:74:7:够,不足,洋,里没 enter:69:36:入,进 entire:81:39:整,全
        entran:68:46:考,口 envelo:35:11:包 equal:50:37:生 er:54:1:融儿,胡不 error:45:10:错 escort:74:1:护送,镖
        even:74:106:连,都,甚至,也,还没 event:50:1:活动 ever:66:93:过,辈子,从 every:75:64:每,都,天天,齐齐,天下
        everyo:77:158:人都,众,人 everyt:60:67:全部,一切,都 eviden:72:5:证 ex:74:52:前 exact:34:10:模一,神 exam:64:3:考
        examin:22:4:考 except:32:2:唯独 exchan:62:14:换 explai:40:1:解释 explod:68:3:炸 expres:61:9:情 extra:67:57:多,五
        eye:90:51:眼,目,自己 fac:32:5:朝 face:80:45:脸,面 fact:31:1:其实 fad:57:18:褪,音 fail:40:1:失败 faint:22:1:晕了
        fall:53:114:成时,摔,下,速 fallen:21:10:破 fami:87:46:家 famili:31:1:两家 fan:73:3:扇,粉丝,范大 fang:50:21:方
        far:37:7:尽头,远 farm:35:10:种 farthe:35:6:远 fast:62:11:快 faster:56:13:快 fate:58:13:命 father:69:8:父,爹
        favor:38:18:事 fear:64:7:怕 fee:74:9:费,半夏 feed:58:2:喂 feel:50:4:觉 feet:86:50:脚,起,丈,尺
        fell:70:57:落,掉,静了,九 fellow:76:138:道友,上 female:56:25:女 few:65:10:几 field:40:3:田 fiftee:65:2:十五
        fifth:45:3:第五 fifty:85:25:五十,五 fight:52:35:打,抢 file:35:1:卷宗 fill:44:20:满 final:88:53:终,期末,后一,算,再
        find:74:61:找,查,自,发现,顶 fine:68:67:细,行,好,罚 finger:94:11:指,捏 finish:60:16:完,到尾 fir:22:1:射
        fire:87:15:火 firewo:78:28:柴,放 first:90:86:第一,先,头一,首,前,十一 fish:88:9:鱼,摸,渔 fist:50:1:拳头
        five:95:17:五 fix:79:12:修 flag:78:3:旗 flame:81:21:火,焰 flash:32:1:闪 flew:35:6:飞 float:74:2:浮,漂
        flood:43:31:水 floor:95:74:层,地,楼 flow:41:6:流 flower:85:17:花 fly:50:5:飞 fog:64:2:雾 fold:82:25:折,叠,然
        folk:29:14:路 follow:74:61:理,跟,度,本 food:54:9:的饭,粮,食 foot:48:11:脚,墙根 footag:58:1:监控 footpr:64:1:脚印
        footst:72:1:步声 for:37:75:年,替,小时,秒,饭,了半 forc:38:2:强 forehe:45:1:额头 forfei:50:1:弃权 forg:31:5:匠
        forge:41:6:一把 forget:50:3:忘 forgiv:45:1:恕 forgot:78:1:忘了 form:47:12:式,那张,丹 formul:41:21:方
        fortie:58:7:第四 fortun:61:47:算,走 forty:91:4:四十,四万 forwar:37:47:一个 found:63:71:到,着了,发现
        four:91:31:四,时辰 fourte:72:4:十四 fourth:87:41:第四,四 fox:64:1:狐 fragra:58:6:香 frame:31:1:框 fresh:45:14:新
        friend:34:5:友 fright:31:8:怕 from:48:59:从,对面,由,上的,默把,边 front:77:172:前,缺了,在 fronti:68:23:境,边
        frown:58:1:皱 froze:50:6:住了 frozen:56:1:冻 fruit:54:4:果 fu:56:3:傅 full:69:51:满,整整,吃饱,足,全
        funera:41:8:礼 furnac:50:3:炉 gain:44:4:获得 galler:41:46:了一 game:74:68:棋,游,都 gap:43:6:缝 gas:38:4:油
        gat:72:51:门 gate:85:47:门,守山 gateke:58:134:个 gather:63:108:拢,着 gave:66:142:给,他,轻轻,送 gavel:43:1:槌
        gaz:74:54:望着,看 genera:74:7:将军,代 gent:68:10:轻 gentle:22:3:诸 ghost:76:2:鬼 gift:67:16:礼,赠,费
        girl:90:157:姑娘,女,丫头,上 girlfr:41:1:女友 give:47:38:给,爹 glanc:78:54:一眼,看 glance:50:66:过 glas:73:7:杯,璃
        glass:76:6:镜 glow:62:19:亮,也没 gnaw:50:1:啃 go:60:99:去,走,放 goat:68:2:羊 god:78:8:神 goe:20:7:从不,店
        going:42:56:去,仲,都在 gold:89:10:金 golden:58:13:金 gone:23:5:没了,不见 gong:70:8:锣,宫 good:53:43:好,早安,越
        got:25:46:咱,还能,换成,什么 gourd:64:1:葫芦 grade:31:15:数 gradua:58:1:毕业 grain:67:2:粮 granar:64:2:仓
        grandd:64:1:孙女 grandf:61:13:祖父,爷 grandm:82:7:姥姥,外婆,奶奶,祖 grandp:56:2:爷爷 grands:74:2:孙
        granny:74:2:婆婆 grant:43:14:内 gras:74:5:草 grave:50:1:坟 gray:56:4:灰 great:69:62:大,缸 green:80:9:绿,青
        grew:25:12:着一 grin:43:1:咧 grinn:41:1:咧 ground:60:61:地 group:62:4:群 grow:69:44:来越,长,根 gu:50:2:顾
        guaran:41:7:保 guard:56:12:守,保安,斤 gues:74:1:猜 guest:82:9:客 guild:72:4:公会,帮 gun:62:4:枪
        had:61:176:年,了一,口,个人,被,开 hadn't:67:98:没 hair:75:30:发,红头 half:89:17:半 halfwa:64:30:半
        hall:76:9:堂,厅里,殿 halt:41:1:停下 hammer:41:2:锤 han:56:1:韩 hand:87:78:手,撇子,交,捂,递过,发 handwr:35:3:的字
        hang:50:8:挂,悬 happen:50:36:发生,事,怎 happy:58:37:生 hard:63:76:硬,难,得 harves:28:16:收
        has:42:49:已,公告,记,想过,至,夺 hasn't:57:99:没 hat:58:1:帽 hatch:54:1:舱门 hav:27:28:九 haven':71:98:没
        hawtho:50:1:糖葫 he:78:120:他,只,门框,自己,师的,当年 head:77:76:头,脑,在心,首 heal:76:61:治,奶,回
        health:25:1:血条 hear:84:17:听,等了 heard:84:20:听,鸦雀 heart:83:17:心 heartb:50:1:心跳 heat:40:8:热
        heaven:77:73:天 heavy:58:19:雪,重 heel:50:71:得 held:58:138:个,双手,皮 hello:58:43:好 help:29:3:帮
        her:74:115:她,女,棠,娘,罗小,把 herb:50:11:药 here:75:174:这儿,来,在此,这边,到 hero:77:21:侠,勇者,剑
        hersel:85:102:她,自 hibern:58:2:眠 hid:77:6:躲,藏 hidden:63:4:藏 hide:22:2:躲 high:37:13:高 higher:43:13:高
        hill:81:14:山 hilt:58:2:柄 him:78:101:他,身 himsel:54:38:自 his:70:161:他,手,地,腰,了过,脚 histor:56:3:史
        hit:32:11:股,击 hoarse:58:2:哑 hoe:58:1:锄头 hold:61:131:长按,住,着,拿,细 home:81:62:回家,回来,家,归
        homewo:50:1:作业 honey:28:1:老婆 honor:70:112:贵,下 hopp:41:6:跳 horse:76:8:马 hospit:54:6:院 host:67:2:宿主
        hot:93:49:热,火锅,烫,点 hotel:41:1:旅馆 hour:84:2:小时,时辰,刻钟 hous:43:16:房 house:65:65:家,房,宅
        househ:53:6:户 how:78:119:多少,怎么,几,多大,教我,这 hp:28:1:咸鱼 hu:41:1:胡不 hugg:72:5:抱 human:86:161:人
        humani:58:2:人类 humm:50:1:哼 hundr:91:17:百,十万 hundre:58:40:百 hung:57:6:挂,在半 hunger:58:3:饿 hungry:82:2:饿
        huo:74:2:霍 hurry:22:5:急 hurt:60:1:疼 husban:44:10:夫 ice:76:4:冰 idea:41:26:知 identi:31:1:身份
        if:55:86:若,要是,像,就,如果,前辈 ill:61:5:病 immedi:58:1:立即 immort:68:2:仙 imperi:58:30:皇,传,换
        imposs:61:2:不可 in:21:31:进,里的,排,的老,其,帝 incens:72:6:香 inch:60:1:寸 includ:35:11:包 increa:65:13:率,升
        inde:64:4:确 ingred:58:1:食材 ink:84:3:墨 inn:43:1:客栈 inner:61:14:内 innkee:50:2:掌柜 inside:82:115:里,内
        insist:28:2:非 instan:53:2:瞬,泡 instea:50:48:而,成 instru:68:127:教官,有 insuff:58:2:不足 insura:56:1:保险
        intere:42:3:利 intern:41:1:实习 interr:43:2:审 into:76:180:进,成,里,入,撞,了一 invest:41:3:投 invit:58:25:请
        iron:86:6:铁 iseran:68:1:瑟兰 isn't:94:215:不是,吧,够,没,这 item:31:9:物 its:51:103:它,只,际,飞,歪着,正
        itself:56:40:每逢,自 jade:72:2:玉 jar:63:2:罐,坛 jerk:41:1:一抖 ji:35:3:纪 jiang:74:7:姜,江 jiangh:74:1:江湖
        jin:41:14:金 join:40:11:入 judge:22:13:官 jujube:58:1:枣 jump:76:5:跳,跃 junior:41:9:辈
        just:70:149:刚,就,只,吧,样,佛 ke:58:1:柯 keep:47:84:留着,声点,守,养,一直,就 kept:61:93:年,句,知道
        key:71:1:钥匙,跑调 kick:35:1:踹 kid:41:7:孩子 kill:84:37:杀,死,命 killer:72:1:凶手 kiln:58:1:窑 kilome:64:1:公里
        kind:37:9:种 king:74:6:王 kitche:53:2:厨 kne:70:5:跪,膝盖 knee:64:1:膝 kneel:80:5:跪 knelt:74:6:跪
        knew:87:78:知道,只 knife:82:8:刀 knock:53:4:敲 know:85:192:知道,懂,认,可知,不 known:35:5:家的 kowtow:68:1:磕
        lack:58:5:缺 ladder:50:1:梯子 ladle:58:3:勺 lady:65:28:老太,娘,阿姨,病 laid:45:7:摆,放在,裁 lame:58:2:瘸
        lamp:90:13:灯 land:35:20:却,进了 landlo:58:1:房东 lane:78:45:巷,道 lanter:82:15:灯 lap:58:5:圈 large:50:62:大
        last:85:185:最后,昨,上,年,前世,末 late:64:24:迟,晚了,最近,晚,深 later:87:73:后 laugh:93:19:笑 laught:81:24:笑
        law:59:18:儿媳,大嫂,法,婆 lawyer:68:1:律师 lay:50:138:在 layer:41:8:层 lead:34:2:男主,剧 leader:37:2:掌门
        leaf:40:3:叶 leak:41:3:漏 lean:45:3:靠 leap:35:22:火 learn:80:72:学,才知,老 least:63:9:至少,少说,首
        leave:46:47:离开,走,留 ledger:54:1:账本 left:72:53:左,剩,留,走,决 leg:88:14:腿,脚 legal:58:12:法 legend:41:1:传说
        leisur:41:11:慢 lend:43:5:借 length:54:1:一截 les:76:184:不 let:51:56:让,看看,吧,放了,我就,听
        letter:93:48:信,字,书 level:59:5:级 li:68:1:黎鸦,百里,十里 librar:84:12:书 lid:80:4:盖 lie:57:10:谎,骗人,纸
        life:83:59:辈子,命,生,死 lifeti:43:30:半 lift:65:15:掀,抬,举 light:80:29:灯,光,轻 lightn:69:5:雷
        like:60:47:像,如,想,一样,喜欢,要不 limit:54:2:限 limp:54:1:瘸腿 lin:52:7:台词,林,各
        line:78:51:一行,排队,话那,句,线,字 link:35:14:接 lion:72:1:狮 lip:50:12:嘴 liquor:54:12:酒 list:29:9:单
        listen:73:21:听 lit:79:38:亮,灯,红 little:74:65:小,一点,妹妹,有点,些 liv:46:18:活,怕 live:40:15:活,窗
        ll:77:228:我,就,吃 lock:78:3:锁 log:43:1:登录 long:78:83:久,长,半天,早,了一,半晌 longer:70:63:再,久,已
        look:76:52:看,抬,瞧,回头,找 lord:80:31:大人,主,侯,世子 los:28:1:赌 lose:58:7:失去,迷路,输,败
        lost:54:15:失,丢,输,了眼 lot:54:62:大 lotu:72:2:荷,莲 loud:64:42:音,条 lov:64:5:爱 love:62:14:爱,很好,情
        low:32:12:低 lower:41:12:低 lowest:58:36:最 lu:80:2:大锤,陆 luck:41:3:运 lunch:41:4:午 lung:35:1:肺
        luo:62:7:骆,罗 lying:61:139:躺,在 ma:47:53:您,老师 machin:68:17:机 mad:64:2:生气,疯 madam:74:23:薛三,夫人,娘
        made:43:89:年,知 magist:41:2:县 maid:78:25:丫鬟,女 mail:41:2:寄 main:81:26:主 major:31:7:案 maker:35:4:制
        male:50:1:男主 man:80:233:人,老者,子 manage:78:49:经理,店,道 many:88:35:几,多 map:78:6:图 march:72:163:行军,人
        mark:69:13:标,痕,及 market:73:3:市 marri:60:2:结婚,嫁 marria:76:22:婚,亲 marsha:64:1:帅 martia:54:5:师叔,武
        master:87:82:师父,主,师,爷,之 match:42:29:对 math:74:11:数学,算 max:35:1:最大 may:50:51:可,敢问,愿
        me:80:138:我,恕罪,本宫 meal:50:10:饭 mean:38:5:意思,是说,其实 meant:74:215:是,本 meat:68:5:肉 medica:41:7:医
        medici:80:9:药 meet:65:72:开会,会,见 melon:78:1:瓜 melt:62:6:化 member:35:1:人数 memory:71:1:忆
        men:78:161:人,弟兄 mend:53:18:补,修 meng:76:2:孟 menu:41:1:菜单 mercha:72:3:商 mercy:35:5:求 mere:31:4:一根
        messag:32:34:发 met:21:2:认识 meter:76:5:米 midair:70:1:半空 middle:82:40:半夜,中,现 midnig:74:46:子时,半夜,点
        mil:64:107:里 milk:68:6:奶 mill:43:1:厂 millio:77:18:万 mind:41:32:在这,力,换 mine:87:169:我 minut:89:21:分钟,分
        minute:58:7:分钟 mirror:87:5:镜 mis:64:10:姑,小姐 miss:72:38:少,缺,理 mist:58:2:雾 mistak:35:10:错 mom:92:6:妈
        moment:86:169:刻,一会,屋子,步,时,下 money:75:13:钱 monito:41:2:监 monk:43:1:和尚 monste:72:4:怪 month:90:6:月
        moon:64:19:月 mopp:50:4:擦 morale:58:1:士气 more:59:58:多,再,超过,留下,更,配 morn:77:9:晨,早 mortal:58:107:着
        most:67:57:最,被 mother:79:36:母,娘,妈,婆婆 mount:58:3:骑 mounta:90:10:山 mouth:89:78:嘴,口,话 mouthf:56:7:一口
        mov:74:32:搬,动,招,因为 move:50:17:动 mr:67:16:总,先生 mrs:50:5:太太 ms:72:50:女士,您 mu:72:1:亩,穆
        much:73:32:多,都没 mud:72:3:泥 muddy:41:4:泥 murmur:41:45:声 music:41:3:乐 mute:58:1:的哑
        my:77:146:我,主公,大人,辈,侯爷,贱 myself:68:29:我自,我亲,自己 nail:56:1:指甲 nam:86:78:名,姓,百,叫
        name:60:18:名,叫什 nanny:58:1:嬷嬷 nation:58:5:国 naviga:58:2:航 neat:25:1:整齐 neck:58:1:脖子,颈
        need:45:44:不用,须,要 needl:64:3:针 needle:50:3:针 negoti:58:2:谈 neighb:72:42:邻居,要 neithe:50:9:谁也,也不
        never:88:254:没,不 new:73:23:新,换 newspa:41:1:报纸 next:79:129:隔壁,下,二天,旁边,日 night:94:40:夜,晚,宿,还是
        nine:96:16:九 ninete:82:7:十九 ninety:79:2:九十 ning:61:1:阿宁 ninth:87:26:九 no:86:205:没有,不,没人,无,也没,池
        nobody:70:21:没人,不许,都别,雨 nodd:72:1:点头 nonsen:64:1:胡说 noodl:89:43:面,粉 nor:38:46:也 north:76:2:北
        nose:69:1:鼻 not:91:265:不,没,勿,未,别 note:67:23:注,张 notebo:58:28:本 noth:77:195:只,什么,身出,事,没,沉默
        notic:50:5:发现 notice:61:60:内,了一 now:40:7:现在,如今,此刻,你刚,往后 number:69:29:数字,号,数 nurse:61:1:护士
        nut:41:1:五仁 object:35:2:目标 obtain:54:4:获得 odd:64:75:多,也 off:34:53:摘下,退婚,掉,走,跑,茶沫 offer:22:13:块
        office:62:11:警官,办公,同志,官 offici:50:12:官 often:41:21:方 oh:61:2:哦,哎,对了 oil:72:4:油
        old:90:63:老,旧,大爷,岁,多大,无 on:50:113:上,背面,城,了三,会自,从今 once:71:173:同时,后,一次,忽,齐齐,没
        one:34:62:一个,没人,有人,那个,有一,一人 only:90:126:只,才,唯,仅,就,昨 onto:69:136:上 open:83:47:开,张嘴,睁,拆,嘴
        opera:61:5:戏 operat:54:1:手术,干员 oppone:76:28:对 or:73:48:还是,或,要么,概,也可,能 order:52:46:命令,订,单,走
        ordina:35:1:通的 origin:67:6:原 osmant:64:1:桂花 other:60:53:另一,对方,别人,话那,两,别的 our:37:44:们,登
        out:47:61:出,灭,掉,外面,伸,查明 outfit:35:9:装 outsid:85:23:外,门口 over:56:132:过,翻,了一,交出,边,往
        overdu:41:1:逾期 overhe:56:6:顶 overni:68:26:夜 overti:58:1:加班 owe:65:5:欠 owed:35:6:欠 own:83:85:自,亲,名,之
        owner:55:32:主,老板 ox:58:4:牛 pack:62:64:包,家 packet:50:11:包 pag:68:4:页 page:75:2:页 paid:50:21:钱,债
        pain:41:3:疼 paint:74:25:漆,画,独,脸 painte:64:6:画 pair:60:7:双,一对 palace:82:5:宫 pale:58:17:白 palm:67:8:掌
        paper:70:19:纸,墨,离 paperc:58:1:扎匠 parent:40:1:家长 park:43:13:车 parrot:72:1:鹦鹉 party:73:29:队,方
        pas:43:18:关,望 pass:41:65:过 passen:41:1:位乘 past:68:82:过,世,终 paste:35:4:泥 pastri:41:1:点心 patch:25:13:块
        path:38:20:正 patien:21:1:病人 paus:41:15:停 pawn:64:23:当 pay:61:100:付,钱,还,请安,交 paymen:28:2:付
        peace:53:21:安,实 peach:64:1:桃 peak:58:1:峰 pearl:76:2:珠 peel:22:1:剥 pei:84:1:裴 pen:76:8:笔
        penalt:64:1:违约,惩罚 pencil:58:1:铅笔 people:91:163:人,修 per:35:21:每 percen:61:1:百分,三成 perfor:61:45:台,夜
        period:58:9:期 perman:61:1:永久 person:69:160:人 pet:46:1:宠 phone:81:3:手机,电话 photo:76:10:照 photog:50:2:照片
        piano:64:1:钢琴 pick:67:140:捡,拿起,挑,在 piec:47:21:块,枚 piece:50:59:棋子,时 pig:74:2:猪 pill:81:13:丹,药
        pillar:58:1:柱 pillow:78:1:枕 pin:43:1:鸦雀 pinch:54:2:捏 pipe:41:5:烟 pitch:72:45:漆黑,声 pity:50:1:可惜
        plac:34:25:放 place:66:157:地方,才是,在,此,换 plain:45:23:实,碗 plant:45:11:插,种 plasti:58:1:塑料
        plate:64:139:在 platfo:58:19:台 play:46:11:播放,下棋,戏,琴,营 player:63:9:玩家,期 please:72:21:请,求
        plenty:43:31:多 plu:38:2:加一 plum:58:2:梅 pocket:55:1:口袋,怀表 pod:64:3:舱 point:71:57:指,点 poison:67:1:毒
        pok:50:3:探 pole:61:2:担,杆 police:76:6:警 pond:64:2:池 poor:65:1:穷 popp:58:126:来 porcel:64:1:瓷 pork:74:5:肉
        possib:32:3:可能 post:34:4:群 pot:72:5:锅,一壶 potato:56:1:土豆 potter:32:1:窑 pour:65:28:倒,碗 power:79:25:电,力
        practi:45:3:练 precis:31:20:第一 prefec:58:1:知府 prepar:56:1:准备 pres:50:9:按 press:85:64:按,压,终,起
        pressu:50:7:压 preten:54:1:假装 pretty:41:43:好 previo:76:59:上一,前 price:74:3:价 prince:60:1:公主,太子
        princi:35:1:校长 print:68:24:印,张 prison:28:1:牢 privat:50:1:步说,私 proble:61:4:题 profes:76:4:教授,老师
        profil:41:43:好 prolog:50:1:楔子 propos:35:1:求婚 protec:31:7:护 provid:58:32:为 provin:41:1:省
        public:39:5:公共,民 pull:37:39:拔,走 pulse:35:1:脉 punish:50:2:罚 puppet:35:1:傀儡 purple:58:1:紫
        purpos:50:1:故意 purse:35:11:包 push:83:10:推,塞 put:27:2:放下,戴上,收起 qiao:64:2:乔 quarte:45:9:刻
        queen:41:7:王 quest:89:3:任务 questi:73:20:问 quick:50:13:快 quiet:70:7:静,悄悄,默默 quilt:58:25:被 quit:50:1:辞
        quite:35:3:挺 rain:90:6:雨 rainy:64:12:雨 rais:83:40:抬,举,升,高,齐,端 raise:40:20:抬,度 ran:54:74:跑,到
        random:68:1:随机 rang:64:12:响 range:41:14:内 rank:30:25:位 rat:74:3:鼠,评 rate:73:6:率 re:72:222:你,您,们,现在
        reach:91:165:伸,达,到,每,打,老 read:73:37:念,读,花镜,看过,写着,字 ready:61:9:好了,备 real:74:19:真,实,得了
        realiz:35:5:发现 realm:50:2:境 rear:58:78:后 reason:68:19:理,因 reborn:35:1:重生 receiv:40:1:收到,签到
        recipe:31:1:秘方 recit:31:7:念 recomm:68:1:推荐,建议 record:74:15:录,十年 recove:41:7:伤 recrui:35:6:兵
        red:86:6:红 reduc:39:1:降低 refund:31:1:返还 refus:31:2:不肯 regret:64:1:悔 rehear:41:1:台词 releas:41:26:放
        relic:58:1:遗物 remain:65:24:剩,留 remark:35:19:像 rememb:89:12:记,想起 remind:35:12:提 remov:35:2:移
        rent:72:1:租 rep:41:1:回复 repair:81:13:修 repeat:58:1:重复 replac:31:1:茬 report:64:9:报 reputa:50:1:声望
        reques:43:25:请 requir:50:2:需 resign:41:1:辞 respec:43:1:请安 rest:55:111:停在,休,下 restor:28:1:恢复
        result:21:1:结果 retir:41:11:退 retrea:58:11:退 return:78:131:归还,回,退,还 reveal:35:2:露出 reward:87:2:奖励,赏
        rib:74:5:骨 ribbon:68:13:红头,带 rice:73:15:米,饭 right:47:29:右,里边,对,有权,就在,没事 righte:41:1:正道
        rim:41:42:口 ring:81:17:戒,一圈,铃,响 rise:45:24:如,而 river:70:9:河,江 road:81:55:路,道 roar:61:28:堂,连
        robe:77:10:衣,怀里 robot:68:1:器人 rock:45:15:石 roll:63:7:卷,个身,擀面,骰,滚 roof:65:6:屋,房梁
        room:79:38:屋,室,间,包吃,房 root:68:11:根 rope:58:2:绳 rose:58:38:起 round:36:29:弹,才 row:80:6:排,连续
        ruan:58:2:阮 rubb:68:67:揉了,手 rubble:41:4:碎 ruin:60:5:庙,废 rul:81:4:规 rule:60:25:规,第一 run:42:11:跑,假
        runn:68:32:跑,三天,直 rush:28:5:急 rust:58:1:锈 ryan:78:2:恩 saber:80:9:刀 sack:64:5:袋 safe:61:1:险柜,安全
        said:88:148:说,道,她 salt:54:1:盐 salty:72:2:咸 same:75:28:同,样,是那 sand:74:3:沙 sandal:41:6:鞋
        sang:73:5:桑榆,唱 sat:73:13:坐 sauce:56:1:酱 sav:80:48:救,攒,存,给 save:75:23:救,档,保,留 saw:61:4:看见
        say:79:77:说,写 scalli:72:1:葱 scar:25:1:疤 scatte:62:6:撒,散 scent:35:7:香 schola:45:16:书生,学
        school:80:28:学,校,卖 scorch:64:1:焦 score:41:28:分 scout:43:1:斥候 scrap:28:1:刮 scratc:45:1:挠头
        scream:64:18:叫 screen:63:1:屏 script:37:1:剧本 scroll:62:26:卷,间 sea:77:5:海 seal:75:60:封,印,门 search:54:9:找
        seat:77:28:坐,座 seclus:58:1:闭关 second:89:48:秒,二 secret:78:39:秘,从 sect:86:51:门,宗 securi:35:1:保安
        see:83:72:看,见,影 seed:71:1:瓜子,种子 seem:37:19:像 seen:64:31:见过,见 select:72:4:选 sell:72:9:卖
        seller:50:12:卖 senior:87:37:师,辈 sense:41:5:识 sent:66:47:寄,发,送,派 senten:64:31:话 seriou:35:1:认真
        serv:54:19:碗,走了 servan:50:3:奴,役 server:78:7:服 set:70:91:搁,摆,后的,每一,水,去 settle:28:11:算
        seven:94:20:七 sevent:95:28:七 sever:58:13:断 shadow:77:4:影 shak:77:4:抖 shake:56:5:抖 shao:58:2:邵
        share:25:1:享 sharp:54:24:一声,倒 shatte:56:3:碎 she:87:82:她,孙女,缸,峰,得 sheath:41:1:鞘 sheet:38:8:纸
        shell:61:1:壳 shen:76:2:沈 shh:68:1:嘘 shield:56:1:盾 ship:71:6:船 shipme:35:1:批货 sho:85:3:鞋 shoe:74:5:鞋
        shook:50:6:摇头,抖 shop:72:57:店,铺子,家 short:60:19:短,差,脚 shot:32:5:地站,冲 should:54:7:肩,该,扛着
        shout:61:4:喊 shov:58:10:推 shut:65:55:闭,门 sick:68:5:病 sid:31:1:两边 side:77:92:支线,边,番外,了一,有一,经
        sigh:80:1:叹 sight:50:33:见 sign:79:19:签,招牌,号 signal:70:1:信号 silenc:64:6:默 silent:85:23:默,静了,只有
        silk:35:1:绸 silver:80:5:银 simp:58:32:只是,之 sing:58:3:唱 single:75:175:都,任何,单,有一,过一,下 sip:58:8:一口
        sir:61:50:您,先生,洛恩,客官 sis:64:12:姐 sister:85:10:妹,姐,大嫂 sit:50:17:坐 sitt:61:17:坐 six:92:13:六
        sixtee:41:6:十六 sixth:68:26:六 sixty:91:22:六 skelet:64:1:一具 skill:40:1:技能 skin:64:6:七囊,皮 sky:83:74:天
        slap:38:9:掌 slapp:50:6:拍 slay:35:1:屠 sleep:60:5:睡 sleev:74:4:袖 sleeve:73:3:袖 slept:50:6:睡 slid:62:69:把
        slight:28:4:微 slime:58:1:史莱 slip:27:24:条 slipp:42:11:滑了,包 slot:35:25:位 slow:85:6:慢,缓缓 small:68:59:小
        smalle:58:62:小 smell:79:13:闻,味,香 smil:92:20:笑 smile:90:21:笑 smok:41:5:烟 smoke:76:3:烟 snapp:50:13:断
        snatch:41:41:自 sneez:68:1:喷嚏 snor:50:1:呼噜 snow:92:4:雪 so:54:125:所以,得,于是,眼皮,眼都,么 sofa:64:1:沙发
        soft:73:52:轻,声 sol:50:1:鞋底 sold:84:10:卖 soldie:50:6:兵 some:25:29:有人,喝 somebo:68:163:人
        someon:92:181:有人,人,谁 someth:50:37:东西,事,句 somewh:31:3:地方 son:74:67:儿子,老,父 song:74:4:歌,宋
        soon:22:1:再不 sooner:41:27:进 sorry:44:1:对不,抱歉 soul:50:4:堂里,残 sound:74:40:声 soup:74:3:汤 south:72:2:南
        space:38:15:空 spare:61:28:饶你,本 spe:72:4:速 speak:40:31:话 spear:74:4:枪 spell:35:4:术 spend:53:20:花
        spent:29:16:花了,了三 spicy:74:2:辣 spirit:86:2:灵 split:36:3:裂 spoke:65:34:话,了口 spoken:41:32:话
        spot:67:70:当场,保,地 spr:74:2:春 spread:25:3:摊 sprout:41:1:芽 squad:50:8:班 squatt:81:3:蹲 squint:64:1:眯
        stack:58:8:层 staff:41:2:杖 stage:56:17:台 stalk:56:5:草 stall:67:2:摊 stamp:31:5:盖 stand:77:72:站,看台,什么,身
        star:73:8:盯着,星,愣 start:62:65:开始,起,到尾,先 statio:62:15:站 stay:35:12:留 steady:71:1:稳 steal:67:3:偷
        steam:50:1:馒头,蒸 steel:50:2:钢 steep:50:2:泡 stele:58:1:碑 step:66:8:步,阶 stepp:28:2:踩 stew:68:2:炖
        stewar:58:9:管 stick:20:1:一炷 still:78:105:还,仍,也 stitch:50:3:针 stole:72:4:偷 ston:76:1:灵石
        stone:80:28:石,指 stood:77:74:站,都 stop:64:60:止,站,停,别 stopp:68:12:停,拦 storag:35:15:空 store:41:5:店
        storm:58:107:里 stove:85:4:灶,炉 str:41:1:一串 straig:76:70:直,正,起 strang:45:1:奇怪,生人 strate:43:1:军师
        straw:41:6:草 stream:68:10:播,流 street:87:136:街,路,有 streng:50:11:力 string:35:1:弦 stroke:71:28:一笔,一剑,少
        strong:28:10:刀 struck:29:7:雷 studen:45:1:学生 su:68:1:苏 subway:58:1:地铁 succes:37:2:成功 such:21:2:这样
        sudden:88:4:忽然,突然 sugar:74:4:糖 suit:38:1:西装 summon:31:1:召 sun:69:6:太阳,一天 sunset:35:1:日落
        superv:50:1:主管 supp:38:1:补给 suppor:31:1:客服 suppos:28:9:该 sure:41:12:确定,啊 surnam:72:5:姓 surren:64:6:降
        survei:58:1:监控 surviv:76:15:存,活 swallo:68:9:咽,吞,一口 swear:32:6:骂 sweat:80:1:汗 sweet:53:1:甜
        swept:67:69:扫,过 switch:32:15:换 sword:96:6:剑 system:80:3:系统 tabl:68:10:桌 table:84:6:桌,席 tablet:45:8:牌
        tael:82:48:两 tail:77:3:尾 tak:22:4:一盏,捕 take:36:60:带,少,送,拿,你别 taken:23:7:伤 tal:58:109:下
        talism:58:2:符 talk:73:78:说话,聊,谈,说 tall:56:13:高 taller:58:13:高 tank:25:1:坦克 tap:36:1:点击
        target:81:1:目标 taste:35:1:尝 tatter:56:9:破 taught:80:11:教 tax:31:1:税 tea:94:4:茶 teach:82:10:教
        teache:61:11:老师,班 teacup:76:11:茶 team:50:2:全队,组 tear:85:76:泪,哭,她 techni:35:6:招 teeth:74:5:牙
        tell:70:100:告诉,说,分不,讲,知 temper:74:6:脾气,温 temple:45:1:庙 ten:90:107:十,万 tenth:35:28:九
        termin:41:1:终点 test:45:5:卷子,测 text:38:21:行 th:43:64:第 than:77:151:比,百多,个,于 thank:58:2:谢
        that:66:196:那,这,百多,此,才,公 their:65:174:里,没有,地,筷子,密 them:45:103:他们,一个,有句,眼,走,却已
        then:76:173:那,然后,又,沉默,再,了一 there:57:118:有,那边,共,久 these:59:100:这 they:55:110:们,也,独,见,人家
        thi:76:93:这,此,本,该,今年,里边 thin:38:1:薄 thing:62:63:东西,件事,提着,也,句 think:42:23:以为,想
        third:91:110:第三,三 thirst:41:1:渴 thirte:57:4:十三 thirty:90:4:三十,三万,三丈,三成 those:76:212:那,这,诸
        though:57:24:想了,像,以为,手指 thousa:97:15:万,千 thread:42:10:线 three:97:49:三 thresh:50:1:门槛
        threw:57:61:喊,去 throat:35:1:清嗓 throug:70:128:着,穿,通,破,过了,漏 thrust:41:8:出一 thud:41:9:一声
        thunde:54:6:雷 ticket:70:2:票 tide:41:2:潮 tied:50:67:出 tiger:64:2:虎 tight:50:6:紧 til:64:8:砖,格
        tilt:35:1:歪着 tim:85:144:遍,三,次,了九,层 time:80:173:次,回,时,久,几点,得 tiny:65:61:小小,小 tip:45:2:尖
        tir:58:1:累 title:35:8:封 today:93:14:今 toe:58:103:他 tofu:72:3:豆 togeth:44:12:一起,的六,尾,齐 token:41:8:牌
        told:55:77:谁让,说 toll:50:14:钟 tomb:50:2:墓 tomorr:87:17:明 tone:50:1:语气 tongue:31:15:亲 tonigh:70:27:今晚,夜
        too:69:81:也,太,晚了,多,得及 took:60:74:摘下,接过,一口,把,里掏,以为 toot:64:1:嘟 tooth:61:6:牙
        top:67:141:榜,上,宗 torn:54:37:破,进 toss:28:3:丢 total:28:8:共 touch:87:83:碰,动,摸,地 toward:77:62:往,刻,起
        tower:82:17:塔,烽,楼 town:76:19:镇,城 track:41:13:脚 train:63:15:车,练 transf:38:9:转 transm:68:7:穿
        trap:31:1:机关 trapp:58:1:困 trash:43:1:垃圾 tre:35:3:树 treasu:50:2:宝 tree:65:2:树 trembl:58:7:颤,抖
        trial:35:1:试用 tribul:68:1:劫 trigge:50:1:触发 troop:62:13:军 troubl:28:8:费 tru:35:14:真 true:27:14:真
        trunk:64:5:箱 trust:76:13:信 truth:63:13:真,实话 try:50:25:试,想 tuck:27:1:塞进 tugg:60:1:图格 tuitio:58:1:学费
        tune:74:70:调,到 turn:59:49:转,回合,翻,轮到,变成,走 turtle:50:1:龟 twelft:61:10:十二 twelve:87:6:十二,万二
        twenty:90:4:二十,两万,两千 twice:61:48:两 two:94:65:两,二,俩,时辰 typ:41:35:打 type:74:164:型,人 um:41:16:那个
        umbrel:84:1:伞 unable:50:3:无法 uncle:77:6:叔,舅 under:61:104:底下,下 underg:61:33:地下,为 undern:58:16:底
        unders:60:17:明白,不懂,便 unhurr:54:10:慢 unifor:35:1:穿着 unit:38:9:单 unknow:41:11:线 unles:41:1:除非
        unlock:62:6:锁 until:56:63:到,距离 up:31:33:起,抬,最多,上去,分手,个个 upgrad:64:6:升 upon:22:14:后一
        uproar:35:4:居 upstai:68:1:楼上 us:43:38:们 use:67:58:用,走 used:41:33:用,拿 using:41:6:使 usual:31:6:平
        utilit:35:1:水电 vacuum:50:1:地机 valley:64:2:谷 vanish:35:9:雪 vat:64:2:缸 ve:58:169:我,啊,看你 versio:41:1:版
        very:53:67:很,此刻,当,挺,最 vetera:64:60:老 victim:78:1:死者 victor:41:2:胜 video:61:1:视频 view:54:14:查看,金
        viewer:41:3:观 villag:82:2:村 voice:92:43:音,声,嗓子 waist:61:4:腰 wait:83:27:等,排队,候 wake:64:5:醒
        walk:86:28:走,身出 wall:89:19:墙,壁,城 want:85:50:要,想 war:80:10:战,仗 warm:69:12:热,温 warn:54:12:警告,提
        was:29:58:正,来的,沉默,只有,的是,的人 wash:63:3:洗 wasn't:78:119:不是,没 watch:80:55:看,表 water:92:19:水,浇
        waterm:41:1:西瓜 wav:28:1:摇着 wave:28:2:浪 way:50:62:路,途中,里边,走,夜里,白 we:52:73:们,小店,今,不住,吧,明天
        weapon:77:6:器 wedd:67:29:婚,娘 wedg:58:107:里 week:64:5:礼拜,周 weep:38:8:哭 wei:68:4:魏,卫 weigh:31:3:斤
        welcom:34:1:欢迎 well:53:45:井,好,哟 wen:69:4:温 went:67:173:着,灭了,去,进了,因为,以 wept:68:7:哭
        were:48:132:只,候,一共,像,正,分 wet:68:2:湿,菜市 what:66:60:么,呢,的不,啥,要的,怎样 whatev:50:1:千万
        wheat:72:2:麦 when:71:133:时,后,眼,打完,上门,别人 where:67:36:哪儿,呢,原地,的地,问 whethe:69:90:还,的人
        which:67:127:哪,们谁,所,里 while:49:9:半天,久,顺便,趁,半晌 whiske:41:13:酒 whistl:56:1:哨 white:85:11:白
        who:87:278:谁,人,个,年 whoeve:73:190:谁,人 whole:82:154:整,全,满,子 whom:54:34:谁 whose:67:52:谁,只有
        why:83:68:么,为何,所以,由 wife:86:31:妻,太太,老婆,妇,夫人,娘 wild:56:2:野 will:45:55:将,你若,愿,会,散了
        win:35:2:胜 wind:88:7:风 window:87:2:窗 wine:83:8:酒 winter:71:1:冬 wip:84:110:擦,里 wipe:50:4:擦
        wish:59:19:程序,愿,跟 wisp:64:1:一缕 with:28:47:跟,用,与,着一,亲手,净 within:86:30:内,方圆,每 withou:88:259:不,没
        wok:41:8:锅 woke:41:1:醒来 woman:84:30:女,妇,拦,的老 women:72:24:女 won:28:1:赢了 won't:87:180:不 wood:43:5:木
        wooden:72:5:木 word:90:174:字,话,词,言,上 work:81:214:班,工,款,是,文 world:65:29:世,仙,火 worn:53:19:穿,十年
        worry:45:1:放心 worth:73:53:值,两 would:55:128:想,肯,的妖,一个,得 wouldn:77:184:不 wound:50:6:伤
        wrapp:72:11:裹,包 wrist:70:1:腕 writ:46:29:字 write:77:32:写,记 writte:79:15:写 wrong:76:24:错,冤,反了,事
        wrote:77:15:写 wu:28:6:先生 xiao:84:62:萧,小 xiaoma:68:1:小满 xu:50:7:许 yamen:58:1:衙 yawn:78:1:哈欠 ye:68:3:叶
        year:97:26:年,岁,载 yell:56:5:骂 yellow:80:2:黄 yester:87:5:昨 yet:72:63:还没,却,可,至今,先别 yin:41:1:尹
        you:78:103:你,您,若,功,能,鸦雀 young:92:180:年轻,少,小,姑娘,子 younge:78:112:年轻,下
        your:74:180:你,您,请,全部,臣,失败 yourse:63:38:自 youth:43:3:少年 yuan:62:14:块,元 zero:68:10:零 zhong:50:1:钟不
        zhu:54:2:祝
        """
}
