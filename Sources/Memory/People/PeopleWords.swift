internal import Text

/// Chinese words that speak of people without a name, and of what they do. Rather too many than too few: each of them only
/// keeps a check silent.
enum PeopleWords {
    static let speech = WordTable([
        "说", "說", "道", "问", "問", "答", "喊", "叫", "笑道", "冷笑", "喝道", "骂", "罵", "嚷", "低声", "轻声", "开口", "開口", "回答", "应道",
        "嘀咕",
    ])

    static let leaving = WordTable([
        "走了", "离开", "離開", "告辞", "告辭", "离去", "離去", "走远", "走遠", "退下", "出门去", "下山去", "扬长而去", "转身就走", "转身出",
        "拂袖而去", "不见了", "消失", "退了出去", "走出", "跑了", "溜了", "远去", "遠去", "上路了", "飞走", "辞别", "辭別",
    ])

    static let returning = WordTable([
        "没走", "没有走", "不走", "没离开", "没有离开", "不离开", "走了进来", "走了过来", "走了过去", "走了进", "走了几步", "走了一", "走了两", "走了三", "走了上来",
        "走了半",
    ])

    private static let male = WordTable([
        "男", "男人", "男子", "男孩", "男生", "男士", "父亲", "父親", "兄弟", "少年人", "老头", "老頭", "老汉", "老漢", "老翁", "老爷", "老爺", "少爷",
        "少爺", "公子", "大叔", "大爷", "大爺", "爷爷", "爺爺", "父", "爸", "爹", "儿子", "兒子",
        "哥", "弟", "丈夫", "老公", "叔", "伯", "舅", "和尚", "道士", "道长", "皇帝", "皇上", "陛下", "太子", "王爷", "王爺", "小伙", "汉子", "漢子",
        "书生",
        "書生", "少年", "太监", "太監", "公公", "新郎", "侄", "孙子", "孫子", "外甥", "先生", "师兄", "師兄", "相公", "夫君", "僧", "老丈", "驸马", "郎",
        "将军", "將軍", "侍卫", "侍衛", "家丁", "小厮", "帅", "大人", "官人", "员外", "老者", "老先生", "匪", "强盗", "屠",
    ])

    private static let female = WordTable([
        "女", "女人", "女子", "女孩", "女生", "女士", "女儿", "女兒", "母亲", "母親", "妇人", "婦人", "美人", "小姑娘", "姑娘", "小姐", "夫人", "太太", "妈",
        "媽", "娘", "母", "奶奶", "婆", "姐", "妹", "妻", "媳", "丫", "宫", "公主", "皇后", "太后", "妃", "嫂", "婶",
        "嬸", "姨", "姑", "尼", "仙子", "妇", "婦", "嬷", "婢", "闺", "妾", "嫔", "贵人", "圣女", "师姐", "妖精",
    ])

    private static let unknown = WordTable([
        "人", "弟子", "徒", "掌柜", "掌櫃", "老板", "老闆", "伙计", "夥計", "小二", "大夫", "医生", "醫生", "护士", "护工", "老师", "老師", "学生", "學生",
        "同学",
        "同學", "孩", "婴", "娃", "长老", "長老", "掌门", "掌門", "门主", "宗主", "师父", "師父", "师尊", "師尊", "师叔", "师伯", "前辈", "道友", "对方",
        "對方", "家伙",
        "谁", "誰", "司机", "警", "保安", "兵", "卫", "衙役", "捕", "县令", "知府", "掌事", "管家", "管事", "总管", "主管", "经理", "总裁", "董事",
        "秘书", "助理", "律师",
        "记者", "客", "友", "邻", "亲戚", "侠", "盗", "贼", "凶手", "杀手", "刺客", "敌", "对手", "乞丐", "店主", "船", "鬼", "妖", "魔", "神", "仙",
        "佛", "龙", "龍", "狗",
        "犬", "猫", "貓", "驴", "驢", "牛", "虎", "狼", "蛇", "鸟", "鳥", "鹰", "狐", "兔", "猴", "鹤", "鶴", "鸡", "羊", "猪", "熊", "狮",
        "豹", "兽", "獸", "马儿",
        "匹马", "黑马", "白马", "骏马", "坐骑", "尸", "死者", "病患", "选手", "队长", "组长", "班长", "校长", "教练", "教授", "博士", "作者", "读者", "老人",
        "少侠", "宗师",
        "尊者", "圣者", "真人", "上仙", "某", "主角", "反派", "宿主", "玩家", "影子", "身影", "影", "声音", "那位", "这位", "一位",
        "众", "大家", "各位", "使者", "巡使", "钦差", "郡主", "教主", "帮主", "堂主", "庄主", "城主", "领主", "国主", "皇", "王", "帝", "君", "战士",
        "戰士", "武士", "骑士", "修士", "学士", "手下", "属下", "部下",
        "同门", "同伴", "伴", "搭档", "同事", "上司", "领导", "总监", "院长", "局长", "处长", "科长", "部长", "市长",
        "镇长", "村长", "会长", "社长", "船长", "店长", "家长", "族长", "首长",
    ])

