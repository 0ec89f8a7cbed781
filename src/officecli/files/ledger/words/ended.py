"""The words that say of a matter that it has ended, where several readings go by the same; each adds those of its own."""

from __future__ import annotations

ENDED = r"done|completed?|closed|finished|resolved"
"""In English, each a pattern of one word."""

HAN_WHOLE = "办结|销号|销项|消项|销案|结案"
"""In Chinese, of the whole and of nothing less."""
HAN_DEEDS = "关闭|答复|解决|落实|整改"
"""Deeds: by themselves as much an order as an end."""
HAN_ENDED = f"{HAN_WHOLE}|{HAN_DEEDS}|完成|办毕|归档|闭[环合]|完结|了结|结束|化解|息访|息诉|达标|竣工|结项|结题"
"""All that end a matter, in Chinese, whoever says them."""
_KIND = "任务|工作|事项|项目|课题|工程|活动|问题|隐患|诉求|矛盾|纠纷|案件|指标|目标|整改|建设|改造|治理"
_ALL_OF = (
    r"[该本此这]项?|上述|各|所有|全部|年度|全年|总体|既定|重点|相关|(?:群众|信访人|企业)?反映的?|\d+[项个件处条]|[一二两三四五六七八九十]+[项个件条]"
)
HAN_MATTER = rf"(?:(?:{_ALL_OF})*(?:{_KIND})+)"
"""The matter itself, and no part of it, as a Chinese note calls it: 该事项, 全部12项任务, 年度目标任务."""
