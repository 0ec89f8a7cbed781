"""What a Chinese heading of no rule means by its last morpheme, which says of what kind it is, and by those before, which say in what part."""

from __future__ import annotations

import re
from functools import lru_cache

from officecli.files.ledger.columns.by_heading.meant import GUESSED, Meant

MAN = (
    "(?:人员|人|者|员|干部|同志|专员|专班|民警|教师|老师|师傅|技师|医生|护士|经理|工程师|骨干|负责人|责任人|岗位?|手|角|兵|带头人|操盘手"
    "|同学|同事|伙伴|主管)(?:姓名|名单|签名)?"
)
"""What the heading of people ends with."""
_BODY = r"(?:单位|部门|科室|处室|股室|区县|县区|县市区?|镇村|科|处|室|组|队|站|所|中心|班组|机构|方|主体|公司|支部|车间|工段|团队|小组|专班|条线|班子)(?:名称)?"
_DAY = r"(?:时间|日期|时限|期限|时点|日子|日)"

_WATCHES = (
    "检查|排查|巡[查视考店田库房楼仓场]|复查|复测|查验|查收|验收|验证|审|核|监|督|填|上报|报送|举报|报告人|登记|记录|录入|建档|发起|提出|提交|提案|申|请示|请求|联系|联络|批"
    "|[提报建开下]单|指导|顾问|派|交办|催(?![收缴款费])|约谈|提醒|警示|下达|部署|评|签发|接收|收件|收文|知悉|知晓|关注|反映|诉求|求助|投诉"
    "|来访|来电|来信|信访|上访|客户|用户|群众|代表|委员|受理|接待|接[访听电线]"
    "|统计|通知|通报|服务对象|对象|见证|确认|发现|发布|分管|带班|当事|涉事|涉及|提供|值班|值守|抄送|传阅"
)
"""What somebody does with the work of others, or has done to them: they do not lead it."""

_WATCHES += (
    "|校对|提[需议]|证明|建议|回访|受(?=[检查审])|请(?=[购领款假])|报(?=[修障案警失料销])|送(?=[审检修样测校])|委托|需求|用人|创建|调度|[点安质巡]检"
)
_BRINGS = "志愿|提|申|报|反映|举报|投诉|诉求|信访|来|发起|请|建议|委托"
"""Whoever brings a matter or offers help with it, which bears the name of that as well: 提案人, 提案标题."""
_URGES = "催|督[办促]|调度|提醒|约谈|警示"
"""Whoever sees to it that others do what is headed so: 催办事项."""
_HELPS = "协|配|支撑|联动|参|辅(?!导)|助|帮|搭|陪|副|联办|联合|次要|支持|支援|保障|b角|备岗|会同|会商|会签|共同|其他|其它|相关|有关|涉及"
_DOES = (
    "责|负|承(?!诺)|主(?!任|要领导|席|持)|牵|包|抓|(?<![批催督])办(?!公)|管|干(?!部$)|落实|执|施|盯|跟|挂|驻|做|代办|经(?!费|济|理$)|编|撰|写|起草|制|拟|处理|处置|(?<=[核查调])处"
    "|[接抢]单|认领|安装|带队|整改|化解|完成|推进|对接|操作|研发|开发|设计|服务|攻坚|a角|[维抢]修|维护|治理"
)
_LEADS = "领导|县长|市长|区长|镇长|局长|校长|院长|行长|厂长|所长|书记(?!员)|总经理|常委|副总|总监"

_DUE = (
    "起止|起讫|起迄|计划|预计|预期|拟|应|要求|限|截|到期|目标|承诺|约定|规定|须|需(?!求.)|必|最迟|最晚|之前|完成|完工|竣工|办结|结束|提交|交付|交稿|交卷|反馈|回复|答复"
    "|上报|报送|整改|到位|化解|治理|落实"
)
_CLOSED = "实际|真实|已|销号|销项|销案|闭环|关闭|验收|办毕|归档|结案|了结|完结"
_ISSUED = (
    "交办|下达|下发|布置|安排|分配|派|登记|受理|接|收|立项|立案|发现|排查|检查|提出|会议|召开|来|批|签(?![订约署])|起|开始|启动|开工|建单|发起|发生"
    "|申请|录入|创建"
)