    /// Words in which a character above speaks of nobody.
    private static let nobody = WordTable([
        "人间", "人生", "人类", "人心", "人命", "没有人", "沒有人", "无人", "没人", "人家", "人影", "人声", "人参", "王八", "士气", "君子兰",
        "影响", "电影", "神色", "神情", "精神",
        "神秘", "眼神", "回神", "神识", "神通", "神念", "神魂", "神态", "心神", "留神", "定神", "愣神", "出神", "仙气", "仙界", "仙剑", "成仙", "修仙",
        "魔气", "魔法", "魔界", "鬼话", "鬼火", "马上", "牛肉", "鸡蛋", "鸡汤",
        "羊肉", "猪肉", "熊熊", "龙井", "水龙头", "女儿红", "姑且", "公公", "宫殿", "宫门", "皇宫", "宫里", "王府", "王朝", "皇城", "帝国", "船上", "船头",
        "船舱", "客栈", "客厅", "客气", "友好", "徒步", "徒然", "孩子气",
        "这个时候", "那个时候", "这个月", "那个月", "个字", "警惕", "警告", "报警", "门卫", "护卫", "自卫", "卫生", "兵器", "道士帽", "丫鬟房", "奶奶的", "老天爷",
        "母亲河", "帅气", "郎朗", "叔本华", "伯仲", "舅舅家",
        "娘的", "妈的", "姐妹花", "妹妹头", "尼龙", "妇科", "婆娑",
        "众多", "大家伙", "仿佛", "彷佛", "贼亮", "敌意", "某种", "某些", "某处", "某天", "父母官", "皇历", "王牌", "霸王", "君子", "护士站", "护士服", "战士服",
    ])

    /// Whom a text speaks of without a name; `names` are the byte ranges of known people, which count elsewhere.
    static func strangers(
        in bytes: [UInt8],
        outside names: [Range<Int>]
    ) -> (narration: Set<Cast.Stranger>, speech: Set<Cast.Stranger>) {
        var narration: Set<Cast.Stranger> = []
        var speech: Set<Cast.Stranger> = []
        var depth = 0
        var index = 0
        var next = names.startIndex
        let all = bytes[...]
        while index < bytes.count {
            while next < names.endIndex, names[next].upperBound <= index { next += 1 }
            if next < names.endIndex, names[next].contains(index) {
                index = names[next].upperBound
                continue
            }
            // Words below Han have nothing to say here.
            guard bytes[index] >= 0xE4, bytes[index] <= 0xE9 else {
                depth = depthOfSpeech(after: bytes, at: index, depth)
                index += 1
                continue
            }
            let skip = nobody.length(in: all, at: index)
            if skip > 0 {
                index += skip
                continue
            }
            var longest = 0
            var kind: Cast.Stranger?
            for (table, stranger) in [(male, Cast.Stranger.male), (female, .female), (unknown, .unknown)] {
                let length = table.length(in: all, at: index)
                if length > longest {
                    longest = length
                    kind = stranger
                }
            }
            if let kind {
                if depth > 0 { speech.insert(kind) } else { narration.insert(kind) }
            }
            index += longest > 0 ? longest : 3
        }
        return (narration, speech)
    }

    /// Counts quotation marks: “ ” are E2 80 9C and 9D, 「 」 『 』 are E3 80 8C to 8F.
    private static func depthOfSpeech(after bytes: [UInt8], at index: Int, _ depth: Int) -> Int {
        if bytes[index] == 0x22 { return depth > 0 ? 0 : 1 }
        guard bytes[index] == 0xE2 || bytes[index] == 0xE3, index + 2 < bytes.count, bytes[index + 1] == 0x80 else {
            return depth
        }
        switch (bytes[index], bytes[index + 2]) {
        case (0xE2, 0x9C), (0xE3, 0x8C), (0xE3, 0x8E): return depth + 1
        case (0xE2, 0x9D), (0xE3, 0x8D), (0xE3, 0x8F): return max(0, depth - 1)
        default: return depth
        }
    }
}
