"""The words around a day that say nothing about which day it is: hedges, prepositions, what is to be done by then."""

from __future__ import annotations

from officecli.patterns import compiled
from officecli.typed.dates.names import MONTH_NAME, WEEKDAY_NAME

_CHINESE_LEADS = (
    "请|敬请|须|需|必须|应当?|务必|务|确保|保证|力争|争取|计划|拟|暂定|原则上|最迟|最晚|至迟|不[晚迟]于|不得[晚迟]于|不超过|截[至止]到?|截止至"
    "|截[至止](?:日期|时间|日)|责令|(?:完成|最后|最终|办结|办理|整改|反馈|报送|提交)?(?:时限|期限|时间|日期)"
    "|(?:要求|应|须)?(?:完成|办结|反馈|报送|上报|提交)于|限期?|于|在|到|至|即[日刻时]起?至|现在起至|即日起到|尽量|尽可能|全部|同时|并|其中|再"
    "|各单位|我办|:"
)
_CHINESE_ABOUT = "预计|预期|大约|约|大概|初步|估计|可能"
_DO = (
    "完成|改正|纠正|过半|办结|办理完毕|办毕|报送|上报|报|提交|上交|交|反馈|回复|答复|报告|销号|交办|下达|落实|落实到位|整改|整改到位|整改完成|印发"
    "|出台|见效|到位|结束|交付|上线|开工|竣工|验收|投用|投运|落地|签约|封顶|达产|入驻|揭牌|开业|运营"
    "|试运行|交房|交工|并网|供地|进场|迎检|迎评|获批|完工|通车|投产|建成|成立|挂牌|达标|定稿|启动|执行|实施|汇报|召开|审议|公布|发布"
)
_CHINESE_TAILS = (
    f"(?:(?:全面|全部|基本|初步|予以|必须|务必|要|应|须)?(?:{_DO})++(?:完毕|工作|任务|情况|材料|初稿|报告)?|为止|止|截[止至]|为[期限]|为准"
    rf"|,?如?遇[^,\d]{{1,8}}?(?:顺延|除外)|(?:(?<=[日号])(?:[教青儿妇植建国中端重元清][\u3400-\u9fff]{{1,2}}节|国庆|中秋|端午|重阳|元旦|除夕|春节))?当[天日]|或之?前"
    rf"|前后完成|(?<=[\d日号底末旬])(?<!工作日)(?<!自然日)(?:到期|期满|届满))"
)
_LEADS = (
    r"asap(?=,? (?:but )?(?:by|nlt|no later|before))|but(?= (?:by|nlt|no later|before))|asap[ ,:-]+(?=\d)|through|thru|up to"
    r"|(?:on|at|by) or before|by|on|until|till?|til|(?:(?:was|were|is|are|had been) )?due(?: date| by| on| in)?|deadline|target(?:ed)?(?: date| for)?|nlt"
    r"|(?:by )?no?t? later th[ae]n|latest|not after|in|within|during"
    r"|the|of|by|from now until|now (?:until|to|-)|(?:to be )?(?:done|complete[d]?|finish(?:ed)?|submit(?:ted)?|deliver(?:ed)?|finali[sz]ed?"
    r"|report) by|first thing|(?:s|d|suspense|deadline):(?=\w)|reply by|respond by|suspense(?: date)?|completion(?: date)?|date|for"
    r"|(?:complete[d]?|finish(?:ed)?|submit(?:ted)?|deliver(?:ed)?|finali[sz]ed?|done|report|reply|respond|return)"
    r"(?= (?:nlt|no?t? later|not after|before|prior to|on or|at the latest)\b)"
)
_ABOUT = (
    r"on (?:or |/ ?)?(?:about|around)|on/about|o/a|est(?:imated)?\.?(?: completion)?(?: date)?|ecd|eta|etc|approx(?:imately|\.)?|about|around|circa"
    r"|c\.|ca\.|~|exp(?:ected)?\.?|anticipated|planned|plan|tent(?:ative(?:ly)?|\.)?(?: date)?|provisional(?:ly)?|hopefully|aim(?:ing)?(?: for)?"
    r"|likely|probably|maybe"
)
_TAILS = (
    r"at (?:the )?(?:very )?latest|latest|or (?:sooner|earlier|before)|if possible|sharp|deadline|due(?: date)?|firm|hard(?: deadline)?|final|target"
    r"|inclusive"
)

