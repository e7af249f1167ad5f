/// Readings of the characters that names are made of, in Hanyu Pinyin without tones (ISO 7098), each with its usual one.
///
/// Enough to see whether a name in a translation stands in its source; not for writing names.
enum Readings {
    /// The number of the syllable of a character; nil for one that is not here.
    static func syllable(of scalar: Unicode.Scalar) -> UInt16? {
        guard (0x4E00...0x9FFF).contains(scalar.value) else { return nil }
        let number = table[Int(scalar.value) - 0x4E00]
        return number == .max ? nil : number
    }

    /// The number of a syllable in letters.
    static func number(of syllable: ArraySlice<UInt8>) -> UInt16? { numbers[key(syllable)] }

    /// Up to six letters in one number.
    private static func key(_ syllable: some Sequence<UInt8>) -> UInt64 { syllable.reduce(0) { $0 << 8 | UInt64($1) } }

    private static let lines: [(syllable: Substring, characters: Substring)] = text.split(separator: "\n").compactMap {
        let parts = $0.split(separator: " ", maxSplits: 1)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    private static let numbers: [UInt64: UInt16] = {
        var numbers: [UInt64: UInt16] = [:]
        for (index, line) in lines.enumerated() { numbers[key(line.syllable.utf8)] = UInt16(index) }
        return numbers
    }()

    /// From U+4E00 on; `UInt16.max` for none.
    private static let table: [UInt16] = {
        var table = [UInt16](repeating: .max, count: 0x5200)
        for (index, line) in lines.enumerated() {
            for scalar in line.characters.unicodeScalars where (0x4E00...0x9FFF).contains(scalar.value) {
                table[Int(scalar.value) - 0x4E00] = UInt16(index)
            }
        }
        return table
    }()

    private static let text = """
        a 阿啊
        ai 艾爱哀挨埃矮碍蔼瑷暧
        an 安岸暗案庵俺鞍黯谙
        ang 昂
        ao 敖傲奥澳熬鳌翱袄坳
        ba 八巴拔霸坝把爸吧芭罢跋
        bai 白百柏摆拜败佰
        ban 班半板版般伴扮斑搬瓣颁
        bang 邦帮棒榜蚌绑
        bao 宝包保鲍报豹暴抱堡褒胞饱苞葆
        bei 北贝备杯碑悲背倍被辈蓓
        ben 本奔贲
        beng 崩迸
        bi 比毕碧必笔璧壁避币闭彼鄙弼毙臂
        bian 卞边变便扁遍辩鞭汴
        biao 彪标表飙
        bie 别憋
        bin 宾彬斌滨缤
        bing 冰兵丙秉炳病饼柄并
        bo 波博伯薄勃渤搏泊帛驳播玻舶
        bu 卜步布不补部簿
        cai 蔡才财采彩菜材裁猜
        can 灿参残惭餐蚕惨璨粲
        cang 苍沧藏仓舱
        cao 曹草操槽
        ce 策测侧册
        cen 岑
        ceng 层
        cha 茶察叉差插
        chai 柴
        chan 禅蝉缠产铲潺
        chang 常昌长畅唱尝场厂肠嫦敞
        chao 超潮朝巢晁抄
        che 车澈彻撤
        chen 陈晨辰沉臣尘宸琛衬谌
        cheng 程成城诚承澄丞呈乘称橙
        chi 迟赤池驰尺翅痴持齿炽吃蚩螭
        chong 崇冲充虫宠重
        chou 仇愁丑筹抽酬畴
        chu 楚褚初储出处除础厨雏
        chuan 川传船穿
        chuang 床窗创
        chui 吹垂锤炊
        chun 春纯淳椿唇醇
        ci 慈辞词次刺此瓷
        cong 聪丛从葱淙
        cou 凑
        cu 粗促醋
        cui 崔翠脆催璀
        cun 村存寸
        cuo 错措
        da 达大答打
        dai 戴代岱带待黛袋玳
        dan 丹淡胆旦担但诞澹弹
        dang 党当荡
        dao 道刀岛导到稻倒蹈
        de 德得
        deng 邓登灯等凳
        di 狄地迪帝弟第底笛蒂堤荻敌棣谛
        dian 典点电殿店滇颠
        diao 刁雕吊钓貂
        die 蝶叠迭爹
        ding 丁定鼎顶订
        dong 东董冬动洞栋懂
        dou 窦斗豆抖
        du 杜独都度毒堵笃渡读
        duan 段端短断
        dui 对队
        dun 敦顿盾墩
        duo 朵夺多铎
        e 鄂娥鹅恶额峨
        en 恩
        er 尔儿二而耳
        fa 法发伐罚
        fan 范凡樊帆繁梵饭番翻蘩
        fang 方芳房放防仿访坊
        fei 飞费菲非妃肥霏绯斐
        fen 芬分纷坟奋份粉
        feng 冯风凤封峰丰枫锋奉烽蜂逢疯酆
        fo 佛
        fu 傅付福符伏富夫扶抚府父复浮芙拂服甫馥
        gai 盖改
        gan 甘干感敢赣
        gang 刚钢港岗
        gao 高告皋稿
        ge 葛歌格戈阁个革哥各
        gen 根跟
        geng 耿庚更
        gong 龚公宫弓功工恭巩贡攻共
        gou 苟勾沟狗
        gu 顾古谷骨鼓孤固姑故
        gua 瓜挂
        guai 怪乖
        guan 关管官冠观贯馆莞
        guang 光广
        gui 桂归贵鬼龟圭瑰
        gun 滚
        guo 郭国果过
        ha 哈
        hai 海孩害亥
        han 韩汉寒涵含汗翰罕憨晗菡
        hang 航杭珩
        hao 郝浩豪好昊皓号毫颢
        he 何贺和河荷鹤合赫核禾阖
        hei 黑
        heng 恒横衡亨蘅
        hong 洪红宏鸿虹弘轰泓
        hou 侯后厚候猴
        hu 胡虎湖狐护户呼壶葫琥瑚
        hua 华花化画滑桦
        huai 怀淮坏槐
        huan 欢环桓还幻焕换缓
        huang 黄皇凰煌晃荒璜
        hui 惠慧辉会回灰徽晖卉汇
        hun 魂昏混
        huo 霍火活货获
        ji 季姬纪吉记极冀计籍济寂继机积基集急己鸡霁既忌稷骥
        jia 贾家佳嘉甲加夹价葭迦
        jian 简剑建坚健见间舰渐鉴俭
        jiang 江姜蒋将讲降疆绛
        jiao 焦娇教角交皎蛟骄郊椒
        jie 杰洁介界节捷解结姐戒碣
        jin 金晋锦瑾进今近津尽谨靳
        jing 静景荆晶经京敬精靖镜井婧竞惊净璟
        jiong 炯
        jiu 九久酒旧救就咎玖
        ju 菊居巨举鞠局聚橘
        juan 娟卷鹃隽
        jue 觉绝爵珏诀
        jun 军君俊钧骏峻珺竣
        kai 凯开楷铠
        kan 阚看坎
        kang 康抗
        kao 靠考
        ke 柯可克科客刻珂轲
        ken 肯
        kong 孔空
        kou 寇口
        ku 苦枯
        kuan 宽
        kuang 邝狂匡旷
        kui 奎葵魁
        kun 坤昆琨锟
        kuo 阔
        la 拉腊
        lai 赖来莱籁
        lan 兰蓝岚澜览烂阑
        lang 郎朗浪狼琅
        lao 老劳牢
        le 乐勒
        lei 雷磊蕾泪类
        leng 冷
        li 李黎力丽立厉利莉里理离礼郦栗璃历鲤篱狸砺藜醴骊
        lian 连莲廉恋炼联涟潋
        liang 梁良亮凉量
        liao 廖辽
        lie 烈列猎
        lin 林琳霖临麟淋蔺
        ling 凌玲灵令岭铃零龄菱翎陵泠绫苓
        liu 刘柳流六留
        long 龙隆珑陇
        lou 楼娄
        lu 陆路鲁卢露鹿禄芦炉璐鹭麓
        luan 栾鸾乱
        lun 伦轮论纶
        luo 罗洛骆落络萝
        lv 吕律旅绿
        ma 马麻玛妈
        mai 麦买卖
        man 满曼慢蔓蛮
        mang 芒忙
        mao 毛茅猫茂貌锚
        mei 梅美妹眉枚媚玫
        men 门
        meng 孟梦蒙萌猛盟
        mi 米密迷秘觅
        mian 绵面勉眠
        miao 苗妙庙
        min 闵民敏旻
        ming 明鸣名命铭茗溟酩
        mo 莫墨默末魔沫陌秣
        mou 牟谋缪
        mu 穆木牧慕沐目暮母霂
        na 娜那纳
        nai 乃奈
        nan 南男楠难
        nao 闹
        neng 能
        ni 倪妮你尼泥
        nian 年念
        niang 娘
        nie 聂
        ning 宁凝
        niu 牛钮
        nong 农浓弄
        nu 怒奴
        nuan 暖
        nuo 诺
        nv 女
        ou 欧
        pan 潘盘攀
        pang 庞胖旁
        pei 裴佩培
        peng 彭鹏朋蓬
        pi 皮
        pian 片翩
        piao 飘
        pin 品
        ping 平萍屏瓶
        po 破坡婆
        pu 蒲浦朴普
        qi 齐戚祁奇其琪七启旗棋气起琦岐麒绮欺淇祈
        qian 钱千倩前谦潜芊虔骞
        qiang 强枪蔷锵
        qiao 乔桥巧俏樵
        qie 切
        qin 秦琴勤钦芹沁
        qing 青清晴情庆轻卿倾
        qiong 琼穷穹
        qiu 邱秋丘求球裘虬逑
        qu 屈曲瞿趣去
        quan 全权泉
        que 阙雀鹊缺
        qun 群
        ran 冉然燃染
        rang 让
        rao 饶
        ren 任仁人忍
        ri 日
        rong 荣容蓉融戎
        rou 柔
        ru 茹如儒汝
        ruan 阮软
        rui 瑞锐蕊睿芮
        run 润
        ruo 若
        sa 萨洒飒
        sai 赛
        san 三
        sang 桑
        se 色瑟
        sen 森
        sha 沙莎杀
        shan 单山善珊闪杉
        shang 尚商上赏裳
        shao 邵少绍韶勺芍
        she 佘社舍设蛇
        shen 沈申深神慎身
        sheng 盛生胜升圣声笙
        shi 石史施师诗时世士实十事是拾
        shou 寿守首手
        shu 舒书树淑叔术蜀疏
        shuai 帅
        shuang 双霜爽
        shui 水
        shun 顺舜
        shuo 硕朔烁
        si 司思斯四丝
        song 宋松颂
        su 苏素肃速簌
        sui 隋随岁穗
        sun 孙
        suo 索
        ta 他她塔
        tai 太泰台
        tan 谭谈檀潭
        tang 唐汤堂棠糖
        tao 陶涛桃韬
        te 特
        teng 滕腾藤
        ti 提体
        tian 田天甜
        tiao 条窕
        tie 铁
        ting 婷庭亭听停廷
        tong 童同彤桐铜佟
        tou 头
        tu 涂屠土徒
        tuan 团
        tui 推
        tuo 拓
        wa 娃
        wai 外
        wan 万婉晚湾完琬菀
        wang 王汪望旺妄
        wei 魏韦伟卫薇维威为未微巍蔚尉惟
        wen 文温闻雯
        weng 翁
        wo 我卧
        wu 吴武伍邬五无舞悟巫雾物乌梧
        xi 席习西希喜曦熙溪夕锡奚惜汐犀翕
        xia 夏霞侠下
        xian 仙贤先县显闲冼衔羡霰
        xiang 向项香祥翔湘想象相响缃
        xiao 萧肖小晓笑霄孝校潇骁绡箫逍
        xie 谢解写斜
        xin 辛新心欣馨信鑫
        xing 邢星行兴幸杏刑
        xiong 熊雄
        xiu 修秀岫
        xu 徐许旭虚须絮
        xuan 宣玄轩璇萱瑄煊铉
        xue 薛雪学血
        xun 荀寻勋询逊洵浔薰
        ya 雅亚牙鸭丫涯鸦崖
        yan 严颜阎燕言岩炎烟妍雁彦艳晏延砚衍鄢焱
        yang 杨羊阳洋央仰鞅
        yao 姚尧瑶药遥妖窈飖
        ye 叶夜野业爷也烨
        yi 易伊依一亿义仪艺怡毅逸忆意益奕宜衣以夷漪熠翊
        yin 尹殷银音隐阴胤茵
        ying 应英盈莹影颖鹰樱缨萤
        yong 永勇雍咏庸
        you 尤游友优幽悠又有
        yu 于余俞虞喻玉雨宇鱼羽语瑜郁昱裕予榆渔煜渝禹聿豫雩
        yuan 袁元园原远苑源媛愿沅渊鸢瑗猿
        yue 岳月悦越跃玥
        yun 云允韵运芸耘
        za 杂
        zai 宰再
        zan 赞簪瓒
        zang 臧
        zao 早枣
        ze 泽
        zeng 曾增
        zha 查扎
        zhai 翟宅
        zhan 詹战展湛斩
        zhang 张章掌漳璋
        zhao 赵昭召照兆肇
        zhe 哲者浙折蛰辙
        zhen 甄真珍振镇贞枕臻祯蓁
        zheng 郑正征争峥铮政筝
        zhi 志智知之芝直至植枝芷栀
        zhong 钟中忠仲
        zhou 周舟洲州
        zhu 朱祝竹珠诸主柱竺
        zhuan 专
        zhuang 庄壮
        zhui 追
        zhun 准
        zhuo 卓桌拙濯
        zi 子紫自资姿梓訾
        zong 宗
        zou 邹
        zu 祖
        zuan 钻
        zui 醉
        zun 尊
        zuo 左佐作
        pao 炮
        """
}
