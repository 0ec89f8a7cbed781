"""What a Chinese statement says of how far a matter is: by its head word, what denies it, and what goes on behind it."""

from __future__ import annotations

from officecli.files.ledger.words.ended import HAN_DEEDS, HAN_ENDED, HAN_WHOLE
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern

_ASKER = "(?:人大|政协)?(?:代表|委员|提案人|信访人|来[信访电]人|诉求人|投诉人|举报人|当事人|群众)"
_ANSWERED = rf"(?:(?:书面|口头|电话|当面|当场|网上)答复|面复)(?:{_ASKER})?|答复{_ASKER}"
_DONE = (
    rf"{_ANSWERED}|竣工验收|验收销[号项]|立[行知查整]立改|即知即改|(?:三级|复核|依法|程序)?终结|{HAN_ENDED}|办理完毕|办理完成|处理完毕|处理完成"
    rf"|整改到位|整改完成|完成整改|整改完毕|落实到位|(?:验收|复查|复核|复验|核查|审核)(?:合格|通过)|通过(?:竣工)?(?:验收|复查|复核|复验)"
    rf"|(?:调解|调处|协调|和解)成功|[办做弄干][完好妥]|搞定|完工|办复|改正|建成|投用"
)
_SO_LONG = r"\d{1,3}个?(?:工作日|[天日周月])"
_LATE_BY = rf"(?:超期|逾期|延期|滞后|提前){_SO_LONG}"
"""So long after its deadline, or before it: what follows says whether it is over."""
HOW_LATE = pattern(
    rf"(?:已经?)?(?:超期|逾期|超时|延期|滞后)(?:{_SO_LONG})?|未能?(?:按[期时]|如期|及时|按要求"
    rf"|在?(?:规定|要求|限定)?(?:的?(?:时[间限]|期限|限期))内)(?:{HAN_WHOLE}|{HAN_DEEDS}|完成|办理|反馈|报送)?"
)
_FULLY = "予以|同意|准予|准许|批准|已经|均已|现已|业已|已|全部|全面|按期|按时|提前|如期|超期|逾期|顺利|圆满|都"
GOES_ON_AFTER = "并?(?:长期|持续|继续|常态|不断)(?:坚持|巩固|推进|整改|保持|跟踪|化|化推进|化坚持|长效|提升|完善|深化)?"
CLOSED = pattern(
    rf"(?:{_LATE_BY}|{_FULLY})*(?:{_DONE})(?:并?(?:{_DONE}))?(?:了|完毕|成功|(?:目标)?任务)?(?:{GOES_ON_AFTER})?"
    rf"|(?:已经?)?(?:延期|超时|超额|滞后)(?:完成|办结|销号|结案)|(?:已|均)?(?:完成|办结|整改到位)(?:{GOES_ON_AFTER})|已?[办做]了|已办"
    r"|(?:已经|终于|都|全|早)?(?:好|完|成)[了啦]|完事了?"
)
FIRM = pattern(rf"(?:已|已经|予以|均已)(?:{HAN_WHOLE}|办毕|归档|办理完毕|闭[环合])|{HAN_WHOLE}")
_ONLY_DONE = pattern(rf"(?:予以|批准|同意)?(?:{_ANSWERED}|竣工验收|立[行知查整]立改|即知即改|{HAN_DEEDS}|结束|改正|建成|投用)")
_STILL_OPEN = pattern(
    r"(?:未|尚未|还未|没有|暂未|仍未|无法|不(?!受理|采纳|属实|适用|存在|涉及|需|再|予(?!销|结|办结|验)|用)|正在|正|基本|部分|阶段性|大部分|大体"
    r"|初步|接近|即将|预计|计划|力争|持续|继续|推进|长期|滞后|欠|达(?!标|成|到(?:标准|要求|预期|目标))|超进度|超序时|有序|进行|开展|筹备"
    r"|准备|研究|已启动|已开工|启动|在建|在办|在推进|跟进|延期|逾期|超期|超时"
    r"|已经?(?:逾期|超期|超时)(?!.*(?<!未)(?:完成|办结|销[号项案]|结[案项]|到位)$)|临期|落后|受阻|卡在|尚在|仍在|还在|进度(?:滞后|偏慢|缓慢|正常)"
    r"|被退|序时|按计划|按序时|按[\u4e00-\u9fff]{1,4}(?:推进|进行|开展|实施|跟进|督办|跟踪)|(?:已)?完成过半"
    r"|已完成(?:阶段|部分|初|第|前|大|方案|草|征|过半|一半|\d(?!\d?(?:月\d{1,2}日?|[./-](?:1[3-9]|2\d|3[01]))$)|百分)|完成(?:阶段|部分|初|\d)"
    r"|还?没(?:呢|[好弄办动搞做完干]|开始|$))"
)
_HANDED_IN = (
    "(?:已?(?:上报|报送|提交|呈报|送审|报批|完成整改|整改完成|整改到位|完成|整改|反馈|处理|办理|处置|完工|竣工|答复|修复|更换|回复|回函)[，,；;、]?)"
)
_AWAITS = pattern(
    rf"{_HANDED_IN}?[待等]候?(?:组织)?(?:评价|评分|测评|回访|归档|验收|验证|验|复查|复核|复验|销号|销项|确认|认定|核实)(?:中|销号|闭环|通过)?"
    rf"|{_HANDED_IN}[待等]候?(?:批(?:复|准|示|阅)?|审[批核定议查]|核查)"
)
"""What is done by whoever does it, and waits for others to say so."""
_GOES_ON = pattern(
    r"[\u4e00-\u9fff]{2,6}中|已[\u4e00-\u9fff]{1,6}[待尚][\u4e00-\u9fff]{1,8}|[待需须][\u4e00-\u9fff]{2,8}"
    r"|(?:已?申请|拟|请求)(?:延期|展期|延长)[\u4e00-\u9fff]{0,6}|红灯?|黄灯?|绿灯?"
    r"|(?:[快慢高低优滞落]后?于?|落后|领先|超前|符合|同步|达到?|未达|与)[\u4e00-\u9fff]{0,2}(?:序时|时序)(?:进度|同步)?"
)
"""So many words ending so that no list holds them: 整改中, 招标中; 待完成, 需二次评审."""

