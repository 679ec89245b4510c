//! The clauses of the pack language beside thresholds, each at its number and on both sides of it; by-laws against the law.

use proptest::prelude::*;

use super::laws::{any_tally, by_the_book, cases};
use super::test::Test;
use super::*;
use crate::kernel::{Document, Lang, Quantity, Status};
use crate::pack::{Base, Comparison, Measure, Pack, Packs, Part, Rules};
use crate::wire::participation::LintKind;

pub(super) const HEAD: &str = "format = \"shequ.pack/1\"\nid = \"t\"\nlabel = \"t\"\nlayer = \"national-law\"\nread_on = \"2026-01-01\"\n\
    instruments = [{ id = \"i\", title = \"I\", from = \"2020-01-01\" }]\n";

pub(super) fn clause(id: &str, content: &str) -> String {
    format!(
        "[[clauses]]\nid = \"{id}\"\ninstrument = \"i\"\narticle = \"{id}\"\ncertainty = \"text\"\nlabel = \"{id}\"\n{content}\n"
    )
}

pub(super) fn rules(clauses: &[String], require: &str) -> Rules {
    let question = format!("[[questions]]\nid = \"q\"\nlabel = \"q\"\nrequire = {require}\n");
    let text = format!("{HEAD}{}{question}", clauses.join(""));
    Packs::new([Pack::parse(&text).unwrap()]).unwrap().at("2026-03-01".parse().unwrap())
}

pub(super) fn facts(rest: &str) -> Facts {
    Facts::parse(&format!("{{\"format\": \"shequ.facts/1\"{rest}}}")).unwrap()
}

pub(super) fn one(content: &str) -> Rules {
    rules(&[clause("c", content)], "\"c\"")
}

fn status(rules: &Rules, rest: &str) -> Status {
    rules.decide("q", &facts(rest)).unwrap().status()
}

use Status::{Met, NotMet, Unknown};

#[test]
fn a_notice_is_tried_on_its_last_day_and_a_day_later() {
    let rules = one(
        "deadline = { event = \"notice\", anchor = \"meeting\", when = \"at-least-before\", n = 15, unit = \"day\" }",
    );
    let on = |day: &str| format!(", \"days\": {{\"notice\": \"{day}\", \"meeting\": \"2026-03-31\"}}");
    assert_eq!([on("2026-03-15"), on("2026-03-16"), on("2026-03-17")].map(|f| status(&rules, &f)), [Met, Met, NotMet]);
    let verdict = rules.decide("q", &facts(&on("2026-03-15"))).unwrap();
    assert_eq!(verdict.clauses()[0].margins[0].amount, Quantity::Count(2));
    let verdict = rules.decide("q", &facts(&on("2026-03-19"))).unwrap();
    assert_eq!(verdict.clauses()[0].margins[0].amount, Quantity::Count(3));
    assert!(verdict.explain().render(Lang::En).contains("2026-03-19, allowed ... to 2026-03-16"));
    let verdict = rules.decide("q", &facts(", \"days\": {\"meeting\": \"2026-03-31\"}")).unwrap();
    assert_eq!((verdict.status(), verdict.missing()), (Unknown, vec!["days.notice".to_owned()]));
}

