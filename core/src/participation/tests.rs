//! Decisions at their boundaries, and faults of facts.

use super::*;
use crate::kernel::{Document, Lang, Quantity, Status, to_value};
use crate::pack::{Pack, Packs, Rules, cn};
use crate::wire::participation::FewestUnits;

fn on(day: &str) -> Rules {
    cn().at(day.parse().unwrap())
}

fn facts(json: &str) -> Facts {
    Facts::parse(&format!("{{\"format\": \"shequ.facts/1\", {json}}}")).unwrap_or_else(|e| panic!("{e}"))
}

/// Units as `key:owner:area:vote`, the owner left out as `-`, the developer's as `!`.
fn units(list: &[&str]) -> Facts {
    let one = |text: &&str| {
        let parts: Vec<&str> = text.split(':').collect();
        let owner = match parts[1] {
            "-" => String::new(),
            "!" => "\"developer_unsold\": true,".to_owned(),
            owner => format!("\"owner\": \"{owner}\","),
        };
        let area = if parts[2].is_empty() { String::new() } else { format!("\"area\": \"{}\",", parts[2]) };
        format!("{{\"key\": \"{}\", {owner} {area} \"vote\": \"{}\"}}", parts[0], parts[3])
    };
    facts(&format!("\"units\": [{}]", list.iter().map(one).collect::<Vec<_>>().join(",")))
}

#[test]
fn six_flats_and_four_present_are_exactly_a_quorum() {
    let flats =
        ["1:-:45.67:yes", "2:-:45.67:yes", "3:-:45.67:yes", "4:-:45.67:no", "5:-:45.67:absent", "6:-:45.67:absent"];
    let verdict = on("2026-03-01").decide("owners.ordinary", &units(&flats)).unwrap();
    assert_eq!(verdict.status(), Status::Met);
    let clauses = verdict.clauses();
    let sides = clauses[0].sides.as_ref().unwrap();
    assert_eq!(sides.text.as_deref(), Some("3 × 182.68 >= 2 × 274.02"));
    assert_eq!((sides.left.as_deref(), sides.right.as_deref()), (Some("548.04"), Some("548.04")));
    assert!(verdict.explain().render(Lang::Zh).contains("3 × 182.68 >= 2 × 274.02"));
    assert!(verdict.explain().render(Lang::En).contains("art. 278(2)"));
    // Three quarters consent exactly: a special matter passes too; two of four do not pass an ordinary one.
    assert_eq!(on("2026-03-01").decide("owners.special", &units(&flats)).unwrap().status(), Status::Met);
    let two = flats.map(|f| f.replace("3:-:45.67:yes", "3:-:45.67:no"));
    let two: Vec<&str> = two.iter().map(String::as_str).collect();
    let verdict = on("2026-03-01").decide("owners.ordinary", &units(&two)).unwrap();
    assert_eq!(verdict.status(), Status::NotMet);
    assert_eq!(verdict.fewest_units(), Some(FewestUnits { to: Status::Met, units: 1, at_least: 1, proven: true }));
}

