"""What a Chinese cell tells of a halt of its matter, clause by clause: that it rests or was given up, by whose word, why and on which day."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.files.ledger.words.ended import HAN_MATTER
from officecli.files.ledger.words.han.halted_in_speech import given_up_in_speech, is_of_later, is_void, names_the_work, rests_in_speech
from officecli.files.ledger.words.han.of_a_part import LEFT
from officecli.files.ledger.words.in_notes import clauses_of, is_own_halt
from officecli.files.ledger.words.plain import DAY, DAY_WORD
from officecli.files.ledger.words.stated import Stated
from officecli.files.ledger.words.taken_up import put_off
from officecli.patterns import pattern

_SAID = r"(?:(?![未没不否拟])[\u3400-\u9fff])"
"""A character of who decided, or how; none that denies it."""
_COURT = r"法院|[中高]院|仲裁(?:委|院|机构)|复议机关|检察院"
_WHO_DECIDES = rf"{_COURT}|领导|[县市区省镇乡州局厅院校部处科站所队]长|书记|主任|主席|上级|会议?|党组|党委|常委|[县市区省镇]委|政府|班子|集体"
_DECIDED = (
    rf"(?:(?:经|根据|按照?|依照?)?{_SAID}{{0,8}}?(?:{_WHO_DECIDES}){_SAID}{{0,6}}?(?:研究|讨论|审议|批示|指示|同意|批准|决定|决议|裁定|明确|要求|通知|签批|商定)"
    rf"|经{_SAID}{{0,8}}?(?:研究|讨论|审议|同意|批准|协商|商议|会商|论证|评估|核[实查]|审查)|(?:研究|集体|会议)?决定)(?:后|同意|批准|决定|已|该项?|予以)*"
)
"""By whose word: 经研究, 领导批示, 经党组会研究同意."""
_WHY = r"(?:[因受经按应].{2,16}?)?"
_GO_ON = r"(?:实施|推进|办理|建设|执行|开展|进行|审理|审查|调查|仲裁|诉讼|复议)"
_NOW = r"(?:已|现|目前|暂时|先行?|予以)*+"
_RESTS = pattern(
    rf"{_WHY}(?:{HAN_MATTER}?{_NOW}(?:暂缓|搁置|缓办|(?:暂停|中止)(?={_GO_ON}))|(?:{HAN_MATTER}|诉讼|复议|审理|仲裁){_NOW}(?:暂停|中止)){_GO_ON}?"
    rf"|[因受][^，,]{{2,16}}?{_NOW}(?:暂停|中止|搁置|暂缓)(?:中|了)?"
    rf"|{HAN_MATTER}?{_DECIDED}{_NOW}(?:暂缓|暂停|搁置|缓办|中止|暂不(?={_GO_ON})){_GO_ON}?(?:了|该)?{HAN_MATTER}?"
)
_RESTS_UNTIL = pattern(rf"{_WHY}(?:{HAN_MATTER}|施工)?{_NOW}(?:暂停|中止|暂缓|搁置|缓办)(?:{_GO_ON}|施工)?(?:至|到)[\u3400-\u9fff\d]{{0,8}}")
_RESTS_AS_TITLED = pattern(
    rf"{_WHY}{_NOW}(?:暂停|暂缓|搁置|中止|缓)(?P<deed>[\u3400-\u9fff]{{2,4}})|(?P<deed2>[\u3400-\u9fff]{{2,4}}?)(?:工作|事项|任务|事宜)?{_NOW}(?:暂停|暂缓|搁置|中止)"
)
"""That the deed a title names rests: 暂缓采购, 招聘暂停."""
_DROPS = r"(?:取消|终止|撤销|停办)"
_GIVEN_UP = pattern(
    rf"{_WHY}(?:{HAN_MATTER}?{_NOW}(?:不再(?:{_GO_ON}|启动|(?:列|纳)入.{{0,8}}|单列|单独(?:列项|推进|督办|实施|办理))|停止实施"
    r"|(?:并|归|归并|合并)[入至到]第?(?:\d+|[一二三四五六七八九十]+)[项条号](?:任务|工作|事项|提案|议案|建议)?(?:一并|统一|合并)?(?:办理|推进|实施|落实|督办)?)"
    rf"|{HAN_MATTER}(?:经(?![费营理办]).{{2,8}}?)?{_NOW}{_DROPS}|{_NOW}{_DROPS}(?:了|该)?{HAN_MATTER})"
    rf"|[因受][^，,]{{2,12}}?{_NOW}{_DROPS}(?:了|{_GO_ON})?"
    rf"|(?:已|现|决定|自愿|主动)*+放弃(?!.{{0,4}}(?:部分|权|机会|资格|休|假|周末|方案|[地选]址)|了?[原旧老第首])[\u3400-\u9fff]{{0,4}}"
    rf"|{HAN_MATTER}?{_DECIDED}{_NOW}(?:{_DROPS}|停止(?={_GO_ON})|不[再予](?={_GO_ON})|撤回|作废){_GO_ON}?(?:了|该)?{HAN_MATTER}?"
)
_NO_MORE = pattern(
    rf"{_WHY}{HAN_MATTER}?{_NOW}(?:不再(?P<deed>采购|购[买置]|举办|召开|组织|安排|申报|招[标聘录])"
    r"|(?:不再|[不无毋][需须用必]要?再?)(?P<deed2>采购|购[买置]|举办|召开|组织|安排|申报|起草|撰写|编[写印制]|印[发制]|制作|准备|报送|提供|参加|派员))"
)
_REASON = pattern(rf"[因经受由按应鉴]|(?!原|旧|老|部分)[\u3400-\u9fff]{{2,6}}?{_NOW}{_DROPS}了?$")
"""Why nothing more is done: 因经费不足, or that what it was for was called off: 会议取消."""
_EVENT = r"(?:[会赛展课宴]|培训|讲座|演练|活动|调研|考察|观摩|座谈|走访|慰问|论坛|仪式|典礼|展览|演出|参观|检查|督查|巡查|体检|考试|测试|招聘|竞赛|培训班|团建)"
_EVENT_DROPPED = pattern(rf"(?P<what>[\u3400-\u9fff]{{0,6}}?{_EVENT})(?:[因由].{{2,12}}?)?{_NOW}{_DROPS}了?")
"""What the matter is, called by the last of its words, was called off: 演练因天气原因取消, of 消防演练."""
_ASKER = (
    r"(?:来[访信电]人|(?:信访|投诉|举报|诉求|申诉|当事|反映)人|(?:申请|申报|申领|报[送修障装]|来文|提案|委托)(?:人|方|单位|者)|建议[人者]"
    r"|领衔(?:人|代表)|对方|原告|上诉人|群众)"
)
_SOME = r"部分|个别|有[的些]|一些|其[中余他]|少数|多数|多个|[一二两三四五六七八九十几多\d]{1,4}个"
"""Of several who asked these withdrew, and the others ask still."""
_PARTY = "企业|公司|厂家|商[户家]|店[主家]|[业房]主|[住租农]户|居民|村民|家长|家属|客户|顾客|学生|患者|职工|员工|使用人|用户|本人"
_USER = rf"(?:(?!{_SOME})(?:(?![未没不否拟再])[\u3400-\u9fff]){{0,8}}?(?:(?<=[\u3400-\u9fff])(?:[科处股室部局院所站队]|中心|单位|部门)|{_PARTY}))?"
"""A section that may have asked for it, of those that ask for repairs, cars and rooms, or who brought it forward."""
_ASKED = "报[修障装]|申请|请求|求助|需求|诉求|投诉"
_ASKER_WITHDREW = pattern(
    rf"{_ASKER}(?:[已现自主愿书面动要求](?!部分)){{0,6}}(?:撤[诉案单件]"
    rf"|(?:撤[回销]|放弃)(?:了|其|该|本次|全部|此)*(?:信访|举报|申诉|事项|反映|工单|提案|议案|建议|{_ASKED}){{1,2}}|撤[回销]了?)"
    rf"|{_USER}(?:已|现|自行|主动)*+(?:撤回|取消)(?:了|其|该|本次|此)*(?:{_ASKED}){{1,2}}了?"
)
"""Whoever asked for it asks no more."""
_ASKS_TO_WITHDRAW = pattern(rf"{_ASKER}(?:已|自愿|主动|书面|当庭)*(?:申请|请求|提出)(?:撤[诉案回销](?:起诉|上诉|申请|请求)?)")
_LEAVE_GIVEN = pattern(
    rf"(?:[\u3400-\u9fff]{{0,4}}?(?:{_COURT}))?(?:已|当庭)*(?:裁定|决定|同意|批准|准许|准予)+(?:其|该)?(?:撤[诉案回销](?:起诉|上诉|申请|请求)?)?"
)
"""That it was granted: 上诉人申请撤诉，市中院准许."""
_SAID_BEFORE = pattern(
    r"(?:与|同)第?\d{1,3}[项条号](?:任务|事项)?(?:内容|事项)?(?:重复|合并(?:办理|推进|实施|落实|处理))|(?:属|系|为|是)?重复(?:件|信访|投诉|诉求|工单|事项|登记|录入|交办|反映)|(?:已|予以)(?:并案|合并)(?:办理|处理|处置)?"
)
"""It is the same as another that is seen to."""
_TAKEN_UP = pattern(r"恢复|重启|复工|重新|改[为用]|继续|[拟将]|建议|申请|提请|报请|是否")
_NO_HALT = pattern(rf"(?<!整)改在|另行|能否|可否|不(?:得|同意|予(?!{_GO_ON}))|未(?:同意|批准|获)|待.{{0,4}}(?:审|批|同意|研究|决定)")
"""Beside a halt: it comes at another time, or nobody has decided it."""
_GIVEN_UP_FOR = pattern(
    rf"(?:已|现|现已){_DROPS}[，,；;]?改(?:为|用|由|以)[^\d，,；;]{{0,4}}(?:利旧|[现原既]有|自[行建有办制]|租[用赁]|调[剂拨配]|借[用调]|内部|外包|代[建管])[^\d，,；;]{{0,8}}"
)
"""What was wanted is got in another way: 已取消，改为利旧."""
_DROPPED_FOR = pattern(rf"(?:已|现|现已)?{_DROPS}了?")
_IN_ITS_PLACE = pattern(r"改[用由为以](?!.*(?:询价|招标|比选|磋商|谈判|竞价|[租购订聘]|采买|方式|方案|时间|地点|线[上下]))[\u3400-\u9fff]{2,16}")
_TO_BE_GOT = pattern(r"(?:[外预统增新加]|集中|临时)?(?:租|购|采购|采买|订(?!立)|聘|借用|定[制做]|搭建|添置).*")
"""What is hired, bought or made to order is wanted no more where something else serves in its place: 取消，改用公务车, of 租用中巴."""
_CALLED_OFF = pattern(r"(?:此事|该?事项|事情)?(?:最[终后]|[只就]好|就此|已|现|只能)*(?:作罢|告吹|泡汤|黄了|不了了之)")
_WANTED_NO_MORE = pattern(
    r"(?:经.{2,8}?)?(?P<what>[\u3400-\u9fff]{0,8}?)(?:已经?|现在?|目前|今年|本[次年]|这次|就|都|也)*+(?:(?:不(?:用|必|需要?|须)再?|无[需须]再?|毋[需须]|没必要再?)(?P<deed>[\u3400-\u9fff]{1,2}?)了?"
    r"|(?:不再|取消|停止|放弃)了?(?P<deed3>[\u3400-\u9fff]{2,6})|不(?:再|想|要)?(?P<deed2>[租借买购写编印搬请聘订评拍种换修装拆招申报参])了)"
)
"""Nobody needs it any more: 无需补充, of 补充材料; 脚本不用写了, of 制作脚本; 不租了, of 租用仓库."""
_THIS_TIME = pattern(r"本次|这次|今年|本年")
_ROUND = pattern(r"每(?:[年季月旬周日天次]|半年|个|两)|按[年季月旬周日天]|定期")
"""A matter that comes round: what is not wanted this time is wanted the next."""
_CAME_ABOUT = pattern(r"已(?!取消|撤|不|无|经|停|没|有|够)|全部|均|都已")
_NOT_OURS = pattern(r"(?:经.{2,6}?)?(?:该?(?:事项|诉求|问题|件)|此件)?(?:不属于?|非)(?:我|本)?.{0,8}?(?:职责|职能|职权|管辖|权限)(?:范围)?(?:内)?")
_HANDED_ON = pattern(r"(?:现|予以)?已?(?:经|按程序|做|作)?(?:退回|退单|退件|转交|移交|移送)(?!整改|补|修)[\u3400-\u9fff]{0,12}")
"""Behind the word that it is none of the office's matters: somebody else has it now."""
_STANDSTILL = pattern(r"(?:[因受进逢遇到][^，,；;]{1,10}?)?(?:目前|现|已|暂时?|被迫|全面|只好|仍|还在)*停工(?:了|中|待[\u3400-\u9fff]{1,4})?")
_WORKS = pattern(
    r"^(?!.*(?:查处|违|停工|整治|制止|执法)).*(?:改造|施工|建设|维修|修缮|清洗|工程|安装|装修|铺设|粉刷|[扩新改迁]建|翻修|整修|硬化|绿化|加固)"
)
"""Of these a standstill is the matter's own, and not that of somebody who was told to stop."""
_BEGINS_WITH_HALT = pattern(rf"(?:[\u3400-\u9fff]{{2,6}}?)?(?:已|现|现已|暂时?|先)?(?:{_DROPS}|中止|暂停|搁置|作废)(?:[，,；;。]|$)")
_ON_A_DAY = pattern(rf"[于在]?(?:{DAY_WORD})日?(?:起|开始)?")
_SIGN = pattern(r"[暂搁缓止停放不撤消弃罢吹汤黄并无毋没非废归合砍免掉]|重复")
"""One of these stands in whatever says so: most notes have none, and nothing else is asked of them."""
_BRACKETS = pattern(r"[()（）、]")


