"""By what people are addressed, beside their names: Mr., MSgt, Chaplain, Insp."""

from __future__ import annotations

_CIVIL = (
    "mr mrs ms miss mx dr prof professor sir madam hon esq jr sr atty attorney counsel amb ambassador"
    " mayor cllr councillor councilor councilman councilwoman councilmember ald alderman alderwoman commissioner comm cmsr supervisor supv"
    " sen senator rep representative gov governor shri sh smt datuk"
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