#[test]
fn every_unit_of_time_counts_in_its_own_way() {
    let try_on = |when: &str, n: u32, unit: &str, event: &str, anchor: &str| {
        let rules = one(&format!(
            "deadline = {{ event = \"notice\", anchor = \"meeting\", when = \"{when}\", n = {n}, unit = \"{unit}\" }}"
        ));
        status(&rules, &format!(", \"days\": {{\"notice\": \"{event}\", \"meeting\": \"{anchor}\"}}"))
    };
    // Three clear days: neither the day of notice nor that of the meeting counts.
    assert_eq!(try_on("at-least-before", 3, "clear-day", "2026-03-06", "2026-03-10"), Met);
    assert_eq!(try_on("at-least-before", 3, "clear-day", "2026-03-07", "2026-03-10"), NotMet);
    assert_eq!(try_on("at-least-before", 3, "week", "2026-03-10", "2026-03-31"), Met);
    assert_eq!(try_on("at-least-before", 3, "week", "2026-03-11", "2026-03-31"), NotMet);
    // A month from 31 January ends on the last day of February (Civil Code art. 202).
    assert_eq!(try_on("at-most-after", 1, "month", "2026-02-28", "2026-01-31"), Met);
    assert_eq!(try_on("at-most-after", 1, "month", "2026-03-01", "2026-01-31"), NotMet);
    assert_eq!(try_on("at-most-after", 1, "year", "2025-02-28", "2024-02-29"), Met);
    assert_eq!(try_on("at-most-after", 1, "year", "2025-03-01", "2024-02-29"), NotMet);
    assert_eq!(try_on("at-least-after", 20, "day", "2026-03-21", "2026-03-01"), Met);
    assert_eq!(try_on("at-least-after", 20, "day", "2026-03-20", "2026-03-01"), NotMet);
    assert_eq!(try_on("at-most-before", 5, "day", "2026-03-05", "2026-03-10"), Met);
    assert_eq!(try_on("at-most-before", 5, "day", "2026-03-04", "2026-03-10"), NotMet);
    assert_eq!(try_on("at-most-before", 5, "day", "2026-03-11", "2026-03-10"), NotMet);
    // What comes before its anchor does not come within days after it.
    assert_eq!(try_on("at-most-after", 5, "day", "2026-03-09", "2026-03-10"), NotMet);
}

#[test]
fn working_days_need_a_calendar() {
    let rules = one(
        "deadline = { event = \"filing\", anchor = \"election\", when = \"at-most-after\", n = 30, unit = \"day\", roll = true }",
    );
    // Thirty days from 1 September 2024 end on 1 October, a holiday; the next working day is the 8th (Civil Code art. 203).
    let on = |day: &str| format!(", \"days\": {{\"filing\": \"{day}\", \"election\": \"2024-09-01\"}}");
    let verdict = rules.decide("q", &facts(&on("2024-10-08"))).unwrap();
    assert_eq!((verdict.status(), verdict.clauses()[0].reason), (Unknown, Some(crate::pack::Reason::NoCalendar)));
    let rules = rules.with_calendar(crate::kernel::Calendar::cn().clone());
    assert_eq!([on("2024-10-08"), on("2024-10-09")].map(|f| status(&rules, &f)), [Met, NotMet]);
    let far = ", \"days\": {\"filing\": \"2099-01-02\", \"election\": \"2098-12-20\"}";
    assert_eq!(status(&rules, far), Unknown);
}

#[test]
fn women_seats_and_candidates_are_tried_at_their_numbers() {
    let women =
        one("composition = { part = \"women\", base = \"members\", comparison = \"at-least\", share = \"1/3\" }");
    let of = |n: u64| format!(", \"numbers\": {{\"members\": 31, \"women\": {n}}}");
    assert_eq!([of(10), of(11)].map(|f| status(&women, &f)), [NotMet, Met]);
    let verdict = women.decide("q", &facts(&of(8))).unwrap();
    assert_eq!(verdict.clauses()[0].margins[0].amount, Quantity::Count(3));
    let size = one("range = { least = 5, most = 9, unit = \"members\", of = \"members\" }");
    let of = |n: u64| format!(", \"numbers\": {{\"members\": {n}}}");
    assert_eq!([of(4), of(5), of(9), of(10)].map(|f| status(&size, &f)), [NotMet, Met, Met, NotMet]);
    let third = one("surplus = { least = \"1/3\", most = 1, of_seats = true }");
    let of = |n: u64| format!(", \"numbers\": {{\"seats\": 5, \"candidates\": {n}}}");
    assert_eq!([of(6), of(7), of(10), of(11)].map(|f| status(&third, &f)), [NotMet, Met, Met, NotMet]);
    assert_eq!(women.decide("q", &facts("")).unwrap().missing(), ["numbers.members", "numbers.women"]);
}

