"""What may say that a matter is over, or rests."""

from __future__ import annotations

from officecli.patterns import pattern

MAY_END = pattern(
    r"\b(?:done|complet|clos|finish|resolv|implement|fulfil|approv|adopt|pass|award|sign|sent|submit|deliver|held\b|publish|post|paid|final"
    r"|cancel|withdr|drop|reject|declin|den(?:y|ied)|void|hold|defer|pause|suspend|tabled|call(?:ed)? off"
    r"|mitigat|accept|verif|install|issued|filed|mailed|recorded|executed|removed|repaired|end|over\b|no\b|n/a|not|dead|merg|dup|settle|met\b"
    r"|answer|grant|expire|stop|replac|fixed|correct|arrang|order|lost\b|wrapped|handled|operational)|\?"
    r"|\b(?:all set|good to go|squared away|taken care|in (?:the books|place|effect)|up and running|(?:went|gone) (?:live|out)"
    r"|(?:took|taken) place|out the door|off the (?:list|books|table)|got it|moved in|picked up)\b"
    r"|完|结|毕|销|闭|成|止|停|缓|撤|消|废|归|验|达|通过|清零|解决|落实|到位|已|否|不|无|未|并入|合并|退|拒|了|好"
)
"""What may say that a matter is over, or rests: such words are never taken for work that goes on."""

MAY_HALT = pattern(
    r"\b(?:cancel|call(?:ed)? off|withdr|drop|reject|declin|den(?:y|ied)|void|dead|dup|expir|laps|retir|refus|remov|abandon|strik|struck|kill|moot|obsolet"
    r"|super[cs]ed|not?\b|n/a|tabl|defer|hold|held|paus|suspend|park|shelv"
    r"|froz|freez|stop|pull|eliminat|discontinu|adjourn|abat|stay|exempt|recall|rescind|revok|terminat|merg|replac|fail|dismiss|clos|complet"
    r"|done|finish|resolv)|\?"
    r"|撤|消|废|止|停|缓|退|拒|驳|否|不|无|未|并|转|移|销|结|闭|完|毕|归|(?<![检试校化体])验|达标|到位|过期|失效|流标|败|好|了"
)
"""What may say that a matter rests or was given up, which leaves no day of its end."""
