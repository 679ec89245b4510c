//! Elections: rules, the run from roll to result, its record, the lot and recall.

use js_sys::Function;
use shequ::kernel::{DocumentError, Error, Key, written};
use shequ::participation::election::{self, ClauseAnswer};
use shequ::participation::timeline::ClauseGap;
use shequ::wire::participation_election::ConditionDraft;
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::document::{self, document};
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::pack::{Packs, Rules};
use crate::plain::to_js;
use crate::words::key;

/// The rules of an election, `shequ.election-rules/1`: seats, surplus of candidates, ballot, turnout, win test, ties, rerun,
/// terms, recall.
#[wasm_bindgen]
pub struct ElectionRules(election::ElectionRules);

document!(ElectionRules, "ElectionRulesDocument");

fn keys(name: &str, texts: &[String]) -> Js<Vec<Key>> {
    texts.iter().enumerate().map(|(i, text)| key(&format!("{name}[{i}]"), text)).collect()
}

#[wasm_bindgen]
impl ElectionRules {
    /// Their name.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.0.id().to_owned()
    }

    /// What is elected by them.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(self.0.label())
    }

    /// The clauses that they cite, each once.
    #[wasm_bindgen(getter)]
    pub fn clauses(&self) -> Vec<String> {
        self.0.clauses().into_iter().map(str::to_owned).collect()
    }

    /// The digest of the rules.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> Js<String> {
        self.0.digest().or_throw().map(|d| d.to_string())
    }

    /// The least and the most of candidates for so many seats (等额, 差额); `null` where any number may stand.
    #[wasm_bindgen(unchecked_return_type = "[number, number | null]")]
    pub fn candidates(&self, seats: u32) -> Js {
        to_js(&self.0.candidates(seats))
    }

    /// Asks each clause about each one nominated, and counts.
    ///
    /// `answer` is called as `answer(who, clause)` and returns `true`, `false`, or `null` for what is not known. The answers are
    /// dropped: only who is admitted, and how many are not, comes back. Throws what `answer` throws.
    #[wasm_bindgen(unchecked_return_type = "Admission")]
    pub fn admit(
        &self,
        nominated: Vec<String>,
        #[wasm_bindgen(unchecked_param_type = "(who: string, clause: string) => boolean | null | undefined")]
        answer: Function,
    ) -> Js {
        admission("nominated", &nominated, &answer, |nominated, answer| Ok(self.0.admit(nominated, answer)))
    }

    /// The clauses in force on the day that say something else than these rules, which cite them.
    ///
    /// Shares, years and the surplus of candidates are compared. Throws `ShequError`: `unknown-clause`.
    #[wasm_bindgen(unchecked_return_type = "ClauseDiffers[]")]
    pub fn differs(&self, rules: &Rules) -> Js {
        to_js(&self.0.differs(&rules.0).or_throw()?)
    }

    /// Of the clauses that these rules cite, those that decide nothing on the day, and why.
    ///
    /// Throws `ShequError`: `unknown-clause`.
    #[wasm_bindgen(unchecked_return_type = "UndecidedClause[]")]
    pub fn gaps(&self, rules: &Rules) -> Js {
        let gaps = self.0.gaps(&rules.0).or_throw()?;
        to_js(&gaps.into_iter().map(|(clause, reason)| ClauseGap { clause, reason }).collect::<Vec<_>>())
    }

    /// What a reader must know of the clauses that these rules cite, on the day: `undated`, `excerpt`, `secondary`, `law-changed`.
    ///
    /// Throws `ShequError`: `unknown-clause`.
    #[wasm_bindgen(unchecked_return_type = "Caution[]")]
    pub fn cautions(&self, rules: &Rules) -> Js {
        to_js(&self.0.cautions(&rules.0).or_throw()?)
    }

    /// Whether a petition of so many of all members of a body, such as `voters`, can demand a recall (罢免).
    ///
    /// Throws `ShequError`: `recall-unknown-petitioner`, `more-votes-than-ballots`.
    pub fn petition(&self, of: &str, signed: f64, all: f64) -> Js<Recall> {
        let (signed, all) = (count("signed", signed)?, count("all", all)?);
        self.0.petition(of, signed, all).or_throw().map(Recall)
    }

    /// Whether a recall (罢免) passes: the turnout of its poll, and the yes. What is not known is left out.
    ///
    /// Throws `ShequError`: `more-votes-than-ballots`, `poll-too-many`.
    pub fn recall(&self, #[wasm_bindgen(unchecked_param_type = "RecallPoll")] poll: JsValue) -> Js<Recall> {
        self.0.recall(document::argument(&poll)?).or_throw().map(Recall)
    }

    /// The document, its format first.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "ElectionRulesDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&written::<election::ElectionRules>(self.0.draft()).or_throw()?)
    }
}