#[test]
fn what_is_usual_guides_and_does_not_bind() {
    let rules = one("range = { least = 100, most = 700, unit = \"households\", usual = true, of = \"households\" }");
    let verdict = rules.decide("q", &facts(", \"numbers\": {\"households\": 800}")).unwrap();
    assert_eq!((verdict.status(), verdict.cautions()[0].code.as_str()), (Met, "guidance"));
}

#[test]
fn a_fixed_number_and_at_most_are_decided() {
    let ten =
        one("threshold = { part = \"proposing\", measure = \"residents\", comparison = \"at-least\", count = 10 }");
    let of = |n: u64| format!(", \"residents\": {{\"proposing\": {n}}}");
    assert_eq!([of(9), of(10), of(11)].map(|f| status(&ten, &f)), [NotMet, Met, Met]);
    let most = one(
        "composition = { part = \"ballots-returned\", base = \"voters-taking-part\", comparison = \"at-most\", share = \"1/2\" }",
    );
    let of = |n: u64| format!(", \"numbers\": {{\"voters-taking-part\": 10, \"ballots-returned\": {n}}}");
    assert_eq!([of(5), of(6)].map(|f| status(&most, &f)), [Met, NotMet]);
}

#[test]
fn a_sensitive_answer_is_kept_nowhere() {
    let rules = one("predicate = { is = \"political-rights\" }");
    let kept = facts(", \"answers\": {\"c\": true}");
    assert_eq!(rules.decide("q", &kept).unwrap_err().first().code(), "sensitive-answer-kept");
    let question = rules.question("q").unwrap();
    let none = facts("");
    assert_eq!(question.verdict(&none).unwrap().status(), Unknown);
    let verdict = question.verdict_answering(&none, &[("c", true)]).unwrap();
    assert_eq!(verdict.status(), Met);
    assert_eq!(verdict.record().unwrap_err().first().code(), "sensitive-not-recorded");
    // The answer to the question is told, the one to the clause is not, whichever it was.
    let other = question.verdict_answering(&none, &[("c", false)]).unwrap();
    assert_eq!((other.status(), verdict.deciding(), other.deciding()), (NotMet, None, None));
    assert_eq!(verdict.clauses(), other.clauses());
    assert_eq!(verdict.explain().children, other.explain().children);
    assert_eq!(verdict.explain().outcome, crate::kernel::Quantity::Status(Met));
    // Neither does what is written for those who look for faults.
    assert_eq!(
        format!("{verdict:?}").replace("Met", ""),
        format!("{other:?}").replace("NotMet", "").replace("withheld: true", "withheld: false")
    );
    // An answer that is kept nowhere is one to a sensitive clause of the question.
    let refused = |answers: &[(&str, bool)]| {
        question.verdict_answering(&none, answers).map_err(|e| (e.first().path().to_owned(), e.first().code()))
    };
    assert_eq!(refused(&[("d", true)]).unwrap_err(), ("answers.d".to_owned(), "private-answer-not-asked"));
    let near = one("predicate = { is = \"near-relative\", not = true }");
    assert_eq!(
        [", \"answers\": {\"c\": true}", ", \"answers\": {\"c\": false}", ""].map(|f| status(&near, f)),
        [NotMet, Met, Unknown]
    );
}

/// Where the sensitive clause fails and all else holds, to tell of the others would tell of it.
#[test]
fn a_refusal_by_a_sensitive_fact_tells_of_no_clause() {
    let both =
        [clause("a", "predicate = { is = \"registered\" }"), clause("c", "predicate = { is = \"legal-capacity\" }")];
    let question = rules(&both, "{ all = [\"a\", \"c\"] }").question("q").unwrap();
    let registered = facts(", \"answers\": {\"a\": true}");
    let verdict = |so: bool| question.verdict_answering(&registered, &[("c", so)]).unwrap();
    assert_eq!((verdict(true).status(), verdict(false).status()), (Met, NotMet));
    assert_eq!(verdict(true).clauses().iter().map(|c| c.status).collect::<Vec<_>>(), [Met, Unknown]);
    assert!(
        verdict(false).clauses().iter().all(|c| c.status == Unknown && c.reason == Some(crate::pack::Reason::Private))
    );
    assert!(verdict(false).missing().is_empty() && verdict(true).missing().is_empty());
    let open = question.verdict_answering(&facts(""), &[("c", true)]).unwrap();
    assert_eq!((open.status(), open.missing()), (Unknown, vec!["answers.a".to_owned()]));
}

