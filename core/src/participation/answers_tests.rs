//! What changed when the law changed, tables of decisions, and votes that come in one by one.

use proptest::prelude::*;

use super::laws::{any_tally, cases};
use super::*;
use crate::kernel::{Document, Lang, Quantity, Status};
use crate::pack::{Base, Measure, Pack, Packs, Part, Rules, cn, de, gb, us};
use crate::wire::participation::{MarginKind, Vote};
use crate::wire::participation_change::LawChangeKind;
use crate::wire::{Column, Table, Texts as _};

fn on(day: &str) -> Rules {
    cn().at(day.parse().unwrap())
}

fn by_law(share: &str, from: &str) -> Packs {
    let text = format!(
        r#"{{"format": "shequ.pack/1", "id": "garden", "label": "Rules of the Garden", "layer": "by-law", "read_on": "2026-01-01",
            "extends": ["cn.owners"], "instruments": [{{"id": "rules", "title": {{"zh": "管理规约", "en": "Rules"}}, "from": "{from}"}}],
            "clauses": [{{"id": "garden.quorum", "instrument": "rules", "article": "4", "certainty": "text", "label": "quorum",
                "threshold": {{"part": "present", "base": "entitled", "measure": "heads", "comparison": "at-least", "share": "{share}"}}}}],
            "questions": [{{"id": "garden.meeting", "label": "meeting", "require": {{"all": ["garden.quorum"]}}}}]}}"#
    );
    Packs::new(cn().packs().iter().cloned().chain([Pack::parse(&text).unwrap()])).unwrap()
}

#[test]
fn the_new_law_of_residents_committees_turns_an_answer_to_unknown() {
    let facts = Facts::of(Counts { heads: Tally::vote(100, 60, 31, 20, 9), ..Counts::default() }).unwrap();
    let day = |text: &str| text.parse().unwrap();
    let change = cn().between("residents.assembly.resolution", &facts, day("2025-12-31"), day("2026-01-01")).unwrap();
    let view = change.view();
    assert!(view.differs && !view.rule_changed);
    let status = |v: Option<&Verdict>| v.map(Verdict::status);
    assert_eq!(status(change.before()), Some(Status::Met));
    assert_eq!(status(change.after()), Some(Status::Unknown));
    assert!(!view.because.is_empty());
    let clause = view.clauses.iter().find(|c| c.clause == view.because[0]).unwrap();
    assert!(clause.turned && clause.kinds.contains(&LawChangeKind::Certainty), "{clause:?}");
    let (before, after) = (clause.before.as_ref().unwrap(), clause.after.as_ref().unwrap());
    assert_eq!((before.status, after.status), (Status::Met, Status::Unknown));
    assert_eq!(after.reason, Some(crate::pack::Reason::Unread));
    assert!(before.sides.is_some() && after.sides.is_none());
    let words = change.explain();
    for (lang, arrow, was) in [(Lang::En, "met → unknown", "was: "), (Lang::Zh, "成立 → 不能确定", "原为：")]
    {
        let text = words.render(lang);
        assert!(text.contains(arrow) && text.contains(was) && text.contains("2025-12-31"), "{text}");
        assert!(text.contains(before.citation.instrument.get(lang)), "{text}");
        assert!(words.render_html(lang).contains(arrow));
    }
    // Nothing changes between two days of one law, whatever the day of the facts.
    let same = cn().between("residents.assembly.resolution", &facts, day("2025-06-01"), day("2025-12-31")).unwrap();
    assert!(!same.differs() && same.clauses().is_empty() && same.view().because.is_empty());
    assert_eq!(same.view().text.get(Lang::En), "the same answer on 2025-06-01 and 2025-12-31: met; no clause changed");
}