_DONE = "完成|办结|结束|交付|整改|落实|到位|上报|报送|交|做完|办完|完工|竣工|上线|解决|处理|反馈|回复"
_PLANS = "承诺|计划|预计|预期|拟|应(?![急用聘对届])|要求|限|力争|须|需(?!求.)|争取"
_ASKED = (
    "结算|决算|付款|支付|拨付|到账|入账|延期|超期|逾期|超时|延误|公开|公示|涉密|保密|立行|重复|重点|重大|督办|需要?|属于?|纳入|列入|上会|匿名|联名|紧急"
    "|合规|有效|在编|有|存在|涉及|反馈|签收|回复|到场|上报|移交|约谈|面商|回访|问责|通报|收费|预算|招标|采购|首办|跨|全程|网办|阅|抄送|党员|常态|长期"
)
_COMES_TO_END = (
    "[销还修治竣闭搬愈]|毕(?!业)|除(?!外)|拆(?!分)|撤(?!回)|摘(?![要录])|迁(?![延就])|结(?![转对余合])|退(?![回件休])|换(?![届岗])|归(?![类口因属集])|关(?![注联系键心])|(?<!了)解(?!读|释)|(?:恢|修)复|落地|完(?![整好备善])|[修装换调补接办做]好|清(?![楚晰洁白])|(?<![字准息态统动能代范])化(?![验妆])|投用|兑现|发放|到位"
    "|通(?=[车水电气过])|供[水电气]|达标|达到?(?:节点|目标|要求)|合格|满意|达成|上线|就绪|搞定|(?<=[报交寄送])出|[刊播][发出登]"
)
"""What brings a matter to its end, where it has come about; of whatever else is asked (是否入户, 是否报备) nobody says that it does."""
_EVENT = "培训|演练|活动|讲座|宣讲|竞赛|比赛|会议|走访|慰问|体检"
"""It is over once it was held."""
_BEGINS = "开[工始展]|启动|动工|进场|受理|立项|着手|部署"
"""What is done first, and the work after it."""
_LONGEST_DEED = 5  # characters
_SHORTEST_DEED = 2
_ONCE_MORE = "续|复[检测验]"
"""What is done again when its time has come, and is over with that."""

_ALIKE = tuple(
    frozenset(deeds.split())
    for deeds in (
        "报送 上报 提交 提供 上交 呈报 呈送 送交",
        "答复 回复 办复 复函 函复 回函 复信 回信",
        "移交 交接 移送",
        "归还 退还 交还 返还",
        "修复 维修 抢修 修理",
        "付款 支付 拨付 缴纳 缴费",
        "整改 整治 治理",
        "印发 发布 公布 刊发",
        "到货 交货 供货 送货",
    )
)
"""Deeds of which one is asked for and another told of, and it is the same: 提交时间, by 报送时限."""
_BY_HANDING_IN = r"(?:答辩|举证|申报|申请|申领|投标|应标|报价|报名|投稿|交[稿卷])+"
"""What is done once its papers are handed in."""

_MATTER = (
    r"(?:描述|概述|摘要|简介|摘录|简述|概要|事由|诉求|需求|议题|专题|案由|指标|工程|课题|事件|线索|案件|故障|缺陷|差错|不符合项|短板|弱项|堵点|痛点"
    r"|心愿|承诺|(?<!依赖|关联|前置|可选)(?<!父)项|清单|要事|大事|实事|难事|待办|工作量|动作|环节任务)"
)
_FOUND = "(?:审计|调查|摸排|测评|检查|抽查|巡查|督查|排查|检测|监测|测试|考试|考核|投票|表决|审批|审核|评审|评标|招标|体检)"
"""Its result is what was found, and not what came of the matter."""
_LOOKED_AT = "(?:检测|监测|化验|检验|体检|测试|考试|抽检|送检)"
"""Of these what was found is no state of the matter either: 合格, 达标."""
_MEASURED = "评分|评价|计分|扣分|考核|收费|付费|排放|补助|补偿|时间|进度|节点|季度|半年|月"
"""The standard or goal of these is none of the matter as a whole."""
_TELLS = r"(?:情况|进展|动态|现状|进度|成效|状况|落地|反馈|汇报|战况|实况)(?:说明|描述|反馈|汇报|小结)?"