/// A count from a number.
fn count(path: &str, number: f64) -> Js<u64> {
    if number.fract() == 0.0 && (0.0..9_007_199_254_740_992.0).contains(&number) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and within 0 and 2^53")]
        return Ok(number as u64);
    }
    let cause = DocumentError::WrongKind { got: number.to_string(), expected: "a whole number of 0 or more".into() };
    Err(Error::at(path, cause)).or_throw()
}

/// Who is admitted by the answers; what the function throws comes first.
pub fn admission(
    name: &str,
    texts: &[String],
    answer: &Function,
    admit: impl FnOnce(&[Key], &mut dyn FnMut(&Key, &ConditionDraft) -> ClauseAnswer) -> Result<election::Admission, Error>,
) -> Js {
    let keys = keys(name, texts)?;
    let mut thrown: Option<JsValue> = None;
    let found = admit(&keys, &mut |who, condition| {
        if thrown.is_some() {
            return ClauseAnswer::Unknown;
        }
        ask(answer, who, &condition.clause).unwrap_or_else(|error| {
            thrown = Some(error);
            ClauseAnswer::Unknown
        })
    });
    match thrown {
        Some(error) => Err(error),
        None => to_js(&found.or_throw()?),
    }
}

fn ask(answer: &Function, who: &Key, clause: &str) -> Js<ClauseAnswer> {
    let found = answer.call2(&JsValue::NULL, &who.as_str().into(), &clause.into())?;
    match found.as_bool() {
        Some(true) => Ok(ClauseAnswer::Yes),
        Some(false) => Ok(ClauseAnswer::No),
        None if found.is_null() || found.is_undefined() => Ok(ClauseAnswer::Unknown),
        None => {
            let cause =
                DocumentError::WrongKind { got: "another value".into(), expected: "true, false or null".into() };
            Err(Error::at("answer", cause)).or_throw()
        }
    }
}

answer! {
    /// The answer to a petition for a recall (罢免), or to the poll on it.
    Recall(election::RecallView) as "RecallView" {
        /// Whether it stands.
        status "status": "Status",
        /// What was tested, with both sides.
        checks "checks": "PollCheck[]",
    }
}

/// The run of one election, `shequ.election/1`: the roll, who stands, the polls in their order, and complaints.
///
/// Ballots enter as tallies of patterns or as sums: nothing here links a voter to a ballot. `rules` may be an `ElectionRules`.
#[wasm_bindgen]
pub struct Election(election::Election);

document!(Election, "ElectionInput");

#[wasm_bindgen]
impl Election {
    /// Its name.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.0.id().to_string()
    }

    /// Its rules.
    #[wasm_bindgen(getter)]
    pub fn rules(&self) -> ElectionRules {
        ElectionRules(self.0.rules().clone())
    }

    /// How many are on the roll: the least and the most that open objections leave.
    #[wasm_bindgen(getter, js_name = onRoll, unchecked_return_type = "[number, number]")]
    pub fn on_roll(&self) -> Js {
        to_js(&self.0.on_roll())
    }

    /// The digest of the run with its salt.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> Js<String> {
        self.0.digest().or_throw().map(|d| d.to_string())
    }

    /// Who is elected, what each poll came to, and what follows.
    pub fn result(&self) -> ElectionResult {
        ElectionResult(self.0.result())
    }

    /// The document, its format first. It holds the patterns of ballots: keep it, publish the record.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "ElectionDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&written::<election::Election>(self.0.draft()).or_throw()?)
    }
}

/// The result of an election: who is elected, what each poll came to, and what follows.
#[wasm_bindgen]
pub struct ElectionResult(election::ElectionResult);

#[wasm_bindgen]
impl ElectionResult {
    /// How far it has come.
    #[wasm_bindgen(getter, unchecked_return_type = "ElectionState")]
    pub fn state(&self) -> Js {
        to_js(&self.0.view().state)
    }

    /// The seats.
    #[wasm_bindgen(getter)]
    pub fn seats(&self) -> u32 {
        self.0.view().seats
    }

    /// Those elected, in the order of the polls and of their votes.
    #[wasm_bindgen(getter, unchecked_return_type = "ElectedView[]")]
    pub fn elected(&self) -> Js {
        to_js(&self.0.view().elected)
    }

    /// Seats that are not filled.
    #[wasm_bindgen(getter, js_name = openSeats)]
    pub fn open_seats(&self) -> u32 {
        self.0.view().open_seats
    }