def halted(text: str, title: str) -> Stated | None:
    """That the matter rests or was given up, with the one day that is told; None where
    it is no more than wished or asked for, was taken up again, or is of something else.
    """
    if not _SIGN.search(text):
        return None
    said = [one for clause in clauses_of(_BRACKETS.sub("，", text)) if (one := _ON_A_DAY.sub("", clause).replace(" ", ""))]
    clauses = [one for one in said if not is_of_later(one)] or said
    days = DAY.findall(text)
    day = days[0] if len(days) == 1 else ""
    if clauses and _asked_no_more(clauses):
        return Stated("cancelled", day, firm=False)
    if _GIVEN_UP_FOR.fullmatch(text.strip()) and "继续" not in text and not any(is_own_halt(one, title) for one in clauses):
        return Stated("cancelled", firm=False)
    if is_void(said) or (clauses and _CALLED_OFF.fullmatch(clauses[-1])) or _is_served_otherwise(clauses, title):
        return Stated("cancelled", day, firm=False)
    if any(may_go_on(one) or _NO_HALT.search(one) or LEFT.search(one) for one in clauses):
        return None
    own = [one for one in clauses if not is_own_halt(one, title)]
    rests = any(_RESTS.fullmatch(one) or _RESTS_UNTIL.fullmatch(one) or _rests_as_titled(one, title) for one in own)
    if rests or rests_in_speech(own) or (own and _STANDSTILL.fullmatch(own[-1]) and _WORKS.search(title)):
        return Stated("suspended", firm=False)
    if len(clauses) < len(said) or any(map(put_off, clauses)):
        return None  # 取消，改到8月再办; what rests until it is talked of again (暂缓，待预算调整后再议) rests
    if (
        any(_GIVEN_UP.fullmatch(one) or _SAID_BEFORE.fullmatch(one) or _is_called_off(one, title) for one in own)
        or _does_no_more(own, title)
        or _is_done_with(clauses, title)
        or given_up_in_speech(own, title)
    ):
        return Stated("cancelled", day, firm=False)
    return None


