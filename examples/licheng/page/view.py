"""From the review to what the page shows: numbers as words in two languages, rows of tables, charts.

Nothing is computed here that the library answers; this file chooses, words and draws.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from fractions import Fraction
from pathlib import Path

import charts
import election
import standing
from charts import C
from words import FOLDER, WORDS, both, each, load, thousands

SECTIONS = [
    {"id": "numbers"} | both("数字", "Numbers"), {"id": "organisation"} | both("组织", "Organisation"),
    {"id": "scores"} | both("考评", "Scores"), {"id": "decisions"} | both("决定", "Decisions"), {"id": "election"} | both("选举", "The election"),
    {"id": "violations"} | both("问题", "Violations"), {"id": "grids"} | both("网格", "Grids"), {"id": "law"} | both("法律", "The law"),
]


def names(document: dict) -> dict[str, dict[str, str]]:
    """The last name of every unit of a document."""
    text = lambda n: n if isinstance(n, dict) else both(n, n)
    out = {u["key"]: text(u["names"][-1]["name"] if "names" in u else u["name"]) for u in document["units"]}
    for event in document.get("events", []):
        (what, body), = event.items()
        if what in ("found", "rename"):
            out[body["unit"]] = text(body["name"])
        elif what == "merge":
            out |= {t["unit"]: text(t["name"]) for t in body["targets"] if "name" in t}
    return out


def citation(c: dict | None) -> dict[str, str]:
    """A citation in words, its certainty named unless the text was read in full."""
    if not c:
        return both("库的结构规则，无条文编号", "a structural rule of the library, no article")
    certainty = {"text": both("", ""), "excerpt": both(" [仅读摘录]", " [read in an excerpt]"),
                 "secondary": both(" [转述]", " [known second-hand]"), "unread": both(" [未读]", " [not read]"),
                 "default": both(" [库的默认规则，非法律]", " [a default of the library, no law]")}[c["certainty"]]
    article = each(lambda lang: "" if not c["article"] else f"第{c['article']}条" if lang == "zh" else f", art. {c['article']}")
    return each(lambda lang: c["instrument"][lang] + article[lang] + certainty[lang])


def period(p: dict) -> str:
    if p["from"] and p["until"]:
        return f"{p['from']} – {p['until']}"
    return f"{p['from']} –" if p["from"] else ""


# --- the year in numbers ----------------------------------------------------------------------------------------------


def figures(review: dict, organisation: dict) -> list[dict]:
    """The essay's figures, each as the library answers it."""
    year = review["year"]
    committees, heads, pairing = year["committees"], year["heads"], year["pairing"]
    after, before = year["after"], year["before"]
    kinds = after["kinds"]
    areas = sum(before["kinds"].get(k, 0) for k in ("village", "residents-area", "community"))
    card = lambda value, what, how=None, unit=None: {"flag": False, "value": value, "what": what, "how": how, "unit": unit}
    members = sum(i["value"] for i in organisation["indicators"] if i["measure"] == "members")
    cadres = sum(i["value"] for i in organisation["indicators"] if i["measure"] == "cadres")
    unpaired, = pairing["unpaired"]
    cards = [
        card(f"{areas} → {kinds['community']}", both("个村和居民区，整合为社区", "villages and areas became communities"),
             both(f"前后都是 {thousands(after['households'])} 户", f"{thousands(after['households'])} households before and after")),
        card(str(kinds["party-working-committee"]), both("个街道党工委", "sub-district working committees"),
             both("两个镇改为街道", "two of them in towns that became sub-districts")),
        card(str(kinds["party-branch"]), both("个社区党支部", "community branches"),
             both(f"{thousands(members)} 名党员，平均每支部 {members / kinds['party-branch']:.1f} 名", f"{thousands(members)} members, {members / kinds['party-branch']:.1f} a branch")),
        card(thousands(cadres), both("名社区干部", "cadres"), both("只计数，不列名", "counted, never listed")),
        card(heads["under_35"]["percent"].removesuffix(".00"), both("的班子正职不满 35 岁", "of the heads are under 35"),
             both(f"{heads['under_35']['rate']}：6 个街道 × 2 个职位", f"{heads['under_35']['rate']}: 6 sub-districts × 2 posts"), both("%", "%")),
        card(committees["upper_secondary"]["percent"], both("的新社区居委会成员有高中及以上学历", "of the new committees have upper-secondary schooling or more"),
             both(f"即 {committees['upper_secondary']['rate']}", f"that is {committees['upper_secondary']['rate']}"), both("%", "%")),
        card(committees["age"]["rounded"], both("新社区居委会成员平均年龄", "mean age of the new committees"),
             both(f"{committees['heads']} 人，39 个新社区，平均每个 {committees['heads_per_unit_rounded']} 人",
                  f"{committees['heads']} members in 39 new communities, {committees['heads_per_unit_rounded']} each"), both("岁", "years")),
        card(f"{kinds['firm-branch']} + {kinds['school-branch'] + kinds['sector-branch']}", both("个企业与新兴行业支部", "branches in firms and in new sectors"),
             both(f"后者中 {kinds['school-branch']} 个在学校", f"{kinds['school-branch']} of the latter in schools")),
        card(f"{pairing['agreements']} × 3", both(f"份三方联建协议，{pairing['parties']} 个支部", f"agreements of three: {pairing['parties']} branches"),
             both("一个老社区、一个新社区、一个单位", "one old community, one new, one unit")),
        card(str(len(pairing["unpaired"])), both("个新社区没有结对", "new community is unpaired"),
             both(f"{unpaired['name']['zh']}：它还登记在邻社区名下", f"{unpaired['name']['en']}: it is registered with the neighbour")),
    ]
    wrong = next(v for v in year["reports"][0]["violations"] if v["rule"] == "unit-of-measure")
    cards.append({"flag": True, "claim": wrong["subject"]["name"], "what": wrong["message"], "how": wrong["remedy"]})
    return cards


