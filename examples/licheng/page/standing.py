"""How firmly the communities stand, what one of them would have to change, and what a correction did, in words and charts."""

from __future__ import annotations

import csv
import tomllib
from fractions import Fraction

import charts
from words import FOLDER, WORDS, both, each, load, thousands

STATES = {"open": both("待办", "open"), "overdue": both("逾期", "overdue"), "upheld": both("成立", "upheld"), "dismissed": both("驳回", "dismissed"),
          "withdrawn": both("撤回", "withdrawn")}
KINDS = {"correction": both("更正", "correction"), "appeal": both("申诉", "appeal"), "decision": both("决定", "decision"), "withdrawal": both("撤回", "withdrawal")}


def named(key: str) -> dict[str, str]:
    """A community of the year; its number is its name."""
    return both(f"社区 {key[-2:]}", f"Community {key[-2:]}")


def capital(text: dict[str, str]) -> dict[str, str]:
    """The same with a capital at its beginning."""
    return each(lambda lang: text[lang][:1].upper() + text[lang][1:])


def trimmed(number) -> str:
    """An exact number without zeros at its end."""
    text = str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def points(ratio: str) -> str:
    """An exact difference of two totals, which have two decimals."""
    hundredths = Fraction(ratio) * 100
    return f"{int(hundredths) // 100}.{int(hundredths) % 100:02}"


# --- ranks ------------------------------------------------------------------------------------------------------------


def ranking(review: dict) -> tuple[dict, list[dict]]:
    """A chart for each peer group, and in words what its awards rest on."""
    evaluation, asked = review["evaluation"], load("story.json")["evaluation"]["ranking"]
    scores = {s["unit"]: s for s in evaluation["scores"]}
    shown, awards, listed = [], [], []
    for peers in sorted(evaluation["ranking"]["peers"], key=lambda p: p["award"]["group"], reverse=True):
        draws = {d["unit"]: d for d in peers["draws"]}
        rows = [
            {"unit": b["unit"][-2:], "rank": scores[b["unit"]]["rank"], "best": b["best"], "worst": b["worst"], "low": draws[b["unit"]]["low"],
             "high": draws[b["unit"]]["high"], "award": scores[b["unit"]]["award"]}
            for b in peers["bounds"]
        ]
        rows.sort(key=lambda r: (r["rank"], r["unit"]))
        listed += [row | {"group": peers["award"]["group"]} for row in rows]
        group, awarded = WORDS["group"][peers["award"]["group"]], [r for r in rows if r["award"]]
        fixed = sum(r["best"] == r["worst"] for r in rows)
        safe = sum(r["worst"] <= len(awarded) for r in awarded)
        widest = max(rows, key=lambda r: r["worst"] - r["best"])
        shown.append({
            "chart": charts.both(charts.ranking, rows, len(awarded)),
            "caption": both(
                f"<b>{group['zh']}</b>，{len(rows)} 个。{fixed} 个名次怎样都不变；变动最大的是社区 {widest['unit']}，第 {widest['best']} 至 {widest['worst']} 名。"
                f"{len(awarded)} 个评优中，{safe} 个怎样都在前 {len(awarded)} 名。",
                f"<b>{group['en'].capitalize()} communities</b>, {len(rows)} of them. {fixed} keep their rank whatever the points; community {widest['unit']} moves most, "
                f"from {widest['best']} to {widest['worst']}. Of {len(awarded)} with an award, {safe} {'is' if safe == 1 else 'are'} always among the first {len(awarded)}."),
        })
        awards.append(award(peers["award"], group))
    percent = trimmed(Fraction(asked["spread"]) * 100)
    return {
        "lead": both(f"六组的分值若各增减不超过 {percent}%，合计仍是 100 分，名次会怎样？细线是所有可能：最好与最差的名次都是精确的，并已证明；"
                     f"粗线是在此幅度内随机抽取 {thousands(asked['draws'])} 次（种子 {asked['seed']}，抽后折算为 100 分）中 5%-95% 的名次；圆点是现在的名次，数字是社区编号。",
                     f"What if the points of each of the six groups were up to {percent}% more or less, still 100 in all? A thin line is all that can happen: the best and the worst rank, "
                     f"exact and proven. A thick line is the ranks from 5% to 95% of {thousands(asked['draws'])} random draws as far as that (seed {asked['seed']}), each then scaled to 100. A dot is the rank as it is, a number the community."),
        "awards": awards, "rows": listed,
    }, [s["chart"] | {"caption": s["caption"]} for s in shown]


def award(line: dict, group: dict[str, str]) -> dict:
    """What the awards of a peer group rest on."""
    last, first = line["last_in"], line["first_out"]
    gap, margin = points(line["gap"]), trimmed(line["margin"])
    ends = both(f"{group['zh']}：最后一个评优的是社区 {last['unit'][-2:]} ({last['total']})，其后是社区 {first['unit'][-2:]} ({first['total']})，相差 {gap} 分",
                f"{group['en'].capitalize()}: the last with an award is community {last['unit'][-2:]} ({last['total']}), the next is community {first['unit'][-2:]} ({first['total']}), {gap} points apart")
    thin = both(f"，不足 {margin} 分：评优系于微差，值得复核。", f", less than {margin}: the award rests on a thin margin and is worth a second look.")
    if Fraction(line["gap"]) >= Fraction(line["margin"]):
        thin = both(f"；有社区距评优最低分不足 {margin} 分，值得复核。", f"; a community is less than {margin} from the least total of an award, which is worth a second look.")
    return {"thin": line["is_thin"], "words": each(lambda lang: ends[lang] + (thin[lang] if line["is_thin"] else "。" if lang == "zh" else "."))}