    /// Whether the list of candidates is as the rules ask.
    #[wasm_bindgen(getter, js_name = listChecks, unchecked_return_type = "PollCheck[]")]
    pub fn list_checks(&self) -> Js {
        to_js(&self.0.view().list)
    }

    /// Each poll.
    #[wasm_bindgen(getter, unchecked_return_type = "PollView[]")]
    pub fn polls(&self) -> Js {
        to_js(&self.0.view().polls)
    }

    /// What follows.
    #[wasm_bindgen(getter, unchecked_return_type = "NextStep")]
    pub fn next(&self) -> Js {
        to_js(&self.0.view().next)
    }

    /// The facts that are still needed, by path.
    #[wasm_bindgen(getter)]
    pub fn missing(&self) -> Vec<String> {
        self.0.view().missing.clone()
    }

    /// What a reader must know beside the result.
    #[wasm_bindgen(getter, unchecked_return_type = "ElectionCaution[]")]
    pub fn cautions(&self) -> Js {
        to_js(&self.0.view().cautions)
    }

    /// The term of those elected, if its beginning and its length are known.
    #[wasm_bindgen(getter, unchecked_return_type = "TermView | null")]
    pub fn term(&self) -> Js {
        to_js(&self.0.view().term)
    }

    /// Who takes a seat that falls vacant, if it is filled by the next of the last count (依次递补); more than one is a tie.
    #[wasm_bindgen(js_name = nextInOrder)]
    pub fn next_in_order(&self) -> Vec<String> {
        self.0.next_in_order().iter().map(ToString::to_string).collect()
    }

    /// Why: each poll with its reconciliation, its turnout and every win test with both sides exactly.
    pub fn explain(&self) -> Explanation {
        Explanation(self.0.explain())
    }

    /// The same, with the articles of the clauses as packs have them on a day.
    #[wasm_bindgen(js_name = explainBy)]
    pub fn explain_by(&self, rules: &Rules) -> Explanation {
        Explanation(self.0.explain_by(&rules.0))
    }

    /// The record of the election: sums by candidate and digests, no pattern of a ballot.
    #[wasm_bindgen(unchecked_return_type = "ElectionRecordDocument")]
    pub fn record(&self) -> Js {
        to_js(&self.0.record().or_throw()?)
    }

    /// The same with the packs whose clauses the election cites, and the day on which their texts were read.
    #[wasm_bindgen(js_name = recordBy, unchecked_return_type = "ElectionRecordDocument")]
    pub fn record_by(&self, rules: &Rules) -> Js {
        to_js(&self.0.record_by(&rules.0).or_throw()?)
    }

    /// What `JSON.stringify` writes: the plain form.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "ElectionView")]
    pub fn to_json(&self) -> Js {
        to_js(self.0.view())
    }
}

/// Evaluates a recorded election again by its run, and says what differs; a record that disagrees is no error.
///
/// Throws `ShequError` with every fault of a record that cannot be read.
#[wasm_bindgen(js_name = verifyElection, unchecked_return_type = "Verification")]
pub fn verify_election(
    #[wasm_bindgen(unchecked_param_type = "ElectionRecordDocument")] record: JsValue,
    run: &Election,
) -> Js {
    let record: election::ElectionRecord = document::from(&record)?;
    to_js(&election::verify_election(&record, &run.0, None).or_throw()?)
}

/// The same, and whether the packs are loaded whose clauses the rules cite.
#[wasm_bindgen(js_name = verifyElectionBy, unchecked_return_type = "Verification")]
pub fn verify_election_by(
    #[wasm_bindgen(unchecked_param_type = "ElectionRecordDocument")] record: JsValue,
    run: &Election,
    packs: &Packs,
) -> Js {
    let record: election::ElectionRecord = document::from(&record)?;
    to_js(&election::verify_election(&record, &run.0, Some(&packs.0)).or_throw()?)
}

/// Draws so many of the tied by a published seed (抽签), so that a bystander can repeat it by hand.
///
/// Sort the tied by the bytes of their keys. For the draws 1, 2, 3 ...: the SHA-256 of the number of the draw, the seed and all
/// the tied in their order, each followed by a line feed, read as a number and divided by how many are left; the remainder,
/// from 0, is the place of the one drawn among those left. In the style of RFC 3797.
///
/// Throws `ShequError`: `lot-seed`.
#[wasm_bindgen(js_name = drawLot, unchecked_return_type = "TieDraw[]")]
pub fn draw_lot(seed: &str, tied: Vec<String>, seats: u32) -> Js {
    to_js(&election::draw(seed, &keys("tied", &tied)?, seats).or_throw()?)
}