/// Every threshold of the shipped packs, at its number, one below and one above.
#[test]
fn thresholds_are_tested_at_below_and_above_their_number() {
    let check = |day: &str, question: &str, tally: fn(u64) -> Counts, least: u64| {
        let question = on(day).question(question).unwrap();
        let status = |n: u64| question.decide(&tally(n)).unwrap().status();
        assert_eq!((status(least - 1), status(least), status(least + 1)), (Status::NotMet, Status::Met, Status::Met));
    };
    // More than half of 100 present; more than half of 60 yes.
    check(
        "2025-12-31",
        "residents.assembly.resolution",
        |n| Counts { heads: Tally::vote(100, n, 40, 0, 0), ..Counts::default() },
        51,
    );
    check(
        "2025-12-31",
        "residents.assembly.resolution",
        |n| Counts { heads: Tally::vote(100, 60, n, 0, 0), ..Counts::default() },
        31,
    );
    check(
        "2025-12-31",
        "residents.committee.decision",
        |n| Counts { heads: Tally::vote(6, 6, n, 0, 0), ..Counts::default() },
        4,
    );
    check(
        "2025-12-31",
        "residents.assembly.convene",
        |n| Counts {
            residents: petition(100, n),
            households: petition(50, 0),
            groups: petition(9, 0),
            ..Counts::default()
        },
        20,
    );
    check(
        "2025-12-31",
        "residents.assembly.convene",
        |n| Counts {
            residents: petition(100, 0),
            households: petition(50, n),
            groups: petition(9, 0),
            ..Counts::default()
        },
        10,
    );
    check(
        "2025-12-31",
        "residents.assembly.convene",
        |n| Counts {
            residents: petition(100, 0),
            households: petition(50, 0),
            groups: petition(9, n),
            ..Counts::default()
        },
        3,
    );
    // Two thirds of 9 heads, of 900 cm2; then more than half, or three quarters, of 8 taking part.
    check(
        "2021-01-01",
        "owners.participation",
        |n| Counts { heads: Tally::vote(9, n, 0, 0, 0), area: Tally::vote(900, 900, 0, 0, 0), ..Counts::default() },
        6,
    );
    check(
        "2021-01-01",
        "owners.participation",
        |n| Counts { heads: Tally::vote(9, 9, 0, 0, 0), area: Tally::vote(900, n, 0, 0, 0), ..Counts::default() },
        600,
    );
    check(
        "2021-01-01",
        "owners.ordinary",
        |n| Counts { heads: Tally::vote(10, 8, n, 0, 0), area: Tally::vote(900, 800, 800, 0, 0), ..Counts::default() },
        5,
    );
    check(
        "2021-01-01",
        "owners.ordinary",
        |n| Counts { heads: Tally::vote(10, 8, 8, 0, 0), area: Tally::vote(900, 800, n, 0, 0), ..Counts::default() },
        401,
    );
    check(
        "2021-01-01",
        "owners.special",
        |n| Counts { heads: Tally::vote(10, 8, n, 0, 0), area: Tally::vote(900, 800, 800, 0, 0), ..Counts::default() },
        6,
    );
    check(
        "2021-01-01",
        "owners.special",
        |n| Counts { heads: Tally::vote(10, 8, 8, 0, 0), area: Tally::vote(900, 800, n, 0, 0), ..Counts::default() },
        600,
    );
    let all = on("2021-01-01").question("owners.business-use").unwrap();
    let status =
        |yes| all.decide(&Counts { heads: Tally::vote(3, 3, yes, 0, 0), ..Counts::default() }).unwrap().status();
    assert_eq!((status(2), status(3)), (Status::NotMet, Status::Met));
}

fn petition(entitled: u64, proposing: u64) -> Tally {
    Tally { entitled: Some(entitled), proposing: Some(proposing), ..Tally::default() }
}

#[test]
fn unread_law_answers_unknown_with_its_reason_and_asks_for_nothing() {
    let facts = facts("\"heads\": {\"entitled\": 100, \"present\": 60, \"yes\": 60}");
    let verdict = on("2026-01-01").decide("residents.assembly.resolution", &facts).unwrap();
    assert_eq!(verdict.status(), Status::Unknown);
    assert!(verdict.missing().is_empty());
    assert!(verdict.clauses().iter().all(|c| c.reason == Some(crate::pack::Reason::Unread)));
    let verdict = on("1989-12-31").decide("residents.assembly.resolution", &facts).unwrap();
    assert!(verdict.clauses().iter().all(|c| c.reason == Some(crate::pack::Reason::NotInForce)));
    let error = on("2026-01-01").decide("residents.assembly", &facts).unwrap_err();
    assert_eq!(error.first().code(), "unknown-question");
}

#[test]
fn heads_are_counted_as_the_court_does() {
    let facts = units(&[
        "1:a:50:yes",
        "2:a:50:yes",
        "3:a:50:absent", // one buyer: one head, yes
        "4:!:80:no",
        "5:!:80:no",
        "6:!:80:absent", // the developer: one head, no
        "7:b:60:yes",
        "8:b:60:no", // split: one head, taking part, neither
        "9:-:70:absent",
        "10:-:70:yes", // no owner named: a head each
    ]);
    let heads = facts.counts().heads;
    assert_eq!((heads.entitled, heads.present, heads.yes), (Some(5), Some(4), Some(2)));
    assert_eq!((heads.no, heads.abstain), (Some(1), Some(1)));
    let area = facts.counts().area;
    assert_eq!((area.entitled, area.present, area.yes), (Some(6_500_000), Some(4_500_000), Some(2_300_000)));
    let verdict = on("2026-03-01").decide("owners.ordinary", &facts).unwrap();
    assert_eq!(verdict.cautions()[0].code, "split-heads");
}

