"""What ledgers write where nobody is named yet: TBD, 待定."""

from __future__ import annotations

NOBODY = frozenset(
    {
        "unassigned", "not assigned", "to be assigned", "to be determined", "to be decided", "tbd", "tba", "tbc", "nobody", "no one", "no owner", "vacant",
        "?", "？", "??", "(none)", "(blank)", "(empty)", "待定", "未定", "未分配", "未指定", "未指派", "待分配", "待指定", "待明确", "待确定", "暂未确定",
        "空缺", "暂缺", "空", "空白",
    }
)  # fmt: skip
"""What stands where nobody is named yet, in small letters."""