def statements(review: dict, organisation: dict) -> list[dict]:
    """Each statement with what the check says of it."""
    flagged = {v["subject"]["name"]["zh"]: v for v in review["year"]["reports"][0]["violations"] if v["rule"] == "unit-of-measure"}
    rows = []
    for s in organisation["statements"]:
        wrong = flagged.get(s["label"]["zh"])
        said = both("单位有误", "wrong unit") if wrong else both("单位相称", "unit fits")
        rows.append({"label": s["label"], "status": "notMet" if wrong else "met", "said": said, "note": plain(wrong["message"]) if wrong else None})
    return rows


def age_rows(organisation: dict, year: int) -> list[dict]:
    """Ages of the new committees in classes of five years; classes at the ends are joined so that no cell is small."""
    posts = {p["key"]: p["unit"] for p in organisation["posts"]}
    holders = {h["key"]: h for h in organisation["holders"]}
    cells: Counter = Counter()
    for holding in organisation["holdings"]:
        unit = posts[holding["post"]]
        if unit.startswith("committee-") and int(unit[-2:]) > 38:
            holder = holders[holding["holder"]]
            start = min(max((year - int(holder["born"])) // 5 * 5, 25), 55)
            cells[start, holder["schooling"] in ("upper-secondary", "tertiary")] += 1
    return [{"from": start, "until": start + 5, "upper": upper, "members": n} for (start, upper), n in sorted(cells.items())]


def merger_rows(organisation: dict) -> list[dict]:
    """Each new community with the households of what it came from."""
    rows = []
    alone = {i["unit"]: i["value"] for i in organisation["indicators"] if i["measure"] == "households"}
    merged = {t["unit"]: m for m in (e["merge"] for e in organisation["events"] if "merge" in e) for t in m["targets"]}
    for n in range(39, 78):
        key = f"community-{n:02}"
        flows = [f["count"] for f in merged[key]["shares"][0]["flows"]] if key in merged else [alone[key]]
        rows += [{"community": f"{n:02}", "households": count, "place": i, "parts": str(len(flows))} for i, count in enumerate(flows)]
    return rows


# --- the organisation -------------------------------------------------------------------------------------------------


def public(review: dict, document: dict) -> dict:
    """The real district: its tree, what changed, and who was there when."""
    record = review["public_record"]
    name = names(document)
    rows = {u["key"]: u for u in document["units"]}
    changes = [
        {"what": WORDS["event"][what], "name": name[body["unit"]]["zh"], "code": body["unit"], "within": body["day"].replace("..", " – ")}
        for event in document["events"] for what, body in event.items()
    ]
    for row in rows.values():
        if "from" in row:
            changes.append({"what": WORDS["event"]["found"], "name": name[row["key"]]["zh"], "code": row["code"], "within": row["from"].replace("..", " – ")})
        if "until" in row:
            changes.append({"what": WORDS["event"]["end"], "name": name[row["key"]]["zh"], "code": row["code"], "within": row["until"].replace("..", " – ")})
    changes.sort(key=lambda c: (c["within"], c["code"]))
    streets = lambda k: k.get("sub-district", 0) + k.get("development-zone", 0)
    possible = lambda k: f" (+{k['residents-committee (possible)']}?)" if "residents-committee (possible)" in k else ""
    days = [
        {"day": d["day"], "streets": streets(d["kinds"]), "probe": d["probe"],
         "communities": f"{d['kinds']['residents-committee'] + d['kinds']['virtual-committee']}{possible(d['kinds'])}"}
        for d in record["days"]
    ]
    probe = "350502006028"
    return {
        "changes": changes, "days": days, "probe": {"name": name[probe]["zh"]},
        "caption": both("2023-06-30 的鲤城区：8 个街道和 1 个开发区，81 个社区居委会，1 个统计用虚拟单位。红色是六年间有过变化的单位。",
                        "Licheng District on 2023-06-30: 8 sub-districts and a development zone, 81 communities and one unit that exists for "
                        "statistics only. Red marks units that changed in the six years."),
    }


PUBLIC_LEGEND = [
    {"tone": "upper", "colour": "ink"} | both("区、街道、开发区", "district, sub-districts, zone"),
    {"tone": "community", "colour": "teal"} | both("社区居委会", "residents' committees"),
    {"tone": "changed", "colour": "brick"} | both("2017 年以来有变化", "changed since 2017"),
]
YEAR_LEGEND = [
    {"tone": "upper", "colour": "ink"} | both("区与街道", "district and sub-districts"),
    {"tone": "old", "colour": "teal"} | both("原有社区", "old communities"),
    {"tone": "new", "colour": "gold"} | both("新社区", "new communities"),
    {"tone": "trouble", "colour": "brick"} | both("有问题", "with a violation"),
]


def public_tree(review: dict, document: dict) -> dict[str, str]:
    name = names(document)
    changed = {body["unit"] for e in document["events"] for body in e.values()}
    def draw(rows, t):
        nodes = []
        for row in rows:
            leaf = row["depth"] == 2
            tone = "upper" if not leaf else "changed" if row["key"] in changed else "community"
            label = t(name[row["key"]]["zh"], name[row["key"]]["en"].removesuffix(" Sub-district").replace("Economic Development ", "").removesuffix(" District"))
            nodes.append({"id": row["key"], "parent": row["parent"], "label": label, "tone": tone, "strong": tone == "changed", "size": 46 if leaf else 90})
        return charts.tree(nodes, 265, PUBLIC_LEGEND, 0.4)

    return charts.both(draw, review["public_record"]["units"])


def year_tree(review: dict, organisation: dict) -> dict[str, str]:
    name = names(organisation)
    households = {i["unit"]: i["value"] for i in organisation["indicators"] if i["measure"] == "households"}
    report = review["year"]["reports"][0]["violations"]
    troubled = {f"community-{''.join(c for c in v['subject']['key'] if c.isdigit())[:2]}" for v in report if v["subject"]["key"]}
    def draw(rows, t):
        nodes = []
        for row in rows:
            if row["kind"] not in ("district", "sub-district", "community"):
                continue
            key = row["key"]
            leaf = row["kind"] == "community"
            tone = "upper" if not leaf else "trouble" if key in troubled else "new" if int(key[-2:]) > 38 else "old"
            nodes.append({"id": key, "parent": row["parent"], "label": t(name[key]["zh"], name[key]["en"]), "tone": tone,
                          "strong": tone == "trouble", "size": 24 + households[key] / 8 if leaf else 100})
        return charts.tree(nodes, 265, YEAR_LEGEND, 0.6)

    return charts.both(draw, review["year"]["units"])


# --- scores -----------------------------------------------------------------------------------------------------------


def scores(review: dict, html: dict) -> tuple[dict, dict]:
    """The table of scores, and the chart."""
    evaluation = review["evaluation"]
    scheme = tomllib.loads((FOLDER / "year/scheme.toml").read_text(encoding="utf-8"))
    label = {u["key"]: u["label"] for u in scheme["units"]}
    vetoes = {v["key"]: v["label"] for v in scheme["vetoes"]}
    opened = evaluation["explained"]["unit"]
    rows = []
    for s in sorted(evaluation["scores"], key=lambda s: (-Fraction(s["total"]), s["unit"])):
        notes = [both("评优", "awarded")] if s["award"] else []
        notes += [each(lambda lang, v=v: ("一票否决：" if lang == "zh" else "veto: ") + vetoes[v][lang]) for v in s["vetoes"]]
        if s["missing"]:
            notes.append(both(f"缺 {s['missing']} 项数值", f"{s['missing']} value{'s' if s['missing'] > 1 else ''} missing"))
        rows.append({"name": label[s["unit"]], "group": s["group"], "rank": s["rank_after_tie_break"], "base": s["base"], "bonus": s["bonus"],
                     "penalty": s["penalty"], "total": s["total"], "grade": s["grade"], "notes": notes, "lit": s["unit"] == opened})
    total = {s["unit"]: s for s in evaluation["scores"]}
    order = sorted(total, key=lambda u: (-Fraction(total[u]["total"]), u))
    groups = [{"key": g["key"], **g["label"]} for g in scheme["groups"]]
    bars = []
    for line in evaluation["lines"]:
        for g in scheme["groups"]:
            points = sum(Fraction(line[i["key"]]) for i in g["indicators"])
            bars.append({"unit": line["unit"][-2:], "group": g["key"], "points": float(points)})
    lines = [{"least": g["least"], **g["label"]} for g in scheme["grades"] if "least" in g]
    chart = charts.both(charts.scores, bars, groups, [u[-2:] for u in order], lines)
    summary = evaluation["summary"]["all"]
    grades = {g["grade"]: g["units"] for g in summary["grades"]}
    counted = each(lambda lang: ("，" if lang == "zh" else ", ").join(f"{WORDS['grade'][k][lang]} {n}" for k, n in grades.items()))
    return {
        "rows": rows, "opened": label[opened], "explanation": html["evaluation"],
        "caption": both(f"每柱是一个社区的基础分，由六组相加；虚线是等次线。{counted['zh']}；评优 {summary['awards']} 个，一票否决 {summary['vetoed']} 个。",
                        f"Each bar is the base of one community, the sum of six groups; dashed lines are the grades. {counted['en'].capitalize()}; "
                        f"{summary['awards']} awarded, {summary['vetoed']} under a veto."),
    }, chart


# --- decisions --------------------------------------------------------------------------------------------------------

TITLES = {
    "assembly-lifts": (both("居民会议：加装电梯", "Residents' assembly: adding lifts"), both("社区 05，户的代表", "Community 05, household representatives")),
    "assembly-parking": (both("居民会议：划设车位", "Residents' assembly: parking bays"), both("社区 05，户的代表", "Community 05, household representatives")),
    "assembly-new-law": (both("居民会议：新法第一天", "Residents' assembly: the first day of the new law"), both("社区 05，户的代表", "Community 05, household representatives")),
    "owners-solar": (both("业主共同决定：共有屋顶装光伏", "Owners: solar panels on the common roof"),
                     both("60 套，55 人；1 人有 3 套，建设单位未售 4 套按 1 人计", "60 flats, 55 heads; one buyer of 3 and a builder with 4 unsold count once each")),
    "owners-six-flats": (both("六套房，四户参加", "Six flats, four take part"), both("每套 45.67 平方米，恰为三分之二", "45.67 m² each: exactly two thirds")),
}


def quantity(q: dict, lang: str) -> str:
    (kind, value), = q.items()
    return f"{value} m²" if kind == "area" else f"{value} {'人' if lang == 'zh' else 'head' if value == 1 else 'heads'}"


def number(q: dict) -> Fraction:
    (_, value), = q.items()
    return Fraction(str(value))


def margin(m: dict) -> dict[str, str]:
    to = WORDS["status"][m["to"]]
    how = {
        ("switched", "met"): both("再有 {}改投赞成，即成立", "{} more switched to yes would meet it"),
        ("switched", "notMet"): both("余量：{}改变，即不成立", "to spare: {} switched would undo it"),
        ("added", "met"): both("或新增 {}参加并赞成，即成立", "or {} added, voting yes, would meet it"),
        ("added", "notMet"): both("或新增 {}参加而不赞成，即不成立", "or {} added, not voting yes, would undo it"),
    }[m["kind"], m["to"]]
    return each(lambda lang: how[lang].format(quantity(m["amount"], lang)))


def clause(c: dict) -> dict:
    out = {"label": c["label"], "status": c["status"], "citation": citation(c["citation"]), "margins": [margin(m) for m in c["margins"]]}
    sides = c["sides"]
    if sides and sides["part_value"] and sides["base_value"]:
        part, base, share = number(sides["part_value"]), number(sides["base_value"]), Fraction(sides["share"])
        more = sides["comparison"] == "more-than"
        out |= {
            "share": f"{float(min(1, part / base)) * 100:.3f}", "need_share": f"{float(share) * 100:.3f}", "has": str(part), "of": str(base),
            "sides": each(lambda lang: f"{quantity(sides['part_value'], lang)} / {quantity(sides['base_value'], lang)}"
                          + (f"，须{'超过' if more else '达到'} {sides['share']}：" if lang == "zh" else f", must {'exceed' if more else 'reach'} {sides['share']}: ")
                          + sides["text"].replace(">=", "≥").replace("<=", "≤")),
        }
    elif c["status"] == "unknown":
        out["margins"] = [both("条文未读：不猜，也不套用别的法律", "The article was not read: it is not guessed, and no other law stands in for it.")]
    return out


def decisions(review: dict, html: dict) -> list[dict]:
    out = []
    for decision, explanation in zip(review["decisions"], html["decisions"]):
        verdict = decision["verdict"]
        title, what = TITLES[Path(decision["facts"]).stem]
        flip = None
        if verdict["fewest_units"]:
            f = verdict["fewest_units"]
            to = WORDS["status"][f["to"]]
            flip = both(f"最少 {f['units']} 套改变主意，整个结论就会变为“{to['zh']}”" + ("（已证明最少）" if f["proven"] else ""),
                        f"{f['units']} flat{'s' if f['units'] > 1 else ''} changing sides would turn the whole verdict to “{to['en']}”"
                        + (" (proven the fewest)" if f["proven"] else ""))
        out.append({"title": title, "what": what, "day": verdict["day"], "status": verdict["status"], "clauses": [clause(c) for c in verdict["clauses"]],
                    "missing": None, "flip": flip, "explanation": explanation})
    return out


# --- violations, grids, law -------------------------------------------------------------------------------------------


def plain(text: dict) -> dict[str, str]:
    """Words of the library without the marks around what the user wrote."""
    return each(lambda lang: text[lang].replace("`", ""))


def violations(review: dict) -> dict:
    first, second = review["year"]["reports"]
    merged: dict[tuple, dict] = {}
    for v in first["violations"]:
        same = (v["rule"], v["subject"]["key"][-2:] if v["rule"] == "term-overrun" else v["subject"]["key"] or v["subject"]["name"]["zh"])
        if same in merged:
            merged[same]["count"] += 1
            continue
        merged[same] = {"subject": v["subject"]["name"], "message": plain(v["message"]), "remedy": plain(v["remedy"]), "citation": citation(v["citation"]),
                        "period": period(v["period"]), "advice": v["severity"] == "guidance", "count": 1}
    rows = list(merged.values())
    for row in rows:
        if row["count"] > 1:
            row["subject"] = both(f"{row['subject']['zh'].rsplit(' ', 1)[0]} 全体 {row['count']} 名成员", f"{row['subject']['en'].rsplit(' ', 1)[0]}, all {row['count']} members")
    rows.sort(key=lambda r: r["advice"])
    later = sum(v["rule"] == "usual-size" for v in second["violations"])
    return {
        "rows": rows,
        "lead": both(f"{first['day']}，{len(first['checks'])} 条规则查出 {len(first['violations'])} 处，归为 {len(rows)} 项；黄色是指引，不是硬性界限。"
                     f"次日新法施行，同样的社区有 {later} 个不在“一般”规模之内，而成员人数的规定因条文未读不能核查。",
                     f"On {first['day']}, {len(first['checks'])} rules found {len(first['violations'])} places, {len(rows)} matters; yellow is guidance, not a bound. "
                     f"A day later, under the new law, {later} of the same communities are outside the usual size, and the size of a committee cannot be checked, "
                     "because its article was not read."),
    }


GRID_NAMES = {"grid-1": "teal", "grid-2": "gold", "grid-3": "blue", "grid-4": "plum", "grid-5": "leaf", "none": "muted"}
GRID_COLOURS = {grid: C[name] for grid, name in GRID_NAMES.items()}


def centre(ring: list) -> tuple[float, float]:
    points = ring[:-1]
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def grid_map(name: str, check: dict) -> dict[str, str]:
    """A plan on the map, the buildings of its faults outlined; a grid beyond its bounds is named below, not outlined."""
    buildings, road = load("year/buildings.geojson")["features"], load("year/roads.geojson")["features"][0]
    of = {b: g["key"] for g in load(name)["grids"] for b in g["buildings"]}
    faulty = set()
    for fault in check["faults"]:
        if fault["kind"] == "not-contiguous":
            faulty |= set(min(fault["parts"], key=len))
        elif fault["kind"] == "barrier-crossed":
            ends = [b for pair in fault["pairs"] for b in pair]
            west = lambda b: centre(next(f for f in buildings if f["id"] == b)["geometry"]["coordinates"][0])[0]
            faulty.add(min(ends, key=west))
        elif fault["kind"] == "unassigned":
            faulty |= set(fault["buildings"])
    plots, houses, labels = [], [], []
    for f in buildings:
        ring = f["geometry"]["coordinates"][0]
        x, y = centre(ring)
        properties = {"grid": of.get(f["id"], "none"), "fault": f["id"] in faulty}
        # GeoJSON rings run counter-clockwise; d3 takes them the other way round.
        plots.append({"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring[::-1]]}})
        house = [[x + (p[0] - x) * 0.56, y + (p[1] - y) * 0.52] for p in ring[::-1]]
        houses.append({"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [house]}})
        labels.append({"lon": x, "lat": y, "text": str(f["properties"]["households"])})
    return charts.both(charts.grid_map, plots, houses, road["geometry"]["coordinates"], labels, GRID_COLOURS)


def grids(review: dict) -> dict:
    faulty, sound = review["grids"]["checks"]
    territory = review["grids"]["territory"]
    short = lambda text: each(lambda lang: plain(text)[lang].replace("building-", "").replace("grid-", ""))
    chips = lambda check: [{"grid": g["key"][-1], "colour": GRID_NAMES[g["key"]], "households": g["households"],
                            "out": not check["bounds"]["least"] <= g["households"] <= check["bounds"]["most"]} for g in check["grids"]]
    rows = [
        {"what": WORDS["fault"][f["kind"]], "grid": ", ".join(g[-1] for g in f["grids"]) or "–",
         "buildings": "–" if f["kind"].startswith("too-") else ", ".join(b[-2:] for b in (min(f["parts"], key=len) if f["kind"] == "not-contiguous" else sum(f["pairs"], []) or f["buildings"])),
         "message": short(f["message"])}
        for f in faulty["faults"]
    ]
    return {
        "faults": rows,
        "lead": both(f"社区 42 最大：{territory['buildings']} 幢，{thousands(territory['households'])} 户。每格应有 300-500 户，连成一片，不跨道路，一幢不漏。"
                     "图上的数字是每幢户数，颜色是网格，虚线是道路，红框是错处。",
                     f"Community 42 is the largest: {territory['buildings']} buildings, {thousands(territory['households'])} households. A grid should have 300 to 500 "
                     "of them, hang together, cross no road and leave nobody out. Numbers are households of a building, colours are grids, the dashed line is the road, red frames are faults."),
        "faulty": both(f"<b>初稿</b>：{len(rows)} 处错。", f"<b>First draft</b>: {len(rows)} faults."), "faulty_chips": chips(faulty),
        "sound": both("<b>定稿</b>：无错。", "<b>Final plan</b>: no fault."), "sound_chips": chips(sound),
    }


QUESTIONS = {
    "cn.urc.size.households": both("一个居民委员会一般有多少户？", "How many households does a residents' committee usually cover?"),
    "cn.urc.members": both("居民委员会有几名成员？", "How many members does a committee have?"),
    "cn.urc.term": both("任期几年？", "How long is a term?"),
    "cn.urc.assembly.quorum": both("居民会议要多少人出席？", "How many must attend a residents' assembly?"),
}


def law(review: dict) -> list[dict]:
    out: dict[str, dict] = {}
    for answer in review["law"]:
        entry = out.setdefault(answer["clause"], {"question": QUESTIONS[answer["clause"]], "answers": []})
        unknown = answer["status"] == "unknown"
        entry["answers"].append({
            "day": answer["day"], "answer": WORDS["status"]["unknown"] if unknown else answer["says"],
            "citation": citation(answer["citation"]), "note": answer["says"] if unknown else None,
        })
    return list(out.values())


def view(review: dict, digest: str, html: dict, seed: int) -> dict:
    """Everything the template shows."""
    charts.restart()
    organisation, record = load("year/organisation.json"), load("public_record/public_record.json")
    day = review["year"]["reports"][0]["day"]
    age = review["year"]["committees"]["age"]
    score_table, score_chart = scores(review, html)
    firmness, rank_charts = standing.ranking(review)
    faulty, sound = review["grids"]["checks"]
    counts = [i["value"] for i in organisation["indicators"] if i["measure"] == "households"
              and (i["unit"].startswith("community-"))]
    ranges = [a["content"]["range"] for a in review["law"] if a["clause"] == "cn.urc.size.households"]
    bands = [
        {"least": r["least"], "most": r["most"]} | both(f"{when[0]}：一般 {r['least']:,}-{r['most']:,} 户", f"{when[1]}: usually {r['least']:,} to {r['most']:,}")
        for r, when in zip(ranges, [("2025 年底以前", "until the end of 2025"), ("2026 年起", "from 2026")])
    ]
    inside = [sum(r["least"] <= n <= r["most"] for n in counts) for r in ranges]
    mean = Fraction(age["mean"])
    return {
        "seed": seed, "digest": digest, "sections": SECTIONS, "words": WORDS, "seedday": day,
        "figures": figures(review, organisation), "statements": statements(review, organisation),
        "age": {"mean": age["rounded"], "fraction": f"{thousands(mean * age['counted'])} / {age['counted']}"},
        "households": {"total": thousands(review["year"]["after"]["households"])},
        "public": public(review, record), "scores": score_table, "ranking": firmness, "what_if": standing.what_if(review),
        "corrections": standing.corrections(review), "decisions": decisions(review, html),
        "election": election.election(review, html),
        "violations": violations(review), "grids": grids(review), "law": law(review),
        "household_caption": both(
            f"生成的 77 个社区各有多少户，与两部法的“一般”规模相比：前法之内 {inside[0]} 个，新法之内 {inside[1]} 个。“一般”是指引，可以有说明理由的例外。",
            f"The households of the 77 generated communities against the usual size of the two laws: {inside[0]} within the old, {inside[1]} within the new. "
            "“Usually” is guidance; there may be exceptions with a reason."),
        "legends": {"public": PUBLIC_LEGEND, "year": YEAR_LEGEND},
        "charts": {
            "ages": charts.both(charts.ages, age_rows(organisation, int(day[:4])), float(mean),
                                both(f"平均 {age['rounded']} 岁", f"mean {age['rounded']} years")),
            "mergers": charts.both(charts.mergers, merger_rows(organisation)),
            "households": charts.both(charts.households, counts, bands),
            "public_tree": public_tree(review, record), "year_tree": year_tree(review, organisation), "scores": score_chart,
            "ranks": rank_charts,
            "faulty": grid_map("year/plan-faulty.json", faulty), "sound": grid_map("year/plan-sound.json", sound),
        },
    }
