"""What ends a matter of some kind, as a Chinese note says it in other words than the
matter's own: 已领证, of 办理施工许可证; 全部到货, of 采购桌椅; 款已到账, of 催收租金.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from officecli.files.ledger.words.came_back import came_back
from officecli.files.ledger.words.han.halted import may_go_on
from officecli.files.ledger.words.han.of_a_part import LEFT, OF_A_TIME, names_part
from officecli.files.ledger.words.han.several import asks_for_several
from officecli.files.ledger.words.han.stated_freely import goes_on
from officecli.files.ledger.words.in_notes import ON, clauses_of, one_day
from officecli.files.ledger.words.plain import DAY
from officecli.files.ledger.words.stated import Stated
from officecli.patterns import pattern

_WHEN = rf"(?:[于在]?(?:{ON})[日号]?)?"
_CAME = r"(?:已经?|均已?|都已?|全部|全额|足额|如数|一次性|正式|现|业)*+"
_WHOSE = r"[\u3400-\u9fff]{0,8}?"
_SO_MANY = r"(?:\d{1,5}[\u3400-\u9fff])?[\u3400-\u9fff]{0,8}?"
_PAPER = r"(?:证书|许可证|证件|执照|证|批文|批件|牌照|许可)"
_GOT = r"(?:领取|取得|获得|获颁|核发|颁发|下发|下达|办好|办妥|拿到|到手|[领取拿办下出发换补][到得出回好妥]?)"
_HERE = r"(?:到货|到位|入库|收货|交货|送达|运抵|配送到位|配发到位)"
_THEN = r"(?:并?(?:已|全部|均)*(?:入库|验收(?:合格|通过)?|(?:安装|调试)+(?:到位|完毕|完成)?|(?:交付|投入)使用|发放(?:到位|完毕)?|领用))"
_LEGAL = r"(?:注销|撤销|登记|变更|备案|设立|注册|结[题项案]|立项|延续|续展|换证|迁[入出]|减免|缓缴|退休|离职|辞职|报废|核销)"

_ABOUT_WORK = (
    r"(?:编|拟|采购|招标|申[请报领])|.*(?:方案|计划|规划|预算|决算|合同|协议|招标|询价|采购|申[请报领]|[资基]金|费用?|款项?"
    r"|报告|总结|清单|台账|制度|办法|规程|记录|编[制写])$"
)
"""Of a title: it asks for what is written, agreed or paid about the work, and not for the work."""


class _Kind(NamedTuple):
    """The titles of a kind, and what a clause says once such a matter is over: of `what` it says so has to stand in the title."""

    title: re.Pattern[str]
    ended: re.Pattern[str]


_KINDS = (
    _Kind(
        pattern(
            r"(?!.*(?:每[日天周旬月季年]|日常|定期|常态|长期|持续|开展|加强|强化|专项|督办|落实)).*(?:核[查实]|调查|查[处证办]|检查|督查|抽查|暗访|举报|投诉|线索|信访|反映).*"
        ),
        pattern(
            rf"{_WHEN}(?:经?(?:调查|核[查实]|查实|查|了解|检查))?(?:[，,]?(?:所?(?:举报|反映|投诉|信访))(?:的)?(?:问题|内容|情况|事项)?)?"
            r"(?:均|全部|并)?(?:不属实|查无实据|未发现(?:违[规法纪]|异常|问题)(?:行为|情况|情形|问题)?)(?P<what>)"
        ),
    ),
    _Kind(
        pattern(
            r"(?=.*(?:证|许可|执照|专利|商标|资质|牌照|批文|著作权|软著)).*(?:办理|申[请领报办]|补办|换[领发办]|领取|取得|续[办期]|年[审检]|注册|登记|代办).*"
        ),
        pattern(
            rf"{_WHEN}{_CAME}{_WHEN}{_CAME}{_GOT}了?(?:新|正式|纸质|电子)?(?P<what>[\u3400-\u9fff]{{0,12}}?){_PAPER}了?"
            rf"|{_WHEN}(?:新|正式|纸质|电子)?(?P<what2>[\u3400-\u9fff]{{0,12}}?){_PAPER}{_WHEN}{_CAME}{_WHEN}{_GOT}了?"
        ),
    ),
    _Kind(
        pattern(r"(?!.*(?:安装|调试|施工|建设|招标)).*(?:采购|采买|购[置买]|订[购制做]|定制|添置).*"),
        pattern(
            rf"{_WHEN}(?P<who>{_WHOSE})(?:已|均|都)*(?:全部|悉数|全数)已?{_HERE}了?{_THEN}*|{_WHEN}(?P<who2>{_SO_MANY})(?:均|都)已?{_HERE}了?{_THEN}*"
            rf"|{_WHEN}(?P<who3>{_WHOSE}){_CAME}{_WHEN}到货{_THEN}+"
            rf"|{_WHEN}(?P<who4>货物?|物[品资]|设备|[\u3400-\u9fff]{{2,6}}?)(?<![款金费])(?:已|均已|都已|全部|已全部)(?:送?到(?:齐|了)?|送来|领回|拿到){_THEN}*"
        ),
    ),
    _Kind(
        pattern(
            r"催[收缴交要讨].*|追[缴讨回要收].*|清收.*|收[取缴回].*|讨[要薪].*|.*(?:索赔|理赔|申领|报销).*|.*(?:退|返还|申请|领取).*[款费金税贴息].*|.*[款费金税]退还"
        ),
        pattern(
            rf"{_WHEN}(?P<who>{_WHOSE}){_CAME}{_WHEN}{_CAME}(?:到账|入账|到帐|收讫|收齐|收回|[结付还缴交]清|[缴交]齐|退到账|退回(?=原?账户|账上|原?卡)|(?:汇入|打入)(?=.))"
            r"(?:了|完毕)?(?:原|公司|单位|指定|个人|对公|本单位)?(?:账户|账上|卡)?"
        ),
    ),
    _Kind(
        pattern(r"(?:[续换补重])?签[订署约字].*|续签.*|.*签[订署约]"),
        pattern(
            rf"{_WHEN}(?:[\u3400-\u9fff]{{0,6}}?(?:合同|协议|[\u3400-\u9fff]书)?)(?:[双三各]方|均|都){_CAME}{_WHEN}(?:签[字章订署约]|盖章|用印)(?:[、并]?(?:盖章|用印|生效|归档|签字))*"
            rf"(?:了|完毕)?|{_WHEN}(?:合同|协议)?{_CAME}{_WHEN}(?:双签|签字盖章|签[妥好毕]|签订并(?:生效|归档))(?:了|完毕)?"
        ),
    ),
    _Kind(
        pattern(rf"(?:申请|办理|完成)?{_LEGAL}.*|.*{_LEGAL}(?:申请|手续)?"),
        pattern(rf"{_WHEN}{_WHOSE}{_CAME}{_WHEN}(?:(?:核准|准予|获准|批准|同意)(?P<what>{_LEGAL})(?:登记)?|核准|获准)了?"),
    ),
    _Kind(
        pattern(r"(?:核发|发放|派发|补发|下发|发(?![展现动改票布文函言])).*"),
        pattern(rf"{_WHEN}(?P<who>{_WHOSE}){_CAME}{_WHEN}{_CAME}(?:(?:发放|核发|下发|派发|补发)(?:到位|完毕|到[户人账位手]|完成)?|打卡到账|到账)了?"),
    ),
    _Kind(
        pattern(r"(?:支付|付[清款]|结清|缴[纳清]|补[缴交]|交纳|汇付).*"),
        pattern(
            rf"{_WHEN}(?P<who>{_WHOSE}){_CAME}{_WHEN}{_CAME}(?:付[讫清款]|支付|转账|汇出|缴[清纳讫齐]|交[清齐讫]|结清|划[出拨])(?:完毕|到位|完成)?了?"
        ),
    ),
    _Kind(
        pattern(r"(?:邮寄|寄[送发出递]|快递|递送|送达).*"),
        pattern(rf"{_WHEN}(?:[a-z]{{0,8}}|{_WHOSE}){_CAME}{_WHEN}(?:寄出|寄达|签收|送达|妥投)了?"),
    ),
    _Kind(
        pattern(r"(?:签批|审签|报签|签发|报请签[批发]).*"),
        pattern(
            rf"{_WHEN}(?:(?:(?!副)[\u3400-\u9fff]){{0,3}}(?:[局县市区校院镇乡厅行厂所][长委]|书记|主任|总经理|董事长|总裁|主席|主要领导|一把手))?(?:已经?|均已){_WHEN}(?:签批?|签[字发]|批|批示|圈阅)了?"
        ),
    ),
    _Kind(
        pattern(r"(?:发布|公布|刊[登发载]).*"),
        pattern(rf"{_WHEN}{_CAME}{_WHEN}(?:在[\u3400-\u9fff]{{2,8}}?)?(?:挂网|上网|见报|刊[登发载出]|发布|公布|推送|发出)了?"),
    ),
    _Kind(
        pattern(r"(?:招[聘录募]|聘[请用]|引进).*"),
        pattern(rf"{_WHEN}(?:新?人员?|新员工|新?(?P<who>[\u3400-\u9fff]{{2,4}}?))?{_CAME}{_WHEN}{_CAME}(?:到岗|入职|上岗|到职)了?"),
    ),
    _Kind(
        pattern(r"移交.*|.*交接.*"),
        pattern(
            rf"{_WHEN}(?:双方)?{_CAME}{_WHEN}(?:(?:办理|完成|办完|办妥)了?[\u3400-\u9fff]{{0,4}}?(?:交接|移交)(?:手续)?|(?:交接|移交)(?:完毕|清楚|到位|完成))"
        ),
    ),
    _Kind(
        pattern(r"(?:起草|撰写|编[写撰]|拟[定写]|写).*"),
        pattern(
            rf"{_WHEN}(?P<who>{_WHOSE}){_CAME}{_WHEN}(?:定稿|付印|交付印刷)了?|{_WHEN}(?:定稿|终稿|成稿){_CAME}{_WHEN}{_CAME}(?:交|报|送|印|发)[出走上]?了?"
        ),
    ),
    _Kind(
        pattern(r"(?:上报|报送|填报|呈报).*"),
        pattern(
            rf"{_WHEN}{_CAME}{_WHEN}(?:上报|报[送给至到]?|呈报|填报)[\u3400-\u9fff]{{1,8}}(?:[局厅办委部院处站会科]|中心|政府|公司|集团|总部)|{_WHEN}{_CAME}{_WHEN}(?:通过|从)[\u3400-\u9fff]{{2,6}}?(?:上报|报送|提交)了?"
        ),
    ),
    _Kind(
        pattern(r".*(?:年[检审]|检[定验测]|校准|年度检验|标定)(?!.*(?:方案|计划|合同|采购)).*"),
        pattern(
            rf"{_WHEN}(?:{_CAME}{_WHEN}(?:检[定验测]?完?|校准|年[检审]|标定)?(?:完[毕成])?{_CAME}(?:合格|通过)|(?:合格证|检[定验测]报告|检[定验]证书?|校准证书|年检标志|报告|证书){_CAME}{_WHEN}(?:领?取回?|领回|拿到|到手|取得|出具|下发))了?"
        ),
    ),
    _Kind(
        pattern(r"(?:催[收要报]|收[集取齐]|征[求集]|汇总|回收)(?!.*(?:整改|落实|[款费金租债账税])).*"),
        pattern(rf"{_WHEN}(?:\d{{1,4}}/\d{{1,4}})?(?P<who>{_WHOSE}){_CAME}{_WHEN}{_CAME}(?:收齐|交齐|报齐|齐|收集完毕|反馈完毕|回收完毕)了?"),
    ),
    _Kind(
        pattern(r"(?:函复|复函|回函|函告|致函|答复|回复).*|.*(?:复函|回函|答复函?)"),
        pattern(rf"{_WHEN}(?:(?:复|回|答复)函|函件?|答复(?:意见)?书?){_CAME}{_WHEN}{_CAME}(?:发[出往至]|寄[出达]|送[达出]|发)了?"),
    ),
    _Kind(
        pattern(r".*(?:信访|来信|来访|投诉|举报|诉求|申诉|复[查核议]).*"),
        pattern(
            rf"{_WHEN}{_CAME}{_WHEN}(?:(?:出具|作出|制作)了?[\u3400-\u9fff]{{0,2}}(?:处理|答复|复[查核]|信访)[\u3400-\u9fff]{{0,4}}意见书?[并、]?{_CAME}送达[\u3400-\u9fff]{{0,4}}"
            rf"|(?:处理|答复|复[查核]|信访)[\u3400-\u9fff]{{0,4}}意见书?{_CAME}{_WHEN}送达[\u3400-\u9fff]{{0,4}})了?"
        ),
    ),
    _Kind(
        pattern(r".*(?:抢修|停[水电气暖运]|中断|故障|爆[裂管]|跳闸).*"),
        pattern(
            rf"{_WHEN}(?:当[天日晚]|现|目前)?{_WHOSE}{_CAME}{_WHEN}恢复(?:了)?(?:供[水电气暖热]|运[行转营]|通[行车电水气]|使用|正常)(?:使用|运行|供应)?"
        ),
    ),
    _Kind(
        pattern(rf"(?!.*[并、和及与]|{_ABOUT_WORK}).*(?:[维检]修|修[复理]).*"),
        pattern(
            rf"{_WHEN}(?:现|目前)?(?P<who>{_WHOSE}){_CAME}{_WHEN}{_CAME}恢复(?:了)?(?:供[水电气暖热]|运[行转营]|通[行车电水气]|使用|正常)(?:使用|运行|供应)?"
        ),
    ),
    _Kind(
        pattern(r".*(?:纠纷|调[解处]|矛盾).*"),
        pattern(
            rf"{_WHEN}(?:经[\u3400-\u9fff]{{2,6}})?双方(?:自愿|当场|最终)*{_CAME}{_WHEN}(?:达成(?:了)?(?:和解|(?:调解|和解)协议)|签[订署]?了?(?:调解|和解)(?:协议书?|书)|和解|握手言和)了?"
        ),
    ),
    _Kind(
        pattern(r".*(?:诉.*案|仲裁|纠纷|欠薪).*"),
        pattern(rf"{_WHEN}[\u3400-\u9fff]{{0,6}}?{_CAME}{_WHEN}{_CAME}(?:履行完毕|执行完毕|执行到位|(?<=已)履行)了?"),
    ),
)
_OF_PART = pattern(r"[首预定尾](?:付|款|金|批|期)|部[分份]|[一过大]半|利息|违约金|受理|回执|[初预]审|[一二两三四五六七八九十几]{1,3}[家个户]")
"""Of a part, or of what comes before it."""
_ANYBODY = pattern(
    r"(?:全?款项?|钱|货款|费用|资金|货物?|物[品资]|全文|文稿|稿[件子])|.*(?:[局科处部办厅院所站]|财务|财政|公司|单位|中心|银行|[对各双甲乙]方|供货商|供应商)"
)
"""What comes in or goes out, or who saw to it, where the title names neither."""
_NAMED = ("what", "what2")
_WHO = ("who", "who2", "who3", "who4")
_CHASED = pattern(r"不(?:用|必|需要?)再?[催追跟][\u3400-\u9fff]?了?")
"""Beside money that is in: nobody has to ask for it any more."""


def ended_as_its_kind(text: str, title: str) -> Stated | None:
    """The end of a matter of a kind that is over with what a note says, where nothing beside it goes on, is left or is of a part."""
    title = re.sub(r"[(（【\[].*?[)）】\]]", "", title)
    clauses = [one for clause in clauses_of(text) if (one := clause.replace(" ", "")) and not _CHASED.fullmatch(one)]
    together = [first + second for first, second in pairwise(clauses)]  # 6月20日到货，已入库
    ended = "" if asks_for_several(title) else _first([*clauses, *together], title)
    if not ended or any(goes_on(one) or may_go_on(one) or came_back(one) or LEFT.search(one) for one in clauses if one not in ended):
        return None
    return Stated("closed", one_day(ended) or one_day(text), firm=False)


def _first(clauses: Sequence[str], title: str) -> str:
    """The first of the clauses that says so; "" where none does."""
    forms = [kind.ended for kind in _KINDS if kind.title.fullmatch(title)]
    return next((one for one in clauses if any((found := form.fullmatch(one)) and _is_of(found, title) for form in forms)), "")


def _is_of(found: re.Match[str], title: str) -> bool:
    """Whether a clause is of the whole of the matter that is titled so, and says that it came about: by a day, 已, 全部, 了."""
    told = found.groupdict()
    named = next(filter(None, (told.get(name) for name in _NAMED)), "")
    who = next(filter(None, (told.get(name) for name in _WHO)), "")
    of_part = _OF_PART.search(found[0]) or not {*OF_A_TIME.findall(found[0])} <= {*OF_A_TIME.findall(title)}
    whose = who.rstrip("款金费") in title or (_ANYBODY.fullmatch(who) and not names_part(who))
    if of_part or not whose or named not in title:
        return False
    return bool(DAY.search(found[0]) or re.search(r"[已均都了]|当[天日晚]|全部|悉数|全数|不属实|查无实据|未发现", found[0]))
