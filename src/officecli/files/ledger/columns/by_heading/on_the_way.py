"""What is done before the end of a matter or beside it, as headings name it: whoever only looked at it, told somebody or agreed has not ended it."""

from __future__ import annotations

import re

from officecli.patterns import pattern

SEEN = pattern(r"\b(?:review|update|modifi|edit|contact|check|visit|remind|invoice|bill|notif)|更新|查看|提醒|通知|回访", re.IGNORECASE)
"""A day on which somebody only looked at it, or told somebody."""
STEP = pattern(
    r"\b(?:sent|mailed|emailed|posted|served|received|requested|notice|notified|warning|letter|e-?mail|call(?:ed)?|remind\w*|escalat\w*|assigned"
    r"|scheduled|booked|hearing|meeting|agenda|appointment|survey\w*|interview\w*|sample\w*|taken|read|training|award\w*|hold"
    r"|start\w*|beg[aiu]n\w*|kick\w*|open\w*|raised|found|reported|draft\w*|first|initial|interim|temporar\w*|last|next|follow\w*|prior|previous|effective|hire\w*|birth"
    r"|po|purchase\w*|invoice\w*|quot\w*|estimate\w*|order\w*|ship\w*|arriv\w*|deliver\w*|deposit|vendor|contractor|supplier"
    r"|expir\w*|valid\w*|lease\w*|warranty|insurance|licen[cs]e|permit"
    r"|talk\w*|spoke\w*|discuss\w*|heard|proofs?|results?|comments?|bids?|plans?|parts?|passed|handed|sign\w*|set|log\w*|typed|broke|out of|re ?open\w*)\b|\d",
    re.IGNORECASE,
)
"""The day of a step, on which it was talked about or begun or something came in, or of what stands beside the work."""
CONFIRMS = pattern(r"verif|valid|confirm|accept|sign|验|确认|认定", re.IGNORECASE)
"""A day on which somebody saw that it is done."""
BESIDE = pattern(
    r"\b(?:appro|agree|authori|budget|fund|grant|requir|need|want|includ|affect|relat|involv|delay|dela|late|overdue|exten|charg|bill|cover|applie"
    r"|known|escalat|carri|passed|adopt|paid|reimburs|insur|train|certif|upload|scan|copied|printed|entered|record)",
    re.IGNORECASE,
)
"""What others decided on, what is so of it, or where it was noted: no end."""
OF_ITS_LIFE = pattern(
    r"(?:入职|到岗|转正|出生|入党|入团|入学|毕业|参加工作|任职|聘任|购置|购买|购入|采购|出厂|生产|制造|投用|启用|投产|建成|建造|安装|注册|成立|领用"
    r"|建档|参保|[发取领颁]证)(?:时间|日期|日|年月)|(?:上一?次|最近一?次?)[\u3400-\u9fff]{2,4}"
    r"|(?:date of )?(?:birth|hire|hired|purchased?|bought|manufactured?|built|installed|acquired|in service)(?: (?:date|on))?",
    re.IGNORECASE,
)
"""A heading of days on which somebody came, or a thing was bought or made, long before it needed any work."""
