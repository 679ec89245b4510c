//! Posts, teams, tiers and who leads whom, as of any day.

use shequ::kernel::{Document, Result, Value};
use shequ::organisation::{self, AreaMembers, Catalogue};
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::organisation::{Organisation, Snapshot, group};
use crate::pack::Packs;
use crate::plain::{from_js, to_js};
use crate::words::{day, language, one};

#[wasm_bindgen]
impl Organisation {
    /// What it holds in all, and the first and last day on which something changes.
    #[wasm_bindgen(unchecked_return_type = "Overview")]
    pub fn overview(&self) -> Js {
        to_js(&self.0.overview())
    }

    /// Who held a post, one after the other (前任、继任), and when it stood empty.
    pub fn succession(&self, post: &str) -> Js<Succession> {
        self.0.succession(post).or_throw().map(Succession)
    }

    /// The posts that are certainly not full on a day, with the days since.
    #[wasm_bindgen(unchecked_return_type = "Vacancy[]")]
    pub fn vacancies(&self, on: &str) -> Js {
        to_js(&self.0.vacancies(day(on)?))
    }

    /// How the holders of a group of posts changed from one day to another, and why holdings ended between.
    pub fn turnover(
        &self,
        before: &str,
        after: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Group")] group: JsValue,
    ) -> Js<Turnover> {
        let asked = self::group(&group)?;
        self.0.turnover(one("before", before)?, one("after", after)?, &asked).or_throw().map(Turnover)
    }

    /// One team on two days: who stayed, and how mean age and shares changed, exactly and each in its own unit.
    #[wasm_bindgen(js_name = compareTerms)]
    pub fn compare_terms(
        &self,
        before: &str,
        after: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "Group")] group: JsValue,
    ) -> Js<TermComparison> {
        let asked = self::group(&group)?;
        self.0.compare_terms(one("before", before)?, one("after", after)?, &asked).or_throw().map(TermComparison)
    }
}

#[wasm_bindgen]
impl Snapshot {
    /// The posts of the units of the day with those who hold them, or the posts of one unit.
    #[wasm_bindgen(unchecked_return_type = "PostRecord[]")]
    pub fn posts(&self, unit: Option<String>) -> Js {
        match unit {
            Some(unit) => to_js(&self.view().posts_of(&unit).or_throw()?),
            None => to_js(&self.view().posts()),
        }
    }

    /// The relations that hold between units of the day.
    #[wasm_bindgen(unchecked_return_type = "RelationRecord[]")]
    pub fn relations(&self) -> Js {
        to_js(&self.view().relations())
    }

    /// The roster of the two committees (两委) of an area: posts and heads counted apart.
    #[wasm_bindgen(js_name = jointRoster)]
    pub fn joint_roster(&self, area: &str) -> Js<JointRoster> {
        self.view().joint_roster(area).or_throw().map(JointRoster)
    }

    /// The three tiers of every community, or of those within a unit, and what is missing.
    pub fn tiers(&self, within: Option<String>) -> Js<TierTable> {
        self.view().tiers(within.as_deref()).or_throw().map(TierTable)
    }

    /// How many bodies of some kinds each community has, or each of those within a unit.
    pub fn coverage(&self, kinds: Vec<String>, within: Option<String>) -> Js<CoverageMatrix> {
        self.view().coverage(&kinds, within.as_deref()).or_throw().map(CoverageMatrix)
    }

    /// What leads a unit, the primary first, with its aspect where the leadership is dual (双重领导).
    #[wasm_bindgen(unchecked_return_type = "Superior[]")]
    pub fn superiors(&self, unit: &str) -> Js {
        to_js(&self.view().superiors(unit).or_throw()?)
    }

    /// Lines against blocks (条块): for each area of a kind which superior leads how many bodies.
    #[wasm_bindgen(js_name = linesAndBlocks)]
    pub fn lines_and_blocks(&self, kind: &str) -> Js<LineBlockMatrix> {
        self.view().lines_and_blocks(kind).or_throw().map(LineBlockMatrix)
    }

    /// A body that meets: convenors, members, charter, cadence.
    #[wasm_bindgen(unchecked_return_type = "ConferenceRecord")]
    pub fn conference(&self, unit: &str) -> Js {
        to_js(&self.view().conference(unit).or_throw()?)
    }

    /// The statuses of the day: transitions with their deadlines, bodies for a time, how a branch was set up.
    #[wasm_bindgen(unchecked_return_type = "StatusRecord[]")]
    pub fn statuses(&self) -> Js {
        to_js(&self.view().statuses())
    }

    /// How party bodies are set up over areas (新设、改设、单设、合设), by the rules of some packs.
    #[wasm_bindgen(js_name = setUp, unchecked_return_type = "SetUpRow[]")]
    pub fn set_up(&self, #[wasm_bindgen(unchecked_param_type = "AreaMembers[]")] areas: JsValue, packs: &Packs) -> Js {
        let list = from_js(&areas).map_err(|e| e.under("areas")).or_throw()?;
        let asked = Value::Map(vec![("format".into(), Areas::FORMAT.into()), ("areas".into(), list)]);
        let areas = Areas::from_value(asked).or_throw()?;
        to_js(&self.view().set_up(&areas.0, &packs.0).or_throw()?)
    }
}

