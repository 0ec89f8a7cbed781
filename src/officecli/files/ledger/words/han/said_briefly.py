"""That what a title asks for was done, as a Chinese note says it by one character of the deed:
已换, 7月2日全部换完, 换好了，旧的已拉走, of 更换…; 协议已签, of 签订…; 款付了, of 支付….
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from officecli.files.ledger.words.came_back import came_back
from officecli.files.ledger.words.han.of_a_part import LEFT, is_of_part
from officecli.files.ledger.words.han.several import asks_for_several, comes_again
from officecli.files.ledger.words.han.stated_freely import goes_on
from officecli.files.ledger.words.in_notes import ADDED, ON
from officecli.patterns import pattern

_DEEDS = {
    "买购": "采购|采买|购[置买]|添置|订购|选购|[购买]",
    "租": "租[赁用借]?",
    "换": "更换|调换|置换|换发?(?!届)",
    "清扫运掏洗": "清[理运除扫洗掏空]?",
    "贴": "[张粘]贴|贴",
    "印": "[编打复]印|印[制刷]|印(?![发象章])",
    "装": "[安加]装|装(?![修订])",
    "修": "[维检抢]修|修[复理]|修(?![改订])",
    "拆": "拆除?(?!迁|分)",
    "剪": "修剪|剪",
    "刷": "[粉涂]刷|刷",
    "种栽": "[补栽种]种|种植|[种栽]",
    "报": "[上填呈补]?报送?(?![批名销废表告道警建价修])",
    "呈": "呈[报送递]?(?!批)",
    "交": "[提上递补移]交|交(?![接流办通底])",
    "送": "[报递寄上]?送(?![审检])",
    "寄": "邮?寄",
    "缴": "缴[纳清]?|补缴",
    "付": "支付|付清?",
    "还": "[归退]还|还(?!原)",
    "退": "退[还回]?(?!休|役|[伍出])",
    "发": "[分派补下核]发|发放?(?![展现动改票布言])",
    "领": "领取?(?!导)",
    "回": "回[复函]?(?![访收购迁顾])",
    "签": "签[订署约]?(?![批到收])",
    "开": "召?开(?![展工发放])",
    "转": "转[交办送]?(?!型|变|发)",
    "建": "[组新]?建(?![设议])",
    "搬": "搬[运迁]?",
    "做": "制作|做",
    "核对": "核[对实]|核查",
    "录": "[补登]录|录入|录(?!像|制)",
    "拍": "拍摄|拍(?!卖)",
}
"""One character by which a note may say that it was done → the verbs of titles that ask for it. None is here of what is done on the way to something
(订, 查, 写, 约) or as well said of the order itself (收, 阅, 接, 办).
"""
_TITLES = {
    character: pattern(
        rf"(?:按[期时]|及时|尽快|完成|做好)?(?:(?:向|给|为|把|将)[^，,；;]{{1,8}}?)?(?:{verbs}).*|.{{2,}}(?=[\u3400-\u9fff]{{2}}$)(?:{verbs})"
    )
    for characters, verbs in _DEEDS.items()
    for character in characters
}
_CHARACTERS = "".join(_TITLES) + "办改复补"
ON_A_DAY = rf"(?:[于在]?(?:{ON})[日号]?(?:当[天日晚]|早上?|[今昨]?晚上?|[上下中]午)?)?"
"""A day, and in what part of it, or nothing."""
_SAID = r"(?:已经?|均已?|都已?|全部?|全都|也|就|现|统一|一次性|今[天早晚]|昨[天晚]|刚刚?)"
_RESULT = r"(?:[好完妥毕齐掉出回走成上清]|(?<!报)到|[下出]去|[回过]来|干净|到位|成功|完毕|发完)"
_WHO_HAS_IT = r"(?:(?:[给至到往]|(?=各|[县市省区镇乡州]|\w{1,6}[局办科处室部院厅科所站委司厂校行队]))(?!.*[审批核定议阅])[\u3400-\u9fff]{1,10})"
_HAS_IT = pattern(_WHO_HAS_IT)
"""Who has it now: 报市局, 交给物业; not those who have yet to decide on it."""
_HAS_BEEN = pattern(r"[已均都全]")
_ALL = pattern(r"[均都全]")
_DONE = pattern(
    rf"(?P<what>(?:\d{{1,5}})?[\u3400-\u9fff]{{0,8}}?){ON_A_DAY}(?P<said>{_SAID}{{0,3}}){ON_A_DAY}"
    rf"(?P<deed>[{_CHARACTERS}])(?P<result>{_RESULT}{{0,2}})(?P<came>[了啦]?)(?P<to>{_WHO_HAS_IT}?|[\u3400-\u9fff]{{2,8}}|\d{{1,5}}[\u3400-\u9fff]{{1,4}})了?"
)
"""The deed, what it was done to, and who has it now: 7月2日已换好; 申请已交县财政局; 500本都发下去了."""
_ANY_OF_IT = pattern(r"|款项?|钱|各[\u3400-\u9fff]{1,4}|(?:全部|所有|\d{1,5}|[一二两三四五六七八九十]{1,3})[\u3400-\u9fff]?")
"""What it was done to, said in a word for anything, in its number, or not at all."""
_ON_THE_WAY = pattern(r"[初草]稿|草案|样|[首头预定尾](?:付|款|金|批|期|笔)|部分|[一过大]半|[几多]|申请|方案|合同|通知|意向|第[一二三四五]")
_TELLS_OF_DONE = pattern(
    r"(?:[已均]|全|[都也](?![在要会没未])|了$|完毕|到位|合格|通过|正常|签收|收[到讫件]|回执|[归存]档|入库)|^(?:并|再)?(?:分发|发|抄?送|转发|报|交|存|入)[给至到往]?(?:各|[\u3400-\u9fff]{1,8}(?:科|室|部门?|单位|办|局|处|人员|库|柜)$)"
    r"|^(?:共计?|合计|累计)?\d{1,6}余?[\u3400-\u9fff]{1,4}$|^(?:剔除|新增|更正|修改|补录|发放|回收)\d{1,6}[\u3400-\u9fff]{1,3}$"
)
"""Behind the deed, what else came about: 旧的已拉走, 发各科室, 共12户."""
_TELLS_OF_MORE = pattern(
    r"[仍但拟将试]|[报送呈]批|[报送]审|研究|讨论|审[核批定议查阅]|征求|还(?:有|在|要|剩|差|没)|又|不过|再|问题|隐患|发现|明[天日]|后天|下[周月]|下一?步|另|其[他它余]|只|仅|部分|[一过大]半|先|准备|打算|计划|[需须]要?|差|缺|余|剩|第[一二三四五]"
)
_NOTHING_LEFT = pattern(
    r"(?:[\u3400-\u9fff\d]{0,8}?)(?:[没未](?:有)?(?:再|留|剩|落下?|漏|出现|发现)(?:(?!完|好)[\u3400-\u9fff]){0,4}|(?:一[\u3400-\u9fff]|全)(?:没|未|不)[剩落差少漏])(?:了|下)?|[\u3400-\u9fff]{0,6}一分不[差少]"
)
"""Behind the deed, that nothing is wrong or left any more: 一本没剩, 连下三天雨没再漏."""


def is_said_briefly(clauses: Sequence[str], title: str, deed: str = "") -> bool:
    """Whether the first of the clauses says so of the title's deed, or of that of the
    deadline's heading (`deed`), and the others no more than what came of it.
    """
    first, *others = clauses
    found = _DONE.fullmatch(first.replace(" ", ""))
    if not found or not _came_about(found) or not all(tells_of_its_end(one, title) for one in others):
        return False
    alone = not found["what"] and not found["to"]
    return (alone and found["deed"] in deed) or (_is_of(found, title) and not is_of_part(first, title))


def is_one_brief_deed(plain: str) -> bool:
    """Whether all that a note says is one character of a deed that was done, of nothing that is named: 已报, 换好了."""
    found = _DONE.fullmatch(plain)
    return found is not None and _came_about(found) and not found["what"] and not found["to"]


def tells_of_its_end(clause: str, title: str) -> bool:
    """Whether what stands beside a deed that was done tells of what came of it, and of nothing that is left or to come."""
    plain = clause.replace(" ", "")
    if _NOTHING_LEFT.fullmatch(plain) or ADDED.fullmatch(plain):
        return True
    denied = _TELLS_OF_MORE.search(plain) or LEFT.search(plain) or goes_on(plain) or came_back(plain) or is_of_part(plain, title)
    return not denied and _TELLS_OF_DONE.search(plain) is not None


def _came_about(found: re.Match[str]) -> bool:
    """Whether it is said that the deed was done, and not that it is to be: 已, 都, a result, 了."""
    return bool(_HAS_BEEN.search(found["said"]) or found["came"] or found["result"])


def _is_of(found: re.Match[str], title: str) -> bool:
    """Whether a title of one thing asks for the deed, done to that or given to those who have it now: 已购桌子, of 采购桌子; 已报市局, of 上报…."""
    form = _TITLES.get(found["deed"])
    if form is None or not form.fullmatch(title) or asks_for_several(title) or comes_again(title):
        return False
    what, to = found["what"], found["to"]
    numbers = re.findall(r"\d+", what + to)
    if any(one not in re.findall(r"\d+", title) for one in numbers) and not _ALL.search(found["said"]):
        return False
    if any(one not in title for one in _ON_THE_WAY.findall(what)):
        return False
    named = title.endswith(what) or (len(what) > 1 and what in title) or _ANY_OF_IT.fullmatch(what)
    given = title.endswith(to) or to[:1].isdigit() or _HAS_IT.fullmatch(to)
    return bool(named and given)
