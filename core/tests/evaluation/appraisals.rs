//! Appraisal ballots: shares, turnout, triggers, and what may be published.

use serde_json::{Value, json};
use shequ::evaluation::Appraisal;
use shequ::kernel::{Document, Lang, Status};

fn row(class: &str, entitled: u64, votes: [u64; 5]) -> Value {
    let [excellent, competent, basic, incompetent, abstain] = votes;
    json!({"subject": "s", "class": class, "entitled": entitled, "excellent": excellent, "competent": competent,
        "basic": basic, "incompetent": incompetent, "abstain": abstain})
}

/// With a row for each class: nobody of one that is not named may vote.
fn document(rows: &[Value]) -> Value {
    let mut rows = rows.to_vec();
    for class in ["leaders", "staff", "people"] {
        if !rows.iter().any(|row| row["class"] == class) {
            rows.push(row(class, 0, [0; 5]));
        }
    }
    json!({
        "format": "shequ.appraisal/1", "title": "民主评议", "subject": "post", "least_turnout": "2/3",
        "classes": [{"key": "leaders", "weight": 3}, {"key": "staff", "weight": 3}, {"key": "people", "weight": 4}],
        "triggers": [
            {"key": "talk", "grades": ["incompetent"], "share": "1/3"},
            {"key": "weighed", "grades": ["basic", "incompetent"], "share": "1/2", "basis": "weighted"},
        ],
        "subjects": [{"key": "s"}], "ballots": rows,
    })
}

