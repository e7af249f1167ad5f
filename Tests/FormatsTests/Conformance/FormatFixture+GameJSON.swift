import Formats
import Text

extension FormatFixture {
    static let rpgMaker: [FormatFixture] = [
        FormatFixture(
            RPGMakerFormat.self,
            "data/Map001.json",
            RPGMakerSample.map,
            units: 9
        ).keyedByText,
        FormatFixture(
            RPGMakerFormat.self,
            "data/CommonEvents.json",
            "[\r\nnull,\r\n{\"id\":1,\"list\":[{\"code\":105,\"indent\":0,\"parameters\":[2,false]},"
                + "{\"code\":405,\"indent\":0,\"parameters\":[\"很久以前，\"]},"
                + "{\"code\":405,\"indent\":0,\"parameters\":[\"\\u6709\\u4E00\\u5EA7\\u5C71\\u3002\"]},"
                + "{\"code\":320,\"indent\":0,\"parameters\":[1,\"阿明\"]},{\"code\":0,\"indent\":0,\"parameters\":[]}],"
                + "\"name\":\"开场\",\"switchId\":1,\"trigger\":0}\r\n]",
            units: 2
        ).keyedByText,
        FormatFixture(
            RPGMakerFormat.self,
            "data/Items.json",
            """
            [
            null,
            {"id":1,"animationId":41,"consumable":true,"description":"恢复\\\\C[2]500\\\\C[0]点生命。\\n不可出售","effects":[],"iconIndex":176,"name":"大还丹","note":"<药:1>","price":50},
            {"id":2,"description":"","effects":[],"iconIndex":0,"name":"","note":"","price":0}
            ]
            """,
            units: 2
        ),
        FormatFixture(
            RPGMakerFormat.self,
            "data/System.json",
            #"{"airship":{"bgm":{"name":""}},"armorTypes":["","轻甲","重甲"],"currencyUnit":"灵石","elements":["","火"],"#
                + #""gameTitle":"青云志","switches":["","见过师父"],"terms":{"basic":["等级","Lv"],"commands":["战斗",null,"逃跑"],"#
                + #""messages":{"actionFailure":"对%1没有效果！","alwaysDash":"始终跑步"},"params":["最大生命"]},"versionId":7}"#,
            units: 11
        ),
        FormatFixture(
            RPGMakerFormat.self,
            "data/Troops.json",
            "[null,{\"id\":1,\"members\":[],\"name\":\"狼\",\"pages\":[{\"list\":[{\"code\":401,\"indent\":0,"
                + "\"parameters\":[\"嗷！\"]},{\"code\":401,\"indent\":0,\"parameters\":[\"坏\\q\"]},"
                + "{\"code\":0,\"indent\":0,\"parameters\":[]},{\"code\":325,\"indent\":0,\"parameters\":[1,\"狼王\"]}]}]}]",
            units: 1,
            findings: 1
        ).keyedByText,
    ]

    static let mota: [FormatFixture] = [
        FormatFixture(
            MotaFormat.self,
            "project/floors/MT1.js",
            """
            main.floors.MT1=
            {
                "floorId": "MT1",
                "title": "主塔 1 层",
                "map": [
                [  0,  0],
                [  1, -2]
            ],
                "events": {
                    "2,10": [
                        "\\t[npc0]\\b[this]你好。\\n再见。",
                        "\\t[hero]走吧，${hero.name}",
                        {"type": "comment", "text": "备注"},
                        {"type": "playSound", "name": "打开界面"},
                        {"type": "function", "function": "function(){alert('弹')}"},
                        {"type": "choices", "text": "\\t[hero]\\b[up]要吗？", "choices": [{"text": "要", "action": []}]}
                    ]
                }
            }
            """,
            units: 5
        ).keyedByText,
        FormatFixture(
            MotaFormat.self,
            "project/enemys.js",
            "\u{FEFF}var enemys_fcae963b = \r\n{\r\n\t\"slime\": {\"name\":\"绿头怪\",\"hp\":0},\r\n\t\"bat\": {'name':'小\\'蝠'},\r\n};\r\n",
            units: 2
        ),
        FormatFixture(
            MotaFormat.self,
            "items.js",
            "var items_1 = {\"a\": {\"name\":\"甲,\n\"text\": \"乙${core.values.x}\", \"itemEffect\": \"drawTip('丙')\"}}",
            units: 1,
            findings: 1
        ),
    ]
}

/// Files as RPG Maker MZ writes them: one line for each event.
enum RPGMakerSample {
    static let map = """
        {
        "autoplayBgm":false,"battleback1Name":"","displayName":"青云镇","note":"","scrollType":0,"tilesetId":1,"width":2,
        "data":[2816,2816,0,0],
        "events":[
        null,
        {"id":1,"name":"村长","note":"","pages":[{"conditions":{"actorId":1},"list":[\(list)],"moveType":0}],"x":1,"y":0},
        null
        ]
        }
        """

    private static let list = [
        #"{"code":108,"indent":0,"parameters":["注释"]}"#,
        #"{"code":101,"indent":0,"parameters":["",0,0,2,"林雪"]}"#,
        #"{"code":401,"indent":0,"parameters":["\\C[2]师兄\\C[0]，这一路上的妖兽越来越多了，山里的雾气也越来越重，我们还是快些下山，在天"]}"#,
        #"{"code":401,"indent":0,"parameters":["黑之前赶回青云镇吧。\\!"]}"#,
        #"{"code":401,"indent":0,"parameters":["好不好？"]}"#,
        #"{"code":102,"indent":0,"parameters":[["好","不好"],1,0,2,0]}"#,
        #"{"code":402,"indent":0,"parameters":[0,"好"]}"#,
        #"{"code":101,"indent":1,"parameters":["Actor1",0,0,2,"林雪"]}"#,
        #"{"code":401,"indent":1,"parameters":["走。"]}"#,
        #"{"code":0,"indent":1,"parameters":[]}"#,
        #"{"code":402,"indent":0,"parameters":[1,"不好"]}"#,
        #"{"code":404,"indent":0,"parameters":[]}"#,
        #"{"code":355,"indent":0,"parameters":["alert('脚本')"]}"#,
        #"{"code":324,"indent":0,"parameters":[1,"剑仙"]}"#,
        #"{"code":325,"indent":0,"parameters":[1,"青云门弟子"]}"#,
        #"{"code":101,"indent":0,"parameters":["",0,0,2,""]}"#,
        #"{"code":401,"indent":0,"parameters":["\\N[1]得到了\\V[3]个\\I[5]灵石"]}"#,
        #"{"code":0,"indent":0,"parameters":[]}"#,
    ].joined(separator: ",")
}