#[test]
fn facts_that_cannot_be_are_refused_with_their_place() {
    let cases = [
        ("\"heads\": {\"entitled\": 10, \"present\": 11}", "facts.heads.present", "more-present-than-entitled"),
        ("\"heads\": {\"present\": 10, \"yes\": 6, \"no\": 5}", "facts.heads.present", "more-votes-than-present"),
        ("\"heads\": {\"entitled\": 10, \"yes\": 6, \"invalid\": 5}", "facts.heads.present", "more-votes-than-present"),
        ("\"heads\": {\"present\": -1}", "facts.heads.present", "wrong-kind"),
        ("\"heads\": {\"present\": 1.0}", "facts.heads.present", "float-refused"),
        ("\"area\": {\"present\": 182.68}", "facts.area.present", "float-refused"),
        ("\"area\": {\"present\": \"182.68001\"}", "facts.area.present", "wrong-kind"),
        ("\"groups\": {\"entitled\": 3, \"proposing\": 4}", "facts.groups.proposing", "more-proposing-than-entitled"),
        ("\"units\": []", "facts.units", "no-units"),
        ("\"units\": [{\"key\": \"1\", \"area\": 45.67, \"vote\": \"yes\"}]", "facts.units[0].area", "float-refused"),
        ("\"units\": [{\"key\": \"1\", \"area\": 0, \"vote\": \"yes\"}]", "facts.units[0].area", "unit-without-area"),
        ("\"units\": [{\"key\": \"1\", \"vote\": \"maybe\"}]", "facts.units[0].vote", "unknown-choice"),
        (
            "\"units\": [{\"key\": \"1\", \"vote\": \"no\"}, {\"key\": \"1\", \"vote\": \"no\"}]",
            "facts.units[1].key",
            "unit-twice",
        ),
        ("\"heads\": {}, \"units\": [{\"key\": \"1\", \"vote\": \"no\"}]", "facts.heads", "units-and-tallies"),
        ("\"units\": [{\"key\": \"1\", \"name\": \"x\", \"vote\": \"no\"}]", "facts.units[0].name", "unknown-field"),
    ];
    for (json, path, code) in cases {
        let error = Facts::parse(&format!("{{\"format\": \"shequ.facts/1\", {json}}}")).unwrap_err();
        assert_eq!((error.first().path(), error.first().code()), (path, code), "{json}");
    }
    let code = |question: &str, facts: &Facts| {
        let error = on("2025-03-01").decide(question, facts).unwrap_err();
        (error.first().code(), error.first().path().to_owned())
    };
    let list = units(&["1:-:50:yes"]);
    assert_eq!(code("residents.assembly.resolution", &list), ("units-not-allowed", "facts.units".to_owned()));
    let body = facts("\"body\": \"group-representatives\"");
    assert_eq!(code("owners.ordinary", &body), ("unknown-body", "facts.body".to_owned()));
    assert!(on("2025-03-01").decide("residents.assembly.resolution", &body).is_ok());
    let dated = facts("\"day\": \"2025-03-02\"");
    assert_eq!(code("owners.ordinary", &dated), ("facts-of-another-day", "facts.day".to_owned()));
    assert!(cn().decide("owners.ordinary", &dated).is_ok());
    assert_eq!(cn().decide("owners.ordinary", &body).unwrap_err().first().code(), "facts-without-day");
    let question = on("2025-03-01").question("owners.ordinary").unwrap();
    let counts = Counts { heads: Tally::vote(3, 4, 0, 0, 0), ..Counts::default() };
    assert_eq!(question.decide(&counts).unwrap_err().first().path(), "facts.heads.present");
}

#[test]
fn missing_facts_are_the_least_that_settle_the_answer() {
    let missing = |question: &str, facts: &Facts| {
        let verdict = on("2025-03-01").decide(question, facts).unwrap();
        (verdict.status(), verdict.missing())
    };
    let names = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    let nothing = facts("\"heads\": {}");
    assert_eq!(
        missing("residents.assembly.resolution", &nothing),
        (Status::Unknown, names(&["heads.entitled", "heads.present", "heads.yes"]))
    );
    // Sixty yes of a hundred entitled: however many were present, that is enough.
    let enough = facts("\"heads\": {\"entitled\": 100, \"yes\": 60}");
    assert_eq!(missing("residents.assembly.resolution", &enough), (Status::Met, vec![]));
    let too_few = facts("\"heads\": {\"entitled\": 100, \"no\": 50}");
    assert_eq!(missing("residents.assembly.resolution", &too_few), (Status::NotMet, vec![]));
    // The quorum by heads fails, so nobody need measure the area.
    let heads = facts("\"heads\": {\"entitled\": 9, \"present\": 5}");
    assert_eq!(missing("owners.ordinary", &heads), (Status::NotMet, vec![]));
    let list = units(&["1:-:50:yes", "2:-::yes", "3:-::absent"]);
    assert_eq!(missing("owners.ordinary", &list), (Status::Unknown, names(&["units[1].area", "units[2].area"])));
}

