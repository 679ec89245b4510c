"""Charts as inline SVG: Vega and Vega-Lite specifications, rendered once in each language.

Colours are written as tokens and become CSS variables in the finished SVG, so that one chart serves light and dark.
"""

from __future__ import annotations

import re
from itertools import count

import vl_convert

#: Each token is a colour that nothing else uses.
TOKENS = {
    name: f"#0a00{index:02x}"
    for index, name in enumerate(
        ["ink", "muted", "line", "paper", "card", "brick", "teal", "gold", "blue", "plum", "leaf", "faint", "band-a", "band-b", "fault"],
        start=1,
    )
}
C = TOKENS
SERIES = [C["brick"], C["gold"], C["teal"], C["blue"], C["plum"], C["leaf"]]
FONT = "system-ui, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"

CONFIG = {
    "background": None,
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": C["muted"], "titleColor": C["muted"], "titleFontWeight": "normal", "titleFontSize": 12, "labelFontSize": 11,
        "gridColor": C["faint"], "domainColor": C["line"], "tickColor": C["line"],
    },
    "legend": {"labelColor": C["ink"], "titleColor": C["muted"], "labelFontSize": 12, "titleFontWeight": "normal", "symbolType": "square"},
    "text": {"color": C["ink"], "font": FONT},
}

_serial = count(1)


def restart() -> None:
    """Begins a page: ids count from one again."""
    global _serial
    _serial = count(1)


def tidy(svg: str) -> str:
    """Makes a chart fit to stand among others: own ids, CSS colours, no fixed size, hidden from readers of the text."""
    # Ids count on from chart to chart; they are given anew, so that the same chart is the same text.
    fresh = {old: f"clip-{next(_serial)}" for old in re.findall(r'\bid="([^"]+)"', svg)}
    svg = re.sub(r'\bid="([^"]+)"', lambda m: f'id="{fresh[m[1]]}"', svg)
    svg = re.sub(r"url\(#([^)]+)\)", lambda m: f"url(#{fresh[m[1]]})", svg)
    for name, colour in TOKENS.items():
        svg = svg.replace(colour, f"var(--{name})")
    svg = re.sub(r'<svg ([^>]*?)width="[\d.]+" height="[\d.]+"', r"<svg \1", svg, count=1)
    svg = re.sub(r' aria-(label|roledescription)="[^"]*"| role="graphics-[^"]*"', "", svg)
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def lite(spec: dict) -> str:
    """A Vega-Lite chart."""
    full = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "config": CONFIG, "padding": 4, **spec}
    return tidy(vl_convert.vegalite_to_svg(full))


def vega(spec: dict) -> str:
    """A Vega chart."""
    full = {"$schema": "https://vega.github.io/schema/vega/v5.json", "config": CONFIG, "padding": 4, **spec}
    return tidy(vl_convert.vega_to_svg(full))


def both(draw, *data) -> dict[str, str]:
    """A chart in both languages; `draw` takes the data and a function that picks the words."""
    return {lang: draw(*data, lambda zh, en, lang=lang: zh if lang == "zh" else en) for lang in ("zh", "en")}


def households(values: list[int], bands: list[dict], t) -> str:
    """How many households the communities have, with the usual sizes of the two laws behind."""
    return lite({
        "width": 760, "height": 230,
        "layer": [
            {
                "data": {"values": [{**b, "label": t(b["zh"], b["en"]), "top": 1, "bottom": 0} for b in bands]},
                "mark": {"type": "rect", "opacity": 0.55},
                "encoding": {
                    "x": {"field": "least", "type": "quantitative"}, "x2": {"field": "most"},
                    "y": {"value": 0}, "y2": {"value": 230},
                    "color": {"field": "label", "type": "nominal", "title": None,
                              "scale": {"domain": [t(b["zh"], b["en"]) for b in bands], "range": [C["band-a"], C["band-b"]]},
                              "legend": {"orient": "top", "labelLimit": 420}},
                },
            },
            {
                "data": {"values": [{"n": n} for n in values]},
                "mark": {"type": "bar", "color": C["brick"], "binSpacing": 1, "cornerRadiusEnd": 1},
                "encoding": {
                    "x": {"field": "n", "bin": {"step": 50, "extent": [0, 3000]}, "type": "quantitative",
                          "title": t("每个社区的户数", "households in a community"), "scale": {"domain": [0, 3000]},
                          "axis": {"values": [100, 700, 1000, 1500, 2000, 2500, 3000], "format": ",d", "grid": False}},
                    "y": {"aggregate": "count", "title": t("社区数", "communities"), "axis": {"tickCount": 5}},
                },
            },
        ],
    })


