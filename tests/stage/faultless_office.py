"""A small office that nothing is wrong with, for the rules' cases: every section has a duty and everybody a task.

周海 director (8) → 吴芳 deputy director (7) → 张伟 head of 秘书科 (6) → 王强, 刘洋 clerks (3) and 赵敏 trainee (2)
                                             → 李娜 head of 督查室 (6, like 张伟) → 陈静 clerk (3) and 孙丽 registrar (5)
"""

from __future__ import annotations

from datetime import date

from officecli.actions.office.founding import Founding, found
from officecli.model.names import name_key
from officecli.model.office.organisation import Duty, Person, Post, Rank, Unit
from officecli.store.place import place
from officecli.store.write.change import changing
from officecli.store.write.entries import Signature

RANKS = {"主任级": 8, "副主任级": 7, "科长级": 6, "副科级": 5, "科员级": 3, "办事员级": 2}
UNITS = ("办公室领导", "秘书科", "督查室")
POSTS = (  # title, unit, rank, reports to, duty, who holds it
    ("主任", "办公室领导", "主任级", None, "主持全面工作", "周海"),
    ("副主任", "办公室领导", "副主任级", "主任", "分管秘书科、督查室", "吴芳"),
    ("秘书科科长", "秘书科", "科长级", "副主任", "文稿审核", "张伟"),
    ("督查室主任", "督查室", "科长级", "副主任", "督促检查", "李娜"),
    ("秘书科科员", "秘书科", "科员级", "秘书科科长", "收发文件", "王强、刘洋"),
    ("秘书科办事员", "秘书科", "办事员级", "秘书科科长", "档案整理", "赵敏"),
    ("督查科员", "督查室", "科员级", "督查室主任", "批示跟踪", "陈静"),
    ("督查员", "督查室", "副科级", "督查室主任", "台账登记", "孙丽"),
)


def make(url: str) -> None:
    """Make the office at `url`."""
    where = place(url)
    found(where, Founding("县政府办公室", region="CN", language="zh"))
    with changing(where) as change:
        change.sign(Signature(0, "setup", "founder"))
        ranks = {name: change.add(Rank, "setup", name=name, level=level).id for name, level in RANKS.items()}
        units = {name: change.add(Unit, "setup", name=name, nature="service").id for name in UNITS}
        posts: dict[str, int] = {}
        for title, unit, rank, above, duty, names in POSTS:
            holders = names.split("、")
            superior = posts[above] if above else None
            post = change.add(
                Post, "setup", title=title, unit_id=units[unit], rank_id=ranks[rank], reports_to_id=superior, seats=len(holders), extension_days=30
            )
            posts[title] = post.id
            change.add(Duty, "setup", title=duty, post_id=post.id)
            for name in holders:
                change.add(Person, "setup", name=name, name_key=name_key(name), post_id=post.id, registrar=title == "督查员", joined=date(2020, 1, 2))
