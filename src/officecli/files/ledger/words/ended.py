"""The words that say of a matter that it has ended, where several readings go by the same; each adds those of its own."""

from __future__ import annotations

ENDED = r"done|completed?|closed|finished|resolved"
"""In English, each a pattern of one word."""

HAN_WHOLE = "办结|销号|销项|销案|结案"
"""In Chinese, of the whole and of nothing less."""
HAN_DEEDS = "关闭|答复|解决|落实|整改"
"""Deeds: by themselves as much an order as an end."""
HAN_ENDED = f"{HAN_WHOLE}|{HAN_DEEDS}|完成|办毕|归档|闭环|完结|了结|结束|化解|息访|息诉|达标|竣工|结项|结题"
"""All that end a matter, in Chinese, whoever says them."""