/// Areas with their members as an argument, read with the care of a document.
struct Areas(Vec<AreaMembers>);

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct AreasDraft {
    areas: Vec<AreaMembers>,
}

impl Document for Areas {
    const FORMAT: &'static str = "shequ.areas/1";
    const ROOT: &'static str = "setUp";
    type Draft = AreasDraft;

    fn check(draft: AreasDraft) -> Result<Self> {
        Ok(Self(draft.areas))
    }
}

/// The kind of party body (党支部、党总支、党委) that fits a number of members on a day, by the rules of some packs.
#[wasm_bindgen(js_name = chooseBody)]
pub fn choose_body(members: u32, packs: &Packs, on: &str) -> Js<BodyChoice> {
    let kinds = Catalogue::shipped().or_throw()?;
    Ok(BodyChoice(organisation::choose_body(&kinds, members, &packs.0, day(on)?)))
}

answer! {
    /// Who held a post, one after the other (前任、继任), and when it stood empty.
    Succession(organisation::Succession) as "SuccessionData" {
        /// The key of the post.
        post "post": "string",
        /// Its title.
        title "title": "Text",
        /// How many hold it at once.
        capacity "capacity": "number",
        /// Its holders in the order of their days.
        tenures "tenures": "Tenure[]",
        /// The times that it certainly stood empty, or not full.
        gaps "gaps": "Gap[]",
    }
}

answer! {
    /// How the holders of a group of posts changed between two days (能上能下、能进能出).
    Turnover(organisation::Turnover) as "TurnoverData" {
        /// Heads on the first day.
        before "before": "number",
        /// Heads on the last day.
        after "after": "number",
        /// Heads on both.
        stayed "stayed": "number",
        /// Heads on the first day only.
        left "left": "number",
        /// Heads on the last day only.
        came "came": "number",
        /// Those who stayed of those who were there; null where nobody was.
        continuity "continuity": "string | null",
        /// Holdings that certainly ended between, by reason.
        ended "ended": "ReasonCount[]",
    }
}

answer! {
    /// The roster of the two committees of an area on a day.
    JointRoster(organisation::JointRoster) as "JointRosterData" {
        /// The day.
        day "day": "string",
        /// The area.
        area "area": "UnitName",
        /// The bodies, by their keys.
        bodies "bodies": "UnitName[]",
        /// Places in their posts (职数).
        places "places": "number",
        /// Holdings; somebody in two posts counts twice (任职人次).
        holdings "holdings": "number",
        /// Heads (人数).
        heads "heads": "number",
        /// Places that nobody certainly holds.
        vacant "vacant": "number",
        /// Heads in both committees (交叉任职).
        cross "cross": "number",
        /// The same as a rate of all heads; null where there is nobody.
        cross_rate "crossRate": "string | null",
        /// Heads at the head of both (一肩挑).
        both_heads "bothHeads": "number",
        /// Everybody, by their keys.
        members "members": "RosterMember[]",
    }
}

answer! {
    /// The tiers of all communities, and how many have all of them.
    TierTable(organisation::TierTable) as "TierTableData" {
        /// The communities, by their keys.
        rows "rows": "TierRow[]",
        /// Communities with every tier, of all; null where there is no community.
        complete "complete": "string | null",
    }
}

answer! {
    /// Which kinds of bodies which communities have (覆盖矩阵).
    CoverageMatrix(organisation::CoverageMatrix) as "CoverageMatrixData" {
        /// The kinds, as asked.
        kinds "kinds": "string[]",
        /// Their names.
        labels "labels": "Text[]",
        /// The communities, by their keys.
        rows "rows": "CoverageRow[]",
        /// For each kind the communities that have one, of all.
        covered "covered": "(string | null)[]",
    }
}

answer! {
    /// One team on two days (届际比较).
    TermComparison(organisation::TermComparison) as "TermComparisonData" {
        /// On the earlier day.
        before "before": "StatisticsData",
        /// On the later day.
        after "after": "StatisticsData",
        /// Who stayed, left and came.
        turnover "turnover": "TurnoverData",
        /// The change of the mean age, in years.
        mean_age "meanAge": "Change",
        /// The change of the share under 35, in percentage points.
        under_35 "under35": "Change",
        /// The change of the share with upper-secondary schooling or more, in percentage points.
        upper_secondary "upperSecondary": "Change",
    }
}

answer! {
    /// Lines against blocks on a day (条块矩阵).
    LineBlockMatrix(organisation::LineBlockMatrix) as "LineBlockMatrixData" {
        /// The superiors, by their keys.
        lines "lines": "UnitName[]",
        /// The areas, by their keys.
        blocks "blocks": "BlockRow[]",
    }
}

#[wasm_bindgen]
impl LineBlockMatrix {
    /// The matrix as rows, in a language.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js {
        to_js(&self.0.table(language(&lang).or_throw()?).or_throw()?)
    }
}

answer! {
    /// The kind of body that fits a number of members, and by which rule.
    BodyChoice(organisation::BodyChoice) as "BodyChoiceData" {
        /// The number.
        members "members": "number",
        /// The key of the kind; none where the number is too small for any.
        kind "kind": "string | null",
        /// Its name.
        label "label": "Text | null",
        /// The rule that says so.
        rule "rule": "string | null",
        /// The numbers that the rule allows, such as `3-50`.
        allowed "allowed": "string | null",
        /// Where it stands.
        citation "citation": "Citation | null",
    }
}