LEAD = rf"(?:(?>{_CHINESE_LEADS})[,:]?+)+|(?:(?>{_LEADS})\b[ :,.\-]*+)+"
"""Words before a day that say nothing of it; each is read in one way, for a line of due date due date … could be read in endless ones."""
ABOUT = rf"(?:{_CHINESE_ABOUT})|(?:{_ABOUT})(?:\b|(?<=[~.]))[ :.\-]*"
"""Words before a day that make it uncertain."""
TAIL = rf"{_CHINESE_TAILS}$|[ ,\-]+(?:{_TAILS})$|(?<=\d) before$|[*]+$"
"""Words behind a day that say nothing of it."""
TAIL_ABOUT = (
    r"(?:左右|前后|上下)$|[ ,\-]+(?:est(?:imated|\.)?|tent(?:ative)?|tbc|approx|ish|or so|provisional|expected)$"
    r"|(?<=[\d日号旬底月周]) ?\?+$|(?<=\d)ish$"
)
"""Words behind a day that make it uncertain."""
BY = r"(?:之前|以前|前|之内|以内|内)$"
"""By a day, or within a time, in Chinese."""
DONE_BY = (
    rf"(?P<rest>.*?(?:前|之前|以前|以内|内))(?P<words>[^前内]{{1,40}})"
    rf"|(?P<rest2>.*?[日号底末旬月度年])(?P<words2>(?:全面|全部|基本|初步|集中|统一)?(?:{_DO})[^,;]{{0,30}})"
)
"""What is done by a day, said behind it."""
_EVENTS = "节|假|期|学|考|会|试|届|收|查|核|冬|汛|暖|动|幕|工|赛|议|训|业|线|割|种|运"
EVENT = (
    rf"(?P<rest>.*\d[日号](?:[上下中正]午)?(?:\d{{1,2}}[:点时](?:\d\d分?|半)?)?)(?P<words>[^\d()前内后起,;]{{0,7}}(?:{_EVENTS}))(?:之前|以前|前)"
    rf"|(?P<words2>[^\d()内后起,;]{{1,8}}?(?:之前|以前|前)|下次[^\d()内后起前,;]{{0,6}}会议?)[(](?P<rest2>[^()]*\d[日号]?)[)]"
)
"""The event that is on the day beside it: 8月31日开学前, 开学前（8月31日）."""
REPLACES = (
    r"(?:(?:rev(?:ised|\.)?|new|updated|ext(?:ended|\.)?|amended|rescheduled)(?: date)?"
    r"|(?:(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|final|last|an|one) )?(?:extension|ext\.?|revision|extended(?: (?:once|twice))?)"
    r"(?: (?:#|no\.? ?)?\d{1,2})?(?: (?:was |has been )?(?:agreed|granted|approved|given|allowed))?"
    r"|(?:已?经?[^不未没拟请待,;]{0,6}?(?:批准|同意|核准|批复)|获批|准予|(?:[已经]|[^不未没拟请待报提,;]{0,5}?(?:长|总|领导|主任|书记))[^不未没拟请待报提,;]{0,6}?(?<!分)批了?)"
    r"(?:予以)?(?:延期|展期|顺延|延长)(?:办理|完成|办结)?"
    r"|(?:延期|展期|顺延|延长)(?:申请)?[,]?(?:已|经|获)[^不未没拟请待报提,;]{0,6}?(?:批准|批复|同意|核准|批(?!示))了?"
    r"|(?:延期|展期|顺延|延长|调整|变更)后(?:的)?(?:时限|期限|时间|日期)?)"
)
"""A remark in brackets, or behind a day, that says it is the new one."""
LATE = (
    r"(?:overdue|past due|late|missed|firm|hard|fixed|final|critical|priority|mandatory|statutory"
    r"|(?:no|without) (?:further )?(?:extensions?|exceptions?|grace(?: period)?|slippage)"
    r"|(?:已|现|今日?)?(?:逾期|超期|过期|超时|到期)(?:\d{1,3}(?:天|日|个?工作日|周))?(?:[仍尚]?未(?:完成|办结|办理|报送?|反馈))?|(?:硬性|刚性)(?:时限|期限|任务|要求)?"
    r"|(?:原则上)?不[得再予准](?:再)?(?:延期|顺延|拖延|延误))"
)
"""A remark in brackets that says of a day that it has passed, or that it holds: nothing of which day it is."""
LANDMARK = (
    r"(?:the )?(?:end|start|beginning|close|opening|(?:first|last) (?:working |business |teaching )?day) of (?:the |our |this )?(?:[a-z]+ ){0,2}"
    r"(?:f?fy ?'?(?:\d{2,4}(?:[-/]\d{2,4})?)?|years?|months?|quarter|q[1-4]|half|terms?|semesters?|sessions?|seasons?|school|class(?:es)?|period)"
    r"|(?:(?:federal|state|our) )?(?:fiscal|calendar|school|academic|budget|financial)[ -]year[ -]end|(?:year|month|quarter|fye?)[ -]?end"
)
"""A remark in brackets that says what else is on the day: end of federal FY, first day of classes."""
DOUBT = r"(?:暂定|预计|预期|待定|约|左右|tent(?:ative(?:ly)?|\.)?|tbc|est(?:imated|\.)?|approx\.?|provisional|planned|expected|projected|\?+)"
"""A remark in brackets that makes a day uncertain."""
BRACKET = r" ?\(([^()]*)\)| ?\[([^\[\]]*)\]"
"""A remark in brackets."""