def mergers(rows: list[dict], t) -> str:
    """The new communities as the sum of what they were made from."""
    return lite({
        "width": 760, "height": 250,
        "data": {"values": rows},
        "mark": {"type": "bar", "stroke": C["card"], "strokeWidth": 1.5, "cornerRadius": 1},
        "encoding": {
            "x": {"field": "community", "type": "ordinal", "title": t("新社区 (39-77)", "new communities (39 to 77)"),
                  "axis": {"labelAngle": 0, "labelFontSize": 10, "ticks": False}},
            "y": {"field": "households", "type": "quantitative", "title": t("户数", "households"), "axis": {"tickCount": 5, "format": ",d"}},
            "order": {"field": "place", "type": "ordinal"},
            "color": {"field": "parts", "type": "nominal", "sort": ["1", "2", "3"],
                      "scale": {"domain": ["1", "2", "3"], "range": [C["muted"], C["teal"], C["gold"]]},
                      "legend": {"orient": "top", "titleLimit": 0, "title": t("由几个村、居民区而来", "made from so many villages and residents' areas")}},
        },
    })


def ages(rows: list[dict], mean: float, words: dict, t) -> str:
    """How old the members of the new committees are."""
    return lite({
        "width": 340, "height": 200,
        "layer": [
            {
                "data": {"values": [{**r, "level": t("高中及以上", "upper secondary or more") if r["upper"] else t("初中及以下", "less")} for r in rows]},
                "mark": {"type": "bar", "stroke": C["card"], "strokeWidth": 1},
                "encoding": {
                    "x": {"field": "from", "type": "quantitative", "bin": {"binned": True, "step": 5}, "title": t("年龄", "age")},
                    "x2": {"field": "until"},
                    "y": {"field": "members", "type": "quantitative", "title": t("人数", "members"), "axis": {"tickCount": 5}, "scale": {"domain": [0, 50]}},
                    "color": {"field": "level", "type": "nominal", "title": None,
                              "scale": {"range": [C["teal"], C["line"]],
                                        "domain": [t("高中及以上", "upper secondary or more"), t("初中及以下", "less")]},
                              "legend": {"orient": "top", "labelLimit": 0, "columnPadding": 22}},
                },
            },
            {
                "data": {"values": [{"mean": mean}]},
                "mark": {"type": "rule", "color": C["brick"], "strokeWidth": 2},
                "encoding": {"x": {"field": "mean", "type": "quantitative"}},
            },
            {
                "data": {"values": [{"mean": mean}]},
                "mark": {"type": "text", "color": C["brick"], "align": "left", "dx": 6, "fontWeight": "bold", "fontSize": 12},
                "encoding": {"x": {"field": "mean", "type": "quantitative"}, "y": {"value": 7}, "text": {"value": t(words["zh"], words["en"])}},
            },
        ],
    })


