package import Text

/// The words around and inside names by which mining tells what is what. Simplified characters; texts are folded first.
package enum NameWords {
    /// Titles and forms of address that stand after a name, with the gender that they give away.
    package static let titles: [String: Term.Gender?] = {
        var titles: [String: Term.Gender?] = [:]
        for word in split(neutralTitles) { titles[word] = .some(nil) }
        for word in split(maleTitles) { titles[word] = .male }
        for word in split(femaleTitles) { titles[word] = .female }
        return titles
    }()

    /// Ranks that are worth a line of their own where a book uses them often: 长老, 门主.
    static let ranks = Set(split(ranksList))

    /// Characters that end the name of a place, a sect, an art … Longer ones first at a lookup.
    static let suffixes: [String: Term.Kind] = {
        var suffixes: [String: Term.Kind] = [:]
        for word in split(placeEnds) { suffixes[word] = .place }
        for word in split(organizationEnds) { suffixes[word] = .organization }
        for word in split(skillEnds) { suffixes[word] = .skill }
        for word in split(itemEnds) { suffixes[word] = .item }
        for word in split(otherEnds) { suffixes[word] = .other }
        return suffixes
    }()

    /// Words for persons that are nobody's name.
    static let commonPeople = Set(split(commonPeopleList))
    /// A word that ends with one of these is a kind of person, not a person: 黑衣人, 小丫头, 中年男子.
    static let peopleHeads = Set(split(peopleHeadsList))

    static let speechVerbs = "道说问答喊叫喝骂叹笑嚷吼曰吩咐呼语嘀咕喃哼哭斥讥"
    /// Characters that stand in no name of ours, wherever they are.
    static let neverInside = "的了着吗呢吧啊呀嘛哦哎唉嗯是我您你他她它们咱俺这哪谁么很也又却把给在没吓什怎咧啦罢喔嘿呵哩欲"
    /// Characters that begin no name even where a surname list has them, and none is shorter for them: 众客.
    static let neverEverFirst = "众那时等些各每此其某另两几便并已都将只不"
    /// Characters that end no name, whatever speaks for it: 贾府中, 众人都.
    static let neverEverLast = "中上下里内外时间都等道说笑问听见看忙便方才只皆亦并就将那这"
    /// Characters that begin no name, unless they are a surname.
    static let neverFirst =
        "和与同跟对向从被让使于等及或而但且若如因为所以便就都已曾将正只仅还再更最太非当到至由自之其此该每各某另别有无要想会能可得过地个些几两第不说道问答叫见看听走来去把往替比按拿用随连任凭除才刚忽便那者次点只回位件句声阵种样般起出入进上下里外前后中间时"
    /// Ends of places and houses that are so even after a surname alone: 贾府, 叶家.
    static let sureEnds = "府家寺庙庵宗帮派城镇村山峰"
    /// Ends of things that end given names too.
    static let girlEnds = "莲芝玉花露泉林江河海溪星雪珠琴龙虎兰草果石晶"
    /// Measure words that also begin names, and are none after a number: 一张欠条.
    static let measureFirst = "张块颗枚座把条只间件棵株滴层片根匹艘辆架幅尊柄瓶粒盏壶杯碗袋箱"
    /// Verbs among `neverFirst` with which an art or a place may begin all the same: 听石诀, 望月楼.
    static let verbsFirst = "道说问答叫见看听走来去出入起进"
    /// Measure words: 三座山 is no mountain's name, 三清山 is.
    static let measures = "个座把条道只扇位名块颗枚家间件本口支张棵株滴层片根头匹艘辆架幅封门尊柄瓶粒股缕团阵场次种套份双对群年月日天里丈尺寸步斤两岁"
    /// Characters that end no name.
    static let neverLast =
        "和与同跟对向从被让使于等及或而但且若如因为所以便就都已曾将正只仅还再更最太非到至由自之其此该每各某另别有要想会能可得过个些几两不说道问答叫见看听走来去往按拿用随起出入进上下里内外前后间时忙一二三四五六七八九十百千万者样般冷低轻微点摇抬转站坐伸握收回皱沉大多少心想连身手脸眼目笑着嘴口头住罢毕完掉声"

    private static func split(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }

    private static let neutralTitles = """
        师父 师傅 师叔 师伯 师祖 师尊 师侄 长老 掌门 宗主 门主 教主 帮主 族长 家主 盟主 堂主 殿主 阁主 谷主 岛主 城主 楼主 庄主 寨主 峰主 坊主 会长 \
        真人 道长 道友 前辈 大师 法师 上人 居士 仙师 禅师 方丈 护法 供奉 执事 巡使 使者 先生 大人 将军 殿下 陛下 总 董 总裁 董事长 经理 总监 主管 秘书 助理 \
        老师 教授 博士 医生 大夫 护士 警官 队长 班长 校长 主任 院长 局长 处长 科长 厅长 市长 省长 县长 镇长 村长 书记 老板 导演 律师 法官 同学 记者 工 \
        大侠 统领 都尉 校尉 元帅 尚书 侍郎 御史 丞相 太傅 太守 知府 知县 县令 捕头 掌柜 师爷 管家 管事 城守 主簿 家的 教官 教练 \
        船长 少校 上校 中校 上尉 中尉 中将 少将 上将 大将 司令 团长 营长 连长 排长 参谋 部长 组长 站长 所长 馆长 厂长 店长
        """
    private static let maleTitles = """
        师兄 师弟 大师兄 二师兄 小师弟 公子 少爷 老爷 王爷 侯爷 国公 世子 太子 皇子 大爷 二爷 三爷 四爷 五爷 大叔 大伯 大哥 二哥 三哥 四哥 爷爷 叔叔 叔父 伯伯 伯父 \
        少侠 兄 兄弟 兄台 哥 叔 爷 弟 贤弟 老弟 老哥 老头 老伯 老爹 舅舅 姑父 姨父 学长 学弟 员外 秀才 公公 少主 驸马 相公 哥哥 弟弟 和尚 圣子 道人 琏二爷
        """
    private static let femaleTitles = """
        师姐 师妹 大师姐 小师妹 师娘 仙子 圣女 小姐 女士 太太 夫人 姑娘 公主 郡主 娘娘 皇后 贵妃 妃 嬷嬷 妈妈 婆婆 奶奶 大姐 大嫂 嫂子 阿姨 伯母 婶婶 婶 姐 姨 嫂 \
        姐姐 妹妹 妹 学姐 学妹 女侠 姥姥 大妈 大娘 姨妈 姨娘 舅妈 姑妈 姑姑 师太 少奶奶 老太太 妈 氏 丫头 圣姑 嫔 婕妤 昭仪
        """
    private static let ranksList = """
        长老 掌门 宗主 门主 教主 帮主 族长 家主 盟主 堂主 殿主 阁主 谷主 岛主 城主 楼主 庄主 寨主 峰主 真人 护法 供奉 执事 巡使 圣女 圣子 太子 大师兄 二师兄 大师姐 \
        小师妹 小师弟 外门弟子 内门弟子 真传弟子 核心弟子 录事 统领 太上长老 少主 少宗主 总裁 董事长 国公 世子 王爷 侯爷 皇后 贵妃 太后 郡主
        """
    private static let placeEnds = """
        山 峰 谷 崖 岭 岛 城 镇 村 州 郡 县 国 洲 海 湖 河 江 溪 潭 泉 林 森林 沙漠 草原 平原 大陆 山脉 秘境 禁地 遗迹 洞 洞府 界 域 大殿 殿 宫 阁 楼 台 塔 亭 轩 斋 \
        院 园 苑 府 坊 街 路 巷 桥 寺 庙 庵 观 庄 寨 关 港 湾 渡 原 墟 陵 墓 客栈 酒楼 茶馆 饭店 酒店 大厦 广场 公园 小区 医院 学院 大学 中学 小学 学校 机场 车站 \
        星 星球 营 堡 峡 坡 川 津 堂 屋 馆 店 铺 池
        """
    private static let organizationEnds = """
        宗 门 派 教 帮 盟 会 司 族 氏 家族 世家 圣地 皇朝 王朝 帝国 王国 公会 商会 联盟 集团 公司 组织 军 营 卫 部 局 团 队 组 社 党 殿 书院 学宫 武馆 镖局 钱庄 基金会 军团 \
        佣兵团 王府 侯府 衙门 家
        """
    private static let skillEnds = """
        诀 功 法 经 拳 掌 指 腿 剑法 刀法 枪法 棍法 步 身法 心法 功法 术 阵 大阵 剑阵 咒 印 诀法 神通 秘术 剑诀 剑术 掌法 拳法 指法 步法 遁术 秘法 心经 真经 宝典 神功 决 式 \
        斩 击 破 火 之力 领域 意境 剑意 剑气 刀意
        """
    private static let itemEnds = """
        剑 刀 枪 弓 戟 斧 鞭 锤 棍 鼎 炉 钟 镜 珠 印 符 符箓 幡 旗 丹 丸 散 膏 液 露 草 花 果 莲 参 芝 石 晶 玉 佩 戒 戒指 镯 袋 储物袋 环 铃 塔 琴 笛 扇 伞 甲 袍 衣 灯 瓶 壶 葫芦 令 牌 \
        令牌 玉简 卷轴 图 书 律 录 谱 典 币 药 酒 茶 兽 龙 虎 狐 蛇 鹰 丹药 灵草 灵药 玉牌 玉佩 匕首 系统 面板
        """
    private static let otherEnds = "期 境 根 体 脉 识 阶 榜 节 年间 大会 大典 之战 计划 协议 血脉 之体 灵根"
    private static let commonPeopleList = """
        众人 大家 人家 别人 旁人 男人 女人 男子 女子 少年 少女 老人 老者 老头 老头子 老太婆 老妇 老妇人 孩子 小孩 孩童 婴儿 青年 中年 年轻人 中年人 弟子 徒弟 徒儿 师徒 丫头 丫鬟 \
        丫环 婆子 小厮 媳妇 嬷嬷 奶妈 奶娘 妈妈 爸爸 父亲 母亲 爹爹 爷爷 奶奶 哥哥 弟弟 姐姐 妹妹 儿子 女儿 闺女 孙子 孙女 侄子 侄女 外甥 丈夫 妻子 老婆 老公 夫妻 夫妇 夫人 太太 老爷 \
        公子 少爷 小姐 姑娘 先生 女士 主人 仆人 奴才 奴婢 下人 家人 家丁 护卫 侍卫 侍女 随从 士兵 将士 官兵 官差 衙役 捕快 百姓 平民 村民 路人 行人 客人 来人 此人 那人 这人 其人 某人 何人 \
        敌人 对手 对方 高手 强者 修士 修者 武者 剑客 刀客 书生 秀才 和尚 道士 尼姑 僧人 道人 大夫 郎中 掌柜 伙计 小二 店小二 老板 司机 保安 服务员 店员 医生 护士 警察 老师 学生 同学 同事 \
        朋友 兄弟 姐妹 兄妹 亲戚 邻居 师父 师傅 师兄 师弟 师姐 师妹 师叔 师伯 师尊 前辈 晚辈 后辈 长辈 道友 大人 小人 本人 个人 两人 二人 三人 几人 诸人 四人 贵人 仙人 凡人 神仙 妖怪 妖兽 灵兽 魔兽 \
        恶人 坏人 好人 死人 活人 新人 老大 老二 老三 大哥 大姐 二哥 三哥 小子 小伙子 小家伙 家伙 胖子 瘦子 矮子 大汉 汉子 壮汉 黑衣人 白衣人 蒙面人 姥姥 姨妈 姑妈 舅舅 叔叔 伯伯 阿姨 婆婆 公公 \
        皇上 皇帝 陛下 殿下 太子 皇后 太后 娘娘 公主 王爷 将军 丞相 太监 宫女 大臣 老祖宗 老祖 祖宗 祖先 亲人 恋人 情人 爱人 女孩 男孩 女生 男生 小姑娘 小丫头 老太太 老爷子 娘子 相公 官人 奶娘 \
        大王 国王 小妖 妖精 徒孙 众位 诸位 各位 列位 二位 三位 长老 掌门 宗主 对面 旁边 当家 人人 主子 爷们 娘们 哥儿 姐儿 小儿 孙儿 女婿 儿媳 妯娌 大奶奶 二奶奶 大爷 二爷 三爷 管家 管事 人物 师生
        """
    private static let peopleHeadsList = """
        人 者 男子 女子 少年 少女 老者 老人 老头 老妇 妇人 青年 汉子 大汉 壮汉 弟子 丫头 丫鬟 小厮 媳妇 孩子 小孩 婆子 侍卫 侍女 护卫 修士 武者 士兵 小子 家伙 女孩 男孩 道士 和尚 胖子 兄弟 姐妹 姊妹 夫妇 夫妻 母子 父子 \
        母女 父女 师徒 二人 两人 三人 四人 等人 众人 几人 之人 们 男人 女人 姑娘 女儿 儿子 老婆 父亲 母亲 爷爷 妈妈
        """
}
