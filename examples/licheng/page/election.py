"""What the page shows of the election: its polls, how the tie was broken, its days, and its record."""

from __future__ import annotations

from words import WORDS, both, each

KINDS = {"first": both("第一次投票", "First poll"), "rerun": both("另行选举", "Second poll"), "revote": both("再次投票", "Revote among the tied"),
         "new-poll": both("重新投票", "New poll")}
OUTCOMES = {"elected": both("当选", "elected"), "not-elected": both("未当选", "not elected"), "tied": both("得票相等", "tied"),
            "unknown": both("不能确定", "unknown")}
STEPS = {"done": both("已办", "done"), "upcoming": both("未到", "to come"), "due": both("应办", "due"), "overdue": both("逾期", "overdue"),
         "late": both("迟办", "late"), "early": both("早办", "early"), "open": both("进行中", "open"), "closed": both("已截止", "closed"),
         "unknown": both("不能确定", "unknown"), "skipped": both("不需要", "not needed"), "impossible": both("不可能", "impossible")}
RULES = {"revote": both("再次投票", "a revote"), "lot": both("抽签", "lot"), "seniority": both("资历", "seniority"), "casting-vote": both("主持人决定票", "a casting vote")}


def poll(view: dict) -> dict:
    ballots = view["ballots"]
    all_of = sum(ballots.values())
    void = ballots["over_full"] + ballots["spoiled"]
    return {
        "title": KINDS[view["kind"]], "day": view["day"], "valid": view["status"] == "valid",
        "ballots": both(f"{all_of} 张：有效 {all_of - void} 张 (其中空白 {ballots['blank']} 张，作弃权)，多选作废 {ballots['over_full']} 张，其他作废 {ballots['spoiled']} 张",
                        f"{all_of} ballots: {all_of - void} valid ({ballots['blank']} of them blank, which abstain), {ballots['over_full']} void for too many names, "
                        f"{ballots['spoiled']} otherwise void"),
        "checks": [{"label": c["label"], "status": c["status"], "text": signs(c["text"])} for c in view["checks"]],
        "rows": [{"candidate": c["candidate"], "written": c["write_in"], "yes": c["yes"], "test": signs(c["win"]["text"]), "status": c["win"]["status"],
                  "margin": c["win"]["margin"], "outcome": OUTCOMES[c["outcome"]], "elected": c["outcome"] == "elected"} for c in view["candidates"]],
        "tie": tie(view["tie"]) if view["tie"] else None,
    }


def signs(text: str) -> str:
    return text.replace(">=", "≥").replace("<=", "≤")


def tie(view: dict) -> dict:
    names, rule = "、".join(view["candidates"]), RULES[view["rule"]]
    if not view["draws"]:
        return both(f"{names} 得票相等，争 {view['seats']} 个名额：{rule['zh']}", f"{names} are tied for {view['seats']} seat: {rule['en']}")
    draw = view["draws"][0]
    return both(f"{names} 仍然相等：{rule['zh']}。种子与名单的 SHA-256 是 {draw['digest']}，除以 {draw['left']} 余 {draw['remainder']}，抽中 {draw['drawn']}；旁人可以照样再算一遍。",
                f"{names} are tied still: {rule['en']}. The SHA-256 of the seed and the names is {draw['digest']}; divided by {draw['left']} it leaves "
                f"{draw['remainder']}, which is {draw['drawn']}. Any bystander can draw again.")


def steps(days: list[dict]) -> dict:
    """Each step with how it stood on each day."""
    last = days[-1]["steps"]
    rows = [{
        "label": step["label"], "by": step["latest"], "why": [bound["text"] for bound in step["bounds"]],
        "clauses": ", ".join(bound["clause"] for bound in step["bounds"] if bound["clause"]), "done": step["done"] or step["planned"],
        "then": [{"words": STEPS[day["steps"][at]["status"]], "now": day["steps"][at]["status"] in ("due", "open", "overdue")} for day in days],
    } for at, step in enumerate(last)]
    return {"days": [day["day"] for day in days], "rows": rows}


def election(review: dict, html: dict) -> dict:
    view = review["election"]
    result, altered = view["result"], view["altered"]
    elected = "、".join(seat["candidate"] for seat in result["elected"])
    first = result["polls"][0]["checks"]
    roll = next(c["text"].split(" ")[-1] for c in first if c["check"] == "issued-within-roll")
    told = each(lambda lang: ("；" if lang == "zh" else "; ").join(d["text"][lang] for d in altered["differs"]))
    return {
        "lead": both(f"一个虚构的、没有改为社区的村：登记 {roll} 人 (一件异议成立，补登一人)，{result['seats']} 个名额。选票只以样式计数进入，没有哪个类型把选民与选票连在一起。",
                     f"An invented village that stayed a village: {roll} on the roll (one of two objections was upheld and put one voter on it), {result['seats']} seats. "
                     "Ballots enter as counts of patterns; nothing links a voter to a ballot."),
        "polls": [poll(p) for p in result["polls"]],
        "elected": both(f"当选：{elected}。任期 {result['term']['from']} 至 {result['term']['until']} (不含)。", f"Elected: {elected}. Term from {result['term']['from']} until {result['term']['until']}."),
        "steps": steps(view["steps"]),
        "verified": view["verified"]["ok"], "digest": view["verified"]["digest"],
        "altered": both(f"把记录里的一个数改掉再核对：{told['zh']}。", f"With one number of the record altered: {told['en']}."),
        "explanation": html["election"], "status": WORDS["status"],
    }