_WORK = (
    "项目|任务|事项|督办|立项|办理|实施|活动|会议|计划|工作|诉求|申请|件|案件|处理|处置|上报|建设|推进|整改|落实|合同|采购|流程|交办|开展|执行|跟进"
    "|施工|招标|审批"
)
"""What a halt is a halt of where nothing else is named: the matter itself."""
_OF_IT = rf"(?=了?(?:该|本|此|原)?(?:{_WORK}|\d{{1,2}}月|20\d\d年|[^\u3400-\u9fff\d]|$))"
"""Behind a word of a halt: what is halted is the matter itself (and not 暂停供水)."""
_DOES = "办做搞弄干建买开招推"
_PAUSE = pattern(
    rf"(?:已经?|现已?|目前|予以|暂时|暂先|先行?|临时)*+(?:暂缓|(?:暂停|中止){_OF_IT}|挂起|缓办|搁置|暂不(?!销|办结|结|闭环)"
    rf"|缓期|[放缓搁]一(?:[放缓搁]|下)(?:{_OF_IT}|(?=[了再吧]))|(?<=[先时])不[{_DOES}]了?)(?!.*(?:恢复|复工|重启|解除))[^，,。；;]{{0,6}}"
)
DROPPED = (
    rf"撤[案诉件]|撤单(?!.*[重另改再换])|作废|停办|(?:撤[项题稿标]|撤销|撤回|取消|终止|废止){_OF_IT}"
    rf"|不再(?=办|实施|推进|开展|需要|执行|进行|建设|保留|列入|纳入|督办|整改|跟踪|安排)|不予(?=办|受理|采纳|立案|支持|处理|实施)"
    rf"|(?:无需|无须|不需要?|不必)(?={_WORK}|再|继续|$)|(?:就|都|也)?不(?:再|用|必|想|要)*[{_DOES}]了(?![吗么呢\d一两几])(?<![打推拉掀撬解揭分走转抽忙]不开了)"
)
"""That a matter is given up; of what else is given up (取消资格, 撤销处分, 无需协调) it says nothing."""
_DROPPED = pattern(rf"(?:已)?(?!.*(?:(?:令|禁|限制|预警|管控|警戒)$|须|需[要经报先再]|的?(?:申请|请示|建议)))(?:{DROPPED})[^，,。；;]{{0,8}}")


def said_in_han(plain: str) -> Stated | None:
    """What one statement in Chinese says, by the whole of it; None where it is none of these."""
    if plain.isascii():
        return None
    for form in (_PAUSE, _DROPPED):
        if form.fullmatch(plain):
            return Stated("suspended" if form is _PAUSE else "cancelled", plain)
    if CLOSED.fullmatch(plain) and not _ONLY_DONE.fullmatch(plain):
        return Stated("closed", firm=bool(FIRM.match(plain)))
    if _AWAITS.fullmatch(plain):
        return Stated("submitted")
    return Stated("open") if _STILL_OPEN.match(plain) or _GOES_ON.fullmatch(plain) else None