#[test]
fn certainty_decides_whether_a_clause_does() {
    let pack = |certainty: &str| {
        Packs::new([Pack::parse(&format!(
            "format = \"shequ.pack/1\"\nid = \"t\"\nlabel = \"t\"\nlayer = \"charter\"\nread_on = \"2026-01-01\"\n\
             instruments = [{{ id = \"i\", title = \"I\", from = \"2020-01-01\" }}]\n\
             [[clauses]]\nid = \"c\"\ninstrument = \"i\"\nlabel = \"l\"\ncertainty = \"{certainty}\"\n\
             threshold = {{ part = \"yes\", base = \"yes-and-no\", measure = \"heads\", comparison = \"more-than\", share = \"1/2\" }}\n\
             [[questions]]\nid = \"q\"\nlabel = \"q\"\nrequire = \"c\"\n"
        ))
        .unwrap()])
        .unwrap()
        .at("2026-01-01".parse().unwrap())
    };
    let facts = facts("\"heads\": {\"yes\": 3, \"no\": 2}");
    let ask = |rules: &Rules| {
        let verdict = rules.decide("q", &facts).unwrap();
        let cautions: Vec<String> = verdict.cautions().into_iter().map(|c| c.code).collect();
        (verdict.status(), cautions)
    };
    assert_eq!(ask(&pack("text")), (Status::Met, vec![]));
    assert_eq!(ask(&pack("excerpt")), (Status::Met, vec!["excerpt".to_owned()]));
    assert_eq!(ask(&pack("secondary")), (Status::Unknown, vec![]));
    assert_eq!(ask(&pack("secondary").accepting_secondary()), (Status::Met, vec!["secondary".to_owned()]));
}

#[test]
fn rules_combine_in_three_values() {
    let pack = |require: &str| {
        let clause = |id: &str, measure: &str| {
            format!(
                "[[clauses]]\nid = \"{id}\"\ninstrument = \"i\"\nlabel = \"l\"\ncertainty = \"text\"\nthreshold = {{ part = \
                 \"yes\", base = \"entitled\", measure = \"{measure}\", comparison = \"more-than\", share = \"1/2\" }}\n"
            )
        };
        let text = format!(
            "format = \"shequ.pack/1\"\nid = \"t\"\nlabel = \"t\"\nlayer = \"charter\"\nread_on = \"2026-01-01\"\n\
             instruments = [{{ id = \"i\", title = \"I\", from = \"2020-01-01\" }}]\n{}{}{}\
             [[questions]]\nid = \"q\"\nlabel = \"q\"\nrequire = {require}\n",
            clause("a", "heads"),
            clause("b", "households"),
            clause("c", "groups")
        );
        Packs::new([Pack::parse(&text).unwrap_or_else(|e| panic!("{e}"))]).unwrap()
    };
    let status = |require: &str, a: Option<bool>, b: Option<bool>, c: Option<bool>| {
        let tally = |v: Option<bool>| v.map_or(Tally::default(), |v| Tally::vote(3, 3, if v { 3 } else { 0 }, 0, 0));
        let counts = Counts { heads: tally(a), households: tally(b), groups: tally(c), ..Counts::default() };
        let question = pack(require).at("2026-01-01".parse().unwrap()).question("q").unwrap();
        question.decide(&counts).unwrap().status()
    };
    let two = "{ at-least = { k = 2, of = [\"a\", \"b\", \"c\"] } }";
    assert_eq!(status(two, Some(true), Some(true), None), Status::Met);
    assert_eq!(status(two, Some(false), Some(false), None), Status::NotMet);
    assert_eq!(status(two, Some(true), Some(false), None), Status::Unknown);
    assert_eq!(status("{ any = [\"a\", { not = \"b\" }] }", None, Some(false), None), Status::Met);
    assert_eq!(status("{ any = [\"a\", { not = \"b\" }] }", Some(false), Some(true), None), Status::NotMet);
    assert_eq!(status("{ all = [\"a\", { not = \"b\" }] }", None, Some(false), None), Status::Unknown);
}