#[test]
fn the_civil_code_took_the_place_of_the_property_regulations() {
    // Of the regulations a majority of area and heads; the code asks two thirds to take part.
    let flats = (0..10).map(|i| (100 + i, if i < 6 { Vote::Yes } else { Vote::Absent })).collect::<Vec<_>>();
    let areas: Vec<i64> = flats.iter().map(|f| f.0).collect();
    let votes: Vec<Vote> = flats.iter().map(|f| f.1).collect();
    let columns =
        UnitColumns { keys: None, areas: Cells::Ints(&areas), votes: Votes::Given(&votes), owners: None, unsold: None };
    let facts = Facts::of_columns(columns, None).unwrap();
    let (first, second) = ("2020-12-31".parse().unwrap(), "2021-01-01".parse().unwrap());
    let change = cn().between("property.quorum.2018", &facts, first, second);
    let change = match change {
        Ok(change) => change,
        // The regulations' question may take tallies only.
        Err(error) => {
            assert_eq!(error.first().code(), "units-not-allowed");
            let tallies = Counts { heads: facts.counts().heads, area: facts.counts().area, ..Counts::default() };
            cn().between("property.quorum.2018", &Facts::of(tallies).unwrap(), first, second).unwrap()
        }
    };
    let superseded: Vec<_> = change.clauses().iter().filter(|c| c.kinds.contains(&LawChangeKind::Superseded)).collect();
    assert_eq!(superseded.len(), 2, "{:?}", change.view());
    assert_eq!(superseded[0].superseded_by, ["cn.cc.278.part.area"]);
    assert!(superseded[0].text.get(Lang::En).contains("Civil Code"), "{}", superseded[0].text.get(Lang::En));
    let code = cn().between("owners.participation", &facts, first, second).unwrap();
    let area = code.clauses().iter().find(|c| c.clause == "cn.cc.278.part.area").unwrap();
    assert_eq!(area.kinds, [LawChangeKind::CameIntoForce]);
}

#[test]
fn two_versions_of_a_by_law_are_compared_like_two_laws() {
    let facts = Facts::of(Counts { heads: Tally::vote(100, 55, 30, 20, 5), ..Counts::default() }).unwrap();
    let day = |text: &str| text.parse().unwrap();
    let (old, new) = (by_law("1/2", "2024-01-01"), by_law("2/3", "2024-01-01"));
    let change = changes(&old.at(day("2025-01-01")), &new.at(day("2025-01-01")), "garden.meeting", &facts).unwrap();
    assert_eq!(change.view().because, ["garden.quorum"]);
    let clause = &change.clauses()[0];
    assert_eq!(
        (clause.kinds.as_slice(), clause.turned, clause.alone),
        ([LawChangeKind::Content].as_slice(), true, true)
    );
    assert_eq!(clause.before.as_ref().unwrap().sides.as_deref(), Some("2 × 55 >= 100"));
    assert_eq!(clause.after.as_ref().unwrap().sides.as_deref(), Some("3 × 55 < 2 × 100"));
    let text = change.view().text.get(Lang::En).to_owned();
    assert!(
        text.contains("met") && text.contains("1/2") && text.contains("2/3") && text.contains("Rules, art. 4"),
        "{text}"
    );
    assert!(change.view().text.get(Lang::Zh).contains("管理规约第4条"));
    // Before its first day the question has no answer, and neither stack without the by-law has the question.
    let before = new.between("garden.meeting", &facts, day("2023-12-31"), day("2024-01-01")).unwrap();
    assert!(before.before().is_none() || before.before().unwrap().status() == Status::Unknown);
    assert!(before.differs());
    let one = changes(&on("2025-01-01"), &new.at(day("2025-01-01")), "garden.meeting", &facts).unwrap();
    assert!(one.before().is_none() && one.differs() && one.explain().render(Lang::En).contains("no rule"));
    let none = cn().between("garden.meeting", &facts, day("2024-01-01"), day("2025-01-01")).unwrap_err();
    assert_eq!(none.first().code(), "unknown-question");
}

