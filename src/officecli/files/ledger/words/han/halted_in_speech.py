"""How people say in passing that a matter rests or was given up: 先放一放, 这事停了; 不搞了, 会不开了, 按要求砍掉了."""

from __future__ import annotations

from collections.abc import Sequence

from officecli.files.ledger.words.ended import HAN_MATTER
from officecli.files.ledger.words.han.several import comes_again
from officecli.patterns import pattern

_WHO_SAYS = (
    r"(?:(?:[\u3400-\u9fff]{0,4}?(?:领导|[县市区省镇乡局厅院校处科部站所]长|书记|主任|上级|[市省县局院上]里|上面|甲方|业主|会上)|[按据][\u3400-\u9fff]{2,12}?(?:要求|意见|指示|精神))"
    r"(?:说了?|叫|让|要求|指示|通知|定了?|意见|表示|决定)?)"
)
_MATTER = rf"(?:这[个件项条]?(?:事|活|工作|项目)|此[事项件]|[该本](?:条|件|项|事)|{HAN_MATTER})"
_BY_NOW = r"(?:目前|现在?|今年|本次|这次|就|都|也|还是|已经?|要求)"
_RESTS = pattern(
    rf"(?P<who>{_WHO_SAYS}?)(?P<what>{_MATTER}?){_BY_NOW}{{0,3}}(?P<first>(?:先|暂时?)?){_BY_NOW}{{0,1}}"
    r"(?:停(?:下来?|一停|一下|一段|了)|放(?:一放|放|一下|着)|缓(?:一缓|缓|一下)|搁(?:一搁|着|一下)|(?<=[先时暂])(?:也|都|就)?不(?:往下|接着|继续)?[做走搞办推弄动干])(?:了|再说|来|吧)?"
)
"""That it is left alone for a while; that something stopped is said of a machine as well, so whose it is or for how long has to be told: 先停一下, 这事停了."""
_NO_MORE = pattern(
    rf"(?:{_WHO_SAYS}|因[\u3400-\u9fff]{{2,12}}?)?(?P<what>{_MATTER}?){_BY_NOW}{{0,3}}(?:不(?:用|必|需|要|再)?再?[搞做办弄干]了|(?P<cut>(?:砍|拿|去|撤)掉)了?)"
)
"""That nobody does it any more: 县长说不用搞了, 今年不办了, 按过紧日子要求砍掉了."""
_VOID = pattern(rf"{_MATTER}(?:已|予以|按)*(?:作废|终止|取消|撤销|删除|不[再予]?办了?)")
_THIS_IS_VOID = pattern(
    r"(?:[本此该][事项条件]|(?:本|此|该)(?:事项|任务|项目))(?:已|予以|现|决定|故|因此|同步|相应)*(?:作废|终止|取消|撤销|不再[\u3400-\u9fff]{2,4})"
)
_EXEMPT = pattern(r"(?:可|予以|同意|现|已|就|也)*免(?:予|于|去)?(?P<deed>[报交办缴填送])(?:送|理|纳)?了?")
_NO_MEETING = pattern(r"(?P<what>[\u3400-\u9fff]{0,6}会)(?:就|也|都|已|确定)*不[开办]了")
_NO_PAPER = pattern(
    r"(?:稿[子件]?|材料|方案|文件|通知|表|报告|脚本|[\u3400-\u9fff]{1,2}稿)(?:就|也|都)*(?:不(?:用|必|需|要)再?|[无毋]需再?)(?:写|做|弄|报|印|准备|出)了?"
)
"""That a paper is wanted no more, said in a word for any of them: 稿子不用写了."""
_LATER = pattern(
    r"(?:[\u3400-\u9fff\d]{1,8}(?:后|时|再)|[等待俟][\u3400-\u9fff\d]{1,12}?)再?(?:行|次)?(?:恢复|复工|重启|继续|续|启动|接着[\u3400-\u9fff]{0,2}|[看说议定办])[\u3400-\u9fff]{0,4}"
    r"|(?:何时|啥时候?|什么时候|恢复时间|重启时间|具体时间|时间)[\u3400-\u9fff]{2,14}|(?:另[候行]|等候?|待)通知"
)
"""When it is taken up again: 汛后复工, 判决后恢复, 何时重启另行通知."""
_SERVICES = pattern(r"供.|通[车行航水电气网]|营业|运[行营转]|使用|服务|办公|开放|交通|接待|受理|业务|网络|系统|设备|电梯")
"""What stands still on its own, whatever becomes of the work about it: 供水暂停, of 改造小区供水."""
_OF_TREES = pattern(r"[树枝木竹草藤砍]|庄稼")


def is_void(clauses: Sequence[str]) -> bool:
    """Whether a note ends with the word that this very matter is given up, whatever came instead: 改在线上办，本事项取消."""
    return bool(clauses) and _THIS_IS_VOID.fullmatch(clauses[-1]) is not None


def is_of_later(clause: str) -> bool:
    """Whether a clause says no more than when what rests is taken up again."""
    return _LATER.fullmatch(clause) is not None


def rests_in_speech(clauses: Sequence[str]) -> bool:
    """Whether one of the clauses says that the matter is left alone for a while."""
    return any(found and (found["who"] or found["what"] or found["first"]) for found in map(_RESTS.fullmatch, clauses))


def given_up_in_speech(clauses: Sequence[str], title: str) -> bool:
    """Whether one of the clauses says that nobody goes on with what is titled so."""
    for one in clauses:
        if (found := _NO_MORE.fullmatch(one)) and not comes_again(title) and not (found["cut"] and _OF_TREES.search(title)):
            return True
        exempt, meeting = _EXEMPT.fullmatch(one), _NO_MEETING.fullmatch(one)
        if _VOID.fullmatch(one) or (exempt and exempt["deed"] in title) or (meeting and title.endswith(meeting["what"])):
            return True
    return len(clauses) > 1 and _NO_PAPER.fullmatch(clauses[-1]) is not None


def names_the_work(what: str, title: str) -> bool:
    """Whether words of a note call the work by its title: 机房迁移, of 迁移旧机房; 测评, of 开展满意度测评."""
    if _SERVICES.search(what):
        return False
    return title.startswith(what) or title.endswith(what) or any(what[:at] in title and what[at:] in title for at in range(2, len(what) - 1))
