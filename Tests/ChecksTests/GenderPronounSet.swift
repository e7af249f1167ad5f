import Text

/// Sentences with people, right and wrong, on which the check of pronouns is measured. Written for this; the first letter says whether
/// the target is right (`+`) or wrong (`-`), then source and target.
///
/// In all of them 苏梅 (Su Mei, a woman) was named just before; in those under a heading also the people it names.
enum GenderPronounSet {
    struct Case: Sendable {
        var isWrong: Bool
        var people: [String]
        var source: String
        var target: String
    }

    static var cases: [Case] {
        var cases: [Case] = []
        var people: [String] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("@") {
                people = line.dropFirst().split(separator: " ").map(String.init)
                continue
            }
            let parts = line.dropFirst(2).split(separator: "|").map(String.init)
            guard parts.count == 2 else { continue }
            cases.append(Case(isWrong: line.hasPrefix("-"), people: people, source: parts[0], target: parts[1]))
        }
        return cases
    }

    private static let text = """
        @苏梅
        + 苏梅合上账本。|Su Mei closed her ledger.
        - 苏梅合上账本。|Su Mei closed his ledger.
        + 苏梅摇了摇头，没有说话。|Su Mei shook her head and said nothing.
        - 苏梅摇了摇头，没有说话。|Su Mei shook his head and said nothing.
        + 推开门，外面下着雨。|She pushed the door open. It was raining.
        - 推开门，外面下着雨。|He pushed the door open. It was raining.
        + 她笑了。|She smiled.
        - 她笑了。|He smiled.
        - 她笑了。|It smiled.
        + 她把伞递过来。|She held out the umbrella.
        - 她把伞递过来。|He held out the umbrella.
        + 她的手在抖。|Her hands were shaking.
        - 她的手在抖。|His hands were shaking.
        + “我不去。”她说。|"I'm not going," she said.
        - “我不去。”她说。|"I'm not going," he said.
        + “别走！”苏梅喊道。|"Don't go!" Su Mei cried, and she ran after them.
        - “别走！”苏梅喊道。|"Don't go!" Su Mei cried, and he ran after them.
        + 但她没有回头。|But she did not look back.
        - 但她没有回头。|But he did not look back.
        + 忽然，她停住了。|Suddenly, she stopped.
        - 忽然，她停住了。|Suddenly, he stopped.
        + 苏梅看见自己的影子。|Su Mei saw her own shadow.
        - 苏梅对着镜子照了照。|Su Mei looked at himself in the mirror.
        + 苏梅对着镜子照了照。|Su Mei looked at herself in the mirror.
        + 谁笑到最后，谁笑得最好。|He who laughs last laughs best.
        + 来人摘下斗笠。|The newcomer took off his hat.
        + 一个老头坐在门口。|An old man sat in the doorway with his pipe.
        + “他是谁？”|"Who is he?"
        + “他昨天就走了。”苏梅说。|"He left yesterday," Su Mei said.
        + “她昨天就走了。”苏梅说。|"She left yesterday," Su Mei said.
        - “她昨天就走了。”苏梅说。|"He left yesterday," Su Mei said.
        + 苏梅想起了父亲，他最爱喝茶。|Su Mei thought of her father; he had loved his tea.
        - 苏梅站起来，拍了拍身上的土。|Su Mei stood up, and he brushed off the dust.
        + 苏梅站起来，拍了拍身上的土。|Su Mei stood up and brushed off the dust.
        + 雨停了。|The rain stopped.
        + 掌柜的抬起头。|The shopkeeper raised his head.
        + 那匹马打了个响鼻。|The horse snorted and shook his mane.
        + 天很冷，她裹紧了衣服。|It was cold, and she pulled her coat tight.
        - 天很冷，她裹紧了衣服。|It was cold, and he pulled his coat tight.
        + 贺川笑了笑。|He Chuan smiled.
        + 门外有人咳嗽。|Someone coughed outside, and then he knocked.
        + 苏梅没有告诉他。|Su Mei did not tell him.
        + 苏梅等他走远，才关上门。|Su Mei waited until he was gone before she shut the door.
        + 每个学生都要带自己的书。|Every student must bring his or her own book.
        + 他们都笑了。|They all laughed.
        + 其他的她都不记得。|She remembered none of the rest.
        - 其他的她都不记得。|He remembered none of the rest.
        + 她们走进了院子。|They walked into the courtyard.
        + 她叹了口气。她知道，已经太迟了。|She sighed. She knew it was already too late.
        - 她叹了口气。她知道，已经太迟了。|She sighed. He knew it was already too late.
        + “吉他是他的，还是她的？”|"Is the guitar his or hers?"
        + 苏梅闭上眼睛。|Su Mei closed her eyes.
        - 苏梅闭上眼睛。|Su Mei closed his eyes.
        + 她背过身去，声音很平静。|She turned her back to him, her voice calm.
        + 他已一把将她扛上肩头。|He had slung her over his shoulder.
        + 那天以后，他每天都来她家地头。|After that day he came to her field every morning.
        @苏梅 陈远
        + 苏梅看了陈远一眼。|Su Mei glanced at Chen Yuan.
        + 陈远把手套摘下来。|Chen Yuan took off his gloves.
        - 陈远把手套摘下来。|Chen Yuan took off her gloves.
        + 陈远握住了她的手。|Chen Yuan took her hand.
        - 陈远低下头，不敢看她。|Chen Yuan lowered his head, not daring to look at him.
        + 陈远低下头，不敢看她。|Chen Yuan lowered his head, not daring to look at her.
        + 苏梅推了陈远一把，转身就跑。|Su Mei gave Chen Yuan a shove, and she turned and ran.
        + 她推了陈远一把，转身就跑。|She gave him a shove, then turned and ran.
        + 她推了陈远一把。|Su Mei shoved him.
        + 陈远愣住了。|He froze.
        + 推开门，外面下着雨。|He pushed the door open. It was raining.
        + 推开门，外面下着雨。|She pushed the door open. It was raining.
        - 她转过身来。|He turned around.
        + 她转过身来。|She turned around.
        - 他转过身来。|She turned around.
        + 他转过身来。|He turned around.
        - 他的声音很低。|Her voice was very low.
        + 他的声音很低。|His voice was very low.
        - “我知道。”他说，“可是来不及了。”|"I know," she said. "But there's no time."
        + “我知道。”他说，“可是来不及了。”|"I know," he said. "But there's no time."
        - “我知道。”她说，“可是来不及了。”|"I know," he said. "But there's no time."
        + 她被他拉住了。|He pulled her back.
        + 她被陈远拉住了。|He pulled her back.
        + 她看着陈远走远。|He walked away while she watched.
        + 他拍了拍她的肩。|He patted her on the shoulder.
        + 他拍了拍她的肩。|She felt him pat her shoulder.
        + 陈远清了清嗓子，看向苏梅。|Chen Yuan cleared his throat and looked at Su Mei.
        - 陈远清了清嗓子。|Chen Yuan cleared her throat.
        - 陈远坐下来，她点了一壶茶。|Chen Yuan sat down. He ordered a pot of tea.
        - 陈远发现自己迷路了。|Chen Yuan found herself lost.
        + 陈远发现自己迷路了。|Chen Yuan found himself lost.
        - 陈远没有回答，只是慢慢走到窗前。|Chen Yuan did not answer. She walked slowly to the window.
        + 陈远没有回答，只是慢慢走到窗前。|Chen Yuan did not answer. He walked slowly to the window.
        + 苏梅不说话，陈远也不说话。|Su Mei said nothing, and neither did he.
        + “苏梅，你怎么来了？”陈远放下笔。|"Su Mei, what are you doing here?" Chen Yuan put down his pen.
        - “苏梅，你怎么来了？”陈远瞪大了眼睛。|"Su Mei, what are you doing here?" Chen Yuan widened her eyes.
        - “陈远呢？”苏梅皱起眉头，她等了一天。|"Where's Chen Yuan?" Su Mei frowned. He had waited all day.
        + “陈远呢？”苏梅皱起眉头，她等了一天。|"Where's Chen Yuan?" Su Mei frowned. She had waited all day.
        + 两个人都没有动。|Neither of them moved, and then she laughed.
        + 茶凉了。|The tea had gone cold. He drank it anyway.
        + “你骗我。”|"You lied to me," she said.
        + “她骗了我。”陈远说。|"She lied to me," Chen Yuan said.
        - “她骗了我。”陈远说。|"He lied to me," Chen Yuan said.
        + “她骗了我。”陈远说。|"Su Mei lied to me," Chen Yuan said, and he sat down.
        + 苏梅多给了他一个，说：“看你瘦了。”他咬了一口，没有作声。|Su Mei gave him one more. "You've gotten thin," she said. He took a bite in silence.
        @陈远
        + 陈远擦了擦额头上的汗。|Chen Yuan wiped the sweat from his forehead.
        - 陈远叹了口气，又坐了回去。|Chen Yuan sighed, and she sat down again.
        + 陈远叹了口气，又坐了回去。|Chen Yuan sighed, and he sat down again.
        - 拔出剑，一步一步往前走。|She drew the sword and went forward step by step.
        + 拔出剑，一步一步往前走。|He drew the sword and went forward step by step.
        + 想起了母亲的话。|He remembered his mother's words. She had always been right.
        + 远处传来一个女人的笑声。|From far away came a woman's laugh. She sounded happy.
        - 陈远耸了耸肩。|Chen Yuan shrugged her shoulders.
        - 他爬上了树。|She climbed the tree.
        + 他爬上了树。|He climbed the tree.
        + 这条船很旧，他却很喜欢它。|The boat was old, but he loved her.
        - 他的剑断了。|Her sword broke.
        + 他的剑断了。|His sword broke.
        - 他不怕。|She was not afraid.
        - 他闻到了茶香，他饿了。|She smelled tea. She was hungry.
        + 他闻到了茶香，他饿了。|He smelled tea. He was hungry.
        + 剑断了。|Silas froze and lowered her hand.
        + 她是谁？没有人知道。|Who was she? No one knew.
        - 她是谁？没有人知道。|Who was he? No one knew.
        - 他回头看了一眼。|She looked back once.
        - “他疯了。”陈远说。|"She is mad," said Chen Yuan.
        + “他疯了。”陈远说。|"He is mad," said Chen Yuan.
        + 剑断了，陈远退了一步。|The sword broke. Chen Yuan fell back, and Maren lost her footing.
        - 他咳了一声，慢慢坐下。|She coughed and slowly sat down.
        + 他咳了一声，慢慢坐下。|He coughed and slowly sat down.
        - 陈远皱着眉，揉了揉眼睛。|Chen Yuan, frowning, rubbed her eyes.
        """
}