/// Every question of every country: each threshold that is decided shows both sides multiplied out, both kinds of margins where
/// they exist, and its citation, as text and as HTML in both languages.
#[test]
fn every_explanation_shows_both_sides_margins_and_citation() {
    let tally = Tally { proposing: Some(30), ..Tally::vote(120, 90, 70, 12, 8) };
    let mut counts = Counts::default();
    for measure in Measure::ALL {
        *counts.tally_mut(measure) = tally;
    }
    let facts = Facts::of(counts).unwrap();
    let mut shown = 0;
    for packs in [cn(), de(), gb(), us()] {
        for day in ["2025-06-01", "2026-03-01"] {
            let rules = packs.at(day.parse().unwrap()).accepting_secondary().accepting_undated();
            for id in packs.question_ids() {
                let Ok(question) = rules.question(id) else { continue };
                let verdict = question.verdict(&facts).unwrap();
                let explanation = verdict.explain();
                let texts =
                    [Lang::Zh, Lang::En].map(|lang| (lang, explanation.render(lang), explanation.render_html(lang)));
                for (leaf, clause) in question.inner.leaves.iter().zip(verdict.clauses()) {
                    let Some(test) = leaf.votes() else { continue };
                    let sides = clause.sides.unwrap();
                    let pair = test.pair(counts.tally(test.measure)).unwrap();
                    if test.measure != Measure::Area {
                        let (left, right) = test.sides(pair);
                        assert_eq!((sides.left.unwrap(), sides.right.unwrap()), (left.to_string(), right.to_string()));
                    }
                    let written = sides.text.unwrap();
                    for (lang, text, html) in &texts {
                        let citation = clause.citation.as_ref().unwrap().render(*lang);
                        assert!(text.contains(&written) && text.contains(&citation), "{id} {}: {text}", leaf.id);
                        assert!(html.contains(&crate::kernel::escape(&written)), "{id}: {html}");
                        assert!(html.contains(&crate::kernel::escape(&citation)), "{id}: {html}");
                        for margin in &clause.margins {
                            let label = match (margin.kind, lang) {
                                (MarginKind::Switched, Lang::Zh) => "改变即翻转",
                                (MarginKind::Switched, Lang::En) => "flips if switched",
                                (MarginKind::Added, Lang::Zh) => "新增即翻转",
                                (MarginKind::Added, Lang::En) => "flips if added",
                            };
                            let colon = if *lang == Lang::Zh { "：" } else { ": " };
                            let shown = format!("{label}{colon}{}", margin.amount.render(*lang));
                            assert!(text.contains(&shown), "{id} {}: {shown} in {text}", leaf.id);
                        }
                    }
                    // Some change of votes flips it; to be unanimous, here more would be needed than can change in one way.
                    if test.base != Base::Number && test.part != Part::Proposing && test.p < test.q {
                        assert!(!clause.margins.is_empty(), "{id} {}", leaf.id);
                    }
                    shown += 1;
                }
            }
        }
    }
    assert!(shown > 40, "{shown}");
}

type Field = (&'static str, fn(&Tally) -> Option<u64>);

fn table_of(rows: &[Counts]) -> Table {
    let mut columns = vec![("key".to_owned(), Column::Int((0..).take(rows.len()).map(Some).collect()))];
    let fields: [Field; 6] = [
        ("entitled", |t| t.entitled),
        ("present", |t| t.present),
        ("yes", |t| t.yes),
        ("no", |t| t.no),
        ("abstain", |t| t.abstain),
        ("invalid", |t| t.invalid),
    ];
    for (name, get) in fields {
        let heads = rows.iter().map(|c| get(&c.heads).map(|n| i64::try_from(n).unwrap())).collect();
        let area = rows.iter().map(|c| get(&c.area).map(i128::from)).collect();
        columns.push((format!("heads.{name}"), Column::Int(heads)));
        columns.push((format!("area.{name}"), Column::Decimal { cells: area, scale: 4 }));
    }
    Table::new(columns).unwrap()
}

fn cell(table: &Table, name: &str, row: usize) -> Option<String> {
    match table.get(name).unwrap() {
        Column::Keys(cells) => cells.text(row).map(str::to_owned),
        Column::Text(cells) => cells[row].clone(),
        Column::Int(cells) => cells[row].map(|n| n.to_string()),
        column @ Column::Decimal { .. } => column.decimal(name, row, 4).unwrap().map(|d| d.shortest().to_string()),
        _ => None,
    }
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Met => "met",
        Status::NotMet => "notMet",
        Status::Unknown => "unknown",
    }
}