fn read(rows: &[Value]) -> Appraisal {
    Appraisal::parse(&document(rows).to_string()).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn a_third_is_a_third() {
    let ballots = |incompetent| {
        let rows = [row("staff", 20, [10 - incompetent, 2, 0, incompetent, 3]), row("people", 4, [3, 0, 0, 0, 0])];
        read(&rows).report().subjects.remove(0)
    };
    let exactly = ballots(5);
    assert_eq!(
        (exactly.triggers[0].status, exactly.triggers[0].found.as_ref().unwrap().to_string()),
        (Status::Met, "1/3".into())
    );
    assert_eq!(ballots(4).triggers[0].status, Status::NotMet);
    // Abstentions count for the turnout and for nothing else; leaders did not vote, so 3 and 4 are the weights.
    assert_eq!((exactly.turnout.unwrap().to_string(), exactly.abstained), ("18/24".into(), 3));
    // (3 × (5 + 2 × 0.8) / 12 + 4 × 1) / 7 = 0.80714...
    assert_eq!(exactly.score.unwrap().to_string(), "80.71");
    assert_eq!(exactly.grades[3].weighted.as_ref().unwrap().to_string(), "5/28");
    assert!(exactly.classes[0].mean.is_none());
}

#[test]
fn without_the_turnout_nothing_follows() {
    let low = read(&[row("staff", 20, [0, 0, 0, 13, 0])]);
    let subject = low.report().subjects.remove(0);
    assert_eq!((subject.quorum, subject.score, subject.triggers[0].status), (Status::NotMet, None, Status::Unknown));
    let enough = read(&[row("staff", 21, [0, 0, 0, 13, 1])]).report().subjects.remove(0);
    assert_eq!((enough.quorum, enough.triggers[0].status), (Status::Met, Status::Met));
    let nobody = read(&[]).report().subjects.remove(0);
    assert_eq!((nobody.quorum, nobody.turnout), (Status::NotMet, None));
    assert!(low.explain("s").unwrap().render(Lang::En).contains("turnout: not met"));
    assert_eq!(low.explain("t").unwrap_err().first().code(), "unknown-subject");
}

#[test]
fn an_explanation_has_both_sides_of_every_trigger() {
    let rows = [row("staff", 15, [5, 2, 0, 5, 3]), row("people", 3, [3, 0, 0, 0, 0])];
    let text = read(&rows).explain("s").unwrap().render(Lang::En);
    assert!(text.contains("100 × (3 × 0.55 + 4 × 1) / (3 + 4)"), "{text}");
    assert!(text.contains("1/3 >= 1/3"), "{text}");
}

#[test]
fn small_classes_stand_together() {
    let rows =
        [row("leaders", 3, [0, 0, 0, 3, 0]), row("staff", 12, [9, 2, 1, 0, 0]), row("people", 60, [30, 10, 5, 5, 10])];
    let published = read(&rows).published().remove(0);
    let classes: Vec<(Vec<String>, Vec<u64>)> = published.classes.into_iter().map(|c| (c.classes, c.votes)).collect();
    let of = |keys: &[&str]| keys.iter().map(|k| (*k).to_owned()).collect::<Vec<_>>();
    // The leaders' votes are not to be had by subtraction: another class goes with them.
    assert_eq!(classes, [(of(&["people"]), vec![30, 10, 5, 5]), (of(&["leaders", "staff"]), vec![9, 2, 1, 3])]);
    assert_eq!(published.votes, Some(vec![39, 12, 6, 8]));
    // The score weighs the three leaders by themselves: beside the votes it would say that all three were against.
    assert!(published.score.is_none() && read(&rows).report().subjects[0].score.is_some());
    // Classes that are all large enough are all shown; too few altogether are not shown at all.
    let large = read(&[row("staff", 12, [9, 2, 1, 0, 0]), row("people", 60, [30, 10, 5, 5, 10])]).published().remove(0);
    assert_eq!(large.classes.len(), 2);
    assert!(large.score.is_some());
    let tiny = read(&[row("leaders", 4, [1, 1, 1, 1, 0])]).published().remove(0);
    assert!(tiny.votes.is_none() && tiny.classes.is_empty() && tiny.score.is_none());
}

/// Whatever the sizes are, no row that is shown has fewer voters than the threshold, and none can be had by subtraction.
#[test]
fn no_small_class_is_shown_or_left_by_subtraction() {
    for a in 0..12 {
        for b in 0..12 {
            for c in [0, 1, 4, 5, 6, 40] {
                let rows = [
                    row("leaders", a, [a, 0, 0, 0, 0]),
                    row("staff", b, [0, b, 0, 0, 0]),
                    row("people", c, [0, 0, c, 0, 0]),
                ];
                let published = read(&rows).published().remove(0);
                let size = |votes: &[u64]| votes.iter().sum::<u64>();
                let shown: u64 = published.classes.iter().map(|c| size(&c.votes)).sum();
                let sizes = [("leaders", a), ("staff", b), ("people", c)];
                for class in &published.classes {
                    assert!(size(&class.votes) >= 5, "{a} {b} {c}");
                    let small = class.classes.iter().filter(|k| sizes.iter().any(|(n, s)| n == k && *s < 5)).count();
                    assert!(small == 0 || class.classes.len() > 1, "{a} {b} {c}");
                }
                assert!(published.votes.is_none() || shown == a + b + c, "{a} {b} {c}");
            }
        }
    }
}

#[test]
fn every_fault_of_a_count_has_its_place() {
    let mut wrong = document(&[
        row("staff", 5, [6, 0, 0, 0, 0]),
        row("staff", 5, [1, 0, 0, 0, 0]),
        row("nobody", 5, [1, 0, 0, 0, 0]),
    ]);
    wrong["marks"] = json!({"excellent": 1, "competent": "0.5", "basic": "0.6", "incompetent": 0});
    wrong["threshold"] = json!(2);
    wrong["triggers"][0]["share"] = json!(0);
    wrong["classes"][1]["weight"] = json!(0);
    let error = Appraisal::parse(&wrong.to_string()).unwrap_err();
    let found: Vec<(&str, &str)> = error.faults().map(|f| (f.path(), f.code())).collect();
    let expected = [
        ("appraisal.classes[1].weight", "appraisal-out-of-range"),
        ("appraisal.marks.basic", "marks-not-falling"),
        ("appraisal.threshold", "appraisal-out-of-range"),
        ("appraisal.triggers[0].share", "appraisal-out-of-range"),
        ("appraisal.ballots[0]", "more-ballots-than-voters"),
        ("appraisal.ballots[1]", "ballots-counted-twice"),
        ("appraisal.ballots[2].class", "appraisal-unknown-key"),
    ];
    assert_eq!(found, expected);
    // A class that is left out would be left out of the turnout.
    let mut short = document(&[row("staff", 20, [13, 0, 0, 0, 0])]);
    short["ballots"].as_array_mut().unwrap().pop();
    let error = Appraisal::parse(&short.to_string()).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("ballots-not-counted", "appraisal.ballots"));
    assert!(error.to_string().contains("`people` on `s`"), "{error}");
}