DAYISH = (
    r"\d|[上中下]旬|季度|工作日|周[日末天一二三四五六]|星期|礼拜|[月年季][底末初]|[今明后昨]天|[本下上当次今明][周月季年]|年内|节前|半年"
    rf"|\b(?:{MONTH_NAME}|{WEEKDAY_NAME})\b"
    r"|\b(?:weeks?|months?|quarters?|years?|days?|today|tomorrow)\b"
)
"""What may be a day, or part of one."""
TURNING = (
    r"延[期至长后续到迟]|改[为至到期]|推迟|暂缓|缓办|取消|撤|中止|终止|(?:调整|变更)[为至到]|起(?!草|点|诉)|(?<!最)后(?![续勤备])"
    r"|已(?!催|提醒|通知|告知|督|函|发函|交办|转)|未|每|除(?![险尘雪锈患草])|除非|非(?=\d)|原[定计时为则\d]|若|如|或|开始|启动"
    r"|至今|以来|之间|第(?=\d)|农历|阴历|腊|闰|民国|令和|最早|至早|早于|晚于|少于|多于"
    r"|§|\b(?:sec(?:tion)?|art(?:icle)?|para(?:graph)?|clause|ch(?:apter)?|ord(?:inance)?|code|rule)\b\.?$"
    r"|\b(?:sooner|earlier|earliest|net|available|onwards?|after|from|since|start\w*|begin\w*|began|kick\w*|opens?|not|un\w+|was|old|orig\w*"
    r"|prev\w*|former\w*|closed?|complete\w*|done|submitted|received|rec'?d|sent|issued|hold|cancel\w*|except|without"
    r"|every|each|if|unless|or|ext(?!raordinary\b)\w*|rev(?:ised|ision)?|moved|pushed|postponed|resched\w*|delayed|slipped|deferred|carried"
    r"|proposed|requested|pending|post|following|upon|prior|before|beforehand|ahead|advance|ago"
    r"|per(?: (?:annum|diem|wk|mo|qtr|yr))?$|weekly|monthly|daily|fy\d*|next|last|early"
    r"|mid|late|half|beginning|some ?time|some ?day|first week|spring|summer|fall|autumn|winter|semester|term|tb[acdn]|asap|ongoing|wk|week|fiscal"
    r"|academic|school|calendar|presented|held|met|approved|adopted|filed|posted)\b"
)
"""What may turn a day into another, or into none: such words are never left out."""


_COUNTS = (
    r"\d[\d.]{0,8}(?:万|亿|元|亩|户|套|公里|吨|辆|场|处|座|米|栋|盏|台|所|平方|立方)[\u3400-\u9fff]{0,2}"
    r"|(?:第|进|统|逐)?\d{1,3}(?:步|稿|批|期|轮|项|条|家|篇|次|版|份|名|人|件|体|致|站|阶段|类|%)"
    r"|\b(?:phase|ph\.?|stage|step|part|task|item|round|draft|version|no\.?|#) ?\d{1,3}\b"
    r"|\b\d(?:st|nd|rd|th) (?:draft|round|phase|stage|version|copy|reading|batch|review)\b|\bq[1-4]\b"
    r"|(?<![\d.月年第])\d{1,2}(?![\d年月日号旬周季度天工个小点时分刻星礼半多几余前后内至到起止左上下中底末初])[\u3400-\u9fff]"
)
"""Numbers that count something else, and those in a name: 四好农村路, 一网通办."""


_COMING = (
    r"\b(?:next|following|upcoming|spring|summer|fall|autumn|winter) (?:[a-z]+ ){0,2}?(?:meeting|mtg|session|sitting|hearing|agenda|packet|council|board"
    r"|committee|commission|issue|edition|newsletter|cycle|conference|retreat|visit|concert|fair|festival|show|clinic|workshop|training)\b"
)
"""An event that is on the day beside it, told from others of its kind: 6 August (next meeting)."""
_BEGUN = r"启动|开始|开工|起步"


def is_remark(text: str, *, behind: bool = False) -> bool:
    """Whether a text beside a day can be left out: it holds nothing of a day, and nothing that changes one; `behind` 前 stands what is to be done, or begun."""
    rest = compiled(_COMING).sub("", compiled(_COUNTS).sub("", text))
    if behind:
        rest = compiled(_BEGUN).sub("", rest)
    return text.isprintable() and not compiled(DAYISH).search(rest) and not compiled(TURNING).search(rest)
