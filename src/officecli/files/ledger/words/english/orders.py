"""How an English order begins: with what is to be done, Replace the lock, and not with what it is done to, Lock broken."""

from __future__ import annotations

import re

from officecli.patterns import pattern

VERBS = (
    "accept|access|account|acquire|add|address|adjust|adopt|advertise|advise|agree|align|allocate|amend|analy[sz]e|announce|answer|apply|appoint"
    "|appraise|approve|archive|arrange|ask|assemble|assess|assign|attach|attend|audit|automate|award|back|balance|begin|block|book|brief|bring"
    "|build|buy|calculate|calibrate|call|cancel|carry|catalogu?e"
    "|change|chase|check|choose|circulate|clarify|clean|clear|close|coach|collate|collect|commission|communicate|compare|compile|complete|conclude"
    "|conduct|configure|confirm|consider|consolidate|construct|consult|contact|contract|convert|convene|coordinate|copy|correct|count|cover|create"
    "|cross-train|cut|decide|decommission|defer|define|delete"
    "|deliver|demolish|deploy|describe|design|determine|develop|digiti[sz]e|direct|disable|discuss|dispose|distribute|divide|document|draft|draw"
    "|educate|email|employ|enable|encourage|encrypt|enforce|engage|enrol+|ensure|enter|escalate|establish|estimate|evaluate|examine|expand|expedite"
    "|explain|explore|export|extend|fence|file|fill|finali[sz]e|find"
    "|finish|fit|fix|follow|force|formali[sz]e|forward|free|gather|generate|get|give|grade|grant|guard|hand|hang|harden|help|hire|hold|identify"
    "|implement|import|improve|inform|initiate|inspect|install|integrate|interview|introduce|invest|investigate|invite|invoice|isolate|issue|join"
    "|keep|label|launch|lay|lead|learn|lease|let|limit|link|list|load|lock|log|look"
    "|lower|mail|maintain|make|manage|map|mark|measure|meet|merge|migrate|model|modify|monitor|mount|move|name|negotiate|notify|obtain|offer|open"
    "|order|organi[sz]e|outline|oversee|pack|paint|partner|patch|pay|perform|photograph|pick|pilot|place|plan|plant|post|prepare|present|prevent"
    "|price|print|prioriti[sz]e|procure|produce|promote|propose|protect"
    "|provide|prune|publish|purchase|purge|put|qualify|quarantine|query|raise|reach|read|reassign|recall|receive|recommend|reconcile|record|recruit"
    "|rectify|redesign|reduce|refer|refill|refine|refresh|refund|refurbish|register|reinforce|reinspect|reissue|relabel|release|relocate|remediate"
    "|remind|remove|renew|rent|reopen|repaint|repair|repeat"
    "|replace|reply|report|request|require|rescan|research|reschedule|reseal|reserve|reset|resolve|respond|restock|restore|restrict|resubmit|retain"
    "|retire|retrain|retrieve|return|review|revise|rewrite|ring|roll|rotate|run|sample|scan|schedule|scope|screen|seal|search|secure|see|seek"
    "|select|sell|send|separate|serve|service|set|settle|share|ship|show|sign"
    "|simplify|solicit|sort|speak|standardi[sz]e|start|stock|stop|store|streamline|strengthen|study|submit|summari[sz]e|supply|support|survey"
    "|suspend|swap|switch|tag|take|talk|teach|tell|terminate|test|thank|tidy|tighten|trace|track|trade|train|transfer|translate|treat|trial|trim"
    "|turn|uninstall|update|upgrade|upload|use|vacate|validate|verify|visit|wait"
    "|walk|wash|water|weed|weigh|widen|wipe|withdraw|work|write"
)
"""What an order begins with, and the heading of the day by which it is to be done."""
_ORDER = pattern(
    rf"\W*(?:\d{{1,2}}[.)] ?)?(?:(?:please|kindly|to|urgently|immediately|re-?(?=\w{{3}}))\W*)*(?:{VERBS})"
    r"(?! ?[:,]| (?:of|is|was|are|were|has|had|have|not|no|needed|required|due|overdue|late|missing|failed|found|broken|expired|by)\b)\s+\S",
    re.IGNORECASE,
)
_THING = pattern(
    r"(?:report|plan|budget|request|order|review|study|audit|test|repair|service|contract|file|account|record|access|notice|water|list) (?:on|for"
    r"|from|to|in|at)\b",
    re.IGNORECASE,
)
"""What is a thing as well as what is done: Report on dues, Plan for the fair."""


def is_order(text: str) -> bool:
    """Whether a cell says in English what somebody is to do."""
    return _ORDER.match(text) is not None and _THING.match(text.strip()) is None
