// The yearly review of the Licheng example from Node: assembles it and prints the digest.
//
//     node review.mjs
//     node review.mjs --json
//     node review.mjs --change community-42 satisfaction 150/154
//
// `story.json` says which documents are read and what is asked; `licheng.rs` and `review.py` tell the same story, and
// the digest is the same in all three.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The package that was built in this tree.
const require = createRequire(new URL("../../bindings-wasm/", import.meta.url));
const {
  Calendar, Election, Facts, Ledger, Organisation, Plan, Scheme, SealedTexts, Territory, Timeline, WeightBox,
  awardMargins, canonical, digest, packs, verifyElection,
} = require("shequ");

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const plain = (answer) => JSON.parse(JSON.stringify(answer));

/** How many units of each kind there are, those that only may exist counted apart. */
function kinds(snapshot) {
  const counts = {};
  for (const unit of snapshot.units()) {
    const kind = unit.kind + (unit.likely === "possible" ? " (possible)" : "");
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Whether a unit exists on the day: yes, no or possible. */
const likely = (snapshot, key) => snapshot.units().find((unit) => unit.key === key)?.likely ?? "no";

function publicRecord(story) {
  const record = Organisation.parse(read(story.document));
  return {
    title: record.title,
    days: story.days.map((day) => {
      const snapshot = record.at(day);
      return { day, kinds: kinds(snapshot), probe: likely(snapshot, story.probe) };
    }),
    units: record.at(story.until).table("zh"),
    lineages: story.lineage_of.map((unit) => plain(record.lineage(unit, story.until))),
  };
}

/** The kinds of a day and the households of all its areas together. */
function state(snapshot) {
  const counted = snapshot.units().map((unit) => snapshot.indicator(unit.key, "households"));
  const households = counted.reduce((sum, n) => sum + BigInt(n ?? 0), 0n);
  return { day: snapshot.day, kinds: kinds(snapshot), households: String(households) };
}

function year(story) {
  const organisation = Organisation.parse(read(story.document));
  const { before, after, day, pairing } = story;
  return {
    committees: plain(organisation.statistics(day, story.committees)),
    heads: plain(organisation.statistics(day, story.heads)),
    pairing: plain(organisation.pairing(day, pairing.kind, pairing.units)),
    before: state(organisation.at(before)),
    after: state(organisation.at(after)),
    consolidation: plain(organisation.consolidation(before, day, "households")),
    origins: story.origins_of.map((unit) => plain(organisation.origins(unit, before, "households"))),
    units: organisation.at(day).table("zh"),
    reports: story.validate_on.map((on) => plain(organisation.validate(packs.cn.at(on)))),
  };
}

function evaluation(story, change) {
  const scheme = Scheme.parse(read(story.scheme));
  const [names, ...lines] = read(story.cells).trimEnd().split("\n").map((line) => line.split(","));
  const rows = lines.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] || null])));
  if (change) {
    const [unit, column, value] = change;
    rows.find((row) => row.unit === unit)[column] = value;
  }
  const card = scheme.evaluate(rows);
  return {
    summary: plain(card.summary()),
    scores: plain(card.scores()),
    lines: plain(card.lineTable()),
    explained: { unit: story.explain, explanation: plain(card.explain(story.explain)) },
    ranking: ranking(story.ranking, card),
    what_if: whatIf(story.what_if, card),
    corrections: corrections(story.corrections, card),
    digest: card.digest,
  };
}

/** How far the ranks depend on the points of the groups, and whether awards rest on a thin margin. */
function ranking(story, card) {
  const box = WeightBox.around(card.partPoints(), story.spread);
  let groups = [];
  const peers = awardMargins(card, story.margin).map((margin) => {
    const { draws, seed } = story;
    const table = card.exactTable("groups", margin.group ?? undefined);
    const options = { draws, seed, spread: Number(story.spread), group: margin.group };
    groups = table.criteria;
    return {
      award: plain(margin),
      bounds: table.rankBoundsTable(box),
      draws: card.rankIntervals(options).table(),
    };
  });
  return { groups, points: card.partPoints().map(Number), peers };
}

