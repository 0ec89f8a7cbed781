"""Morphemes of which Chinese headings are put together, those of one kind in one place."""

from __future__ import annotations

from officecli.patterns import pattern

FAULT = (
    "(?:问题|不良(?!资产|贷款|债权|客户|率)|隐患|缺陷|短板|不足|风险|故障|不符合(?:项|事项)?"
    "|不合格(?:项|事项)?|(?<!进度)(?<!成本)(?<!工期)(?<!费用)偏差|异常|漏洞|差错|超标|超限"
    "|积案|[失丢]分(?:点|项)|危险源|盘点差异|薄弱(?:环节|点)|弱项|病害|盲区|(?:违[规章法纪]|失信)(?:行为|事项|情形))"
)
"""What something is done against: it is the matter, and what is done about it a measure."""
OPINION = (
    "(?:[\u3400-\u9fff]{0,2}(?:委员|代表|专家|评委|业主|住户|居民|群众|村民|职工|员工|师生|学生|家长|客户|用户|读者|网民|股东|会员|公众|督察|巡[察视]|督导|审计)组?)"
    "(?:反馈|提出|所提)?(?:的)?意见(?:建议|[及和与]建议)?"
)
"""What somebody found wanting and others put right: the matter, and what is done about it a measure."""
MENDS = pattern(r"整改|整治|治理|销号|消缺|改进(?!型)")
"""What is done about faults, as the headings beside them name it."""

OWN_NAME = "(?!.*(?:[姓签署实匿化曾别笔小艺网联具除提报点挂冠命更排知第一二三]|用户|文件|域|主机|英文|单位|部门|科室|^人))[\u3400-\u9fff]{1,3}名"
"""What somebody made or keeps is called so, whoever did: 书名, 剧名, 品种名."""

REMEDY = "(?:整改|改进|纠正|补救)行动"
"""What is done about a fault, as a measure is."""

DAY = "(?:的)?(?:时间|日期|日)"
WHEN = "(?:(?:什么|啥)时(?:候|间)?|何[时日]|几时|哪天|几号)"
DOING = "办|做|干|弄|搞|完|交|报|改|修(?!订)|治理|结束|解决|落实|整[改治]|处[理置]|答复|回[复信函]"
HOW = "(?:怎么?样?|如何|咋)"
THROUGH = "(?:[完好结成毕清]|到位)"
"""Behind what is done, that it is over: 改完, 修好."""
BODY = "(?:单位|科室|部门|处室|股室|主体|机构|处|科|室|组|方|乡镇|镇街|街道|站所|专?委员?会|专委|分会|协会|学会|商会)"
WHICH = f"(?:哪(?:个|些|家|几[个家])?(?:{BODY}|班组?|队|村|社区|公司))"
MAN = "(?:人|人员|者|同志|干部|专员|员)(?:姓名|名单)?"
INSPECTS = "检查|督查|督导|巡察|巡查|考核|评审|验收|审计"
"""What those do who look into a matter that others do: the alternatives of a pattern."""
OVERSEES = (
    rf"(?:跟踪|验证|盯[办守控])(?:责任)?{MAN}"
    r"|.{0,2}(?:安全|质量|质[控检]|检验|品控|内控|合规|风控|保密|廉政|纪检|消防|环保)(?:管理|监督)?(?:员|专员|监督人)"
)
"""Whoever sees to it that those who answer for it do what they are to; where no such body is named, it is theirs."""
POST = (
    "[\u3400-\u9fff]{0,4}(?:程序员|技术员|业务员|调查员|管理员|网格员|联络员|信贷员|工程师|律师|医师|教师|会计师"
    "|检察官|法官|警官|客户经理|项目经理|产品经理|医生|护士|社工)"
)
"""What somebody is who does the work: 客户经理, 检察官."""
PLANNED = (
    "计划|预[计期定]|建议|责令|商定|议定|设定|指定|估计|希望|拟|要求|应|目标|承诺|约定|规定|法定|限|力争|最[迟晚]"
    "|期望|年内|[原新]|[上下首]次|再次|二次|延期|调整|变更|开始|申请|审批|初步"
)
"""Of a day's heading: by when, or one of several times, and not when it was."""
WRITES = "撰稿|起草|拟稿|执笔|供稿|采写|采编|主讲|授课|编写|制作|办件|跟单|包保|包联|专办|受托|担当|完成|领办|主持办理|接[班手任替]"
DOES = "牵头|主办|主责|责任|承办|领办|首[办问接]|落实|实施|执行|办理|经办|负责|整改|归口|承担|承接|主抓|责办"
DONE = "完成|办结|结办|销号|消项|落实|整改|到位|办理|结案|解决|完结|归档|闭[环合]|答复|化解|息访|息诉|办复"
TAKES = pattern(r"[用工]时(?![间限])|耗时|时长|工期|历时")
"""How long the work takes, from whenever it is begun."""