def tree(nodes: list[dict], radius: int, legend: list[dict], steep: float) -> str:
    """An organisation as a tree around its district; a node may carry a mark (`tone`) and a size.

    Inner nodes whose direction has a cosine below `steep` bear their names below or above instead of beside them.
    """
    side = 2 * (radius + 92)
    tone = {entry["tone"]: C[entry["colour"]] for entry in legend}
    return vega({
        "width": side, "height": side,
        "signals": [{"name": "ox", "value": side / 2}, {"name": "oy", "value": side / 2}],
        "data": [
            {
                "name": "tree",
                "values": nodes,
                "transform": [
                    {"type": "stratify", "key": "id", "parentKey": "parent"},
                    {"type": "tree", "method": "cluster", "size": [1, radius], "as": ["alpha", "radius", "depth", "children"],
                     "separation": True},
                    {"type": "formula", "expr": "(360 * datum.alpha + 270) % 360", "as": "angle"},
                    {"type": "formula", "expr": "PI * datum.angle / 180", "as": "radians"},
                    {"type": "formula", "expr": "inrange(datum.angle, [90, 270])", "as": "left"},
                    {"type": "formula", "expr": f"datum.depth == 1 && abs(cos(datum.radians)) < {steep}", "as": "steep"},
                    {"type": "formula", "expr": "ox + datum.radius * cos(datum.radians)", "as": "x"},
                    {"type": "formula", "expr": "oy + datum.radius * sin(datum.radians)", "as": "y"},
                ],
            },
            {
                "name": "links",
                "source": "tree",
                "transform": [
                    {"type": "treelinks"},
                    {"type": "linkpath", "shape": "diagonal", "orient": "radial", "sourceX": "source.radians", "sourceY": "source.radius",
                     "targetX": "target.radians", "targetY": "target.radius"},
                ],
            },
        ],
        "scales": [{"name": "tone", "type": "ordinal", "domain": list(tone), "range": list(tone.values())}],
        "marks": [
            {"type": "path", "from": {"data": "links"},
             "encode": {"update": {"x": {"signal": "ox"}, "y": {"signal": "oy"}, "path": {"field": "path"}, "stroke": {"value": C["line"]},
                                   "strokeWidth": {"value": 1.1}, "fill": {"value": None}}}},
            {"type": "symbol", "from": {"data": "tree"},
             "encode": {"update": {"x": {"field": "x"}, "y": {"field": "y"}, "size": {"field": "size"},
                                   "fill": {"scale": "tone", "field": "tone"}, "stroke": {"value": C["card"]}, "strokeWidth": {"value": 1}}}},
            *({"type": "text", "from": {"data": "tree"},
               "encode": {"update": {
                   "x": {"field": "x"}, "y": {"field": "y"}, "text": {"field": "label"}, "baseline": {"value": "middle"},
                   "fontSize": {"signal": "datum.depth == 0 ? 18 : datum.depth == 1 ? 13.5 : 11"},
                   "fontWeight": {"signal": "datum.depth < 2 || datum.strong ? 'bold' : 'normal'"},
                   "fill": {"signal": f"{halo} ? '{C['card']}' : datum.strong ? scale('tone', datum.tone) : '{C['ink']}'"},
                   # A wide stroke in the colour of the card, under the words, keeps lines out of them.
                   "stroke": {"signal": f"{halo} && datum.depth < 2 ? '{C['card']}' : null"}, "strokeWidth": {"value": 6},
                   "strokeJoin": {"value": "round"},
                   "opacity": {"signal": f"{halo} && datum.depth > 1 ? 0 : 1"},
                   # Leaves are read outwards; what lies within is named towards the centre, where there is room.
                   "dx": {"signal": "datum.depth == 0 || datum.steep ? 0 : (datum.left ? -1 : 1) * (datum.depth == 1 ? -9 : 8)"},
                   "dy": {"signal": "datum.depth == 0 ? -20 : datum.steep ? (datum.angle > 180 ? 1 : -1) * (datum.children == 1 ? 36 : 18) : 0"},
                   "angle": {"signal": "datum.depth < 2 ? 0 : datum.left ? datum.angle - 180 : datum.angle"},
                   "align": {"signal": "datum.depth == 0 || datum.steep ? 'center' : datum.left == (datum.depth > 1) ? 'right' : 'left'"},
               }}} for halo in ("true", "false")),
        ],
    })


def scores(rows: list[dict], groups: list[dict], order: list[str], lines: list[dict], t) -> str:
    """Every community's total as the sum of its groups, the best on the left."""
    names = {g["key"]: t(g["zh"], g["en"]) for g in groups}
    return lite({
        "width": 860, "height": 270,
        "layer": [
            {
                "data": {"values": [{**r, "group": names[r["group"]], "place": list(names).index(r["group"])} for r in rows]},
                "mark": {"type": "bar", "stroke": C["card"], "strokeWidth": 0.6},
                "encoding": {
                    "x": {"field": "unit", "type": "ordinal", "sort": order, "title": t("社区, 按总分排列", "communities, by total"),
                          "axis": {"labelAngle": -90, "labelFontSize": 9, "ticks": False}},
                    "y": {"field": "points", "type": "quantitative", "title": t("得分", "points"), "scale": {"domain": [0, 105], "nice": False}},
                    "order": {"field": "place", "type": "ordinal"},
                    "color": {"field": "group", "type": "nominal", "scale": {"domain": list(names.values()), "range": SERIES},
                              "legend": {"orient": "top", "title": None, "columns": 6, "labelLimit": 0, "columnPadding": 22}},
                },
            },
            {
                "data": {"values": [{"least": line["least"], "name": t(line["zh"], line["en"])} for line in lines]},
                "mark": {"type": "rule", "color": C["ink"], "strokeDash": [3, 4], "opacity": 0.6},
                "encoding": {"y": {"field": "least", "type": "quantitative"}},
            },
            {
                "data": {"values": [{"least": line["least"], "name": t(line["zh"], line["en"])} for line in lines]},
                "mark": {"type": "text", "align": "left", "baseline": "middle", "fontSize": 12, "fontWeight": "bold", "clip": False},
                "encoding": {"y": {"field": "least", "type": "quantitative"}, "x": {"value": 866}, "text": {"field": "name"}},
            },
        ],
    })


