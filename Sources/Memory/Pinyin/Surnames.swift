internal import Text

/// The surnames of Chinese names with their readings as surnames, toneless.
///
/// The 504 of 百家姓 but for a few that nobody bears any more, and those of today that the book does not have, by the surname
/// statistics of the Ministry of Public Security. Where a reading is debated, the one that most bearers use.
package enum Surnames {
    /// One surname.
    package struct Surname: Hashable, Sendable {
        /// The characters, simplified.
        package let text: String
        /// Toneless, `ü` written; the first letter in upper case: `Lü`, `Yuchi`.
        package let reading: String
        package let frequency: Frequency
    }

    /// How sure a character at the beginning of a name is a surname.
    package enum Frequency: Hashable, Sendable {
        /// Among the 150 or so that nearly everybody bears.
        case common
        case rare
        /// Also an everyday word: 和, 时, 于, 那.
        case word
    }

    /// By its characters, simplified: one or two.
    package static let all: [String: Surname] = {
        var all: [String: Surname] = [:]
        let common = Set(commonest.unicodeScalars)
        let words = Set(everydayWords.unicodeScalars)
        for entry in (singleReadings + " " + compoundReadings).split(separator: " ") {
            let characters = entry.unicodeScalars.prefix { $0.isHan }
            let text = String(characters)
            let reading = String(entry.unicodeScalars.dropFirst(characters.count))
            var frequency = Frequency.rare
            if characters.count == 1, let first = characters.first {
                if words.contains(first) { frequency = .word } else if common.contains(first) { frequency = .common }
            } else {
                frequency = .common
            }
            all[text] = Surname(text: text, reading: reading, frequency: frequency)
        }
        return all
    }()

    /// The surname at the beginning of a name in simplified characters; the compound one where both are possible.
    package static func surname(of name: some StringProtocol) -> Surname? {
        let scalars = Array(name.unicodeScalars.prefix(3))
        if scalars.count > 1, let found = all[String(String.UnicodeScalarView(scalars[..<2]))] { return found }
        guard let first = scalars.first else { return nil }
        return all[String(first)]
    }

    /// Surnames of one character, simplified.
    package static let single: String = {
        let words = Set(mostlyWords.unicodeScalars)
        let single = all.keys.compactMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
        return String(String.UnicodeScalarView(single.filter { !words.contains($0) }.sorted()))
    }()

    /// Surnames that are hardly ever one in running text: a lattice of names is better off without them.
    private static let mostlyWords = "么幺年爱阳但占位佴区原双台吾呼问茆药莱虎蛮衣褟"

    /// Surnames of two characters, simplified.
    package static let compound = all.keys.filter { $0.unicodeScalars.count == 2 }.sorted()

    private static let commonest =
        "王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟秦邱尹薛闫侯史陶黎贺顾郝龚邵钱严覃武戴莫孔向汤萧楚慕凌殷墨燕穆秋聂裴乔庄葛温纪祝阮霍傅易尤沐卫祁阎骆柯盛甄邢宁"

    private static let everydayWords =
        "水常时于平和元明计成强家松富山车全双通连向别都满国广利越师空那相后从能边容终应干解支管经有充须益居扶堵束幸仰印伏危皮包麻滑惠曲信来年法门原过尔种区代养归公红占战母问呼吾台位初药衣铁银鬼豆黑蛮刑督户么幺"

    private static let singleReadings = """
        赵Zhao 钱Qian 孙Sun 李Li 周Zhou 吴Wu 郑Zheng 王Wang 冯Feng 陈Chen 褚Chu 卫Wei 蒋Jiang 沈Shen 韩Han 杨Yang 朱Zhu 秦Qin \
        尤You 许Xu 何He 吕Lü 施Shi 张Zhang 孔Kong 曹Cao 严Yan 华Hua 金Jin 魏Wei 陶Tao 姜Jiang 戚Qi 谢Xie 邹Zou 喻Yu 柏Bai \
        水Shui 窦Dou 章Zhang 云Yun 苏Su 潘Pan 葛Ge 奚Xi 范Fan 彭Peng 郎Lang 鲁Lu 韦Wei 昌Chang 马Ma 苗Miao 凤Feng 花Hua 方Fang \
        俞Yu 任Ren 袁Yuan 柳Liu 酆Feng 鲍Bao 史Shi 唐Tang 费Fei 廉Lian 岑Cen 薛Xue 雷Lei 贺He 倪Ni 汤Tang 滕Teng 殷Yin 罗Luo \
        毕Bi 郝Hao 邬Wu 安An 常Chang 乐Yue 于Yu 时Shi 傅Fu 皮Pi 卞Bian 齐Qi 康Kang 伍Wu 余Yu 元Yuan 卜Bu 顾Gu 孟Meng 平Ping \
        黄Huang 和He 穆Mu 萧Xiao 尹Yin 姚Yao 邵Shao 湛Zhan 汪Wang 祁Qi 毛Mao 禹Yu 狄Di 米Mi 贝Bei 明Ming 臧Zang 计Ji 伏Fu \
        成Cheng 戴Dai 谈Tan 宋Song 茅Mao 庞Pang 熊Xiong 纪Ji 舒Shu 屈Qu 项Xiang 祝Zhu 董Dong 梁Liang 杜Du 阮Ruan 蓝Lan 闵Min \
        席Xi 季Ji 麻Ma 强Qiang 贾Jia 路Lu 娄Lou 危Wei 江Jiang 童Tong 颜Yan 郭Guo 梅Mei 盛Sheng 林Lin 刁Diao 钟Zhong 徐Xu 邱Qiu \
        骆Luo 高Gao 夏Xia 蔡Cai 田Tian 樊Fan 胡Hu 凌Ling 霍Huo 虞Yu 万Wan 支Zhi 柯Ke 昝Zan 管Guan 卢Lu 莫Mo 经Jing 房Fang 裘Qiu \
        缪Miao 干Gan 解Xie 应Ying 宗Zong 丁Ding 宣Xuan 贲Ben 邓Deng 郁Yu 单Shan 杭Hang 洪Hong 包Bao 诸Zhu 左Zuo 石Shi 崔Cui \
        吉Ji 钮Niu 龚Gong 程Cheng 嵇Ji 邢Xing 滑Hua 裴Pei 陆Lu 荣Rong 翁Weng 荀Xun 羊Yang 於Yu 惠Hui 甄Zhen 曲Qu 家Jia 封Feng \
        芮Rui 羿Yi 储Chu 靳Jin 汲Ji 邴Bing 糜Mi 松Song 井Jing 段Duan 富Fu 巫Wu 乌Wu 焦Jiao 巴Ba 弓Gong 牧Mu 隗Wei 山Shan 谷Gu \
        车Che 侯Hou 宓Mi 蓬Peng 全Quan 郗Xi 班Ban 仰Yang 秋Qiu 仲Zhong 伊Yi 宫Gong 宁Ning 仇Qiu 栾Luan 暴Bao 甘Gan 钭Tou 厉Li \
        戎Rong 祖Zu 武Wu 符Fu 刘Liu 景Jing 詹Zhan 束Shu 龙Long 叶Ye 幸Xing 司Si 韶Shao 郜Gao 黎Li 蓟Ji 薄Bo 印Yin 宿Su 白Bai \
        怀Huai 蒲Pu 邰Tai 从Cong 鄂E 索Suo 咸Xian 籍Ji 赖Lai 卓Zhuo 蔺Lin 屠Tu 蒙Meng 池Chi 乔Qiao 阴Yin 胥Xu 能Nai 苍Cang \
        双Shuang 闻Wen 莘Shen 党Dang 翟Zhai 谭Tan 贡Gong 劳Lao 逄Pang 姬Ji 申Shen 扶Fu 堵Du 冉Ran 宰Zai 郦Li 雍Yong 郤Xi 璩Qu \
        桑Sang 桂Gui 濮Pu 牛Niu 寿Shou 通Tong 边Bian 扈Hu 燕Yan 冀Ji 郏Jia 浦Pu 尚Shang 农Nong 温Wen 别Bie 庄Zhuang 晏Yan \
        柴Chai 瞿Qu 阎Yan 充Chong 慕Mu 连Lian 茹Ru 习Xi 宦Huan 艾Ai 鱼Yu 容Rong 向Xiang 古Gu 易Yi 慎Shen 戈Ge 廖Liao 庾Yu \
        终Zhong 暨Ji 居Ju 衡Heng 步Bu 都Du 耿Geng 满Man 弘Hong 匡Kuang 国Guo 文Wen 寇Kou 广Guang 禄Lu 阙Que 东Dong 欧Ou 殳Shu \
        沃Wo 利Li 蔚Yu 越Yue 夔Kui 隆Long 师Shi 巩Gong 厍She 聂Nie 晁Chao 勾Gou 敖Ao 融Rong 冷Leng 訾Zi 辛Xin 阚Kan 那Na \
        简Jian 饶Rao 空Kong 曾Zeng 毋Wu 沙Sha 乜Nie 养Yang 鞠Ju 须Xu 丰Feng 巢Chao 关Guan 蒯Kuai 相Xiang 查Zha 后Hou 荆Jing \
        红Hong 游You 竺Zhu 权Quan 逯Lu 盖Ge 益Yi 桓Huan 公Gong \
        肖Xiao 闫Yan 付Fu 覃Qin 牟Mou 佟Tong 佘She 谌Chen 迟Chi 邸Di 苑Yuan 区Ou 冼Xian 洗Xian 邝Kuang 岳Yue 帅Shuai 亢Kang \
        况Kuang 缑Gou 琴Qin 归Gui 海Hai 晋Jin 楚Chu 汝Ru 鄢Yan 涂Tu 钦Qin 商Shang 墨Mo 哈Ha 谯Qiao 笪Da 年Nian 阳Yang 佴Nai \
        伯Bo 南Nan 朴Piao 揭Jie 仝Tong 兰Lan 卿Qing 原Yuan 代Dai 信Xin 战Zhan 门Men 母Mu 辜Gu 丛Cong 栗Li 宾Bin 苟Gou 隋Sui \
        来Lai 占Zhan 官Guan 尉Wei 员Yun 种Chong 召Shao 秘Bi 洛Luo 君Jun 夜Ye 风Feng 沐Mu 折She 繁Po 过Guo 郇Xun 仉Zhang \
        亓Qi 督Du 郈Hou 位Wei 初Chu 刑Xing 台Tai 吾Wu 呼Hu 问Wen 茆Mao 荔Li 药Yao 莱Lai 菅Jian 蛮Man 衣Yi 褟Ta 豆Dou 郸Dan 钊Zhao 铁Tie 银Yin 锺Zhong 鬼Gui 黑He 冉Ran 岩Yan 璞Pu 凰Huang 尧Yao 冒Mao 有You 言Yan 爱Ai 法Fa 撒Sa 啜Chuai 库She 句Gou 祭Zhai 牙Ya \
        麦Mai 植Zhi 甯Ning 逢Pang 尔Er 楼Lou 纳Na 桐Tong 萨Sa 户Hu 鹿Lu 展Zhan 侍Shi 么Yao 幺Yao
        """

    private static let compoundReadings = """
        万俟Moqi 司马Sima 上官Shangguan 欧阳Ouyang 夏侯Xiahou 诸葛Zhuge 闻人Wenren 东方Dongfang 赫连Helian 皇甫Huangfu \
        尉迟Yuchi 公羊Gongyang 澹台Tantai 公冶Gongye 宗政Zongzheng 濮阳Puyang 淳于Chunyu 单于Chanyu 太叔Taishu 申屠Shentu \
        公孙Gongsun 仲孙Zhongsun 轩辕Xuanyuan 令狐Linghu 钟离Zhongli 宇文Yuwen 长孙Zhangsun 慕容Murong 鲜于Xianyu 闾丘Lüqiu \
        司徒Situ 司空Sikong 亓官Qiguan 司寇Sikou 子车Ziju 颛孙Zhuansun 端木Duanmu 巫马Wuma 公西Gongxi 漆雕Qidiao 乐正Yuezheng \
        壤驷Rangsi 公良Gongliang 拓跋Tuoba 夹谷Jiagu 宰父Zaifu 谷梁Guliang 段干Duangan 百里Baili 东郭Dongguo 南门Nanmen \
        呼延Huyan 羊舌Yangshe 微生Weisheng 梁丘Liangqiu 左丘Zuoqiu 东门Dongmen 西门Ximen 南宫Nangong 第五Diwu 独孤Dugu \
        完颜Wanyan 纳兰Nalan 叶赫Yehe 耶律Yelü 东皇Donghuang 即墨Jimo 贺兰Helan 西陵Xiling \
        北冥Beiming 南荣Nanrong 太史Taishi 鬼谷Guigu 北宫Beigong 达奚Daxi 高阳Gaoyang 相里Xiangli 哥舒Geshu 贺若Heruo
        """
}