def _does_no_more(clauses: Sequence[str], title: str) -> bool:
    """Whether it is said that the matter's own deed is not done any more, or, with nothing but a reason before it and nothing
    behind, any other: 不再采购. 不再招标，直接委托 goes on, and so does what is only not tendered.
    """
    found = [_NO_MORE.fullmatch(one) for one in clauses]
    if any(one and (one["deed"] or one["deed2"]) in title for one in found):
        return True
    last = found[-1] if found else None
    if last is None or (len(clauses) == 1 and not last["deed"]) or (last["deed"] or "").startswith("招"):
        return False
    return all(map(_REASON.match, clauses[:-1]))


def _asked_no_more(clauses: Sequence[str]) -> bool:
    """Whether whoever asked withdrew it, with nothing beside but that leave was given, without which it is only asked for."""
    first, *others = clauses
    if not all(map(_LEAVE_GIVEN.fullmatch, others)):
        return False
    return _ASKER_WITHDREW.fullmatch(first) is not None or (bool(others) and _ASKS_TO_WITHDRAW.fullmatch(first) is not None)


def _rests_as_titled(clause: str, title: str) -> bool:
    """Whether a clause says that the deed which the title names rests."""
    found = _RESTS_AS_TITLED.fullmatch(clause)
    return found is not None and names_the_work(found["deed"] or found["deed2"], title)


