"""What people write where no day is known, by kind: each has its own advice."""

from __future__ import annotations

from officecli.errors import BadInput
from officecli.patterns import compiled
from officecli.typed.dates.around import DAYISH
from officecli.typed.dates.names import FIRST_TO_FOURTH, MONTH_NAME
from officecli.typed.dates.refusals import Kind, NoDay, no_day

_CHINESE: dict[Kind, str] = {
    "open-ended": (
        r"长期.{0,20}|持续.{0,12}|常抓不懈|日常(?:工作|性工作)?|中?长期|常态.{0,6}|常年.{0,6}|永久.{0,4}|无(?:固定)?(?:期限|时限)|不限(?:时|期)?"
        r"|(?:一直|始终|坚持|经常).{0,6}|贯穿.{0,8}|长效.{0,6}|全年(?:持续|推进|坚持|不断).{0,6}|不间断.{0,4}|全程.{0,4}|同步推进"
    ),
    "at-once": (
        r"立行立改.{0,6}|即[知查]即改.{0,6}|[立即边随][查知学整行说]?[立即边随]?[整]?改(?!.*\d).{0,6}|立说立行"
        r"|(?:当场|现场|立等|限期整改|.{0,6}随时|立即|马上|迅速|尽快|尽早|从速|抓紧|及时|随时|第1时间|即时|即刻|限时|火速|速办|急办|特急|加急|从快|实时).{0,10}"
    ),
    "unsettled": (
        r"(?:时间|时限|日期)?(?:待.{1,20}|(?:待|另行|未|暂未|尚未|再行?)(?:定|通知|确[定认]|议|明确|商).{0,8})"
        r"|.{0,20}(?:申请|拟|请求|建议)(?:延|推|调整|变更).{1,20}|(?:根据|按照?|依照?|视|以|随).{1,24}|适时.{0,6}|另[定议]|近期.{0,4}|[短中]期内?"
        r"|序时.{0,6}|对标.{0,6}|倒排.{0,6}|条件成熟.{0,6}|择[期机].{0,4}|不定期|不详|未知|不明|酌情"
        r"|(?:分|逐)(?:步|批|年|阶段)(?:推进|实施|完成)?"
        r"|.{0,12}?(?:另行通知|为准|安排|时间节点).{0,6}|(?:正在|已|暂).{1,10}|暂无|完成|办结"
    ),
    "event": (
        r"[一二三四五六七八九十\d]{1,2}[·.]?\d?(?:前|之前|以前)|.{0,6}(?:暑|寒)(?:假|期).{0,4}"
        r"|.{0,8}(?:.?节|汛期|竣工|完工|投产|开工|高考|中考|采暖季|供暖|年关|十[三四五六]五|两会|开学|毕业|考试|会议?|换届|检查|考核|验收|任期|审议"
        r"|批复|收割|播种|入冬|入汛|双抢|双节|节日|国庆假期|假期|放假|召开)(?:前|之前|以前|期间|内|中|后)?"
        r"|(?:.{0,4}(?:小年|腊8|元宵|重阳|七夕|冬至|立[春夏秋冬])(?:夜|当[天日])?(?:前|之前|以前|前后|前夕)?)"
        r"|年前|.{0,8}节后.{0,8}|.{0,16}(?:[前后]|之日|之日起)\d.{1,12}"
    ),
    "start": r".*(?:起|开始|启动|后|之后|以后|以来)|(?:最早|至早|不[早先]于|不得[早先]于).*|.*最早",
    "no-definite-day": (
        r"(?:[1-9一二两三四五六七八九十][-~至到、]?){2}个?(?:多|几)?(?:工作日|天|日|周|星期|礼拜|月|年|小时)(?:左右|之?内|以内)?"
        r"|[近几数]个?(?:工作日|天|日|周|月|年)内?|年初|岁末年初|.{0,6}初.{0,4}"
    ),
    "other-calendar": r".{0,14}(?:学年|学期|财年|财政年度).{0,6}|(?:农历|阴历|正月|[腊冬]月).{0,10}|.{0,6}第\d{1,2}(?:教学)?周.{0,4}",
}
_ENGLISH: dict[Kind, str] = {
    "open-ended": (
        r"(?:on[- ]?going|long[- ]?term|continu(?:ous(?:ly)?|al(?:ly)?|ing|es?)|permanent|open[- ]?(?:ended)?"
        r"|no (?:deadline|end date|due date|end)|standing(?: item)?|evergreen|indefinite(?:ly)?|rolling"
        r"|until (?:further notice|completed?|done|closed|resolved)|recurring|perpetual|always|throughout.*|all year|n\.?a\.?)(?:[ ,;/-].{0,40})?"
    ),
    "at-once": (
        r"(?:asap|a\.s\.a\.p\.?|immediate(?:ly)?|immed\.?|urgent(?:ly)?|right away|at once|straight ?away|now|soon(?:est)?|as soon as.*|promptly"
        r"|without delay|forthwith|with immediate effect|earliest.*|high priority|top priority|next available.*|rush|stat)(?:[ ,;/-].{0,40})?[!]*"
    ),
    "unsettled": (
        r"(?:tb[acdns]|t\.b\.[acd]\.?|to be (?:confirmed|determined|decided|advised|announced|agreed|set|scheduled|discussed|negotiated).*"
        r"|unknown|pending.*|not (?:yet )?(?:set|known|fixed|agreed|decided|determined|specified|started|applicable)|undecided|unscheduled"
        r"|unspecified"
        r"|various|varies|multiple|see (?:notes?|comments?|below|above|plan|schedule)"
        r"|as (?:needed|required|necessary|appropriate|available|directed|requested|able|scheduled|agreed|per.*)|when(?:ever)? .*|if .*"
        r"|depend(?:s|ent|ing).*|on hold|deferred|waiting.*|awaiting.*|blocked|backlog|some ?day|some ?time.*|later|future|parked"
        r"|carried (?:forward|over)(?: to .*)?|overdue|past due|on receipt|as req.?d|(?:as )?time permit(?:s|ting)|no date|none set|\?+|x+|done"
        r"|complete[d]?|closed|cancel+ed|ad hoc|on (?:demand|request|completion))(?:[ ,;:/(-].{0,40})?"
    ),
    "event": (
        r"(?:(?:by|before|after|at|prior to|until|for|on|ahead of|following|upon)? ?(?:the )?(?:next|following|upcoming|this|today'?s|last"
        r"|regular|annual|spring|fall|final|board|council|team|staff|committee|management|all-hands|monthly|weekly|quarterly) .{0,30}(?:meeting"
        r"|session|review|visit|audit|election|call|retreat|release|sprint|conference|agenda|mtg|cycle|budget).{0,20})"
        rf"|(?:the |at |by |for )*(?:{MONTH_NAME}) (?:\w+ ){{0,2}}(?:meeting|mtg|session|agenda|packet|retreat|election)s?"
        r"|(?:upon|once|post|pre|before|prior to|by|until|at) .*|(?:after|following) [^\d]*"
    ),
    "start": (
        r"(?:on or after|(?:no )?(?:sooner|earlier) th[ae]n|earliest|after|starting|start(?:s|ed)?|begin(?:s|ning)?|from|since|not before"
        r"|no earlier than|not earlier than|net(?= \d+[-/ ])|opens?|available|effective|as of|following)\b.*"
        r"|.*\d (?:or (?:later|after)|and after|onwards?|forward)"
    ),
    "no-definite-day": (
        r"(?:\d+ ?(?:-|to|or) ?\d+|(?:a )?(?:couple|few)(?: of)?|several|some|many) (?:business |working )?(?:days|weeks|months|wks|hrs|hours)"
        r"|(?:early|mid|late|beginning of|first half of|second half of)[- ].{1,20}"
        rf"|(?:the )?(?:{FIRST_TO_FOURTH}|last) w(?:ee)?k\.? (?:of |in )?.{{1,20}}"
    ),
    "other-calendar": (
        r".{0,20}\b(?:fye|eofy|fy-?end|fy ?'?\d{2,4}|fy|fiscal(?: year)?|ay ?\d{2,4}|academic year|school year|semester|trimester|term(?: \d)?"
        r"|spring|summer|fall|autumn|winter|sprint ?\d*|pi ?\d+|(?:c|k)?w ?\d\d?|q[1-4] ?fy.*)\b.{0,20}"
    ),
}
_NAMES_ONE = r"\b(?:next|until|till|thru|through)\b.*\d|^[^,;]+[,;](?!.*每)(?=.*(?:\d月|年[底末内]|\d{4}年))"
"""It comes round, and the next time, or the last, may be named beside it."""
_PAPER = r"minutes|notes?|memo|e-?mail|letter|agenda|attached|attachment|report|plan|schedule|sheet|tab|file|log"
_POINTS = (
    rf"(?=.*\d)(?:please |pls )?(?:see|refer to|cf\.?) (?:.*\b)?(?:{_PAPER})\b(?: (?:of|from|dated) .*|\D*)"
    rf"|(?:please |pls )?(?:see|refer to|cf\.?) (?:[a-z]+ ){{0,3}}?(?:minutes|memo|e-?mail|letter) (?:{MONTH_NAME})?\.? ?\d[\d/.-]*(?:st|nd|rd|th)?"
    r"|(?=.*\d)详?见.*(?:纪要|备注|附件|附表|通知|文件|方案|清单|台账)\D*"
)
"""What points to a paper where the day stands."""
_PLAINLY: tuple[Kind, ...] = ("open-ended", "at-once")
_PERIOD = (
    r"(?:then )?(?:每.{1,20}|1[日天周月季旬]1(?:报|次|调度|通报|汇报).{0,4}|逢.{1,12}|按[月周季年旬](?:度)?.{0,6}|[月周季旬双]报.{0,4}"
    r"|(?:月度|季度|年度|每?工作日每?[日天])(?:通报|报告|报送|调度|例会)?|(?:every|each|per) .{1,40}"
    r"|(?:daily|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|semi-?annual(?:ly)?|annual(?:ly)?|yearly|half-yearly|twice .*"
    r"|once (?:a|per|every) .*)(?:[ ,;/(-].{0,40})?"
    r"|.{1,24} (?:of|in) (?:each|every) .{1,16}|(?:mon|tues|wednes|thurs|fri|satur|sun)days)"
)


