"""The words by which offices, their systems and other tools say in a column of states how far a matter is, beside the codes' own."""

from __future__ import annotations

SAID: dict[str, str] = {
    "open": (
        "已延期|已逾期|已超期|已超时|逾期中|超时|阶段完成|承办|拟办|批办|阅办|核稿|会签|会签中|流转|流转中|已受理|已接收|已接单|已派单|已分派"
        "|已分办|已转办|已流转|待分派|待受理|待派单|征求意见|已安排|已部署|已布置|已下达|新建|已创建|已分配|在途|受阻|卡点|待定|材料不全|资料不全"
        "|代办|重新办理|重办|未通过|落后|存在困难|有困难|亮红灯|亮黄灯|亮绿灯|已领取|待领取|待认领|已认领|草稿|跟踪|跟踪督办|督办"
        "|upcoming|due soon|extension granted|extension requested|recurring|testing|submitted for review|referred|carried forward|carried over"
        "|carry over|c/f|o|o/s|half|halfway|op|ip|i/p|ns|n/s|inp|cur|current|no change|fail|g|a|r"
        "|substantially complete|substantially completed|being processed|changes requested|in queue|ready to start|next|next up|this week"
        "|this month|later|future|no action yet|no action taken|no progress|no update|no update this month|no update this week"
        "|no update this quarter|closeout pending|ready for closeout|closeout|close out|in closeout|punch list|punchlist|in committee"
        "|in conference|passed committee|on the floor|permitting|in permitting|environmental review|final design|preliminary design|concept"
        "|conceptual|warranty|commissioning|scoping|pre construction|preconstruction|advertising"
        "|corrections required|correction required|corrections needed|revisions required|revision required|revisions needed|resubmittal required"
        "|additional information requested"
        "|proposed|quotes received|missed|bid|bidding|design|designing|construction|procurement|in procurement|triage|in triage|inbox"
        "|sent to vendor|sent for signature|out for signature|for signature|for sig|in sig|for review|for approval|for coord|for coordination"
        "|out to bid"
        "|discovery|research|exploration|alpha|beta|pilot|prototype|build|rollout|carry forward|in discussion|under discussion|discussion|hot"
        "|warm|new request|assigned to staff|planning|in planning|executing|outstanding|sent back|failed inspection|inspection failed"
        "|failed reinspection|no response|no reply|no answer|live|in flight|rolling|uat|qa|in qa|in uat|kicked off|logged|wkg|wrkg|coord"
        "|in coord|in coordination|coordinating|in staffing|backordered|back ordered|tbd|tba|defined"
    ),
    "submitted": "已提交|已呈报|已呈批|提交|提交审核|pending verification|awaiting verification|awaiting sign off|with approver",
    "closed": (
        "结束|关闭|销账|已销账|已修好|finish|已改|已处理|已交付|已上线|已验收|已通过验收|已通过|已达标|已面复|已采用|已采纳|已发布|已刊发|已开通"
        "|已实现|已修复|已合入|已答复|已回访|已清理|已拨付|已支付|已签订|已签约|已完善|已建成|已清零"
        "|已核销|已移交|清零|核销"
        "|fully implemented|fully corrected|fully resolved|fully addressed|fully repaired|fully installed|fully executed|verified"
        "|verified closed|met|adopted|passed|awarded|installed|shipped|published|paid|finalized|finalised|executed|accomplished|remediated"
        "|completed late"
        "|solved|sorted|sorted out|dealt with|attended to|rectified|remedied|concluded|achieved|attained|satisfied|discharged|complied"
        "|complied with|cleared|blue|filed|verified complete|fully complete|fully completed|signed off|action complete|action completed"
        "|action closed|issue resolved|won|responded|replied|compliant|in compliance|fully compliant|filled|position filled|hired|checked"
        "|repaired|settled|abated|cured|pass|paid in full|cl|clo|deployed|ratified|renewed|wrapped up|success|successful|response sent"
        "|reply sent|accepted and closed|enacted|signed into law|signed by governor|signed by the governor|chaptered"
    ),
    "suspended": (
        "冻结|已冻结|休眠|in abeyance|held in abeyance|abeyance|frozen|stayed|inactive|dormant|held over|someday|on ice|delayed indefinitely|back burner"
        "|backburner|tolled"
    ),
    "cancelled": (
        "废弃|已废弃|驳回|已驳回|拒绝|已拒绝|不同意|放弃|已放弃|无效|删除|已删除|调出|已调出|不涉及|不采纳|销毁"
        "|superseded|superceded|overtaken|overtaken by events|overcome by events|replaced|merged|no longer applicable|no longer required"
        "|no longer relevant|rescinded|rejected|declined|duplicate|will not implement|will not do|won't fix|wont fix|will not fix"
        "|removed|terminated|killed|called off|moot|discontinued|not pursued|voided|invalid|lost|revoked|nixed|spiked|scrapped|lapsed|obsolete|canx|cnx"
        "|cnxd|deleted|died|died in committee|vetoed|dead|no longer an issue|quashed"
    ),
}
"""Code → its words, separated by `|`. In a note they tell of the work (已上线, published) and not of its end."""
