"""What an English note tells beside a deed that was done: what came of it, or that something of it is left or still to come."""

from __future__ import annotations

from officecli.files.ledger.words.english.behind_an_end import is_put_away, is_still_to_come
from officecli.files.ledger.words.plain import DAY
from officecli.patterns import pattern
from officecli.typed.dates.english.words import NUMBERS

_NOTHING_LEFT = pattern(
    r"\b(?:no|nothing|none|zero|without)\b(?: (?:further|more|other|any))?"
    r" (?:due outs?|findings?|issues?|problems?|complaints?|discrepanc(?:y|ies)|exceptions?|questions?|follow ?ups?|leaks?|errors?|damage|changes"
    r"|action|steps|objections?|further|left|else|more|missing|wrong|outstanding|to (?:do|report|add)|wait\w*|needed|required)(?: (?:needed"
    r"|required|found|noted|left|to do|to report))?"
)
"""That nothing is left, or wrong: no due-outs, nothing further."""
_LEFT = pattern(
    r"\b(?:but|except|still|yet|await\w*|wait\w*|pend\w*|needs?|needed|not|never|no|none|nobody|cannot|until|till|next|tomorrow|will|would|should"
    r"|could|might|may(?! \d)"
    r"|to (?:be|come|follow|do|go|get|see|sign|pay|review|finish|send|check)|due|again|some|half|most|mostly|partly|part|partial\w*|only"
    r"|remain\w*|left|short|missing|wrong"
    r"|damaged|broke|broken|bad|fail\w*|back ?order\w*|samples?|draft\w*|first|second|third|phase|stage|trial|pilot|temp\w*|interim|for now"
    r"|estimat\w*|almost|nearly|about"
    r"|hope\w*|plan\w*|try\w*|deposit|quotes?|so far|rest|other|others|another|ask\w* for|want\w*|refus\w*|reject\w*|redo\w*|return\w* to"
    r"|sent back|came back|hold\w*"
    r"|order\w*|schedul\w*|reminder|extension|tentativ\w*|request\w*|follow\w*|wrong|late|expected|exp|eta|if|once|when|unless|less|minus|leak\w*"
    r"|incomplete|unsigned|unpaid)\b"
    r"|\b(?:den(?:y|ied)|declined|turned down|disapprov\w*|protest\w*|bounced|undeliver\w*|appeal\w*|objection|complaint|grievance|lawsuit|challeng\w*)\b"
    r"|\bwith (?:\w+ )?(?:changes|comments|corrections|conditions|questions|issues|edits|redlines|exceptions|errors)\b"
    r"|n't\b|'ll\b|:\(|\b\d+ (?:of|out of|to go|left)\b"
)
"""That something is left, wrong, or still to come, or that it was only a step; the object of the title is looked at elsewhere."""
_NEW_ONE = pattern(r"\bnew ones?\b(?! (?:to|for|on|next|coming)\b)")
_HAPPY = pattern(
    r"(?:(?:he|she|they|it|everyone|everybody|all|both|(?:the )?(?:owner|customer|client|caller|resident|tenant|boss|vendor|family|parent|council"
    r"|board)s?|[a-z]+)"
    r"(?:'s|'re| is| are| was| were| seems?)? )?(?:very |quite |all |really |now )*(?:happy|satisfied|pleased|fine|good|ok|okay|thrilled|thankful"
    r"|set|great|informed|aware)"
    r"(?: (?:with|about) (?:it|them|this|that|the \w+))?(?: now)?"
)
"""Those it was done for are content: he's happy."""
_WORKS = pattern(
    r"(?:it |they |all |everything |now )*(?:works|working|runs|running|looks|tests?|matches|matched|balances|balanced|reconciled|in use|in place"
    r"|in service|good as new"
    r"|like new)(?: (?:fine|great|good|well|again|ok|now|\d+ ?x))*"
)
_DONE_BESIDES = pattern(
    r"(?:(?:it|they|all|both|everything|(?:the |our )?(?:copy|copies|old ones?|old \w+|boxes|keys?|receipts?|invoice|bill|crew|key))(?:'s| is"
    r"| are| was| were)? )?"
    r"(?:now |also |been )*"
    r"(?:(?:handed|turned|sent|put|signed|dropped|hauled|thrown|cleaned|filed|given|ticked|checked|logged|picked) (?:in|off|out|over|away|back|up)"
    r"|signed|scanned|counted|tested|checked|passed|paid|posted|delivered|approved|accepted|closed|logged|recorded|stamped|labell?ed|sealed"
    r"|mailed|e ?mailed"
    r"|received|confirmed|verified|distributed|filed|saved|uploaded|entered|notari[sz]ed|shared|gone|recycled|returned|stored|in (?:the )?(?:file"
    r"|closet|storage|supply closet|system|folder|binder|drawer))"
    r"(?: (?:in|to|on|at|by|with) (?:the |our |their )?(?:[a-z]+ ){0,2}[a-z]+)?"
)
"""What was done with it afterwards, or before: signed and scanned; old ones recycled."""
_OTHERS_SAID_SO = pattern(
    r"(?:the )?(?:[a-z]+ ){1,3}(?:confirmed|accepted|agreed|approved|signed|ok'?d|acknowledged|said thanks|has (?:it|them|theirs)|have (?:it|them"
    r"|theirs)|got (?:it|them|theirs))"
    r"(?: (?:it|them|receipt|our \w+|the \w+|by (?:e ?mail|phone|letter)))?"
)
_PAPER_OF_IT = pattern(
    r"(?:(?:the|their|our|a|an|copy of|signed) )*(?:cert(?:ificate)?|receipt|confirmation|conf|proof|letter|acknowledge?ment|slip|refund|credit"
    r"|final (?:bill|invoice)|tracking)"
    r"(?: (?:no|number))?(?: ?#? ?[\w-]*\d[\w-]*)?(?: (?:is|was|has been))? ?(?:(?:received|in hand|attached|back|paid|came|arrived|(?:is )?(?:in"
    r"|on) (?:the )?(?:file|folder|binder)))?"
)
"""What the other side gave for it: receipt in file, conf# 4471."""
_NUMBERED = pattern(
    r"(?:(?:by|with) )?(?:ck|check|cheque|conf|confirmation|inv|invoice|po|receipt|rcpt|ref|tracking|ticket|wo|case|item)\.?(?: (?:no"
    r"|number)\.?)?[ #:]*[\w-]*\d[\w-]*"
)
_OF_THE_THING = pattern(r"(?:the )?(?P<what>[a-z]+(?: [a-z]+)?) (?:is|are|starts|begins)(?: on| at)?")
"""When that takes place for which it was done: retreat is 8/12."""
_ALL_OF_IT = pattern(rf"all(?: of (?:them|it))?(?: (?:\d+|{'|'.join(NUMBERS)}))?")
_ASKED = pattern(r"(?:asked|requested|called|e ?mailed|went over|ran|tested|checked)\b[a-z0-9' ]{0,30}")


def is_left(clause: str) -> bool:
    """Whether a clause says that something is left of it, or is wrong, or still to come."""
    said = _NEW_ONE.sub("", _NOTHING_LEFT.sub("", clause))
    return _LEFT.search(said) is not None or is_still_to_come(said)


def is_evidence(clause: str) -> bool:
    """Whether a clause says that the other side has taken it for done, or which paper they gave for it."""
    said = DAY.sub("", clause).strip(" ,:-")
    return any(form.fullmatch(said) for form in (_OTHERS_SAID_SO, _PAPER_OF_IT)) and not is_left(clause)


def tells_of_its_end(clause: str, title: str) -> bool:
    """Whether a clause tells no more than what came of a deed that was done, or how."""
    said = DAY.sub("", clause).strip(" ,:-").removesuffix(" on")
    if (thing := _OF_THE_THING.fullmatch(said)) and thing["what"].split()[-1] in title:
        return True
    forms = (_NOTHING_LEFT, _HAPPY, _WORKS, _DONE_BESIDES, _OTHERS_SAID_SO, _PAPER_OF_IT, _NUMBERED, _ALL_OF_IT, _ASKED)
    return is_put_away(said) or any(form.fullmatch(said) for form in forms)
