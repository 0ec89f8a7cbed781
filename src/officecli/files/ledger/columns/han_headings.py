"""What a Chinese heading means by the words it is put together of; its head stands last (整改完成时限 is a 时限)."""

from __future__ import annotations

import re

from officecli.files.ledger.columns.meant import LOOSE, Meant

LONGEST = 14
"""Characters of a heading; what is longer is a sentence."""

STRONGER = LOOSE + 5
"""A heading that can mean nothing else, beside which a loose word gives way: 整改期限 leaves 完成时间 to the day of the end."""

EACH = 10
"""The strength of 分办单位: whoever stands there does it by itself, and none of them supports whoever another heading says leads."""

FAULT = "(?:问题|隐患|缺陷|短板|不足|风险点)"
"""What something is done against: it is the matter, and what is done about it a measure."""

_DAY = "(?:的)?(?:时间|日期|日)"
_BODY = "(?:单位|科室|部门|处室|股室|主体|机构|处|科|室|组|方|乡镇|镇街|街道|站所)"
_MAN = "(?:人|人员|者|同志|干部|专员|员)(?:姓名|名单)?"
_DOES = "牵头|主办|主责|责任|承办|落实|实施|执行|办理|经办|负责|整改|归口|承担|承接|主抓|责办"
_DONE = "完成|办结|销号|落实|整改|到位|办理|结案|解决|完结|归档|闭环|答复|化解|息访|息诉|办复"

