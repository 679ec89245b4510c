//! Rosters, teams, tiers and who leads whom: what questions about posts and bodies answer.

use pyo3::prelude::*;
use shequ::kernel::{Citation, Day, Decimal, Lang, Likely, Rate, Ratio, Text, WithinDays};
use shequ::organisation::{
    BlockRow, BodyChoice, Change, ConferenceRecord, CoverageMatrix, CoverageRow, Gap, HoldingRecord, JointRoster,
    LineBlockMatrix, Overview, PostRecord, ReasonCount, RelationRecord, RosterMember, RosterPost, SetUp, SetUpRow,
    Statistics, StatusRecord, Stretch, Succession, Superior, Tenure, TermComparison, TierCell, TierRow, TierTable,
    Turnover, UnitName, Vacancy,
};
use shequ::wire::organisation::{EndReason, Every, Mode};

use crate::convert::LangArg;
use crate::convert::record::{Field, closed, record};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::table::PyTable;

closed!(EndReason, Every, Mode, SetUp);

record! {
    /// A relation that holds on a day.
    PyRelationRecord("RelationRecord", RelationRecord) {
        /// Its kind, such as ``leads``.
        kind: String,
        /// The kind's name.
        label: Text,
        /// The unit that leads, guides, serves.
        source: UnitName,
        /// The unit that is led, guided, served.
        target: UnitName,
        /// ``possible`` where dates within bounds leave it open.
        likely: Likely,
    }
}

record! {
    /// A post on a day, with those who hold it.
    PyPostRecord("PostRecord", PostRecord) {
        /// Its key.
        key: String,
        /// The unit that has it.
        unit: UnitName,
        /// Its title.
        title: Text,
        /// How many hold it at once.
        capacity: u32,
        /// The years of a term, where the post has its own.
        term_years: Option<u32>,
        /// How somebody comes into it.
        mode: Option<Mode>,
        /// Places that nobody certainly holds.
        vacant: u32,
        /// Who holds it, by opaque keys, in their order.
        holders: Vec<HoldingRecord>,
    }
}

record! {
    /// A holding on a day.
    PyHoldingRecord("HoldingRecord", HoldingRecord) {
        /// The opaque key of the holder.
        holder: String,
        /// The first day after it, where it ends.
        until: Option<WithinDays>,
        /// Why it ended, or will.
        end_reason: Option<EndReason>,
        /// ``possible`` where dates within bounds leave it open.
        likely: Likely,
    }
    with {
        /// The first day, where it is recorded.
        #[getter]
        fn since(&self) -> Option<String> {
            Field::out(&self.0.from)
        }
    }
}

record! {
    /// What an organisation holds in all.
    PyOverview("Overview", Overview) {
        /// What it is about.
        title: Text,
        /// Units, on whatever days.
        units: u32,
        /// Events that were applied.
        events: u32,
        /// Relations.
        relations: u32,
        /// Posts.
        posts: u32,
        /// Holders of posts.
        holders: u32,
        /// Holdings.
        holdings: u32,
        /// Agreements.
        agreements: u32,
        /// The first day on which something changes.
        first: Option<Day>,
        /// The last day on which something changes.
        last: Option<Day>,
    }
}

record! {
    /// A time that somebody held a post.
    PyTenure("Tenure", Tenure) {
        /// The opaque key of the holder.
        holder: String,
        /// The first day after it, where it ended.
        until: Option<WithinDays>,
        /// How the holder came into it, by the holding or else by the post.
        mode: Option<Mode>,
        /// Why it ended.
        end_reason: Option<EndReason>,
    }
    with {
        /// The first day, where it is recorded.
        #[getter]
        fn since(&self) -> Option<String> {
            Field::out(&self.0.from)
        }
    }
}

record! {
    /// A time that places of a post stood empty.
    PyGap("Gap", Gap) {
        /// The days.
        period: Stretch,
        /// How many days; None where it has no end or no beginning on record.
        days: Option<u32>,
        /// How many places were empty.
        places: u32,
    }
}