/** What a unit would have to change: each indicator alone, and the cheapest changes together. */
const whatIf = ({ unit, goals, costs }, card) =>
  goals.map((goal) => ({ alone: card.whatIf(unit, goal), cheapest: card.cheapest(unit, goal, costs) }));

/** The ledger of corrections, whom each record affected, and what was known before it and after. */
function corrections(story, card) {
  const document = JSON.parse(read(story.document));
  const [ledger, texts] = [new Ledger(document.key), new SealedTexts()];
  for (const { record, texts: words, salts } of document.entries) {
    const sealing = Object.fromEntries(Object.entries(words).map(([part, text]) => [part, text.zh]));
    // Salts are drawn unless they are given; the year has its own, so that it is the same year every time.
    ledger.append(card, record, texts, sealing, salts);
  }
  const { check } = Ledger.parse(canonical(ledger), canonical(ledger.log), ledger.log.head);
  const known = story.known_on.map((day) => {
    const then = ledger.card(card, day);
    const scores = story.units.map((unit) => plain(then.score(unit)));
    return { day, appeals: ledger.appeals(day), scores, digest: then.digest };
  });
  return {
    ledger: plain(ledger),
    sealed: plain(texts),
    check: plain(check),
    effects: ledger.effects(card, story.known_on.at(-1)),
    known,
  };
}

function decisions(story) {
  return story.map(({ facts, question }) => {
    const verdict = packs.cn.decide(question, Facts.parse(read(facts)));
    return { facts, verdict: plain(verdict), explanation: plain(verdict.explain()), record: plain(verdict.record()) };
  });
}

/** An election from the roll to the hand-over, its record, and the record with one number altered. */
function election(story) {
  const [run, timeline] = [Election.parse(read(story.run)), Timeline.parse(read(story.timeline))];
  const [law, calendar, last] = [packs.cn.at(story.law), Calendar.cn(), story.days.at(-1)];
  const result = run.result();
  const record = plain(result.recordBy(law));
  const altered = structuredClone(record);
  const place = story.alter.path.slice(0, -1).reduce((part, step) => part[step], altered);
  place[story.alter.path.at(-1)] = story.alter.to;
  return {
    result: plain(result),
    explanation: plain(result.explainBy(law)),
    differs: run.rules.differs(law),
    record,
    verified: verifyElection(record, run),
    altered: verifyElection(altered, run),
    steps: story.days.map((day) => ({ day, steps: timeline.at(day, calendar) })),
    why_then: plain(timeline.explainBy(last, calendar, law)),
    calendar: timeline.icalendar(story.calendar, calendar, "zh"),
  };
}

function grids(story) {
  const territory = Territory.parse(read(story.buildings), { barriers: read(story.roads) });
  return {
    territory: plain(territory.summary()),
    checks: story.plans.map((name) => plain(territory.check(Plan.parse(read(name))))),
  };
}

const law = (story) => story.clauses.flatMap((clause) => story.days.map((day) => plain(packs.cn.at(day).ask(clause))));

function review(change) {
  const story = JSON.parse(read("story.json"));
  return {
    format: "shequ-example.licheng/1",
    public_record: publicRecord(story.public_record),
    year: year(story.year),
    evaluation: evaluation(story.evaluation, change),
    decisions: decisions(story.decisions),
    election: election(story.election),
    grids: grids(story.grids),
    law: law(story.law),
  };
}

const words = process.argv.slice(2);
const change = words[0] === "--change" ? words.slice(1, 4) : null;
if (words.length > 0 && words[0] !== "--json" && change?.length !== 3) {
  console.error("usage: node review.mjs [--json | --change UNIT COLUMN VALUE]");
  process.exit(1);
}
const answers = review(change);
console.log(words[0] === "--json" ? canonical(answers) : `digest: ${digest(answers)}`);