def guessed(text: str) -> tuple[Meant, ...] | None:
    """What a heading (normal, without brackets) of no rule may mean; () where it is known to mean no column, None where nothing is to be told."""
    if "是否" in text:
        return None
    for head, meant in ((MAN, "lead"), (_BODY, "unit")):
        found = re.fullmatch(rf"(?P<before>.+?){head}", text)
        if found:
            return _somebody(found["before"], meant)
    if found := re.fullmatch(rf"(?P<before>.+?){_DAY}", text):
        return _day(found["before"])
    if re.fullmatch(rf"[\u3400-\u9fff]{{0,3}}(?:{_DONE}|[修恢答]复|交货|供货|更换|处[理置]|[治办]理)期", text):
        return (Meant("due", GUESSED),)  # 交货期, and not 保质期
    if re.fullmatch(rf".*(?:{_LEADS})", text):
        return (Meant("responsible", GUESSED),)
    if re.fullmatch(rf".+{_TELLS}", text):
        return (Meant("progress", GUESSED),)
    if re.fullmatch(rf".*{_LOOKED_AT}(?:结果|结论)", text):
        return ()
    if re.fullmatch(rf".+(?<!{_FOUND})(?:结果|结论|成果|效果)(?:意见)?|结论意见", text):
        return (Meant("result", GUESSED),)
    if re.fullmatch(rf"(?!.*(?:{_MEASURED})).+(?:目标值?|标准|要求)", text):
        return (Meant("goal", GUESSED),)
    if re.fullmatch(r"(?!房间?|座位|工位|门牌|车牌|手机|楼|栋|床|桌|学|工|证件|账|卡|快递|运单|款|型)[^\W\d]{1,4}号", text):
        return (Meant("number", GUESSED),)
    if re.fullmatch(rf".*{_MATTER}", text):
        return (Meant("title", GUESSED),)
    return _headless(text)


def _headless(text: str) -> tuple[Meant, ...] | None:
    """What a heading without a head may mean, said as what is done alone: 协同执行, 主抓, 应完成."""
    if text in ("计划", "预计", "预定", "实际", "真实"):
        return (Meant("closed" if text in ("实际", "真实") else "due", GUESSED),)
    if len(text) > _LONGEST_DEED or re.search(_WATCHES, text):
        return None
    if re.match(_HELPS, text) or re.search("(?:支持|支援|支撑|协助|配合|协同|协作|保障|助理|助手|副手)$", text):
        return (Meant("support", GUESSED),)
    if re.fullmatch(rf"(?:{_PLANS})[\u3400-\u9fff]{{1,4}}(?<!手续|材料|业务|资料)|(?:{_DUE})(?:{_DONE})|(?:{_DONE})(?:于|前|至)", text):
        return (Meant("due", GUESSED),)
    if re.fullmatch(rf"(?:实际|真实|已)(?:{_DONE})", text):
        return (Meant("closed", GUESSED),)
    return (Meant("lead", GUESSED),) if re.match(_DOES, text) else None


def names_somebody(heading: str) -> bool:
    """Whether a heading is one of people or bodies, whatever they do: no matter stands under it."""
    return re.fullmatch(rf".+(?:{MAN}|{_BODY}|企业|乡镇|街道|村|社区|学校|客户|户主|网格)(?:名称)?", heading) is not None


def watches(heading: str) -> bool:
    """Whether a heading is of somebody who looks at the work of others, or asks
    for it: 报修人; an office that has markets to watch does so itself: 监管人员.
    """
    return re.search(_WATCHES, heading.replace("监管", "")) is not None


def does_what(heading: str, matter: str, due: str) -> bool:
    """Whether a heading of people names what the deadline's does (追踪人, 应完成追踪日期), or the matter's: 协调人, 需协调事项;
    of a body only the deadline's (移交部门, by 移交期限); whoever looks at the work of others only where that is the task:
    审计人员, 审计项目, and not 检查发现问题.
    """
    found = re.fullmatch(rf"(?P<deed>[\u3400-\u9fff]{{2,4}}?)(?:{MAN}|(?P<body>{_BODY}))", heading)
    if found is None:
        return False
    if deed_of(due).endswith(found["deed"]):
        return True
    if found["body"] or re.match(f"{_BRINGS}|{_URGES}", heading):
        return False
    task = rf".{{0,4}}{found['deed']}(?:事项|任务|项目|计划|工作|课题)(?:名称)?"
    return re.fullmatch(task, matter) is not None if watches(heading) else found["deed"] in matter