# --- what if ----------------------------------------------------------------------------------------------------------


def cells() -> dict[str, dict[str, str]]:
    """What the communities reported."""
    with (FOLDER / "year/cells.csv").open(encoding="utf-8", newline="") as table:
        return {row["unit"]: row for row in csv.DictReader(table)}


def value(row: dict[str, str], column: str, number: str) -> str:
    """A number as the table has it; a numerator with its denominator."""
    of = row.get(column.removesuffix("_numerator"), "") if column.endswith("_numerator") else ""
    return f"{number}/{of.partition('/')[2]}" if of else number


def what_if(review: dict) -> dict:
    """For each goal what each indicator alone would have to be, and the cheapest changes together."""
    answers = review["evaluation"]["what_if"]
    scheme = tomllib.loads((FOLDER / "year/scheme.toml").read_text(encoding="utf-8"))
    least = {g["key"]: g.get("least") for g in scheme["grades"]}
    unit = answers[0]["alone"]["unit"]
    row = cells()[unit]
    goals, lines = [], {}
    for at, answer in enumerate(answers):
        alone, cheapest = answer["alone"], answer["cheapest"]
        goal = (both(f"第 {alone['rank']} 名：评优", f"rank {alone['rank']}: award") if alone["rank"] else
                each(lambda lang: f"{WORDS['grade'][alone['grade']][lang]}：{least[alone['grade']]} 分" if lang == "zh" else f"{alone['grade']}: {least[alone['grade']]}"))
        for change in alone["changes"]:
            line = lines.setdefault(change["column"], {"label": capital(change["label"]), "now": value(row, change["column"], change["from"]), "to": [None] * len(answers)})
            if change["to"] is not None:
                line["to"][at] = {"value": value(row, change["column"], change["to"]), "total": change["then"]["total"]}
        label = {c["column"]: capital(c["label"]) for c in alone["changes"]}
        steps = [{"label": label[c["column"]], "from": value(row, c["column"], c["from"]), "to": value(row, c["column"], c["to"]), "cost": trimmed(c["cost"])}
                 for c in cheapest["changes"]]
        goals.append({"name": goal, "steps": steps, "cost": trimmed(cheapest["cost"]), "proven": cheapest["proven"], "total": cheapest["then"]["total"],
                      "rank": cheapest["then"]["rank"]})
    now = answers[0]["alone"]["now"]
    enough = [line for line in lines.values() if any(line["to"])]
    return {
        "name": named(unit), "goals": goals, "lines": enough,
        "lead": both(f"现在 {now['total']} 分，第 {now['rank']} 名，{WORDS['grade'][now['grade']]['zh']}。每行只改这一项，其他不动，写出刚好够的数：照改即成立，少一步即不成立。"
                     f"另外 {len(lines) - len(enough)} 项，单改哪一项都不够。",
                     f"Now {now['total']} points, rank {now['rank']}, {now['grade']}. Each row changes one indicator alone and says the number that just suffices: with it the goal is reached, "
                     f"one step short it is not. Of the other {len(lines) - len(enough)} none suffices alone."),
    }


# --- corrections ------------------------------------------------------------------------------------------------------


def corrections(review: dict) -> dict:
    """The records with their reasons, and every affected community before and after."""
    answer = review["evaluation"]["corrections"]
    entries = load(load("story.json")["evaluation"]["corrections"]["document"])["entries"]
    scheme = tomllib.loads((FOLDER / "year/scheme.toml").read_text(encoding="utf-8"))
    labels = {i["key"]: i["label"] for g in scheme["groups"] for i in g["indicators"]}
    reported = cells()
    records = []
    for record, entry in zip(answer["ledger"]["records"], entries, strict=True):
        changed = []
        for c in record.get("changes", []):
            key, before = c["column"].removesuffix("_numerator"), reported[c["unit"]]
            changed.append({"label": labels[key], "from": before[key], "to": value(before, c["column"], c["value"])})
        records.append({"day": record["day"], "actor": record["actor"], "kind": KINDS[record["kind"]], "unit": named(record["unit"]),
                        "deadline": record.get("deadline"), "reason": entry["texts"]["reason"], "evidence": entry["texts"]["evidence"], "changed": changed})
    rows = []
    for effect in answer["effects"]:
        for unit in effect["units"]:
            rows.append({"name": named(unit["before"]["unit"])} | {
                when: {"total": unit[when]["total"], "rank": unit[when]["rank"], "grade": unit[when]["grade"], "award": unit[when]["award"]} for when in ("before", "after")})
    known = [{"day": k["day"], "state": STATES[k["appeals"][0]["state"]]} for k in answer["known"]]
    return {
        "records": records, "rows": rows, "known": known,
        "chain": both(f"{answer['check']['entries']} 条记录环环相扣，{'核验无误' if answer['check']['intact'] else '有断裂'}，链头 {answer['check']['head'][:16]}…。"
                      "理由与证据加盐封存，日后可以抹去，链条仍可核验。",
                      f"{answer['check']['entries']} records in one chain, {'verified' if answer['check']['intact'] else 'broken'}, head {answer['check']['head'][:16]}…. "
                      "Reasons and evidence are sealed with a salt: they may be erased later, and the chain still verifies."),
    }