def grid_map(features: list[dict], footprints: list[dict], road: list, labels: list[dict], colours: dict[str, str], t) -> str:
    """A plan on the map: plots in the colour of their grid, buildings on them, faults outlined, the road between."""
    shape = {"type": "geoshape", "projection": "flat"}
    collection = lambda geometry: {"type": "Feature", "geometry": geometry}
    fit = {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": f["geometry"]} for f in features]}
    return vega({
        "width": 470, "height": 270,
        "projections": [{"name": "flat", "type": "identity", "reflectY": True, "fit": {"signal": "data('plots')"}, "size": {"signal": "[width, height]"}}],
        "data": [
            {"name": "plots", "values": features},
            {"name": "houses", "values": footprints},
            {"name": "roads", "values": [collection({"type": "LineString", "coordinates": road})]},
            {"name": "labels", "values": labels, "transform": [{"type": "geopoint", "projection": "flat", "fields": ["lon", "lat"]}]},
        ],
        "scales": [{"name": "grid", "type": "ordinal", "domain": list(colours), "range": list(colours.values())}],
        "marks": [
            {"type": "shape", "from": {"data": "plots"},
             "encode": {"update": {"fill": {"scale": "grid", "field": "properties.grid"}, "fillOpacity": {"value": 0.34},
                                   "stroke": {"value": C["card"]}, "strokeWidth": {"value": 1}}},
             "transform": [shape]},
            {"type": "shape", "from": {"data": "houses"},
             "encode": {"update": {"fill": {"scale": "grid", "field": "properties.grid"}, "fillOpacity": {"value": 0.85}}},
             "transform": [shape]},
            {"type": "shape", "from": {"data": "roads"},
             "encode": {"update": {"stroke": {"value": C["card"]}, "strokeWidth": {"value": 11}, "fill": {"value": None}}}, "transform": [shape]},
            {"type": "shape", "from": {"data": "roads"},
             "encode": {"update": {"stroke": {"value": C["muted"]}, "strokeWidth": {"value": 1.4}, "strokeDash": {"value": [7, 5]}, "fill": {"value": None}}},
             "transform": [shape]},
            {"type": "shape", "from": {"data": "plots"},
             "encode": {"update": {"fill": {"value": None}, "stroke": {"value": C["fault"]},
                                   "strokeWidth": {"signal": "datum.properties.fault ? 3 : 0"}, "strokeDash": {"value": [5, 3]}}},
             "transform": [shape]},
            {"type": "text", "from": {"data": "labels"},
             "encode": {"update": {"x": {"field": "x"}, "y": {"field": "y"}, "text": {"field": "text"}, "align": {"value": "center"},
                                   "baseline": {"value": "middle"}, "fontSize": {"value": 11}, "fontWeight": {"value": "bold"},
                                   "fill": {"value": C["card"]}}}},
        ],
    })


def ranking(rows: list[dict], awarded: int, t) -> str:
    """Every unit's rank as a dot on all ranks it may have: a thin line; those that most draws give it: a thick one.

    Units from the first to the last; each bears its name behind its line, where there is always room.
    """
    last = len(rows)
    y = {"field": "unit", "type": "ordinal", "sort": [r["unit"] for r in rows], "axis": None}
    at = lambda field: {"field": field, "type": "quantitative", "scale": {"domain": [0.4, last + 2.4], "nice": False}}
    tone = {"field": "award", "type": "nominal", "scale": {"domain": [True, False], "range": [C["brick"], C["teal"]]}, "legend": None}
    axis = {"orient": "top", "values": [1, *range(5, last + 1, 5)], "format": "d", "domain": False, "ticks": False, "labelFontSize": 12}
    name = {"type": "text", "align": "left", "baseline": "middle", "dx": 9, "fontSize": 12}
    named = {"y": y, "x": at("worst"), "text": {"field": "unit"}}
    return lite({
        "width": 350, "height": {"step": 14.5},
        "data": {"values": rows},
        "layer": [
            {"data": {"values": [{"end": awarded + 0.5}]}, "mark": {"type": "rule", "color": C["muted"], "strokeDash": [3, 4]}, "encoding": {"x": at("end")}},
            {"mark": {"type": "rule", "strokeWidth": 1.4, "strokeCap": "round"},
             "encoding": {"y": y, "color": tone, "x": at("best") | {"title": t("名次", "rank"), "axis": axis}, "x2": {"field": "worst"}}},
            {"mark": {"type": "rule", "strokeWidth": 6, "strokeCap": "round", "opacity": 0.42},
             "encoding": {"y": y, "color": tone, "x": at("low"), "x2": {"field": "high"}}},
            {"mark": {"type": "point", "filled": True, "size": 46, "opacity": 1, "stroke": C["card"], "strokeWidth": 1},
             "encoding": {"y": y, "color": tone, "x": at("rank")}},
            # A wide stroke in the colour of the card, under the names, keeps lines out of them.
            {"mark": name | {"stroke": C["card"], "strokeWidth": 5, "color": C["card"]}, "encoding": named},
            {"mark": name, "encoding": named},
        ],
    })