/// The law of 2026 was not read; that its clause asked political rights does not make the answer less sensitive.
#[test]
fn a_sensitive_answer_is_refused_whatever_the_day_and_the_question() {
    let kept = facts(", \"answers\": {\"cn.urc.elector.rights\": true}");
    for (day, question) in
        [("2025-06-01", "residents.elector"), ("2026-06-01", "residents.elector"), ("2026-06-01", "owners.voter")]
    {
        let error = crate::pack::cn().at(day.parse().unwrap()).decide(question, &kept).unwrap_err();
        let found = (error.first().path(), error.first().code());
        assert_eq!(found, ("facts.answers.cn.urc.elector.rights", "sensitive-answer-kept"), "{day} {question}");
    }
}

/// Five ballots of nobody are more than nobody; no women of no members are no third of them.
#[test]
fn a_share_of_nobody_is_judged_by_its_numbers() {
    let of = |comparison: &str, share: &str, part: u64| {
        let rules = one(&format!(
            "composition = {{ part = \"ballots-returned\", base = \"voters-taking-part\", comparison = \"{comparison}\", share = \"{share}\" }}"
        ));
        status(&rules, &format!(", \"numbers\": {{\"ballots-returned\": {part}, \"voters-taking-part\": 0}}"))
    };
    assert_eq!([of("at-most", "1", 0), of("at-most", "1", 5)], [Met, NotMet]);
    assert_eq!([of("more-than", "1/2", 0), of("at-least", "1/2", 0)], [NotMet, NotMet]);
}

#[test]
fn a_second_call_has_its_own_quorum() {
    let quorum = |share: &str| {
        format!(
            "threshold = {{ part = \"present\", base = \"entitled\", measure = \"heads\", comparison = \"at-least\", share = \"{share}\" }}"
        )
    };
    let later = "deadline = { event = \"second-call\", anchor = \"first-call\", when = \"at-least-after\", n = 20, unit = \"day\" }";
    let clauses = [clause("a", &quorum("1/2")), clause("b", &quorum("1/5")), clause("d", later)];
    let rules = rules(&clauses, "{ fallback = { first = \"a\", second = { all = [\"b\", \"d\"] } } }");
    let of = |present: u64, call: &str| format!(", \"heads\": {{\"entitled\": 100, \"present\": {present}}}{call}");
    let second = ", \"second_call\": true, \"days\": {\"first-call\": \"2026-02-01\", \"second-call\": \"2026-02-21\"}";
    assert_eq!(status(&rules, &of(50, ", \"second_call\": false")), Met);
    assert_eq!(status(&rules, &of(49, ", \"second_call\": false")), NotMet);
    assert_eq!([of(20, second), of(19, second)].map(|f| status(&rules, &f)), [Met, NotMet]);
    assert_eq!(status(&rules, &of(20, &second.replace("-21", "-20"))), NotMet);
    // Nineteen are too few for either; for thirty it matters which call it was.
    assert_eq!(status(&rules, &of(19, "")), NotMet);
    let verdict = rules.decide("q", &facts(&of(30, ""))).unwrap();
    assert_eq!((verdict.status(), verdict.missing()[0].as_str()), (Unknown, "second_call"));
}

#[test]
fn facts_that_no_clause_uses_are_named() {
    let rules = one("range = { least = 5, most = 9, unit = \"members\", of = \"members\" }");
    let verdict =
        rules.decide("q", &facts(", \"numbers\": {\"members\": 7, \"women\": 3}, \"heads\": {\"yes\": 3}")).unwrap();
    assert_eq!(verdict.unused(), ["heads", "numbers.women"]);
}

pub(super) fn by_law(body: &str) -> Pack {
    let head = HEAD
        .replace("\"t\"", "\"b\"")
        .replace("national-law", "by-law")
        .replace("read_on", "extends = [\"t\"]\nread_on");
    Pack::parse(&format!("{head}{body}")).unwrap()
}