def _is_called_off(clause: str, title: str) -> bool:
    """Whether a clause calls by the last words of the title what was called off."""
    found = _EVENT_DROPPED.fullmatch(clause)
    return found is not None and len(found["what"]) > 1 and title.endswith(found["what"])


def _is_served_otherwise(clauses: Sequence[str], title: str) -> bool:
    """Whether what was to be got was called off, and something else, got in no such way, serves in its place."""
    forms = (_DROPPED_FOR, _IN_ITS_PLACE)
    told = len(clauses) == len(forms) and all(form.fullmatch(one) for form, one in zip(forms, clauses, strict=True))
    return told and _TO_BE_GOT.fullmatch(title) is not None


def _is_done_with(clauses: Sequence[str], title: str) -> bool:
    """Whether nobody wants any more what the title asks for, or the office has handed back what is none of its matters."""
    if any(map(_NOT_OURS.fullmatch, clauses[:-1])) and _HANDED_ON.fullmatch(clauses[-1]):
        return True
    found = next(filter(None, map(_WANTED_NO_MORE.fullmatch, clauses)), None)
    if found is None or any(map(_CAME_ABOUT.search, clauses)) or (_THIS_TIME.search(found[0]) and _ROUND.search(title)):
        return False
    deed, what = found["deed"] or found["deed2"], found["what"]
    if found["deed3"]:
        return not what and title.startswith(found["deed3"])
    return (deed in title and not what) or (len(what) > 1 and title.endswith(what))


def begins_with_halt(text: str) -> bool:
    """Whether a note begins by saying that its matter rests or was given up, whatever follows: 已取消，改为线上; 活动取消，改期举行."""
    return _BEGINS_WITH_HALT.match(text.strip()) is not None


def may_go_on(clause: str) -> bool:
    """Whether a clause says that the matter goes on, be it in another way, or that something is only asked for."""
    return _TAKEN_UP.search(clause) is not None