record! {
    /// Who held a post, one after the other (前任、继任), and when it stood empty.
    PySuccession("Succession", Succession) {
        /// The key of the post.
        post: String,
        /// Its title.
        title: Text,
        /// How many hold it at once.
        capacity: u32,
        /// Its holders in the order of their days.
        tenures: Vec<Tenure>,
        /// The times that it certainly stood empty, or not full.
        gaps: Vec<Gap>,
    }
    with {
        /// Why, as a tree.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A post that is not full on a day.
    PyVacancy("Vacancy", Vacancy) {
        /// The key of the post.
        post: String,
        /// The unit that has it.
        unit: UnitName,
        /// Its title.
        title: Text,
        /// How many places are empty.
        places: u32,
        /// The first day of it, where it is recorded.
        since: Option<Day>,
        /// For how many days it has been so.
        days: Option<u32>,
        /// Who stands in reserve for it, counted.
        reserve: u32,
    }
}

record! {
    /// How often holdings ended for a reason.
    PyReasonCount("ReasonCount", ReasonCount) {
        /// The reason; None where it is not recorded.
        reason: Option<EndReason>,
        /// How many.
        holdings: u32,
    }
}

record! {
    /// How the holders of a group of posts changed between two days (能上能下、能进能出).
    PyTurnover("Turnover", Turnover) {
        /// Heads on the first day.
        before: u32,
        /// Heads on the last day.
        after: u32,
        /// Heads on both.
        stayed: u32,
        /// Heads on the first day only.
        left: u32,
        /// Heads on the last day only.
        came: u32,
        /// Those who stayed of those who were there; None where nobody was.
        continuity: Option<Rate>,
        /// Holdings that certainly ended after the first day and by the last, by reason.
        ended: Vec<ReasonCount>,
    }
    with {
        /// Why, as a tree.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A change of a share or a mean, with its unit of measure.
    PyChange("Change", Change) {
        /// The exact difference; None where one side is not known.
        exact: Option<Ratio>,
        /// With two decimals, a half up.
        rounded: Option<Decimal>,
        /// The unit of measure: ``years`` or ``percentage-points``.
        unit: String,
    }
}

record! {
    /// One team on two days: who stayed, and how age and schooling changed (届际比较).
    PyTermComparison("TermComparison", TermComparison) {
        /// On the earlier day.
        before: Statistics,
        /// On the later day.
        after: Statistics,
        /// Who stayed, left and came.
        turnover: Turnover,
        /// The change of the mean age, in years.
        mean_age: Change,
        /// The change of the share under 35, in percentage points.
        under_35: Change,
        /// The change of the share with upper-secondary schooling or more, in percentage points.
        upper_secondary: Change,
    }
    with {
        /// Where it comes from, as a tree.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A post in a roster.
    PyRosterPost("RosterPost", RosterPost) {
        /// The key of the post.
        post: String,
        /// Its title.
        title: Text,
        /// The unit that has it.
        unit: UnitName,
    }
}

record! {
    /// Somebody in a roster, by an opaque key.
    PyRosterMember("RosterMember", RosterMember) {
        /// The opaque key.
        holder: String,
        /// The posts, by their keys.
        posts: Vec<RosterPost>,
        /// Whether in both committees (交叉任职).
        cross: bool,
        /// Whether at the head of both (一肩挑).
        both_heads: bool,
    }
}

record! {
    /// The roster of the two committees of an area on a day: the party body and the self-governing committee.
    PyJointRoster("JointRoster", JointRoster) {
        /// The day.
        day: Day,
        /// The area.
        area: UnitName,
        /// The bodies, by their keys.
        bodies: Vec<UnitName>,
        /// Places in their posts (职数).
        places: u32,
        /// Holdings; somebody in two posts counts twice (任职人次).
        holdings: u32,
        /// Heads (人数).
        heads: u32,
        /// Places that nobody certainly holds.
        vacant: u32,
        /// Heads in both committees (交叉任职).
        cross: u32,
        /// The same as a rate of all heads; None where there is nobody.
        cross_rate: Option<Rate>,
        /// Heads at the head of both (一肩挑).
        both_heads: u32,
        /// Everybody, by their keys.
        members: Vec<RosterMember>,
    }
    with {
        /// Why, as a tree.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A tier of one community.
    PyTierCell("TierCell", TierCell) {
        /// The key of the tier: ``lead``, ``decide``, ``execute``.
        tier: String,
        /// Its name.
        label: Text,
        /// The bodies that make it.
        bodies: Vec<UnitName>,
    }
}

record! {
    /// The tiers of one community.
    PyTierRow("TierRow", TierRow) {
        /// The community.
        unit: UnitName,
        /// Its tiers, from the top.
        tiers: Vec<TierCell>,
        /// The keys of the tiers that are missing.
        missing: Vec<String>,
    }
}

record! {
    /// The tiers of all communities, and how many have all of them.
    PyTierTable("TierTable", TierTable) {
        /// The communities, by their keys.
        rows: Vec<TierRow>,
        /// Communities with every tier, of all; None where there is no community.
        complete: Option<Rate>,
    }
    with {
        /// Why, as a tree.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// How many bodies of each kind one community has.
    PyCoverageRow("CoverageRow", CoverageRow) {
        /// The community.
        unit: UnitName,
        /// The number of bodies of each kind, in the order of the kinds asked about.
        counts: Vec<u32>,
    }
}

record! {
    /// Which kinds of bodies which communities have (覆盖矩阵).
    PyCoverageMatrix("CoverageMatrix", CoverageMatrix) {
        /// The kinds, as asked.
        kinds: Vec<String>,
        /// Their names.
        labels: Vec<Text>,
        /// The communities, by their keys.
        rows: Vec<CoverageRow>,
        /// For each kind the communities that have one, of all.
        covered: Vec<Option<Rate>>,
    }
    with {
        /// Why, as a tree.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }

        /// The matrix as a table.
        #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
        fn table(&self, lang: LangArg) -> PyResult<PyTable> {
            self.0.table(lang.0).map(Into::into).or_raise()
        }
    }
}

record! {
    /// A unit that leads another.
    PySuperior("Superior", Superior) {
        /// The unit.
        unit: UnitName,
        /// The relation: ``leads``, ``dual-leads``.
        relation: String,
        /// What it leads in, where the leadership is dual (双重领导).
        aspect: Option<String>,
        /// Whether it is the primary of several.
        primary: bool,
    }
}

record! {
    /// How the bodies of one block are led.
    PyBlockRow("BlockRow", BlockRow) {
        /// The area.
        block: UnitName,
        /// The bodies in it that something leads.
        bodies: u32,
        /// For each line the bodies that it leads, in the order of the lines.
        led: Vec<u32>,
        /// Bodies whose first superior is of the block itself (以块为主), of all.
        block_first: Option<Rate>,
        /// The fragmentation index; None where nothing is led.
        fragmentation: Option<Ratio>,
    }
}

record! {
    /// Lines against blocks on a day (条块矩阵): which superior leads how many bodies in which area.
    PyLineBlockMatrix("LineBlockMatrix", LineBlockMatrix) {
        /// The superiors, by their keys.
        lines: Vec<UnitName>,
        /// The areas, by their keys.
        blocks: Vec<BlockRow>,
    }
    with {
        /// Where it comes from, as a tree.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }

        /// The matrix as a table.
        #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
        fn table(&self, lang: LangArg) -> PyResult<PyTable> {
            self.0.table(lang.0).map(Into::into).or_raise()
        }
    }
}

record! {
    /// A body that meets: who convenes it, who belongs to it, by what charter, and how it keeps to its cadence.
    PyConferenceRecord("ConferenceRecord", ConferenceRecord) {
        /// The body.
        unit: UnitName,
        /// Who convenes it, by their keys.
        convenors: Vec<UnitName>,
        /// Who belongs to it, by their keys.
        members: Vec<UnitName>,
        /// The title of its charter.
        charter: Option<Text>,
        /// How often it meets at least, by its charter.
        every: Option<Every>,
        /// How often it met by the day.
        sessions: u32,
        /// The last session by the day.
        last: Option<Day>,
        /// The last day on which the next session keeps to the charter: that of the month, quarter or year now running, or of
        /// the next where it has met in this one.
        due: Option<Day>,
    }
}

record! {
    /// A status of a unit on a day.
    PyStatusRecord("StatusRecord", StatusRecord) {
        /// The unit.
        unit: UnitName,
        /// The key of the status: ``village-community-transition``, ``ad-hoc``, ``set-up-joint`` ...
        status: String,
        /// Its name.
        label: Text,
        /// The first day after it, where it ends.
        until: Option<WithinDays>,
        /// The first day on which it must be over.
        deadline: Option<Day>,
        /// Days until the deadline; below zero once it is past.
        days_left: Option<i32>,
        /// ``possible`` where dates within bounds leave it open.
        likely: Likely,
    }
    with {
        /// The first day, where it is recorded.
        #[getter]
        fn since(&self) -> Option<String> {
            Field::out(&self.0.from)
        }
    }
}

record! {
    /// The kind of body that fits a number, and by which rule.
    PyBodyChoice("BodyChoice", BodyChoice) {
        /// The number.
        members: u32,
        /// The key of the kind; None where the number is too small for any.
        kind: Option<String>,
        /// Its name.
        label: Option<Text>,
        /// The rule that says so.
        rule: Option<String>,
        /// The numbers that the rule allows, such as ``3-50``.
        allowed: Option<String>,
        /// Where it stands: a clause, or a default of the library, which is marked so.
        citation: Option<Citation>,
    }
    with {
        /// Where it comes from, as a tree.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A body to set up, and the areas that it is for.
    PySetUpRow("SetUpRow", SetUpRow) {
        /// The areas, by their keys.
        areas: Vec<UnitName>,
        /// Their members together.
        members: u32,
        /// How.
        how: SetUp,
        /// The body that there is, if there is one.
        body: Option<UnitName>,
        /// The kind that fits.
        choice: BodyChoice,
    }
}