# In this order; the first that fits the whole heading decides. A column "" is none: the heading is known, and kept as a remark.
_RULES: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    (r".*(?:电话|手机|号码|邮箱|联系方式|分值|权重|密级|页码|原因)", ()),
    (
        rf"(?:填报|填表|制表|录入|创建|登记|更新|发起|督办|督查|催办|提案|附议|领衔|信访|来访|当前|审核|联系|验收|复核|监督).*(?:{_BODY}|{_MAN}|代表|人大代表)",
        (),
    ),
    (rf"(?:最后|最近|填报|录入|更新|上次).*{_DAY}", ()),
    (r"第一责任人", (("responsible", 55),)),
    (rf"a角(?:{_MAN})?|(?:牵头|主办)?{_MAN}\(?a角\)?", (("lead", 55),)),
    (rf"b角(?:{_MAN})?|(?:配合|协办)?{_MAN}\(?b角\)?", (("support", 52),)),
    (r"(?:责任|任务|职责|工作)分工(?:情况)?", (("lead", 30), ("support", 20))),
    (r"(?:批示|交办|签批|下达|指示|部署|安排)(?:的)?.?领导", (("ordered_by", 55),)),
    (r".*领导(?:姓名|及职务)?", (("responsible", 50),)),
    (rf"签收(?:情况|{_DAY})?", (("signed", 50),)),
    (rf"(?:原|初始|初定|最初).*(?:时限|期限|{_DAY})", (("original_due", 55),)),
    (rf"(?:调整|延期|变更|顺延|展期|延长|修订|续期).*(?:时限|期限|{_DAY})|(?:延期|顺延|展期|延长)(?:至|到)", (("later", 55),)),
    (r".*(?:反馈|报送|调度|报告|更新|通报)(?:周期|频次|频率)", (("feedback_every", 50),)),
    (r".*(?:时限|期限|截止|截至|到期|限期|节点|工期)(?:时间|日期|日|要求|安排|前)?", (("due", STRONGER),)),
    (rf"(?:实际|真实).*(?:{_DAY}|时限)|(?:办结|完结|结案|销号|闭环|办毕|归档|验收|关闭|解决){_DAY}", (("closed", 55), ("due", 20))),
    (rf"(?:计划|预计|预期|拟|要求|应|目标|承诺|约定|规定|限定|力争|最迟|限办|限期)(?!.*(?:开始|启动|开工)).*{_DAY}", (("due", 50),)),
    (rf"(?:.*(?:完成|整改|到位)|落实|结束|交付|完工|竣工|回复|答复|报送|上报|反馈){_DAY}", (("due", 45), ("closed", 44))),
    (
        rf"(?:任务|事项|文件|工作)?(?:交办|下达|批示|立项|布置|派发|派单|分办|转办|部署|启动|开始|起始|来文|收文|接收|收到|受理|开工|拟办|批办|计划开始){_DAY}",
        (("issued", 50),),
    ),
    (rf"(?:会议|发文|印发|成文|发现|检查|督查|巡察|提出|信访|收案|接件|接访|召开|发生|登记|创建){_DAY}", (("issued", 40),)),
    (rf"办理{_DAY}|时间(?:要求|安排)?", (("due", 25),)),
    (r"日期", (("issued", 20),)),
    (r".*(?:编号|编码|单号|案号|件号|文号|字号)", (("number", 40),)),
    (r"(?:来文|来件|来函|文件)(?:标题|题目|事由)", (("title", 44), ("source", 43))),
    (r"(?:来文|交办|报送|提出|提交|下达|批示)单位及(?:标题|事项|内容|文件)", (("title", 50),)),
    (
        rf"(?:来文|来件|来函|发文|报送|提出|提交|反映|信访).*{_BODY}|.*(?:来源|依据|出处)|(?:来文|来件|文件|会议|批次)(?:名称|届次)?",
        (("source", 40),),
    ),
    (rf".*(?:分办|分别办理|分别承办)(?:责任)?(?:{_BODY}|{_MAN})?", (("unit", EACH),)),
    (rf".*(?:配合|协办|会办|参与|协同|协作|协助|联办|参加|会签|共同|支持)(?:责任)?(?:{_BODY}|{_MAN}|领导)?", (("support", 50),)),
    (r".*成员(?:单位|名单|科室|部门)?", (("support", 45),)),
    (rf".*(?:牵头|主办|主责).*{_BODY}(?:名称)?", (("unit", 56),)),
    (rf".*(?:责任|主体责任){_BODY}(?:名称)?", (("unit", 52),)),
    (rf".*(?:{_DOES}|分管|主管|所属|具体){_BODY}(?:名称)?", (("unit", 48),)),
    (r"(?:单位|科室|部门|处室|股室|班组|乡镇|镇街|街道){1,2}(?:名称)?", (("unit", 25),)),
    (rf".*(?:牵头|主办)(?:责任|负责)?{_MAN}", (("lead", 56),)),
    (rf".*(?:直接|具体|任务|事项)(?:责任|负责|经办|落实|承办){_MAN}", (("lead", 54),)),
    (rf".*(?:责任){_MAN}", (("lead", 52),)),
    (rf".*(?:{_DOES}|跟办|跟进|处理)(?:责任|负责)?{_MAN}", (("lead", 48),)),
    (r"姓名|人员|处理人|担当|责任到人", (("lead", 22),)),
    (
        rf"(?:状态|.*(?:办理|完成|办结|工作|任务|事项|整改|当前|销号|进度)状态)|是否(?:已|按期|按时|全部)?(?:{_DONE})+|(?:{_DONE})与否|销号情况|办结情况",
        (("status", 50),),
    ),
    (rf"(?:{_DONE}){{1,2}}", (("status", 30), ("closed", 29))),
    (r".*(?:完成率|进度|百分比|比例)(?:[%％])?", (("percent", 45), ("progress", 44))),
    (r"(?:下一?步|下阶段|后续|今后|下周|下月).*", (("next_step", 50),)),
    (r".*(?:困难|障碍|堵点|卡点|难点|瓶颈).*", (("problem", 50),)),
    (r"(?:存在|主要|突出)(?:的)?问题.*", (("problem", 50), ("title", 26))),
    (r".*(?:办理|办结|落实|整改|处理|完成|最终|督办|督查|督促|执行)(?:结果|成果|成效|结论)|答复意见|办理意见|成效", (("result", 45),)),
    (
        r".*进展.*|.*(?:落实|办理|化解|处置|调处|交办|推进|完成|整改|进度|工作|执行|实施|处理|跟踪|任务)(?:的)?(?:情况|动态)(?:说明|描述)?",
        (("progress", 45), ("status", 30)),
    ),
    (r".*(?:佐证|印证|证明)(?:材料)?|.*附件", (("evidence", 45),)),
    (r".*(?:评价|满意度|满意率|评分|得分)", (("rating", 40),)),
    (r".*(?:紧急|缓急|优先).*", (("urgency", 45),)),
    (r".*重要(?:程度|性|级别)", (("importance", 45),)),
    (r".*(?:类别|类型|性质|种类|分类|属性|条线|领域|板块|等级|级别|层级)", (("kind", 40),)),
    (r".*(?:亮灯|灯|预警)(?:情况|状态|级别)?", (("light", 45),)),
    (r".*(?:工作|办理|具体|质量|整改|完成|任务|预期|年度|阶段)(?:目标|标准|要求)|目标|标准", (("goal", 40),)),
    (r".*(?:事项|案由|议题|督办件|任务|标题|题目|事由|提案|议案)(?:名称|标题|事项|内容)?", (("title", 50),)),
    (r"批示(?:内容|意见|要求)", (("title", 30),)),
    (
        r".*(?:工作|项目|督办|督查|交办|会议|建议|提案|诉求|事件|议定|检查|事项|信访|案件|线索|反映|投诉|举报|来访)(?:的)?(?:内容|名称|摘要|概述|概要|概况|简况|梗概|简述|描述|要点|安排|清单|详情)",
        (("title", 46),),
    ),
    (rf".*{FAULT}(?:描述|内容|表现|名称|清单|情况|概况|简述|点|部位及描述|及建议)?", (("title", 40), ("problem", 30))),
    (r".*(?:措施|举措|做法|分解|细化)", (("title", 36), ("goal", 20))),
    (r".*(?:内容|工作|活动|建议|要点|项目|名称|重点)", (("title", 32),)),
    (r".*(?:备注|说明|其他)", (("remarks", 50),)),
)
_COMPILED = tuple((re.compile(pattern), meant) for pattern, meant in _RULES)
_LATER = "later"

MEASURE = re.compile(r".*(?:措施|举措|做法)|(?:具体|细化|分解|二级|子)(?:的)?(?:任务|事项|工作|内容|项目|目标).*|任务(?:分解|细化)|工作(?:分解|细化)")
"""One of several things done for a task, which stands in a column of its own."""

LEADS = re.compile(r"牵头|主办|主责")
"""Says of a column that it leads, wherever another names who is only responsible."""


def han_meanings(text: str) -> tuple[Meant, ...] | None:
    """The columns a heading (normal, without brackets) may mean by its parts; () where it is known to mean none, None where it is not known."""
    if len(text) > LONGEST:
        return None
    for pattern, meant in _COMPILED:
        if pattern.fullmatch(text):
            return tuple(Meant("due" if key == _LATER else key, strength, later=key == _LATER) for key, strength in meant)
    return None