#[test]
fn a_by_law_with_less_notice_is_refused_with_its_counterexample() {
    let deadline = |n: u32| {
        format!(
            "deadline = {{ event = \"notice\", anchor = \"meeting\", when = \"at-least-before\", n = {n}, unit = \"day\" }}"
        )
    };
    let law = one(&deadline(15));
    let found = lint(&law, &by_law(&clause("c", &deadline(10)))).unwrap();
    assert_eq!((found.len(), found[0].kind), (1, LintKind::Refused));
    assert_eq!(found[0].text.get(Lang::En), "with notice 10 days before meeting it passes what I, c forbids");
    let found = lint(&law, &by_law(&clause("c", &deadline(20)))).unwrap();
    assert_eq!((found.len(), found[0].kind), (1, LintKind::Stricter));
    let found = lint(&law, &by_law(&clause("c", &deadline(15)))).unwrap();
    assert_eq!((found.len(), found[0].kind), (1, LintKind::Same));
    assert!(found[0].clauses.is_empty());
}

/// One of two is not more than half of those present, but more than a third of all.
#[test]
fn a_by_law_on_another_base_is_refused_with_the_smallest_facts() {
    let part = "threshold = { part = \"present\", base = \"entitled\", measure = \"heads\", comparison = \"at-least\", share = \"2/3\" }";
    let yes = |base: &str, share: &str| {
        format!(
            "threshold = {{ part = \"yes\", base = \"{base}\", measure = \"heads\", comparison = \"more-than\", share = \"{share}\" }}"
        )
    };
    let law = rules(&[clause("a", part), clause("b", &yes("present", "1/2"))], "{ all = [\"a\", \"b\"] }");
    let own = format!(
        "{}[[questions]]\nid = \"own\"\nlabel = \"own\"\nunder = \"q\"\nrequire = {{ all = [\"a\", \"own.yes\"] }}\n",
        clause("own.yes", &yes("entitled", "1/3"))
    );
    let found = lint(&law, &by_law(&own)).unwrap();
    let refused = found.iter().find(|f| f.is_refused()).unwrap();
    assert_eq!(refused.text.get(Lang::En), "with 2 heads entitled, 2 present and 1 yes it passes what I, b forbids");
    // A majority of all is a majority of those present.
    let own = own.replace("1/3", "1/2");
    let found = lint(&law, &by_law(&own)).unwrap();
    assert!(found.iter().all(|f| f.kind == LintKind::Stricter), "{found:?}");
}

#[test]
fn a_quorum_of_half_the_area_is_refused() {
    let body = "[[clauses]]\nid = \"cn.cc.278.part.area\"\ninstrument = \"i\"\narticle = \"4\"\ncertainty = \"text\"\nlabel = \"quorum\"\n\
        threshold = { part = \"present\", base = \"entitled\", measure = \"area\", comparison = \"at-least\", share = \"1/2\" }\n";
    let head = HEAD
        .replace("\"t\"", "\"b\"")
        .replace("national-law", "by-law")
        .replace("read_on", "extends = [\"cn.owners\"]\nread_on");
    let own = Pack::parse(&format!("{head}{body}")).unwrap();
    let found = lint(&crate::pack::cn().at("2026-03-01".parse().unwrap()), &own).unwrap();
    let text =
        |question: &str| found.iter().find(|f| f.question == question && f.is_refused()).map(|f| f.text.get(Lang::En));
    assert_eq!(
        text("owners.participation"),
        Some(
            "with 1 heads entitled and 1 present, with 2 m² of area entitled and 1 present it passes what Civil Code of China, art. 278(2) forbids"
        )
    );
    assert!(
        text("owners.ordinary").is_some() && text("owners.special").is_some() && text("owners.business-use").is_none()
    );
    // The same by-law does not load together with the law.
    let packs = crate::pack::cn().packs().iter().cloned().chain([own]);
    assert_eq!(Packs::new(packs).unwrap_err().first().code(), "override-refused");
}