def asks_for_end(heading: str) -> bool:
    """Whether a heading asks whether something came about that may be the end (是否解除, 合格与否), and not how it is with the matter (是否延期, 是否公开)."""
    asked = re.sub(r"^(?!.?好)([\u3400-\u9fff]{2,4}?)(?:与?否|了?没有?|了?吗)$", r"是否\1", heading)
    return (
        re.fullmatch(
            rf"[办做弄干修装换]?好了?(?:没有?|吗)|[付收交缴结还退发办][讫清毕]|(?:完成|办结|办理完成|销号|闭环)标[记志识]"
            rf"|[\u3400-\u9fff]{{0,4}}是否(?:已|已经)?(?!.*(?:{_ASKED}))(?=.*(?:{_COMES_TO_END}))[\u3400-\u9fff]{{2,4}}",
            asked,
        )
        is not None
    )


def ticked_for_end(heading: str, matter: str, due: str) -> bool:
    """Whether a heading of ticks names a deed with which the matter is over: one that ends most (已发放, 整改完毕), the
    deadline's (执行否 or 执行, by 执行时限), or that of an event as the matter's heading calls it (是否已开展, of 培训内容).
    """
    found = re.fullmatch(
        r"(?:[今当][日天])?(?:是否(?:已经?|按[期时])?|已经?)(?P<asked>[\u3400-\u9fff]{2,4})|[今当][日天](?P<of_day>[\u3400-\u9fff]{2,3})"
        r"|(?P<said>[\u3400-\u9fff]{2,4}?)(?:与?否|了?没有?|了?吗)|(?P<through>[\u3400-\u9fff]{1,2}(?:完毕|完了|完成|妥当?))|已(?P<over>[结完销关毕])|(?:工作|任务|作业|施工)?(?P<end>终结|完工|竣工)",
        heading,
    )
    deed = next(filter(None, found.groups()), "") if found else ""
    if not deed:
        return len(heading) >= _SHORTEST_DEED and deed_due(due).endswith(heading)
    held = re.fullmatch("开展|举办|举行|召开|组织", deed) and re.search(_EVENT, matter)
    through = re.fullmatch("(?:全部)?(?:处[理置](?:完毕|完成)?|到货|.{1,2}妥当?|[结完销关毕])", deed)
    return bool(held or through) or asks_for_end(f"是否{deed}") or deed in alike(deed_due(due))


def came_about(heading: str) -> bool:
    """Whether a heading is of the day on which something came about that is the end: 闭合日期, 达成时间."""
    found = re.fullmatch(r"(?P<deed>[\u3400-\u9fff]{2,4}?)(?:的)?(?:时间|日期|日)", heading)
    return found is not None and asks_for_end("是否" + found["deed"]) and not re.search(_PLANS, heading)


def is_done_of(text: str, deed: str) -> bool:
    """Whether a word of states says no more than that a deed was done: 已上报."""
    return bool(deed) and text.strip() in (f"{done}{one}" for one in alike(deed) for done in ("已", "已经", "均已"))


def says_dealt_with(heading: str) -> bool:
    """Whether a heading is that of the day on which a matter was dealt with: 处理时间; it is none on which it arose, nor by which it is to be."""
    deed = "处理|处置|办理|化解|解决|修复|恢复|维修|整治|治理|调处"
    planned = "计划|预计|预期|预定|期望|要求|应|拟|承诺|目标|约定|限|最迟"
    return re.fullmatch(rf"(?!.*(?:{planned}))[\u3400-\u9fff]{{0,4}}(?:{deed})(?:的)?(?:时间|日期|日)", heading) is not None


