"""The characters of headings and states as Taiwan and Hong Kong write them, in the simplified form by which words are known here."""

from __future__ import annotations

from officecli.patterns import pattern

_TRADITIONAL = (
    "項務負責單辦結時間來領導牽頭協進狀態號編標準備註說見問題類別級緊處長員開關門實際條後現應經濟報請業從議決會場構點總執確認"
    "檢審覆複復數據輕歷書記錄設計劃預擬稱額傳達遲緩滿終銷絡聯繫電話郵採納轉發佈評價組織團隊區縣鎮鄉廠對個內動機體適過還這為與"
    "無暫擱廢棄駁絕調訂約簽閱讀寫畫圖檔錯誤遠運連選擇權歸屬產種積極檻歡減測滯潔燈爭獎獲環監盡礎禮稅穩範節築簡統續維網緒線練罰"
    "職聞藝補製視親觀訪訴診詢試該詳課談論諮謝證識譯護讓貨貼費資質購賬趨車軟較載輸辭農週違遺鄰醫釋針鐵鑑閉險隨雜離難雲響頁順須"
    "頻顧風養館驗驟黃齊齡啟啓誌幹沒兩歲臺颱貝敗專將尋屆勞勢勵匯參雙變囑圍壓壞夾夠獨學寬寶層幣幫庫廳張強徑徵戶掃掛損擔擴攝敘斷"
    "於昇曆東樓樣橋歐氣沖況淨湯滅漲災爾犧猶"
)
_SIMPLIFIED = (
    "项务负责单办结时间来领导牵头协进状态号编标准备注说见问题类别级紧处长员开关门实际条后现应经济报请业从议决会场构点总执确认"
    "检审复复复数据轻历书记录设计划预拟称额传达迟缓满终销络联系电话邮采纳转发布评价组织团队区县镇乡厂对个内动机体适过还这为与"
    "无暂搁废弃驳绝调订约签阅读写画图档错误远运连选择权归属产种积极槛欢减测滞洁灯争奖获环监尽础礼税稳范节筑简统续维网绪线练罚"
    "职闻艺补制视亲观访诉诊询试该详课谈论咨谢证识译护让货贴费资质购账趋车软较载输辞农周违遗邻医释针铁鉴闭险随杂离难云响页顺须"
    "频顾风养馆验骤黄齐龄启启志干没两岁台台贝败专将寻届劳势励汇参双变嘱围压坏夹够独学宽宝层币帮库厅张强径征户扫挂损担扩摄叙断"
    "于升历东楼样桥欧气冲况净汤灭涨灾尔牺犹"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_ANY = pattern(f"[{_TRADITIONAL}]")


def simplified(text: str) -> str:
    """A text with the characters that headings and states are made of in their simplified form; others stay."""
    return text if text.isascii() or not _ANY.search(text) else text.translate(_TABLE)
