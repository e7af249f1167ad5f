/// The commonest Chinese words of two characters, which a line break should not cut.
enum ChineseWords {
    /// Whether two characters are such a word.
    static func holds(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        words.contains(UInt64(left.value) << 32 | UInt64(right.value))
    }

    /// Whether two characters begin a clause.
    static func isConnective(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        connectives.contains(UInt64(left.value) << 32 | UInt64(right.value))
    }

    private static func keys(_ text: String) -> Set<UInt64> {
        var keys: Set<UInt64> = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            let scalars = Array(word.unicodeScalars)
            for index in scalars.indices.dropFirst() {
                keys.insert(UInt64(scalars[index - 1].value) << 32 | UInt64(scalars[index].value))
            }
        }
        return keys
    }

    private static let connectives = keys(
        """
        但是 可是 不过 因为 所以 如果 虽然 然后 于是 而且 并且 只要 只有 除非 即使 就算 既然 不然 否则 要不 还是 或者 以及 结果 直到
        不過 因為 雖然 然後 於是 並且 即使 還是 結果
        """
    )

    private static let words = keys(
        """
        我们 你们 他们 她们 它们 咱们 大家 自己 别人 什么 怎么 怎样 这样 那样 这么 那么 这个 那个 哪个 这里 那里 哪里 这些 那些 现在 今天 明天
        昨天 时候 时间 以后 以前 之后 之前 已经 刚才 刚刚 马上 立刻 突然 终于 一直 从来 永远 总是 经常 有时 可以 可能 应该 必须 需要 愿意 希望
        知道 觉得 认为 以为 喜欢 相信 害怕 担心 明白 清楚 记得 忘记 发现 看见 看到 听见 听到 感觉 没有 不是 不会 不能 不要 不用 不知 还有 只是
        就是 还是 都是 但是 可是 不过 因为 所以 如果 虽然 然后 于是 而且 并且 或者 只要 只有 除了 关于 对于 为了 一个 一下 一点 一些 一样 一起
        一切 一定 第一 许多 多少 几个 所有 每个 全部 其他 其实 真的 当然 非常 特别 十分 有点 比较 更加 先生 小姐 夫人 老师 学生 医生 警察 老板
        公司 工作 问题 办法 事情 东西 地方 世界 国家 社会 生活 生命 朋友 孩子 父亲 母亲 爸爸 妈妈 哥哥 姐姐 弟弟 妹妹 儿子 女儿 妻子 丈夫 老婆
        老公 爷爷 奶奶 男人 女人 家人 主人 敌人 师父 师兄 师姐 师弟 师妹 弟子 长老 掌门 宗门 修炼 灵气 灵石 法宝 丹药 皇帝 陛下 殿下 公主 王爷
        将军 太子 皇后 大人 公子 姑娘 少爷 管家 电话 手机 照片 医院 学校 房间 门口 身上 身体 眼睛 声音 心里 心中 手中 脸上 开始 结束 离开 回来
        回去 出来 出去 进来 进去 起来 下来 下去 过来 过去 上来 上去 告诉 说话 回答 解释 同意 拒绝 帮助 保护 杀死 死亡 战斗 攻击 力量 机会 结果
        原因 关系 消息 秘密 计划 决定 选择 准备 放弃 继续 成为 变成 好像 似乎 到底 究竟 难道 居然 竟然 果然 或许 也许 恐怕 反正 对不起 谢谢
        没关系 不客气 为什么 怎么办 是不是 有没有 能不能 告诉我 告诉你 告诉他 大老远
        我們 你們 他們 她們 大家 什麼 怎麼 這樣 這麼 那麼 這個 那個 這裡 那裡 現在 時候 時間 已經 終於 應該 必須 覺得 認為 喜歡 沒有 不會 還有
        還是 因為 雖然 然後 為了 一個 一點 這些 醫生 老闆 問題 辦法 東西 世界 國家 社會 孩子 父親 母親 媽媽 兒子 女兒 電話 手機 醫院 學校 聲音
        開始 結束 離開 回來 出來 進來 起來 過來 告訴 說話 機會 關係 消息 計畫 決定 選擇 準備 為什麼 告訴我 告訴你 大老遠
        """
    )
}
