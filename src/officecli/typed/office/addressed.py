"""By what people are addressed, beside their names: Mr., MSgt, Chaplain, Insp.; and how titles are cut short."""

from __future__ import annotations

import re
from collections.abc import Mapping

from officecli.hints import Any
from officecli.typed.text import without_accents

_CIVIL = (
    "mr mrs ms miss mx dr prof professor sir madam hon esq jr sr atty attorney counsel amb ambassador"
    " mayor cllr councillor councilor councilman councilwoman councilmember ald alderman alderwoman commissioner comm cmsr supervisor supv"
    " acting sen senator rep representative gov governor shri sh smt datuk"
)
_CLERGY = "rev reverend fr chaplain chap pastor rabbi imam"
_OF_SERVICES = (  # of armies, navies and air forces, police and fire services
    "chief lt capt captain cpt sgt col colonel maj gen general cpl corporal cdr cmdr commander brig bdr insp inspector supt superintendent det detective"
    " pvt pv2 pfc spc lcpl ssg sfc msg 1sg sgm csm amn a1c sra ssgt tsgt msgt smsgt cmsgt gysgt mgysgt mstr sergeant"
    " 1lt 2lt lieutenant ltc ltcol ltcdr lcdr ltjg ens ensign bg mg ltg brigadier 1st 2nd 2d 1c 2c 3c wo1 wo2 cwo cwo2 cwo3 cwo4 cwo5 cw2 cw3 cw4 cw5 warrant"
    " po1 po2 po3 cpo scpo mcpo officer airman admiral adm radm vadm flt sqn ldr wg gp plt off"
    " pc wpc dc ds dci dsupt deputy dep sheriff trooper tpr ofc ofcr ff firefighter battalion"
    " usa usaf usn usmc uscg ret civ ctr"
)
ADDRESSED = frozenset((*_CIVIL.split(), *_CLERGY.split(), *_OF_SERVICES.split()))
"""What may stand beside a name and is none, in small letters; what is a name as well is left out (Dean, Judge, Constable, Petty)."""

_COURTEOUS = frozenset("mr mrs ms miss mx dr sir madam hon esq jr sr".split())
"""Of these what anybody may be addressed by, and no office that somebody holds."""

CUT_SHORT = {
    "asst": "assistant", "assoc": "associate", "dir": "director", "mgr": "manager", "dep": "deputy", "sr": "senior", "supt": "superintendent",
    "coord": "coordinator", "exec": "executive", "eng": "engineer", "engr": "engineer", "adm": "administrator", "admin": "administrator",
    "ofcr": "officer", "spec": "specialist", "supv": "supervisor", "sec": "secretary", "atty": "attorney", "mgmt": "management",
    "maint": "maintenance", "tech": "technician", "insp": "inspector", "acct": "accountant", "ops": "operations", "svcs": "services",
    "lt": "lieutenant", "sgt": "sergeant", "capt": "captain", "cmdr": "commander", "det": "detective", "clk": "clerk", "treas": "treasurer",
    "pres": "president", "acctg": "accounting",
}  # fmt: skip
"""Words of titles that many write with some of their letters."""

HAN_TITLE = (
    r"(?:(?:正|副|代|代理|常务|党组|支部|第一|一级|二级|三级|四级|高级|首席)*"
    r"(?:科长|主任|局长|处长|股长|部长|院长|校长|所长|站长|队长|组长|馆长|书记|主席|市长|县长|区长|镇长|乡长|厅长|司长|秘书长|秘书|"
    r"主任科员|副主任科员|调研员|科员|办事员|干事|专员|专干|经理|总监|工程师|会计|出纳|助理|委员|主管|联络员|负责人|"
    r"[班段台庭社店厂村园船车机]长|护士长|检察[长官员]|法官|警官|民警|辅警|书记员|法警|教授|讲师|教员|教练|辅导员|教导员|指导员|班主任|研究员|[医药技]师|医生|护士|律师|审计师|设计师|"
    r"记者|编辑|导演|总工|工长|师傅|社工|网格员))"
)
"""A title as Chinese names have it before or behind them."""


def has_anothers_title(text: str, person: Mapping[str, Any]) -> bool:
    """Whether a part of somebody's name stands beside a title that is none of theirs: Mayor Vidal is not the clerk Ana Vidal.

    `person` has a `name`, a `post`, a `unit` and a `rank_name`.
    """
    said, names = _words(text), _words(person["name"])
    own = names | {word for key in ("post", "unit", "rank_name") for word in _words(person[key] or "")}
    return not names <= said and any(CUT_SHORT.get(word, word) not in own for word in said & (ADDRESSED - _COURTEOUS - own))


def _words(text: str) -> set[str]:
    return {*re.findall(r"[^\W_]+", without_accents(text).casefold())}


def before_the_host(name: str) -> str:
    """What stands before the @ of an address that is nobody's on record, where it is made of several names: bob.lee@example.org."""
    local, at, _host = name.partition("@")
    return local if at and re.fullmatch(r"[^\W\d_]+(?:[._-][^\W\d_]+)+", local) else name