#[test]
fn a_record_verifies_and_no_longer_when_one_number_is_changed() {
    let salt = "kept by those who counted";
    let facts = units(&["1:-:45.67:yes", "2:-:45.67:yes", "3:-:50:yes", "4:-:50:absent"]).salted(salt);
    let record = on("2026-03-01").decide("owners.special", &facts).unwrap().record().unwrap();
    assert!(verify(&record, cn(), Some(&facts), None).unwrap().ok);
    let text = crate::kernel::canonical(&record).unwrap();
    assert!(!text.contains("\"key\"") && !text.contains(salt), "a record lists no unit");
    let what = |text: &str, facts: &Facts| -> Vec<String> {
        let verification = verify(&Record::parse(text).unwrap(), cn(), Some(facts), None).unwrap();
        verification.differs.into_iter().map(|d| d.what).collect()
    };
    assert_eq!(what(&text, &facts), Vec::<String>::new());
    assert_eq!(what(&text.replace("141.34", "141.35"), &facts), ["record", "facts", "verdict"]);
    assert_eq!(what(&text.replace("2026-11-23", "2026-11-24"), &facts), ["record"]);
    let other = units(&["1:-:45.67:yes", "2:-:45.67:yes", "3:-:50:yes", "4:-:50:no"]).salted(salt);
    assert_eq!(what(&text, &other), ["facts", "verdict"]);
    let error = Record::parse(&text.replace(&record.digest().to_string(), "12")).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("wrong-kind", "decision.digest"));
}

/// Whoever has the record and the packs evaluates it again: the sums of the units are in it, the units are not.
#[test]
fn a_record_verifies_by_its_packs_alone() {
    let lists: [&[&str]; 4] = [
        &["1:-:45.67:yes", "2:-:45.67:yes", "3:-:50:yes", "4:-:50:absent"],
        &["1:-:45.67:yes", "2:-:45.67:no", "3:-:50:absent", "4:-:50:absent"],
        // One owner of two units that voted differently.
        &["1:a:45.67:yes", "2:a:45.67:no", "3:-:50:yes", "4:-:50:yes"],
        // An area that is not known.
        &["1:-::yes", "2:-:45.67:yes", "3:-:50:yes", "4:-:50:absent"],
    ];
    for list in lists {
        let facts = units(list).salted("kept by those who counted");
        let verdict = on("2026-03-01").decide("owners.special", &facts).unwrap();
        let record = verdict.record().unwrap();
        let found = verify(&record, cn(), None, None).unwrap();
        assert!(found.ok, "{list:?} {:?}", found.differs);
        // Every number of the facts that it holds, changed and sealed anew: the verdict is another, or the facts cannot be.
        let value = to_value(record.draft().counted.as_ref().unwrap()).unwrap();
        let area = value.get("area").and_then(|area| area.get("present"));
        if let Some(present) = area.and_then(|area| area.as_text()) {
            let text = crate::kernel::canonical(&record).unwrap();
            let from = format!("\"present\":\"{present}\"");
            assert!(text.contains(&from), "{text}");
            let changed =
                Record::parse(&text.replacen(&from, "\"present\":\"191.335\"", 1)).unwrap().sealed_anew().unwrap();
            match verify(&changed, cn(), None, None) {
                Ok(found) => assert_eq!(found.differs.iter().map(|d| d.what.as_str()).collect::<Vec<_>>(), ["verdict"]),
                Err(error) => assert!(error.first().path().starts_with("decision.counted"), "{error}"),
            }
            let found = verify(&changed, cn(), Some(&facts), None).unwrap();
            assert_eq!(found.differs.iter().map(|d| d.what.as_str()).collect::<Vec<_>>(), ["facts"]);
        }
        for row in 0..4 {
            let opening = verdict.open_unit(&(row + 1).to_string()).unwrap();
            assert!(record.verify_opening(&opening).unwrap());
            let text = crate::kernel::canonical(&opening).unwrap();
            let lie = if text.contains("\"vote\":\"yes\"") {
                text.replace("yes", "no")
            } else {
                text.replace("absent", "yes")
            };
            if lie != text {
                assert!(!record.verify_opening(&meeting::Opening::parse(&lie).unwrap()).unwrap());
            }
        }
        assert_eq!(verdict.open_unit("9").unwrap_err().first().code(), "unit-not-committed");
    }
}