/// Three weeks are more than twenty days and less than twenty-two.
#[test]
fn days_and_weeks_are_compared_and_months_are_not() {
    let notice = |n: u32, unit: &str| {
        format!(
            "deadline = {{ event = \"notice\", anchor = \"meeting\", when = \"at-least-before\", n = {n}, unit = \"{unit}\" }}"
        )
    };
    let law = one(&notice(3, "week"));
    let kind = |n: u32, unit: &str| lint(&law, &by_law(&clause("c", &notice(n, unit)))).unwrap()[0].kind;
    assert_eq!(
        [kind(20, "day"), kind(20, "clear-day"), kind(21, "day"), kind(22, "day"), kind(1, "month")],
        [LintKind::Refused, LintKind::Same, LintKind::Same, LintKind::Stricter, LintKind::Unknown]
    );
}

/// A share that only large bodies tell from a half.
#[test]
fn a_fine_share_is_told_apart() {
    let yes = |share: &str| {
        format!(
            "threshold = {{ part = \"yes\", base = \"present\", measure = \"heads\", comparison = \"at-least\", share = \"{share}\" }}"
        )
    };
    let law = one(&yes("51/100"));
    let found = lint(&law, &by_law(&clause("c", &yes("1/2")))).unwrap();
    assert_eq!(found[0].text.get(Lang::En), "with 2 heads entitled, 2 present and 1 yes it passes what I, c forbids");
    let law = one(&yes("1/2"));
    let found = lint(&law, &by_law(&clause("c", &yes("49/100")))).unwrap();
    assert_eq!(
        found[0].text.get(Lang::En),
        "with 51 heads entitled, 51 present and 25 yes it passes what I, c forbids"
    );
}

/// The number of members is in two conditions: nothing is said of them, rather than something false.
#[test]
fn conditions_that_hang_together_are_not_compared() {
    let size = |least: u64| format!("range = {{ least = {least}, unit = \"members\", of = \"members\" }}");
    let women = "composition = { part = \"women\", base = \"members\", comparison = \"at-least\", share = \"1/3\" }";
    let law = rules(&[clause("a", &size(5)), clause("b", women)], "{ all = [\"a\", \"b\"] }");
    let found = lint(&law, &by_law(&clause("a", &size(3)))).unwrap();
    assert_eq!(found[0].kind, LintKind::Unknown);
}