def came_about_of(heading: str, asked: str) -> bool:
    """Whether a heading is of the day on which that came about which another asks for: 息访时间, 是否息访 or 息访状态."""
    deed = re.sub(r"^(?:是否)?(?:已经?)?|(?:状态|情况|结果|与?否)$", "", asked)
    return deed not in ("", asked) and re.fullmatch(rf"{re.escape(deed)}(?:的)?{_DAY}", heading) is not None


def asked_of_the_matter(heading: str, matter: str) -> bool:
    """Whether a heading is of the day of a deed that the matter's asks for, and that is over on its day: 续费日, of 续费事项; 发放日, of
    待发放物资. Of 合同名称 and 招标项目 the day says nothing of the end.
    """
    deed = deed_of(heading)
    if len(deed) < _SHORTEST_DEED or deed == heading or deed not in matter or watches(deed):
        return False
    return asks_for_end(f"是否{deed}") or re.match(_ONCE_MORE, deed) is not None or re.search(rf"[待需须应]{re.escape(deed)}", matter) is not None


def is_stage(heading: str) -> bool:
    """Whether a heading names what is handed in or brought about on a day: 提纲报送, 成稿报送, 定稿时间, 初稿."""
    return (
        re.fullmatch(
            rf".{{1,4}}(?:{_DONE}|提交|送审|定稿|交稿|印发|投用|验收|结项|结题|签约|开工|封顶|召开|启动)"
            rf"|(?:[初首一二三修定终成]|草|送审|报批|征求意见)[稿案](?:{_DAY})?|(?:提纲|大纲|框架|送[审签]|报[审批]|会签|付印|征求意见|开题|中期|结[题项]|终期|答辩)(?:{_DAY})?",
            heading,
        )
        is not None
    )


@lru_cache(maxsize=256)
def deed_of(heading: str) -> str:
    """What is done by the day of a deadline's heading: 修复 of 承诺修复, 整治 of 整治期限; "" where that is not said."""
    return re.sub(
        rf"^(?:限期|{_PLANS}|[本当][期次月季周年旬]度?|规定|约定|法定|最[迟晚终]|期望|希望|预定|目标)+|(?:的)?(?:{_DAY}|限期|截止|节点|要求|(?<=..)期)+$",
        "",
        heading,
    )


def deed_due(heading: str) -> str:
    """The deed that a deadline's heading says ends the matter: 上报, of 上报时限; "" where it says none, or only that with which one begins: 开工时限."""
    deed = deed_of(heading)
    return "" if re.fullmatch(_BEGINS, deed) else deed


def alike(deed: str) -> frozenset[str]:
    """The deeds that come to the same as one: 提交, and 上报, of 报送, or of 答辩; 归还 and 退还 of 还, as 应还日期 says it."""
    if re.fullmatch(_BY_HANDING_IN, deed):
        return _ALIKE[0] | {deed}
    short = len(deed) == 1
    return frozenset({deed, *(one for same in _ALIKE for one in same if (deed in one if short else deed in same))})


def _somebody(before: str, meant: str) -> tuple[Meant, ...] | None:
    """The part of people or units by what they do."""
    if re.search(_LEADS, before) and not before.endswith("书记"):  # 书记员
        return (Meant("responsible", GUESSED),)
    does, helps = re.search(_DOES, before), re.search(_HELPS, before)
    if meant == "unit" and re.fullmatch(r".*(?<!线索)(?<!信息)(?<!情况)提供", before):
        return (Meant("support", GUESSED),)  # 底图提供科室: what others need for their work
    if meant == "unit" and re.search("(?:[回答]复|复函|[解作]答|回应)$", before):
        return (Meant("unit", GUESSED),)  # 回复科室, of what others ask
    if re.match("承办|经办|主办|责任|办理", before):
        return (Meant(meant, GUESSED),)
    if re.search(_WATCHES, before) and not (does and does.end() == len(before)):
        return ()
    if helps:
        return (Meant("support", GUESSED),)
    return (Meant(meant, GUESSED),) if does else None


def _day(before: str) -> tuple[Meant, ...] | None:
    """The day by what is said of it: when it happened, by when it is to, or when it was given out."""
    for words, key in ((_CLOSED, "closed"), (_DUE, "due"), (_ISSUED, "issued")):
        if re.search(words, before):
            return (Meant(key, GUESSED),)
    return None