#[test]
fn a_record_of_units_needs_a_salt_and_lists_none() {
    let facts = units(&["1:-:45.67:yes"]);
    let code = |facts: &Facts| {
        let error = on("2026-03-01").decide("owners.special", facts).unwrap().record().unwrap_err();
        (error.first().path().to_owned(), error.first().code())
    };
    assert_eq!(code(&facts), ("facts.salt".into(), "units-without-salt"));
    assert_eq!(code(&facts.salted("too short")).1, "units-without-salt");
    let record =
        on("2026-03-01").decide("owners.special", &facts.salted("0123456789abcdef")).unwrap().record().unwrap();
    let text = crate::kernel::canonical(&record).unwrap();
    for (field, more) in
        [("units", "\"units\":[{\"key\":\"1\",\"vote\":\"yes\"}]"), ("salt", "\"salt\":\"0123456789abcdef\"")]
    {
        let error = Record::parse(&text.replacen("\"counted\":{", &format!("\"counted\":{{{more},"), 1)).unwrap_err();
        assert_eq!(
            (error.first().path(), error.first().code()),
            (format!("decision.counted.{field}").as_str(), "record-of-units")
        );
    }
    // Of tallies nobody can show a unit; an answer that no clause asks does not stand in the record.
    let facts = Facts::parse(
        r#"{"format": "shequ.facts/1", "heads": {"entitled": 100, "present": 60, "yes": 31, "no": 20}, "answers": {"cn.bj.pm.35.75": true}}"#,
    );
    let verdict = on("2025-06-01").decide("residents.assembly.resolution", &facts.unwrap()).unwrap();
    assert_eq!(verdict.open_unit("1").unwrap_err().first().code(), "record-without-units");
    assert!(verdict.record().unwrap().draft().counted.as_ref().unwrap().answers.is_empty());
}

#[test]
fn margins_stand_in_the_clause_s_own_measure() {
    let flats = ["1:-:45.67:yes", "2:-:45.67:no", "3:-:50:yes", "4:-:50:absent", "5:-:50:absent"];
    let verdict = on("2026-03-01").decide("owners.ordinary", &units(&flats)).unwrap();
    let clauses = verdict.clauses();
    // 141.34 of 241.34: two thirds are 160.8934 m2 (rounded up to a whole cm2), 19.5534 are lacking.
    assert_eq!(clauses[0].margins[0].amount, Quantity::Area("19.5534".parse().unwrap()));
    assert_eq!(clauses[1].margins[0].amount, Quantity::Count(1));
    assert_eq!(clauses[3].margins[0].to, Status::NotMet);
    assert_eq!(verdict.fewest_units().map(|f| f.units), Some(1));
}

#[test]
fn a_table_of_units_is_read_as_the_document_is() {
    use crate::wire::{Column, Table};
    let texts = |list: &[&str]| Column::Text(list.iter().map(|s| Some((*s).to_owned())).collect());
    let table = |area: Column, votes: &[&str]| {
        let columns = [
            ("key", texts(&["1", "2", "3"])),
            ("owner", Column::Text(vec![Some("a".to_owned()), Some("a".to_owned()), None])),
            ("area", area),
            ("vote", texts(votes)),
        ];
        Table::new(columns.map(|(name, column)| (name.to_owned(), column)).into()).unwrap()
    };
    let votes = ["yes", "absent", "no"];
    let facts =
        Facts::of_units(&table(Column::Decimal { cells: vec![Some(4567), None, Some(5000)], scale: 2 }, &votes), None);
    let document = units(&["1:a:45.67:yes", "2:a::absent", "3:-:50:no"]);
    assert_eq!(facts.unwrap().digest().unwrap(), document.digest().unwrap());
    let error =
        Facts::of_units(&table(Column::Float(vec![Some(45.67); 3]), &["yes", "maybe", "no"]), None).unwrap_err();
    let found: Vec<_> = error.faults().map(|f| (f.path(), f.code())).collect();
    assert_eq!(found, [("facts.units.area", "float-column"), ("facts.units[1].vote", "unknown-choice")]);
}