/// A test of every kind that a document can state.
fn any_test_at_all() -> impl Strategy<Value = Test> {
    let combination = prop_oneof![
        Just((Part::Yes, Base::Entitled)),
        Just((Part::Yes, Base::Present)),
        Just((Part::Yes, Base::Valid)),
        Just((Part::Yes, Base::YesAndNo)),
        Just((Part::Present, Base::Entitled)),
        Just((Part::Yes, Base::Number)),
        Just((Part::Present, Base::Number)),
    ];
    (combination, (1_u64..=4), any::<bool>(), any::<bool>()).prop_flat_map(|((part, base), q, strict, negated)| {
        let comparison = if strict { Comparison::MoreThan } else { Comparison::AtLeast };
        let (least, most) = if strict { (0, q - 1) } else { (1, q) };
        let q = if base == Base::Number { 1 } else { q };
        (least..=most).prop_map(move |p| Test { part, base, measure: Measure::Heads, comparison, negated, p, q })
    })
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_negated_test_is_the_opposite(test in any_test_at_all(), t in any_tally()) {
        let plain = Test { negated: false, ..test };
        prop_assert_eq!(test.status(&t) == Status::Met, by_the_book(&plain, &t) != test.negated);
    }

    /// What tallies of up to seven give is all that is called possible, with the same smallest number entitled.
    #[test]
    fn the_combinations_of_tests_are_those_that_tallies_give(tests in prop::collection::vec(any_test_at_all(), 1..4)) {
        let found = super::feasible::search(&tests, false, &(0..1_u32 << tests.len()).collect::<Vec<_>>());
        let mut seen = std::collections::BTreeMap::new();
        for entitled in 1..=7_u64 {
            for present in 0..=entitled {
                for yes in 0..=present {
                    for no in 0..=present - yes {
                        for abstain in 0..=present - yes - no {
                            let t = Tally::vote(entitled, present, yes, no, abstain);
                            let vector = tests.iter().enumerate().fold(0_u32, |b, (i, test)| b | u32::from(test.status(&t) == Status::Met) << i);
                            seen.entry(vector).or_insert(entitled);
                        }
                    }
                }
            }
        }
        for (vector, least) in &seen {
            let tally = found.get(vector);
            prop_assert_eq!(tally.and_then(|t| t.entitled), Some(*least), "{:b} of {:?}", vector, tests);
            prop_assert_ne!(super::feasible::feasible(&tests, *vector, false), super::feasible::Known::Impossible);
        }
        for (vector, tally) in &found {
            let again = tests.iter().enumerate().fold(0_u32, |b, (i, test)| b | u32::from(test.status(tally) == Status::Met) << i);
            prop_assert_eq!(*vector, again);
        }
        for vector in 0..1_u32 << tests.len() {
            if super::feasible::feasible(&tests, vector, false) == super::feasible::Known::Impossible {
                prop_assert!(!seen.contains_key(&vector));
            }
        }
    }

    /// Every tally of up to six is tried: a by-law that lets one through which the law forbids is refused with the smallest.
    #[test]
    fn a_counterexample_is_there_and_is_the_smallest(
        law in prop::collection::vec(any_test_at_all(), 2),
        own in prop::collection::vec(any_test_at_all(), 2),
        all in any::<bool>(),
    ) {
        let written = |tests: &[Test]| -> String {
            tests.iter().enumerate().map(|(i, test)| clause(["a", "b"][i], &threshold(test))).collect()
        };
        let (word, clauses) = (if all { "all" } else { "any" }, [written(&law)]);
        let upper = rules(&clauses, &format!("{{ {word} = [\"a\", \"b\"] }}"));
        let found = lint(&upper, &by_law(&written(&own))).unwrap();
        let holds = |tests: &[Test], t: &Tally| {
            let mut each = tests.iter().map(|test| test.status(t) == Status::Met);
            if all { each.all(|held| held) } else { each.any(|held| held) }
        };
        let mut least: Option<u64> = None;
        for t in tallies(6) {
            if holds(&own, &t) && !holds(&law, &t) {
                least = Some(least.unwrap_or(u64::MAX).min(t.entitled.unwrap()));
            }
        }
        let refused = found.iter().find(|f| f.is_refused());
        let entitled = refused.map(|f| f.example.as_ref().unwrap().tallies[&Measure::Heads].entitled.unwrap());
        match least {
            Some(least) => prop_assert_eq!(entitled, Some(least)),
            None => prop_assert!(entitled.is_none_or(|n| n > 6)),
        }
        if found.iter().any(|f| f.kind == LintKind::Same) {
            prop_assert!(tallies(6).all(|t| holds(&own, &t) == holds(&law, &t)));
        }
    }
}

/// Every tally of up to so many entitled.
fn tallies(most: u64) -> impl Iterator<Item = Tally> {
    (1..=most).flat_map(|entitled| {
        (0..=entitled).flat_map(move |present| {
            (0..=present).flat_map(move |yes| {
                (0..=present - yes).flat_map(move |no| {
                    (0..=present - yes - no).map(move |abstain| Tally::vote(entitled, present, yes, no, abstain))
                })
            })
        })
    })
}

/// A test as a document writes it.
fn threshold(test: &Test) -> String {
    let word = |value: crate::kernel::Result<crate::kernel::Value>| value.unwrap().as_text().unwrap().to_owned();
    let (part, comparison) =
        (word(crate::kernel::to_value(&test.part)), word(crate::kernel::to_value(&test.written())));
    let of = match test.base {
        Base::Number => format!("count = {}", test.p),
        base => format!("base = \"{}\", share = \"{}/{}\"", word(crate::kernel::to_value(&base)), test.p, test.q),
    };
    format!("threshold = {{ part = \"{part}\", measure = \"heads\", comparison = \"{comparison}\", {of} }}")
}
