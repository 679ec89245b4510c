//! A selection by hand, at its numbers, and bad input.

use super::Selection;
use crate::kernel::{Document, Lang, Status};

const STAGES: &str = r#"
    format = "shequ.selection/1"
    id = "s"
    label = "s"
    liability = true
    [[stages]]
    key = "vote"
    kind = "vote"
    label = "vote"
    most = 2
    share = { base = "voters", comparison = "more-than", share = "1/2" }
    [[stages]]
    key = "notice"
    kind = "notice"
    label = "notice"
    days = 7
"#;

fn vote(entered: u64, passed: u64, yes: u64) -> String {
    let refused = entered - passed;
    format!(
        "[[run]]\nstage = \"vote\"\nfrom = \"2026-03-02\"\nto = \"2026-03-02\"\nentered = {entered}\npassed = {passed}\nrefused = {refused}\nentitled = 12\nvoters = 10\nleast_yes = {yes}\nresponsible = \"post-1\"\n"
    )
}

fn notice(to: &str, entered: u64, more: &str) -> String {
    format!(
        "[[run]]\nstage = \"notice\"\nfrom = \"2026-03-03\"\nto = \"{to}\"\nentered = {entered}\npassed = {entered}\n{more}\n"
    )
}

fn status(run: &str) -> Status {
    Selection::parse(&format!("{STAGES}{run}")).unwrap().view().status
}

#[test]
fn each_number_of_a_stage_decides_at_its_line() {
    let good = notice("2026-03-10", 2, "responsible = \"post-2\"");
    assert_eq!(status(&format!("{}{good}", vote(5, 2, 6))), Status::Met);
    // Half of ten is not more than half.
    assert_eq!(status(&format!("{}{good}", vote(5, 2, 5))), Status::NotMet);
    // Three passed where two may.
    assert_eq!(
        status(&format!("{}{}", vote(5, 3, 6), notice("2026-03-10", 3, "responsible = \"post-2\""))),
        Status::NotMet
    );
    // The notice stood six days, one entered who had not passed, nobody answers for it.
    assert_eq!(
        status(&format!("{}{}", vote(5, 2, 6), notice("2026-03-09", 2, "responsible = \"post-2\""))),
        Status::NotMet
    );
    assert_eq!(status(&format!("{}{}", vote(5, 1, 6), good)), Status::NotMet);
    assert_eq!(status(&format!("{}{}", vote(5, 2, 6), notice("2026-03-10", 2, ""))), Status::NotMet);
    // An objection is open, or the notice has not begun.
    let open = notice("2026-03-10", 2, "responsible = \"post-2\"\nobjections_open = 1");
    assert_eq!(status(&format!("{}{open}", vote(5, 2, 6))), Status::Unknown);
    assert_eq!(status(&vote(5, 2, 6)), Status::Unknown);
    let words = Selection::parse(&format!("{STAGES}{}", vote(5, 2, 6))).unwrap().explain().render(Lang::En);
    assert!(words.contains("2 × 6 > 10"), "{words}");
}

#[test]
fn bad_input_is_told_with_its_place() {
    let code = |text: &str| {
        let error = Selection::parse(text).unwrap_err();
        (error.first().path().to_owned(), error.first().code())
    };
    let run = |run: &str| code(&format!("{STAGES}{run}"));
    assert_eq!(run(&notice("2026-03-10", 2, "")), ("selection.run[0].stage".into(), "selection-stage-not-due"));
    assert_eq!(
        run(&vote(5, 2, 6).replace("refused = 3", "refused = 4")),
        ("selection.run[0].passed".into(), "selection-more-out-than-in")
    );
    assert_eq!(run(&vote(5, 2, 11)), ("selection.run[0].least_yes".into(), "selection-more-votes-than-voters"));
    assert_eq!(
        run(&vote(5, 2, 6).replace("to = \"2026-03-02\"", "to = \"2026-03-01\"")),
        ("selection.run[0].from".into(), "selection-days-backwards")
    );
    let long = vote(5, 2, 6).replace("to = \"2026-03-02\"", "to = \"2026-03-04\"");
    assert_eq!(
        run(&format!("{long}{}", notice("2026-03-10", 2, ""))),
        ("selection.run[1].from".into(), "selection-days-backwards")
    );
    let days = STAGES.replace("kind = \"notice\"", "kind = \"exam\"");
    assert_eq!(code(&days), ("selection.stages[1].days".into(), "selection-field-unfit"));
    let twice = STAGES.replace("key = \"notice\"", "key = \"vote\"");
    assert_eq!(code(&twice), ("selection.stages[1].key".into(), "selection-stage-twice"));
}