def refuse_no_day(text: str, plain: str, *, last: bool) -> None:
    """Raise what is wrong with a text that is no day by its words; `last`: also the wide patterns, which some days would fit."""
    if compiled(_PERIOD).fullmatch(plain) and (last or not compiled(_NAMES_ONE).search(plain)):
        raise no_day("period", text, _every(text))
    for kind, pattern in (_ENGLISH if plain.isascii() else _CHINESE).items():
        if (last or (kind in _PLAINLY and not compiled(DAYISH).search(plain))) and compiled(pattern).fullmatch(plain):
            raise no_day(kind, text)


def refuse_pointer(text: str, plain: str) -> None:
    """Raise that a text which points elsewhere says no day, whatever day is in the name of what it points to: see 6/18 minutes."""
    if compiled(_POINTS).fullmatch(plain):
        raise no_day("unsettled", text)


def says_no_day(plain: str) -> bool:
    """Whether a clause says that the work goes on, or is to begin at once, and so nothing of its last day."""
    words = _ENGLISH if plain.isascii() else _CHINESE
    return any(compiled(words[kind]).fullmatch(plain) for kind in _PLAINLY) and not compiled(DAYISH).search(plain)


def comes_round(plain: str) -> bool:
    """Whether a clause says how often something is done, and no day."""
    return compiled(_PERIOD).fullmatch(plain) is not None


def says_how_long(plain: str) -> bool:
    """Whether a text says that the work goes on, begins at once, or how often it comes round."""
    return comes_round(plain) or any(compiled(_ENGLISH[kind]).fullmatch(plain) for kind in _PLAINLY)


def _every(text: str) -> str:
    """The code of a feedback period; "" for one that no item can keep to."""
    from officecli.typed.items.feedback import read_feedback  # it reads days in its turn

    try:
        return read_feedback(text) or ""
    except (NoDay, BadInput):
        return ""