fn check_rows(question: &Question, rows: &[Counts]) {
    let table = table_of(rows);
    let decisions = Decisions::of(&table).unwrap();
    let all = question.decide_all(&decisions).unwrap();
    let plain = question.decide_table(&decisions, Detail::Plain).unwrap();
    let full = question.decide_table(&decisions, Detail::Margins).unwrap();
    assert_eq!(plain.columns().len(), 4);
    for (row, counts) in rows.iter().enumerate() {
        let verdict = question.verdict(&Facts::of(*counts).unwrap()).unwrap();
        assert_eq!(all[row], question.decide(counts).unwrap());
        assert_eq!(decisions.counts(row).unwrap(), *counts);
        for table in [&plain, &full] {
            assert_eq!(cell(table, "status", row).as_deref(), Some(word(verdict.status())));
            assert_eq!(cell(table, "deciding", row).as_deref(), verdict.deciding());
            let missing = verdict.missing().join(";");
            assert_eq!(cell(table, "missing", row).unwrap_or_default(), missing);
        }
        for clause in verdict.clauses() {
            assert_eq!(cell(&full, &clause.clause, row).as_deref(), Some(word(clause.status)));
            for (kind, name) in [(MarginKind::Switched, "switched"), (MarginKind::Added, "added")] {
                let margin = clause.margins.iter().find(|m| m.kind == kind).map(|m| match m.amount {
                    Quantity::Area(area) => area.to_decimal().shortest().to_string(),
                    ref other => other.render(Lang::En),
                });
                assert_eq!(cell(&full, &format!("{}.{name}", clause.clause), row), margin);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    /// A table says of each row what a verdict of that row says.
    #[test]
    fn a_table_of_decisions_agrees_with_verdicts(rows in prop::collection::vec((any_tally(), any_tally(), 0_u32..256), 1..5)) {
        let hide = |mut t: Tally, bits: u32| {
            t.proposing = None;
            if bits & 1 == 1 { t.yes = None; }
            if bits & 2 == 2 { t.present = None; }
            if bits & 0b1100 == 0b1100 { t.entitled = None; }
            t
        };
        let rows: Vec<Counts> = rows
            .iter()
            .map(|(heads, area, bits)| Counts { heads: hide(*heads, bits & 15), area: hide(*area, bits >> 4), ..Counts::default() })
            .collect();
        for id in ["owners.special", "owners.ordinary", "residents.assembly.resolution"] {
            check_rows(&on(if id.starts_with('o') { "2026-03-01" } else { "2025-06-01" }).question(id).unwrap(), &rows);
        }
    }

    /// Votes that come in one by one give at every moment what a fresh evaluation of the same units gives.
    #[test]
    fn a_live_decision_is_a_fresh_one(
        list in prop::collection::vec((0_u64..20, 0_usize..5, 0_u8..4), 1..9),
        votes in prop::collection::vec((any::<prop::sample::Index>(), 0_u8..4), 1..12),
        question in prop::sample::select(vec!["owners.ordinary", "owners.special", "owners.participation"]),
    ) {
        let vote = |v: u8| [Vote::Yes, Vote::No, Vote::Abstain, Vote::Absent][usize::from(v)];
        let facts = |list: &[(u64, usize, u8)]| {
            use crate::wire::participation::{FactsDraft, UnitDraft};
            let units = list.iter().enumerate().map(|(i, (cm2, owner, v))| UnitDraft {
                key: format!("u{i}"),
                owner: (1..4).contains(owner).then(|| owner.to_string()),
                area: (*cm2 > 0).then(|| crate::kernel::Area::from_cm2(*cm2)),
                vote: vote(*v),
                developer_unsold: *owner == 0,
            });
            Facts::check(FactsDraft { units: Some(units.collect()), salt: Some("salt".to_owned()), ..FactsDraft::default() }).unwrap()
        };
        let question = on("2026-03-01").question(question).unwrap();
        let mut now = list.clone();
        let mut live = Live::new(question.clone(), facts(&list)).unwrap();
        let kept = live.to_verdict();
        for (at, v) in votes {
            let row = at.index(list.len());
            now[row].2 = v;
            let status = live.vote(&format!("u{row}"), vote(v)).unwrap();
            let fresh = question.verdict(&facts(&now)).unwrap();
            prop_assert_eq!(status, fresh.status());
            prop_assert_eq!(live.verdict().view(), fresh.view());
            prop_assert_eq!(live.explain(), fresh.explain());
            prop_assert_eq!(live.verdict().facts().digest().unwrap(), fresh.facts().digest().unwrap());
            prop_assert_eq!(live.vote_of(&format!("u{row}")), Some(vote(v)));
        }
        prop_assert_eq!(kept.view(), question.verdict(&facts(&list)).unwrap().view());
    }
}

#[test]
fn faults_of_a_table_name_row_and_column() {
    let question = on("2026-03-01").question("owners.special").unwrap();
    let ints = |cells: &[i64]| Column::Int(cells.iter().copied().map(Some).collect());
    let table = |columns: Vec<(&str, Column)>| {
        Table::new(columns.into_iter().map(|(name, column)| (name.to_owned(), column)).collect()).unwrap()
    };
    let found = |table: &Table| -> Vec<(String, &'static str)> {
        let run = Decisions::of(table).and_then(|d| question.decide_table(&d, Detail::Plain));
        run.unwrap_err().faults().map(|f| (f.path().to_owned(), f.code())).collect()
    };
    let faults = found(&table(vec![("heads.present", ints(&[3, 3, 3])), ("heads.yes", ints(&[4, 3, -1]))]));
    assert_eq!(
        faults,
        [
            ("decisions[0].heads.present".to_owned(), "more-votes-than-present"),
            ("decisions[2].heads.yes".to_owned(), "number-too-large"),
        ]
    );
    let faults = found(&table(vec![("area.yes", Column::Float(vec![Some(45.67)])), ("heads.yess", ints(&[1]))]));
    assert_eq!(
        faults,
        [("decisions.area.yes".to_owned(), "float-column"), ("decisions.heads.yess".to_owned(), "unknown-column")]
    );
    // What is no tally is read as a facts document reads it.
    let called = table(vec![("heads.yes", ints(&[1])), ("second_call", Column::Bool(vec![Some(true)]))]);
    let decisions = Decisions::of(&called).unwrap();
    assert_eq!(decisions.facts(0).unwrap().second_call(), Some(true));
    assert_eq!(decisions.len(), 1);
    let odd = found(&table(vec![("heads.yes", ints(&[1])), ("numbers.cats", ints(&[1]))]));
    assert_eq!(odd.len(), 1);
    assert!(odd[0].0.starts_with("decisions[0]"), "{odd:?}");
}

#[test]
fn units_by_columns_are_units_by_document() {
    let areas = [456_700_i128, 500_000, 333_300, 120_000];
    let owners = [7_i64, 9, 7, 8];
    let words = vec!["yes", "no", "abstain", "absent"];
    let places = [0_u32, 0, 3, 1];
    let keys = vec!["a", "b", "c", "d"];
    let columns = UnitColumns {
        keys: Some(&keys),
        areas: Cells::Decimals(&areas, 4),
        votes: Votes::Places(&places, &words),
        owners: Some(Ids::Ints(&owners)),
        unsold: Some(&[false, false, false, true]),
    };
    let facts = Facts::of_columns(columns, None).unwrap();
    let document = Facts::parse(
        r#"{"format": "shequ.facts/1", "units": [
            {"key": "a", "owner": "7", "area": "45.67", "vote": "yes"}, {"key": "b", "owner": "9", "area": "50", "vote": "yes"},
            {"key": "c", "owner": "7", "area": "33.33", "vote": "absent"},
            {"key": "d", "owner": "8", "area": "12", "vote": "no", "developer_unsold": true}]}"#,
    )
    .unwrap();
    assert_eq!(facts.digest().unwrap(), document.digest().unwrap());
    assert_eq!(facts.counts(), document.counts());
    assert_eq!(facts.units().map(|u| (u.len(), u.heads())), Some((4, 3)));
    let short = UnitColumns { areas: Cells::Decimals(&areas[..2], 4), ..columns };
    let codes: Vec<_> = Facts::of_columns(short, None).unwrap_err().faults().map(crate::kernel::Fault::code).collect();
    assert!(codes.contains(&"ragged-table"), "{codes:?}");
    let twice = vec!["a", "b", "a", "d"];
    let error = Facts::of_columns(UnitColumns { keys: Some(&twice), ..columns }, None).unwrap_err();
    assert_eq!((error.first().path(), error.first().code()), ("facts.units[2].key", "unit-twice"));
}
